//! Parts that are held out in turn, each with its share of every label.

use super::data::Data;
use crate::learn::random::Random;

/// The part of each example; the labels' names are never held out. Labels are dealt out in turn, so that each part has its share of each of them.
pub(super) fn folds(data: &Data, parts: u32, seed: u64) -> Vec<u32> {
    let mut order: Vec<usize> = (0..data.len()).collect();
    Random::new(seed).shuffle(&mut order);
    order.sort_by_key(|row| data.targets[*row].first().copied());
    let mut fold = vec![u32::MAX; data.targets.len()];
    for (place, row) in order.into_iter().enumerate() {
        fold[row] = place as u32 % parts;
    }
    fold
}

/// The rows inside and outside of one part.
pub(super) fn split(folds: &[u32], part: u32) -> (Vec<u32>, Vec<u32>) {
    (0..folds.len() as u32).partition(|row| folds[*row as usize] != part)
}
