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
const ENOUGH_OTHER: f32 = 9.0;
/// The share of the weight of one way to ask it that a message must hold, likewise.
const MET: f32 = 0.34;
const MET_OTHER: f32 = 0.6;

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

    /// The share of a way to ask that is met, by weight.
    fn share(&self, asked: &[String], met: &[&String]) -> f32 {
        let all: f32 = asked.iter().map(|term| self.weight(term)).sum();
        let part: f32 = asked.iter().filter(|term| met.contains(term)).map(|term| self.weight(term)).sum();
        if all > 0.0 { part / all } else { 0.0 }
    }

    /// The sentences of an article, the most telling one first; of equals, the earlier.
    pub(super) fn rank(&self, article: &Article, query: &[String]) -> Vec<usize> {
        let score = |sentence: &String| -> f32 {
            let own = terms(sentence);
            let shared = own
                .iter()
                .enumerate()
                .filter(|(at, term)| !own[..*at].contains(term) && query.contains(term));
            shared.map(|(_, term)| self.weight(term)).sum()
        };
        let scores: Vec<f32> = article.sentences.iter().map(score).collect();
        let mut ranked: Vec<usize> = (0..scores.len()).collect();
        ranked.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]).then(a.cmp(&b)));
        ranked
    }
}
