//! From scores of held-out examples to probabilities, label sets and the score for "none of these".

use super::HeldOut;
use super::data::Data;
use crate::analyze::softmax;
use crate::custom::head::distance;
use crate::custom::meta::Scope;

/// Temperatures are looked for between these; scores of a label's classifier lie around -1 and 1.
/// With few examples none may be wrong, and no temperature would be cold enough: hence an end.
const COLDEST: f32 = 0.1;
const HOTTEST: f32 = 2.0;
/// Steps of the golden-section search; each narrows the range to 0.62 of what it was.
const STEPS: u32 = 30;
/// One in so many held-out examples looks stranger than a score of one half.
const STRANGE: usize = 20;
/// The log odds of one in [`STRANGE`]: the score that an ordinary example gets.
const ORDINARY: f32 = 2.944_439;

/// Scores of held-out examples, by example.
pub(super) struct Held {
    rows: Vec<(Vec<f32>, Vec<u32>)>,
}

/// What makes answers of scores.
pub(super) struct Calibration {
    pub(super) temperature: f32,
    pub(super) set_from: f32,
    pub(super) scope: Scope,
    pub(super) held_out: HeldOut,
}

impl Held {
    /// Takes the scores of those examples whose label others have too: the rest cannot be known when held out.
    pub(super) fn of(data: &Data, scores: impl Iterator<Item = (u32, Vec<f32>)>) -> Self {
        let counts = data.counts();
        let mut rows = Vec::new();
        for (row, scores) in scores {
            let targets = &data.targets[row as usize];
            if targets.iter().any(|target| counts[*target as usize] > 1) {
                rows.push((scores, targets.clone()));
            }
        }
        Self { rows }
    }

    /// The share of examples whose best label is right.
    pub(super) fn accuracy(&self) -> f32 {
        let hits = self.rows.iter().filter(|(scores, targets)| {
            let mut best = 0;
            for (place, score) in scores.iter().enumerate() {
                if *score > scores[best] {
                    best = place;
                }
            }
            targets.contains(&(best as u32))
        });
        hits.count() as f32 / self.rows.len().max(1) as f32
    }

    fn loss(&self, temperature: f32) -> f32 {
        let loss = |(scores, targets): &(Vec<f32>, Vec<u32>)| {
            let shares = softmax(scores, temperature);
            let right: f32 = targets.iter().map(|target| shares[*target as usize]).sum();
            -libm::logf(right.max(1e-9))
        };
        self.rows.iter().map(loss).sum()
    }

    fn temperature(&self) -> f32 {
        let golden = 0.618_034;
        let (mut low, mut high) = (libm::logf(COLDEST), libm::logf(HOTTEST));
        for _ in 0..STEPS {
            let (left, right) = (high - golden * (high - low), low + golden * (high - low));
            if self.loss(libm::expf(left)) < self.loss(libm::expf(right)) { high = right } else { low = left }
        }
        libm::expf(f32::midpoint(low, high))
    }

    pub(super) fn calibrate(&self, set_error: f32) -> Calibration {
        let mut calibration = Calibration {
            temperature: 1.0,
            set_from: 0.0,
            scope: Scope { middle: 0.0, slope: 1.0 },
            held_out: HeldOut { accuracy: 0.0, covered: 1.0, set_size: 1.0, examples: 0 },
        };
        if self.rows.is_empty() {
            return calibration;
        }
        let count = self.rows.len();
        calibration.temperature = self.temperature();
        let shares: Vec<Vec<f32>> =
            self.rows.iter().map(|(scores, _)| softmax(scores, calibration.temperature)).collect();
        let reached = |(shares, (_, targets)): (&Vec<f32>, &(Vec<f32>, Vec<u32>))| {
            targets.iter().map(|target| shares[*target as usize]).fold(0.0, f32::max)
        };
        let mut right: Vec<f32> = shares.iter().zip(&self.rows).map(reached).collect();
        right.sort_by(f32::total_cmp);
        // The quantile of split conformal prediction, one row to the safe side; all labels when rows are too few.
        let place = rows_of(set_error, count);
        calibration.set_from = if place == 0 { 0.0 } else { right[place.min(count) - 1] };
        let in_set = |shares: &Vec<f32>| {
            shares.iter().filter(|share| **share >= calibration.set_from).count().clamp(1, 10)
        };
        let mut distances: Vec<f32> = self.rows.iter().map(|(scores, _)| distance(scores)).collect();
        distances.sort_by(f32::total_cmp);
        let ordinary = distances[count / 2];
        let strange = distances[count - 1 - count / STRANGE].max(ordinary + 1e-3);
        calibration.scope = Scope { middle: strange, slope: ORDINARY / (strange - ordinary) };
        calibration.held_out = HeldOut {
            accuracy: self.accuracy(),
            covered: right.iter().filter(|share| **share >= calibration.set_from).count() as f32
                / count as f32,
            set_size: shares.iter().map(in_set).sum::<usize>() as f32 / count as f32,
            examples: count as u32,
        };
        calibration
    }
}

/// How many of so many rows a share allows, rounded down; a share lies between 0 and 1.
#[expect(clippy::cast_sign_loss, reason = "a share of a count is not negative")]
fn rows_of(share: f32, count: usize) -> usize {
    (share * (count as f32 + 1.0)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_sure_scores_get_a_higher_temperature_and_sets_their_coverage() {
        // The margin says little: three in four are right.
        let rows = (0..40).map(|row| (vec![1.0, 0.0], vec![u32::from(row % 4 == 0)])).collect();
        let calibration = Held { rows }.calibrate(0.2);
        let sure = softmax(&[1.0, 0.0], calibration.temperature)[0];
        assert!((sure - 0.75).abs() < 0.01, "{sure}");
        assert!(calibration.held_out.covered >= 0.8);
        assert!((calibration.held_out.accuracy - 0.75).abs() < 1e-6);
    }
}
