//! Measures of answers against labels: accuracy, macro F1, recall, calibration.

use std::collections::BTreeMap;

/// Answers to one question beside the right ones.
#[derive(Default)]
pub(super) struct Answers {
    rows: Vec<(String, String, f32)>,
}

impl Answers {
    pub(super) fn add(&mut self, gold: &str, said: &str, probability: f32) {
        self.rows.push((gold.to_owned(), said.to_owned(), probability));
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The share that is right.
    pub(super) fn accuracy(&self) -> f64 {
        share(self.rows.iter().filter(|(gold, said, _)| gold == said).count(), self.rows.len())
    }

    /// The mean over the labels that occur of F1, the harmonic mean of precision and recall.
    pub(super) fn macro_f1(&self) -> f64 {
        let mut labels: BTreeMap<&str, (u32, u32, u32)> = BTreeMap::new();
        for (gold, ..) in &self.rows {
            labels.entry(gold).or_default();
        }
        for (gold, said, _) in &self.rows {
            if let Some(counts) = labels.get_mut(gold.as_str()) {
                if gold == said { counts.0 += 1 } else { counts.2 += 1 }
            }
            if gold != said
                && let Some(counts) = labels.get_mut(said.as_str())
            {
                counts.1 += 1;
            }
        }
        let f1 = |&(hit, wrong, missed): &(u32, u32, u32)| {
            if hit == 0 { 0.0 } else { 2.0 * f64::from(hit) / f64::from(2 * hit + wrong + missed) }
        };
        labels.values().map(f1).sum::<f64>() / labels.len().max(1) as f64
    }

    /// Of the rows with this label, the share found; of the others, the share falsely said; and how many have it.
    pub(super) fn recall(&self, label: &str) -> (f64, f64, usize) {
        let (with, without): (Vec<_>, Vec<_>) = self.rows.iter().partition(|(gold, ..)| gold == label);
        let said = |rows: &[&(String, String, f32)]| rows.iter().filter(|(_, said, _)| said == label).count();
        (share(said(&with), with.len()), share(said(&without), without.len()), with.len())
    }

    /// The expected calibration error over ten equal bins.
    pub(super) fn calibration_error(&self) -> f64 {
        let mut bins = [(0_usize, 0_usize, 0.0_f64); 10];
        for (gold, said, probability) in &self.rows {
            let place = (1..10).filter(|tenth| *probability >= *tenth as f32 / 10.0).count();
            let bin = &mut bins[place];
            bin.0 += 1;
            bin.1 += usize::from(gold == said);
            bin.2 += f64::from(*probability);
        }
        let off = |&(count, right, sure): &(usize, usize, f64)| {
            (sure - right as f64).abs() / count.max(1) as f64 * count as f64
        };
        bins.iter().map(off).sum::<f64>() / self.rows.len().max(1) as f64
    }
}

fn share(some: usize, all: usize) -> f64 {
    if all == 0 { f64::NAN } else { some as f64 / all as f64 }
}

#[cfg(test)]
mod tests {
    use super::Answers;

    #[test]
    fn measures_of_a_small_table() {
        let mut answers = Answers::default();
        for (gold, said, sure) in [("a", "a", 0.9), ("a", "b", 0.6), ("b", "b", 0.8), ("c", "b", 0.5)] {
            answers.add(gold, said, sure);
        }
        assert!((answers.accuracy() - 0.5).abs() < 1e-9);
        // F1 of a is 2/3, of b 2/4, of c nought.
        assert!((answers.macro_f1() - (2.0 / 3.0 + 0.5) / 3.0).abs() < 1e-9);
        assert_eq!(answers.recall("b"), (1.0, 2.0 / 3.0, 1));
        assert!((answers.calibration_error() - (0.1 + 0.6 + 0.2 + 0.5) / 4.0).abs() < 1e-6);
    }
}
