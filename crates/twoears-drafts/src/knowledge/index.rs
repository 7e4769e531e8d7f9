//! Finding by words: BM25 over an inverted index, and how much of one way to ask the message meets.

use rustc_hash::FxHashMap;

use super::article::Article;
use super::words::terms;

/// How soon repeats of a word stop counting, and how much length counts: the usual values of BM25 (Robertson and
/// Zaragoza 2009, "The Probabilistic Relevance Framework").
const K1: f32 = 1.2;
const B: f32 = 0.75;
/// A word in the question or in another way to ask it is worth so many in the answer.
const ASKED: f32 = 2.5;
/// A small knowledge base knows little of what is rare, so it is taken for part of a larger one of so many articles.
const FEWEST: usize = 20;
/// Words of one way to ask that a message shares at least, unless it has fewer.
const WORDS: usize = 2;

/// Terms of all articles, by number.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    known: FxHashMap<Box<str>, u32>,
    /// Per term: how much it weighs; rare terms weigh more.
    weights: Vec<f32>,
    /// What a term weighs that stands in no article.
    unknown: f32,
    /// Per term: where its postings start; one more at the end.
    starts: Vec<u32>,
    /// Article and what the term adds to its BM25.
    postings: Vec<(u32, f32)>,
    /// Per article and way to ask: its distinct terms, and what they weigh together.
    ways: Vec<Vec<(Vec<u32>, f32)>>,
    /// Per article and sentence of the answer: its terms.
    sentences: Vec<Vec<Vec<u32>>>,
}

/// The terms of a message.
#[derive(Clone, Debug, Default)]
pub(super) struct Query {
    /// Distinct terms that some article holds.
    terms: Vec<u32>,
    /// Distinct terms in all.
    pub(super) many: usize,
    /// What they weigh together.
    weight: f32,
}

impl Index {
    pub(super) fn new(articles: &[Article]) -> Self {
        let mut index = Self::default();
        // Per term: article and weighted count. Per article: weighted length.
        let mut counts: Vec<Vec<(u32, f32)>> = Vec::new();
        let mut lengths = Vec::with_capacity(articles.len());
        for (place, article) in articles.iter().enumerate() {
            let asked: Vec<Vec<u32>> = article.ways().map(|text| index.number(text)).collect();
            let answer: Vec<Vec<u32>> = article.sentences.iter().map(|text| index.number(text)).collect();
            counts.resize_with(index.known.len(), Vec::new);
            let mut length = 0.0;
            let weighted = asked.iter().flatten().map(|term| (term, ASKED));
            for (term, weight) in weighted.chain(answer.iter().flatten().map(|term| (term, 1.0))) {
                length += weight;
                match counts[*term as usize].last_mut().filter(|(last, _)| *last == place as u32) {
                    Some((_, count)) => *count += weight,
                    None => counts[*term as usize].push((place as u32, weight)),
                }
            }
            lengths.push(length);
            index.ways.push(asked.into_iter().map(|terms| (distinct(terms), 0.0)).collect());
            index.sentences.push(answer);
        }
        index.weigh(&counts, &lengths);
        index
    }

    /// The numbers of a text's terms; new terms get the next ones.
    fn number(&mut self, text: &str) -> Vec<u32> {
        let next = |known: &FxHashMap<Box<str>, u32>| known.len() as u32;
        let mut one = |term: String| {
            let new = next(&self.known);
            *self.known.entry(term.into_boxed_str()).or_insert(new)
        };
        terms(text).into_iter().map(&mut one).collect()
    }

    fn weigh(&mut self, counts: &[Vec<(u32, f32)>], lengths: &[f32]) {
        let all = lengths.len().max(FEWEST) as f32;
        let weight = |with: usize| (1.0 + (all - with as f32 + 0.5) / (with as f32 + 0.5)).ln();
        self.unknown = weight(0);
        let mean = (lengths.iter().sum::<f32>() / lengths.len().max(1) as f32).max(1.0);
        for postings in counts {
            let weight = weight(postings.len());
            self.weights.push(weight);
            self.starts.push(self.postings.len() as u32);
            self.postings.extend(postings.iter().map(|&(article, count)| {
                let norm = K1 * (1.0 - B + B * lengths[article as usize] / mean);
                (article, weight * count * (K1 + 1.0) / (count + norm))
            }));
        }
        self.starts.push(self.postings.len() as u32);
        for (terms, sum) in self.ways.iter_mut().flatten() {
            *sum = terms.iter().map(|term| self.weights[*term as usize]).sum();
        }
    }

    /// The terms of a message, each once.
    pub(super) fn query(&self, text: &str) -> Query {
        let mut all = terms(text);
        all.sort_unstable();
        all.dedup();
        let mut query = Query { many: all.len(), ..Query::default() };
        for term in &all {
            match self.known.get(term.as_str()) {
                Some(&term) => {
                    query.terms.push(term);
                    query.weight += self.weights[term as usize];
                }
                None => query.weight += self.unknown,
            }
        }
        query
    }

    /// The BM25 of every article, as a share of what a text full of nothing but these terms could reach.
    pub(super) fn bm25(&self, query: &Query) -> Vec<f32> {
        let mut sums = vec![0.0; self.ways.len()];
        let most = (query.weight * (K1 + 1.0)).max(f32::MIN_POSITIVE);
        for &term in &query.terms {
            let (from, to) = (self.starts[term as usize], self.starts[term as usize + 1]);
            for &(article, part) in &self.postings[from as usize..to as usize] {
                sums[article as usize] += part / most;
            }
        }
        sums
    }

    /// The way to ask that the message meets best, and the share of its weight that is met. One word alone meets no
    /// more than a word.
    pub(super) fn way(&self, place: usize, query: &Query) -> (usize, f32) {
        let mut best = (0, 0.0);
        for (way, (asked, all)) in self.ways[place].iter().enumerate() {
            let (mut part, mut many) = (0.0, 0);
            for term in asked.iter().filter(|term| query.terms.contains(term)) {
                part += self.weights[*term as usize];
                many += 1;
            }
            let share = if *all > 0.0 && (many >= WORDS || part >= *all) { part / all } else { 0.0 };
            if share > best.1 {
                best = (way, share);
            }
        }
        best
    }

    /// The sentences of an article that take up the message: first the one that meets most of it, then the one that
    /// meets most of what is left, and so on; of equals, the earlier.
    pub(super) fn rank(&self, place: usize, query: &Query) -> Vec<usize> {
        let sentences = &self.sentences[place];
        let mut left = query.terms.clone();
        let mut ranked = Vec::new();
        loop {
            let mut best: Option<(usize, f32)> = None;
            for (place, own) in sentences.iter().enumerate().filter(|(place, _)| !ranked.contains(place)) {
                let score: f32 = left
                    .iter()
                    .filter(|term| own.contains(term))
                    .map(|term| self.weights[*term as usize])
                    .sum();
                if score > best.map_or(0.0, |(_, most)| most) {
                    best = Some((place, score));
                }
            }
            let Some((place, _)) = best else { return ranked };
            left.retain(|term| !sentences[place].contains(term));
            ranked.push(place);
        }
    }
}

fn distinct(mut terms: Vec<u32>) -> Vec<u32> {
    terms.sort_unstable();
    terms.dedup();
    terms
}
