//! From fitted weights to a head.

use safetensors::tensor::Dtype;

use super::fit::Weights;
use crate::Error;
use crate::custom::CustomHead;
use crate::custom::file::{self, Written};
use crate::custom::meta::Meta;

/// The largest whole number of a byte's weight.
const MOST: f32 = 127.0;

pub(super) fn head(mut meta: Meta, weights: &Weights) -> Result<CustomHead, Error> {
    let (labels, numbers, index) = (weights.labels, weights.numbers, &weights.vocabulary.index);
    meta.rows = index.len();
    let scaled = |(row, index): (&[f32], &u32)| -> Vec<f32> {
        row.iter().map(|weight| weight * weights.scale(*index)).collect()
    };
    let rows = weights.rows.chunks_exact(labels).zip(index).map(scaled);
    let (rows, row_scale) = quantized(rows);
    let by_number = |number: usize| -> Vec<f32> {
        (0..labels).map(|label| weights.dense[label * numbers + number]).collect()
    };
    let (dense, dense_scale) = quantized((0..numbers).map(by_number));
    let floats = |values: &[f32]| values.iter().flat_map(|value| value.to_le_bytes()).collect::<Vec<u8>>();
    let places = index.iter().flat_map(|row| row.to_le_bytes()).collect();
    let tensors: Written = vec![
        ("bias", Dtype::F32, vec![labels], floats(&weights.bias)),
        ("dense", Dtype::U8, vec![numbers, labels], dense),
        ("dense_scale", Dtype::F32, vec![numbers], floats(&dense_scale)),
        ("index", Dtype::U32, vec![meta.rows], places),
        ("rarity", Dtype::F32, vec![meta.rows], floats(&weights.vocabulary.rarity)),
        ("row_scale", Dtype::F32, vec![meta.rows], floats(&row_scale)),
        ("rows", Dtype::U8, vec![meta.rows, labels], rows),
    ];
    // Reading it back also proves that somebody else can.
    CustomHead::from_bytes(file::write(meta, &tensors)?)
}

/// Whole numbers of -127 to 127 with one scale a row.
fn quantized(rows: impl Iterator<Item = Vec<f32>>) -> (Vec<u8>, Vec<f32>) {
    let (mut bytes, mut scales) = (Vec::new(), Vec::new());
    for row in rows {
        let scale = row.iter().fold(0.0_f32, |most, weight| most.max(weight.abs())) / MOST;
        let whole = |weight: &f32| if scale > 0.0 { (weight / scale).round() as i8 } else { 0 };
        bytes.extend(row.iter().map(|weight| whole(weight).cast_unsigned()));
        scales.push(scale);
    }
    (bytes, scales)
}
