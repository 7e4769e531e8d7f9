//! How sure it is that an article answers a message.

use serde::Serialize;

/// What speaks for an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Evidence {
    /// BM25 as a share of the most that the words of the message could reach, 0 to about 1.
    pub bm25: f32,
    /// The share of the weight of the best way to ask that stands in the message, 0 to 1.
    pub way: f32,
    /// Cosine of the message with the nearest way to ask, -1 to 1; 0 without vectors.
    pub cosine: f32,
    /// Mean of that cosine over all articles that were compared: how near everything in this base is.
    pub usual: f32,
    /// How far the fused score is ahead of the best other article's; negative for all but the first.
    pub margin: f32,
    /// Does the article name the intent of the message? 1 or 0.
    pub names_intent: f32,
    /// The logarithm of one more than the distinct words of the message.
    pub words: f32,
}

/// What the cosine counts for beside BM25 in the fused score by which articles are put in order: of those that
/// `benches/retrieval/fit.py` tries, the one with the best mean reciprocal rank.
const COSINE: f32 = 1.5;

/// Logistic regression over the evidence in the order of its fields, the constant last: with vectors, and without.
/// Fitted by `benches/retrieval/fit.py`.
const WITH: [f32; 8] = [0.0, 0.0, 5.61, -4.03, 2.20, 0.78, 0.09, -4.75];
const WITHOUT: [f32; 8] = [1.74, 1.12, 0.0, 0.0, 3.53, 0.98, 0.70, -3.90];

impl Evidence {
    /// The score by which articles are put in order.
    pub(super) fn fused(&self) -> f32 {
        self.bm25 + COSINE * self.cosine
    }

    /// How probable it is that the article answers the message.
    pub(super) fn probability(&self, vectors: bool) -> f32 {
        let weights = if vectors { &WITH } else { &WITHOUT };
        let own =
            [self.bm25, self.way, self.cosine, self.usual, self.margin, self.names_intent, self.words, 1.0];
        let sum: f32 = own.iter().zip(weights).map(|(own, weight)| own * weight).sum();
        1.0 / (1.0 + (-sum).exp())
    }
}
