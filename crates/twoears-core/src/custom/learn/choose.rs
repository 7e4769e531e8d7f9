//! Choosing what a head reads and how strongly, by examples that are held out.

use super::calibrate::Held;
use super::data::Data;
use super::folds::{folds, split};
use super::pair::each;
use super::{Chosen, fit};

/// What is tried with few examples, the usual first: much weight on the waves, and the labels' names as examples.
const FEW: [Chosen; 5] = [
    Chosen { words: 1.0, letters: 1.0, vector: 0.5, waves: 4.0, cost: 0.3, names: true },
    Chosen { words: 1.0, letters: 1.0, vector: 0.5, waves: 4.0, cost: 0.3, names: false },
    Chosen { words: 1.0, letters: 1.0, vector: 0.5, waves: 1.5, cost: 1.0, names: true },
    Chosen { words: 0.0, letters: 0.0, vector: 0.5, waves: 4.0, cost: 0.3, names: true },
    Chosen { words: 1.0, letters: 1.0, vector: 1.0, waves: 0.0, cost: 1.0, names: true },
];
/// And with many: n-grams and waves weigh about the same.
const MANY: [Chosen; 3] = [
    Chosen { words: 1.0, letters: 1.0, vector: 0.5, waves: 1.5, cost: 1.0, names: false },
    Chosen { words: 1.0, letters: 1.0, vector: 0.5, waves: 3.0, cost: 0.5, names: false },
    Chosen { words: 1.0, letters: 1.0, vector: 1.0, waves: 0.0, cost: 1.0, names: false },
];
/// From so many examples on, one part in five is held out once instead of all in turn.
const MANY_FROM: usize = 3000;
/// Another choice than the usual must be better by this share of the standard error.
const BETTER_BY: f32 = 0.5;

/// The parts that examples are held out in: more where every example counts.
pub(super) fn parts(examples: usize) -> u32 {
    match examples {
        0..=50 => 10.min(examples as u32),
        51..=MANY_FROM => 5,
        _ => 3,
    }
}

/// What is most often right on held-out examples; the usual, unless another is clearly better.
pub(super) fn choose(data: &Data, seed: u64) -> Chosen {
    let many = data.len() > MANY_FROM;
    let tried: &[Chosen] = if many { &MANY } else { &FEW };
    let parts = if many { 5 } else { parts(data.len()).min(if data.len() > 200 { 3 } else { 10 }) };
    let folds = folds(data, parts, seed);
    let held_out = if many { 1 } else { parts };
    let right = each(tried.len(), |choice| {
        let mut scores = Vec::new();
        for part in 0..held_out {
            let (train, held) = split(&folds, part);
            let weights = fit::fit(data, &train, &tried[choice], fit::ROUGH_PASSES, seed);
            scores.extend(held.into_iter().map(|row| (row, weights.scores(data, row as usize))));
        }
        Held::of(data, scores.into_iter()).accuracy()
    });
    let rows = data.len() as f32 * held_out as f32 / parts as f32;
    let error = (right[0] * (1.0 - right[0]) / rows.max(1.0)).sqrt();
    let mut best = 0;
    for (place, share) in right.iter().enumerate() {
        if *share > right[best] && *share > right[0] + BETTER_BY * error {
            best = place;
        }
    }
    tried[best]
}
