//! How near two messages are, and how a vector is kept.

use crate::analyze::DIM;

/// Messages whose vectors have a smaller cosine than this are unrelated: a correction does not reach them at all.
/// `tests/it/corrections.rs` holds it to that: paraphrases are reached, other messages keep their answers.
const RELATED: f32 = 0.5;
/// The largest whole number of a kept vector.
const MOST: f32 = 127.0;

/// How much a correction of one message counts for another: 1 for the same, 0 from a cosine of [`RELATED`] down.
pub(super) fn near(one: &[f32], other: &[f32]) -> f32 {
    let cosine: f32 = one.iter().zip(other).map(|(a, b)| a * b).sum();
    ((cosine - RELATED) / (1.0 - RELATED)).clamp(0.0, 1.0)
}

/// A vector in bytes.
pub(super) fn pack(vector: &[f32; DIM]) -> Vec<i8> {
    let most = vector.iter().fold(f32::MIN_POSITIVE, |most, value| most.max(value.abs()));
    vector.iter().map(|value| (value / most * MOST).round() as i8).collect()
}

/// The vector of those bytes, of length 1; none when all are nought.
pub(super) fn unpack(bytes: &[i8]) -> Option<Vec<f32>> {
    let length = bytes.iter().map(|byte| f32::from(*byte) * f32::from(*byte)).sum::<f32>().sqrt();
    (length > 0.0).then(|| bytes.iter().map(|byte| f32::from(*byte) / length).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packed_vector_is_near_itself_and_far_from_another() {
        let mut vector = [0.0; DIM];
        for (place, value) in vector.iter_mut().enumerate() {
            *value = (place as f32 * 0.7).sin() / 11.3;
        }
        let unpacked = unpack(&pack(&vector)).unwrap();
        assert!(near(&vector, &unpacked) > 0.99);
        let turned: Vec<f32> = unpacked.iter().rev().map(|value| -value).collect();
        assert!(near(&vector, &turned) < 0.5);
        assert!(unpack(&[0; DIM]).is_none());
    }
}
