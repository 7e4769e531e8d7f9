//! Examples as the trainer sees them.

use super::{Chosen, Example};
use crate::analyze::{DIM, Encoder};
use crate::custom::ngrams::{self, ROWS};
use crate::custom::waves::{BLOCK, SHARPNESS, waves};
use crate::listen;

/// Weights of n-grams that a head holds at the most; more rows than that are left out, the rarest first.
const MOST_WEIGHTS: usize = 96 << 20;

/// Examples that were heard once: their vectors with waves, their n-grams, the places of their labels.
pub(super) struct Data {
    pub(super) labels: Vec<String>,
    pub(super) bags: Vec<Vec<(u32, f32)>>,
    /// Of the examples, and behind them of the labels' own names.
    pub(super) targets: Vec<Vec<u32>>,
    examples: usize,
    blocks: u32,
    numbers: Vec<f32>,
}

impl Data {
    pub(super) fn of(encoder: &Encoder, examples: &[Example]) -> Self {
        let mut labels: Vec<String> = examples.iter().flat_map(|example| example.labels.clone()).collect();
        labels.sort_unstable();
        labels.dedup();
        let mut data = Self {
            examples: examples.len(),
            blocks: blocks(examples.len()),
            labels,
            bags: Vec::with_capacity(examples.len()),
            targets: Vec::with_capacity(examples.len()),
            numbers: Vec::new(),
        };
        let of_label = |label: &String| Example::new(label.replace(['_', '.', '-', '/'], " "), label.clone());
        let names: Vec<Example> = data.labels.iter().map(of_label).collect();
        data.numbers.reserve_exact((examples.len() + names.len()) * data.width());
        for example in examples.iter().chain(&names) {
            let heard = listen::hear(&example.text);
            let vector = encoder.encode(&heard);
            data.numbers.extend_from_slice(&vector);
            waves(&vector, data.blocks, SHARPNESS, &mut data.numbers);
            data.bags.push(ngrams::bag(&heard));
            let place = |label: &String| data.labels.binary_search(label).unwrap_or(0) as u32;
            let mut targets: Vec<u32> = example.labels.iter().map(place).collect();
            targets.sort_unstable();
            targets.dedup();
            data.targets.push(targets);
        }
        data
    }

    /// How many examples there are; rows behind them are the labels' names.
    pub(super) fn len(&self) -> usize {
        self.examples
    }

    fn width(&self) -> usize {
        DIM + self.blocks as usize * BLOCK
    }

    /// The vector of an example and its waves.
    pub(super) fn numbers(&self, row: usize) -> &[f32] {
        &self.numbers[row * self.width()..(row + 1) * self.width()]
    }

    /// Blocks of waves that a choice reads.
    pub(super) fn blocks_of(&self, with: &Chosen) -> u32 {
        if with.waves > 0.0 { self.blocks } else { 0 }
    }

    /// Numbers that a choice reads.
    pub(super) fn width_of(&self, with: &Chosen) -> usize {
        DIM + self.blocks_of(with) as usize * BLOCK
    }

    /// The square of what a choice multiplies each number by.
    pub(super) fn squares_of(&self, with: &Chosen) -> Vec<f32> {
        let mut squares = vec![with.vector * with.vector; DIM];
        squares.resize(self.width_of(with), with.waves * with.waves);
        squares
    }

    /// How many examples have each label.
    pub(super) fn counts(&self) -> Vec<u32> {
        let mut counts = vec![0; self.labels.len()];
        for target in self.targets[..self.examples].iter().flatten() {
            counts[*target as usize] += 1;
        }
        counts
    }
}

/// Blocks of waves for so many examples: more are more accurate, but all examples are kept in memory with theirs.
fn blocks(examples: usize) -> u32 {
    match examples {
        0..=20_000 => 4,
        20_001..=40_000 => 2,
        _ => 1,
    }
}

/// The n-grams that are kept, and how much each counts.
pub(super) struct Vocabulary {
    pub(super) index: Vec<u32>,
    pub(super) rarity: Vec<f32>,
    places: Vec<u32>,
}

impl Vocabulary {
    /// The n-grams of these examples; the commoner ones, when there are too many for a file. The rarity of a row is
    /// the logarithm of how few examples hold it (smoothed inverse document frequency).
    pub(super) fn of(data: &Data, rows: &[u32]) -> Self {
        let mut held_by = vec![0_u32; ROWS];
        for &row in rows {
            for &(row, _) in &data.bags[row as usize] {
                held_by[row as usize] += 1;
            }
        }
        let mut least = 1;
        while held_by.iter().filter(|count| **count >= least).count() * data.labels.len() > MOST_WEIGHTS {
            least += 1;
        }
        let mut vocabulary = Self { index: Vec::new(), rarity: Vec::new(), places: vec![u32::MAX; ROWS] };
        for (row, &count) in held_by.iter().enumerate().filter(|(_, count)| **count >= least) {
            vocabulary.places[row] = vocabulary.index.len() as u32;
            vocabulary.index.push(row as u32);
            let share = (rows.len() as f32 + 1.0) / (count as f32 + 1.0);
            vocabulary.rarity.push(libm::logf(share) + 1.0);
        }
        vocabulary
    }

    pub(super) fn none() -> Self {
        Self { index: Vec::new(), rarity: Vec::new(), places: Vec::new() }
    }

    /// The weighed n-grams of a bag, as the head will weigh them.
    pub(super) fn weigh(&self, bag: &[(u32, f32)]) -> Vec<(u32, f32)> {
        if self.index.is_empty() {
            return Vec::new();
        }
        ngrams::weigh(bag, |row| {
            let place = self.places[row as usize];
            (place != u32::MAX).then(|| (place, self.rarity[place as usize]))
        })
    }
}
