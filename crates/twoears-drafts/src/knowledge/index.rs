//! Finding by words: BM25 over the fields of each article, and how much of one way to ask the message meets.

use rustc_hash::FxHashMap;

use super::article::Article;
use super::words::terms;

/// How soon repeats of a word stop counting, and how much length counts (the usual values of BM25).
const K1: f32 = 1.2;
const B: f32 = 0.75;
/// A word in the question or in another way to ask it is worth so many in the answer.
const ASKED: f32 = 2.5;
/// BM25 that makes an answer, when the article names the intent and when it does not.
/// Chosen on `examples/inbox.jsonl`: the lowest at which no wrong article is taken.
const ENOUGH: f32 = 4.2;
const ENOUGH_OTHER: f32 = 12.0;
/// The share of the weight of one way to ask it that a message must hold, likewise.
const MET: f32 = 0.34;
const MET_OTHER: f32 = 0.8;

/// Words of one way to ask that a message shares at least, unless it has fewer.
const WORDS: usize = 2;

/// Word counts of all articles.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// Per article: weighted counts, and the weighted length.
    docs: Vec<(FxHashMap<String, f32>, f32)>,
    /// Per article: the terms of the question and of every other way to ask it.
    asked: Vec<Vec<Vec<String>>>,
    /// In how many articles a term stands.
    known: FxHashMap<String, u32>,
    mean_length: f32,
}

impl Index {
    pub(super) fn new(articles: &[Article]) -> Self {
        let mut index = Self::default();
        for article in articles {
            let asked: Vec<Vec<String>> =
                [&article.question].into_iter().chain(&article.also_asked).map(|text| terms(text)).collect();
            let mut counts: FxHashMap<String, f32> = FxHashMap::default();
            let mut length = 0.0;
            let answer = terms(&article.sentences.join(" "));
            let weighted =
                asked.iter().flatten().map(|term| (term, ASKED)).chain(answer.iter().map(|term| (term, 1.0)));
            for (term, weight) in weighted {
                length += weight;
                let count = counts.entry(term.clone()).or_insert_with(|| {
                    *index.known.entry(term.clone()).or_default() += 1;
                    0.0
                });
                *count += weight;
            }
            index.docs.push((counts, length));
            index.asked.push(asked);
        }
        let total: f32 = index.docs.iter().map(|(_, length)| length).sum();
        index.mean_length = total / articles.len().max(1) as f32;
        index
    }

    /// Rare terms weigh more. A small knowledge base knows little of what is rare, so it is taken for part of a
    /// larger one, in which its words are not more common than one article in two.
    fn weight(&self, term: &str) -> f32 {
        let all = self.docs.len().max(20) as f32;
        let with = self.known.get(term).copied().unwrap_or(0) as f32;
        (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
    }

    /// How well an article fits, 1 being just enough.
    pub(super) fn score(&self, place: usize, query: &[String], names_intent: bool) -> f32 {
        let (counts, length) = &self.docs[place];
        let mut bm25 = 0.0;
        let mut met = Vec::new();
        for (at, term) in query.iter().enumerate() {
            if query[..at].contains(term) {
                continue;
            }
            if let Some(count) = counts.get(term) {
                met.push(term);
                let norm = K1 * (1.0 - B + B * length / self.mean_length.max(1.0));
                bm25 += self.weight(term) * count * (K1 + 1.0) / (count + norm);
            }
        }
        let share = self.asked[place].iter().map(|asked| self.share(asked, &met)).fold(0.0, f32::max);
        let (enough, least) = if names_intent { (ENOUGH, MET) } else { (ENOUGH_OTHER, MET_OTHER) };
        // Both must be enough: the weaker one decides, the other breaks ties.
        let (words, way) = (bm25 / enough, share / least);
        words.min(way) + 0.01 * words.max(way).min(1.0) - 0.01
    }

    /// The share of a way to ask that is met, by weight. One word alone meets no more than a word.
    fn share(&self, asked: &[String], met: &[&String]) -> f32 {
        let all: f32 = asked.iter().map(|term| self.weight(term)).sum();
        let shared =
            asked.iter().enumerate().filter(|(at, term)| met.contains(term) && !asked[..*at].contains(term));
        let (mut part, mut many) = (0.0, 0);
        for (_, term) in shared {
            part += self.weight(term);
            many += 1;
        }
        if all > 0.0 && (many >= WORDS || part >= all) { part / all } else { 0.0 }
    }

    /// The sentences of an article that take up the message: first the one that meets most of it, then the one that
    /// meets most of what is left, and so on; of equals, the earlier.
    pub(super) fn rank(&self, article: &Article, query: &[String]) -> Vec<usize> {
        let sentences: Vec<Vec<String>> = article.sentences.iter().map(|sentence| terms(sentence)).collect();
        let mut left: Vec<&String> = Vec::new();
        for term in query {
            if !left.contains(&term) {
                left.push(term);
            }
        }
        let mut ranked = Vec::new();
        loop {
            let mut best: Option<(usize, f32)> = None;
            for (place, own) in sentences.iter().enumerate().filter(|(place, _)| !ranked.contains(place)) {
                let score: f32 =
                    left.iter().filter(|term| own.contains(term)).map(|term| self.weight(term)).sum();
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
