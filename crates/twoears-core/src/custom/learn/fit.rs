//! Fitting: one squared-hinge classifier a label, all labels at once, by dual coordinate descent.
//!
//! Hsieh et al. 2008, "A dual coordinate descent method for large-scale linear SVM": no step size to choose, and each
//! pass over the examples brings the weights nearer to the one best answer. Between whole passes only those labels of
//! an example are looked at that still moved it (their shrinking, an example at a time).

use super::Chosen;
use super::data::{Data, Vocabulary};
use crate::custom::ngrams::WORD_ROWS;
use crate::learn::random::Random;

/// Passes over the examples.
pub(super) const PASSES: u32 = 12;
/// Passes that are enough to see which choice is better.
pub(super) const ROUGH_PASSES: u32 = 5;
/// Each such pass looks at all labels of every example.
const WHOLE: u32 = 4;
/// A label whose score is this far beyond its margin is left alone until the next whole pass.
const CLEAR: f32 = 0.2;
/// Numbers that are added up side by side, so that the compiler can use wide registers.
const LANES: usize = 16;

/// The fitted weights: of each n-gram a number a label, of each label a number a feature of the vector and its waves.
pub(super) struct Weights {
    pub(super) labels: usize,
    pub(super) numbers: usize,
    pub(super) vocabulary: Vocabulary,
    /// By n-gram.
    pub(super) rows: Vec<f32>,
    /// By label.
    pub(super) dense: Vec<f32>,
    pub(super) bias: Vec<f32>,
    words: f32,
    letters: f32,
}

impl Weights {
    fn ngrams(&self, data: &Data, row: usize) -> Vec<(u32, f32)> {
        let mut ngrams = self.vocabulary.weigh(&data.bags[row]);
        for (place, value) in &mut ngrams {
            let is_letters = self.vocabulary.index[*place as usize] >= WORD_ROWS;
            *value *= if is_letters { self.letters } else { self.words };
        }
        ngrams
    }

    fn score(&self, label: usize, ngrams: &[(u32, f32)], numbers: &[f32]) -> f32 {
        let dense = &self.dense[label * self.numbers..(label + 1) * self.numbers];
        let sparse: f32 = ngrams
            .iter()
            .map(|(place, value)| self.rows[*place as usize * self.labels + label] * value)
            .sum();
        self.bias[label] + dot(dense, numbers) + sparse
    }

    /// The scores of an example, one a label.
    pub(super) fn scores(&self, data: &Data, row: usize) -> Vec<f32> {
        let (ngrams, numbers) = (self.ngrams(data, row), &data.numbers(row)[..self.numbers]);
        (0..self.labels).map(|label| self.score(label, &ngrams, numbers)).collect()
    }

    /// What n-grams of words and of letters count; folded into their rows when a head is written.
    pub(super) fn scale(&self, index: u32) -> f32 {
        if index >= WORD_ROWS { self.letters } else { self.words }
    }
}

fn dot(left: &[f32], right: &[f32]) -> f32 {
    let mut sums = [0.0_f32; LANES];
    let (left, _) = left.as_chunks::<LANES>();
    let (right, _) = right.as_chunks::<LANES>();
    for (left, right) in left.iter().zip(right) {
        for ((sum, a), b) in sums.iter_mut().zip(left).zip(right) {
            *sum += a * b;
        }
    }
    sums.iter().sum()
}

/// Fits weights to some of the examples, in an order that depends on the seed alone.
pub(super) fn fit(data: &Data, rows: &[u32], with: &Chosen, passes: u32, seed: u64) -> Weights {
    let named = |row: &u32| with.names || (*row as usize) < data.len();
    let rows: &[u32] = &rows.iter().copied().filter(named).collect::<Vec<u32>>();
    let labels = data.labels.len();
    let reads = with.words > 0.0 || with.letters > 0.0;
    let vocabulary = if reads { Vocabulary::of(data, rows) } else { Vocabulary::none() };
    let numbers = data.width_of(with);
    let mut weights = Weights {
        labels,
        numbers,
        rows: vec![0.0; vocabulary.index.len() * labels],
        vocabulary,
        dense: vec![0.0; numbers * labels],
        bias: vec![0.0; labels],
        words: with.words,
        letters: with.letters,
    };
    // Weights of the scaled vector are kept for the vector as it is, so steps along it are scaled twice.
    let squares = data.squares_of(with);
    let ngrams: Vec<Vec<(u32, f32)>> = rows.iter().map(|row| weights.ngrams(data, *row as usize)).collect();
    let slack = 1.0 / (2.0 * with.cost);
    let lengths: Vec<f32> = rows
        .iter()
        .zip(&ngrams)
        .map(|(row, ngrams)| {
            let dense: f32 = data.numbers(*row as usize).iter().zip(&squares).map(|(v, s)| v * v * s).sum();
            ngrams.iter().map(|(_, value)| value * value).sum::<f32>() + dense + 1.0 + slack
        })
        .collect();
    let mut duals = vec![0.0_f32; rows.len() * labels];
    let mut active: Vec<Vec<u32>> = vec![Vec::new(); rows.len()];
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let mut random = Random::new(seed);
    let every: Vec<u32> = (0..labels as u32).collect();
    let mut scaled = vec![0.0_f32; numbers];
    for pass in 0..passes {
        random.shuffle(&mut order);
        for &place in &order {
            let row = rows[place] as usize;
            let (ngrams, vector, targets) =
                (&ngrams[place], &data.numbers(row)[..numbers], &data.targets[row]);
            let looked_at =
                if pass % WHOLE == 0 { every.clone() } else { std::mem::take(&mut active[place]) };
            let mut moving = Vec::new();
            let mut is_scaled = false;
            for label in looked_at {
                let side = if targets.contains(&label) { 1.0 } else { -1.0 };
                let dual = &mut duals[place * labels + label as usize];
                let slope = side * weights.score(label as usize, ngrams, vector) - 1.0 + *dual * slack;
                let new = (*dual - slope / lengths[place]).max(0.0);
                let step = (new - *dual) * side;
                *dual = new;
                if new > 0.0 || slope < CLEAR {
                    moving.push(label);
                }
                if step != 0.0 {
                    if !is_scaled {
                        is_scaled = true;
                        for ((scaled, value), square) in scaled.iter_mut().zip(vector).zip(&squares) {
                            *scaled = value * square;
                        }
                    }
                    take(&mut weights, label as usize, step, ngrams, &scaled);
                }
            }
            active[place] = moving;
        }
    }
    weights
}

/// Moves the weights of one label along an example.
fn take(weights: &mut Weights, label: usize, step: f32, ngrams: &[(u32, f32)], vector: &[f32]) {
    let numbers = weights.numbers;
    for (weight, value) in weights.dense[label * numbers..(label + 1) * numbers].iter_mut().zip(vector) {
        *weight += step * value;
    }
    for &(place, value) in ngrams {
        weights.rows[place as usize * weights.labels + label] += step * value;
    }
    weights.bias[label] += step;
}
