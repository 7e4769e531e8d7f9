//! Waves over the shared vector: features whose products say how near two vectors are, so that a linear head can draw
//! curved borders.
//!
//! Random Fourier features (Rahimi and Recht 2007) for the kernel `exp(sharpness * (cosine - 1))`, with the random
//! matrix made of sign flips and Hadamard transforms (Yu et al. 2016, "Orthogonal random features"): nothing of it
//! needs to be stored, and a block of 512 costs about 7,000 additions.

use crate::analyze::DIM;

/// Waves that one block makes: a cosine and a sine for each of 256 directions.
pub(crate) const BLOCK: usize = 2 * DIM;
/// Blocks of a head at the most.
pub(crate) const MOST_BLOCKS: u32 = 8;
/// How quickly two vectors are no longer near: of 1, 2 and 4 the best for ten examples a label drawn from the training
/// rows of BANKING77 and HWU64, measured on training rows that were left.
pub(crate) const SHARPNESS: f32 = 2.0;
/// Rounds of flips and transforms in each block; three are enough to pass for random (Yu et al. 2016).
const ROUNDS: u64 = 3;

/// Appends the waves of a vector: `blocks` times [`BLOCK`] numbers, all together of length 1.
pub(crate) fn waves(vector: &[f32; DIM], blocks: u32, sharpness: f32, out: &mut Vec<f32>) {
    // A transform without its factor of 1/16 lengthens by 16; directions need 16 times the root of the sharpness.
    let turns = sharpness.sqrt() * 16.0 / (4096.0 * std::f32::consts::TAU);
    let share = 1.0 / ((DIM as u32 * blocks.max(1)) as f32).sqrt();
    for block in 0..u64::from(blocks) {
        let mut turned = *vector;
        for round in 0..ROUNDS {
            flip(&mut turned, block * ROUNDS + round);
            transform(&mut turned);
        }
        out.extend(turned.iter().map(|value| wave(value * turns + 0.25) * share));
        out.extend(turned.iter().map(|value| wave(value * turns) * share));
    }
}

/// Changes the signs that a seed says (`SplitMix64`; part of the format).
fn flip(values: &mut [f32; DIM], seed: u64) {
    let mut bits = crate::custom::bits::Bits::new(seed);
    for some in values.chunks_exact_mut(64) {
        let word = bits.next();
        for (place, value) in some.iter_mut().enumerate() {
            if word >> place & 1 == 1 {
                *value = -*value;
            }
        }
    }
}

/// The Walsh-Hadamard transform, without its factor.
fn transform(values: &mut [f32; DIM]) {
    let mut half = 1;
    while half < DIM {
        for pair in values.chunks_exact_mut(2 * half) {
            let (left, right) = pair.split_at_mut(half);
            for (left, right) in left.iter_mut().zip(right) {
                (*left, *right) = (*left + *right, *left - *right);
            }
        }
        half *= 2;
    }
}

/// The sine of so many turns, within 0.2 %: two parabolas and a correction. Plain arithmetic, so that it is the same
/// on every machine.
fn wave(turns: f32) -> f32 {
    /// Adding and taking away 1.5 times 2^23 rounds to a whole number.
    const ROUNDING: f32 = 12_582_912.0;
    let turns = turns - ((turns + ROUNDING) - ROUNDING);
    let rough = turns * (8.0 - 16.0 * turns.abs());
    0.225 * (rough * rough.abs() - rough) + rough
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wave_is_a_sine() {
        for step in -300..300 {
            let turns = step as f32 / 97.0;
            assert!((wave(turns) - libm::sinf(turns * std::f32::consts::TAU)).abs() < 0.002, "{turns}");
        }
    }

    #[test]
    fn products_of_waves_say_how_near_two_vectors_are() {
        let unit = |angle: f32| {
            let mut vector = [0.0; DIM];
            vector[3] = libm::cosf(angle);
            vector[200] = libm::sinf(angle);
            vector
        };
        for angle in [0.0, 0.3, 0.8, 1.6] {
            let (mut one, mut other) = (Vec::new(), Vec::new());
            waves(&unit(0.0), 4, 2.0, &mut one);
            waves(&unit(angle), 4, 2.0, &mut other);
            let product: f32 = one.iter().zip(&other).map(|(a, b)| a * b).sum();
            assert!(
                (product - libm::expf(2.0 * (libm::cosf(angle) - 1.0))).abs() < 0.08,
                "{angle}: {product}"
            );
        }
    }
}
