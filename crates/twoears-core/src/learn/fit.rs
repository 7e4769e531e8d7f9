//! Fitting: `AdaGrad` over sparse n-grams, the vector and the signals, all questions at once.

use super::random::Random;
use super::row::Example;
use super::target::Target;
use super::{NGRAM_ROWS, Settings, questions};
use crate::analyze::{DIM, WIDTH, logistic, ngram_share, signal_names, softmax};

type Columns = [f32; WIDTH];

/// `AdaGrad` divides by the root of what it has seen, plus this.
const FLOOR: f32 = 1e-3;

/// All weights of all questions, by feature: n-gram rows, then the vector, then the signals, then the bias.
pub(super) struct Weights {
    pub(super) values: Vec<Columns>,
    dense_scale: f32,
}

pub(super) const DENSE: usize = NGRAM_ROWS;
pub(super) const SIGNALS: usize = DENSE + DIM;

pub(super) fn bias() -> usize {
    SIGNALS + signal_names().len()
}

impl Weights {
    fn new(settings: &Settings) -> Self {
        Self { values: vec![[0.0; WIDTH]; bias() + 1], dense_scale: settings.dense_scale }
    }

    /// Every feature of an example with its value.
    fn each(&self, example: &Example, mut take: impl FnMut(usize, f32)) {
        let features = &example.features;
        let share = ngram_share(features.rows.len());
        for &row in &features.rows {
            take(row as usize, share);
        }
        for (place, &value) in features.vector.iter().enumerate() {
            take(DENSE + place, value * self.dense_scale);
        }
        for (place, &value) in features.signals.iter().enumerate().filter(|(_, value)| **value != 0.0) {
            take(SIGNALS + place, value);
        }
        take(bias(), 1.0);
    }

    pub(super) fn scores(&self, example: &Example) -> Columns {
        let mut scores = [0.0; WIDTH];
        self.each(example, |feature, value| {
            for (score, weight) in scores.iter_mut().zip(&self.values[feature]) {
                *score += value * weight;
            }
        });
        scores
    }

    /// The vector's weights, with the scale that fitting used folded in.
    pub(super) fn dense(&self) -> impl Iterator<Item = f32> + '_ {
        self.values[DENSE..SIGNALS].iter().flatten().map(|weight| weight * self.dense_scale)
    }
}

/// Fits weights to examples, in an order that depends on the seed alone.
pub(super) fn fit(examples: &[&Example], settings: &Settings) -> Weights {
    let mut weights = Weights::new(settings);
    let mut seen: Vec<Columns> = vec![[0.0; WIDTH]; weights.values.len()];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = Random::new(settings.seed);
    let mut steps: Vec<(usize, f32)> = Vec::new();
    for _ in 0..settings.epochs {
        random.shuffle(&mut order);
        for &place in &order {
            let example = examples[place];
            let slope = slope(example, &weights.scores(example));
            steps.clear();
            weights.each(example, |feature, value| steps.push((feature, value)));
            for &(feature, value) in &steps {
                let (weight, seen) = (&mut weights.values[feature], &mut seen[feature]);
                for column in 0..WIDTH {
                    let step = slope[column] * value;
                    seen[column] += step * step;
                    weight[column] -= settings.rate * step / (seen[column].sqrt() + FLOOR);
                }
            }
        }
        let keep = 1.0 - settings.decay;
        weights.values.iter_mut().take(bias()).flatten().for_each(|weight| *weight *= keep);
    }
    weights
}

/// The slope of the loss by column: what the heads said minus what is right, times the row's weight.
fn slope(example: &Example, scores: &Columns) -> Columns {
    let mut slope = [0.0; WIDTH];
    for (question, target) in questions().into_iter().zip(&example.targets) {
        let columns = question.columns();
        let slope = &mut slope[columns.clone()];
        match target {
            Target::Unknown => {}
            Target::Yes(yes) => slope[0] = example.weight * (logistic(scores[columns.start]) - yes),
            Target::Shares(shares) => {
                let said = softmax(&scores[columns], 1.0);
                for ((slope, said), share) in slope.iter_mut().zip(&said).zip(shares) {
                    *slope = example.weight * (said - share);
                }
            }
            Target::OneOf(mask) => {
                let said = softmax(&scores[columns], 1.0);
                let right: f32 =
                    said.iter().zip(mask).map(|(share, mask)| share * mask).sum::<f32>().max(1e-9);
                for ((slope, share), mask) in slope.iter_mut().zip(&said).zip(mask) {
                    *slope = example.weight * (share - share * mask / right);
                }
            }
        }
    }
    slope
}
