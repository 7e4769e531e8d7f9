//! Calibration on rows that were held out: temperatures, shifts, conformal thresholds.

use std::collections::BTreeMap;

use super::questions;
use super::row::Example;
use super::target::Target;
use crate::analyze::{Question, SetFrom, WIDTH, logistic, softmax};

/// Temperatures are looked for between these.
const COLDEST: f32 = 0.2;
const HOTTEST: f32 = 5.0;
/// Steps of the golden-section search; each narrows the range to 0.62 of what it was.
const STEPS: u32 = 40;
/// Error rates that conformal sets can be asked for; one in between gets the next lower.
const SET_ERRORS: [f32; 10] = [0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5];
/// Steps of gradient descent for yes-or-no questions.
const SLOPE_STEPS: u32 = 400;

/// Scores of held-out rows.
#[derive(Default)]
pub(super) struct Held(Vec<HeldRow>);

struct HeldRow {
    scores: [f32; WIDTH],
    targets: Vec<Vec<f32>>,
    weight: f32,
}

/// What makes probabilities of scores, by question.
#[derive(Default)]
pub(super) struct Calibration {
    pub(super) temperature: BTreeMap<String, f32>,
    pub(super) shift: BTreeMap<String, f32>,
    pub(super) sets: BTreeMap<String, Vec<SetFrom>>,
}

impl Held {
    pub(super) fn add(&mut self, example: &Example, scores: &[f32; WIDTH]) {
        self.0.push(HeldRow {
            scores: *scores,
            targets: example.targets.iter().map(Target::right).collect(),
            weight: example.weight,
        });
    }

    /// Does any row answer the question?
    pub(super) fn answers(&self, question: Question) -> bool {
        !self.of(question).is_empty()
    }

    /// Labelled rows of a question: scores, targets, weight.
    fn of(&self, question: Question) -> Vec<(&[f32], &[f32], f32)> {
        let place = questions().iter().position(|&q| q == question).unwrap_or(0);
        let rows = self
            .0
            .iter()
            .map(|row| (&row.scores[question.columns()], row.targets[place].as_slice(), row.weight));
        rows.filter(|(_, target, _)| !target.is_empty()).collect()
    }

    pub(super) fn calibrate(&self, temper: &[f32; 6]) -> Calibration {
        let mut calibration = Calibration::default();
        let asked = questions().into_iter().zip(temper);
        for (question, temper) in asked.filter(|(question, _)| self.answers(*question)) {
            let rows = self.of(question);
            let name = question.name().to_owned();
            if question.columns().len() == 1 {
                let (temperature, shift) = yes_or_no(&rows);
                calibration.temperature.insert(name.clone(), temperature * temper);
                calibration.shift.insert(name, shift / temper);
            } else {
                let temperature = coolest_loss(&rows) * temper;
                let curve =
                    SET_ERRORS.map(|error| SetFrom { error, from: set_from(&rows, temperature, error) });
                calibration.sets.insert(name.clone(), curve.to_vec());
                calibration.temperature.insert(name, temperature);
            }
        }
        calibration
    }

    /// The share of rows whose best label is right, by question.
    pub(super) fn accuracy(&self) -> BTreeMap<String, f32> {
        let right = |scores: &[f32], target: &[f32]| match target {
            [yes] => (scores[0] > 0.0) == (*yes > 0.5),
            mask => {
                let best = (0..scores.len()).max_by(|&a, &b| scores[a].total_cmp(&scores[b])).unwrap_or(0);
                mask[best] > 0.5
            }
        };
        let share = |question: Question| {
            let rows = self.of(question);
            let hits = rows.iter().filter(|(scores, target, _)| right(scores, target)).count();
            hits as f32 / rows.len().max(1) as f32
        };
        let answered = questions().into_iter().filter(|question| self.answers(*question));
        answered.map(|question| (question.name().to_owned(), share(question))).collect()
    }
}

/// The weighted loss of a softmax question at a temperature.
fn loss(rows: &[(&[f32], &[f32], f32)], temperature: f32) -> f32 {
    rows.iter()
        .map(|(scores, mask, weight)| {
            let right: f32 =
                softmax(scores, temperature).iter().zip(*mask).map(|(share, mask)| share * mask).sum();
            -libm::logf(right.max(1e-9)) * weight
        })
        .sum()
}

/// The temperature of the least loss, by golden-section search (the loss has one valley).
fn coolest_loss(rows: &[(&[f32], &[f32], f32)]) -> f32 {
    if rows.is_empty() {
        return 1.0;
    }
    let golden = 0.618_034;
    let (mut low, mut high) = (COLDEST, HOTTEST);
    for _ in 0..STEPS {
        let (left, right) = (high - golden * (high - low), low + golden * (high - low));
        if loss(rows, left) < loss(rows, right) { high = right } else { low = left }
    }
    f32::midpoint(low, high)
}

/// Platt's scaling: a slope and a shift, by gradient descent on the weighted loss.
fn yes_or_no(rows: &[(&[f32], &[f32], f32)]) -> (f32, f32) {
    let total: f32 = rows.iter().map(|(_, _, weight)| weight).sum();
    let (mut slope, mut shift) = (1.0_f32, 0.0_f32);
    for _ in 0..SLOPE_STEPS {
        let (mut by_slope, mut by_shift) = (0.0, 0.0);
        for (scores, target, weight) in rows {
            let off = (logistic(scores[0] * slope + shift) - target[0]) * weight / total.max(1.0);
            by_slope += off * scores[0];
            by_shift += off;
        }
        slope = (slope - 0.5 * by_slope).clamp(1.0 / HOTTEST, 1.0 / COLDEST);
        shift = (shift - 0.5 * by_shift).clamp(-4.0, 4.0);
    }
    (1.0 / slope, shift)
}

/// The probability that the right label reaches in all but `error` of the (weighted) held-out rows.
fn set_from(rows: &[(&[f32], &[f32], f32)], temperature: f32, error: f32) -> f32 {
    let mut reached: Vec<(f32, f32)> = rows
        .iter()
        .map(|(scores, mask, weight)| {
            let shares = softmax(scores, temperature);
            let right = shares.iter().zip(*mask).filter(|(_, mask)| **mask > 0.5).map(|(share, _)| *share);
            (right.fold(0.0, f32::max), *weight)
        })
        .collect();
    reached.sort_by(|a, b| a.0.total_cmp(&b.0));
    let total: f32 = reached.iter().map(|(_, weight)| weight).sum();
    let mut below = 0.0;
    for (share, weight) in reached {
        below += weight;
        if below > total * error {
            return share;
        }
    }
    0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_sure_scores_get_a_higher_temperature() {
        // Scores that say 88 % while two in three are right.
        let rows: Vec<(&[f32], &[f32], f32)> = vec![
            (&[2.0, 0.0], &[1.0, 0.0], 1.0),
            (&[2.0, 0.0], &[1.0, 0.0], 1.0),
            (&[2.0, 0.0], &[0.0, 1.0], 1.0),
        ];
        let temperature = coolest_loss(&rows);
        assert!((softmax(&[2.0, 0.0], temperature)[0] - 2.0 / 3.0).abs() < 0.01);
    }

    #[test]
    fn the_set_threshold_is_a_quantile() {
        let row = |share: f32| [libm::logf(share), libm::logf(1.0 - share)];
        let scores: Vec<[f32; 2]> = (1..=10).map(|tenth| row(tenth as f32 / 11.0)).collect();
        let rows: Vec<(&[f32], &[f32], f32)> =
            scores.iter().map(|s| (&s[..], &[1.0, 0.0][..], 1.0)).collect();
        assert!((set_from(&rows, 1.0, 0.15) - 2.0 / 11.0).abs() < 1e-5);
    }
}
