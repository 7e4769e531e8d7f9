//! From fitted weights to the bytes of a heads file.

use std::collections::{BTreeMap, HashMap};

use safetensors::tensor::{Dtype, TensorView};

use super::calibrate::Calibration;
use super::fit::{SIGNALS, Weights, bias};
use super::{NGRAM_ROWS, questions};
use crate::Error;
use crate::analyze::{DIM, HeadsFile, KEY, Parts, Precision, WIDTH, signal_names};

/// The largest whole number of a byte's weight.
const MOST: f32 = 127.0;

pub(super) fn parts(
    weights: &Weights,
    calibration: &Calibration,
    rules: BTreeMap<String, Precision>,
    rows: BTreeMap<String, u32>,
    encoder: &str,
) -> Parts {
    let (bytes, row_scale) = quantized(&weights.values[..NGRAM_ROWS]);
    let labels = questions().into_iter().map(|question| {
        let labels = question.labels().into_iter().map(str::to_owned).collect();
        (question.name().to_owned(), labels)
    });
    let file = HeadsFile {
        format: 1,
        encoder: encoder.to_owned(),
        labels: labels.collect(),
        signals: signal_names(),
        temperature: calibration.temperature.clone(),
        shift: calibration.shift.clone(),
        sets: calibration.sets.clone(),
        rules,
        rows,
    };
    Parts {
        file,
        rows: bytes,
        row_scale,
        dense: weights.dense().collect(),
        signals: weights.values[SIGNALS..bias()].iter().flatten().copied().collect(),
        bias: weights.values[bias()].to_vec(),
    }
}

/// Whole numbers of -127 to 127 with one scale a column.
fn quantized(rows: &[[f32; WIDTH]]) -> (Vec<u8>, Vec<f32>) {
    let mut scale = vec![0.0_f32; WIDTH];
    for row in rows {
        for (scale, weight) in scale.iter_mut().zip(row) {
            *scale = scale.max(weight.abs() / MOST);
        }
    }
    let whole = |weight: f32, scale: f32| if scale > 0.0 { (weight / scale).round() as i8 } else { 0 };
    let bytes =
        rows.iter().flat_map(|row| row.iter().zip(&scale).map(|(w, s)| whole(*w, *s).cast_unsigned()));
    (bytes.collect(), scale)
}

pub(super) fn bytes(parts: &Parts) -> Result<Vec<u8>, Error> {
    let fail = |error: String| Error::training(format!("heads cannot be written: {error}"));
    let floats = |values: &[f32]| values.iter().flat_map(|value| value.to_le_bytes()).collect::<Vec<u8>>();
    let names = parts.file.signals.len();
    let tensors: Vec<(&str, Dtype, Vec<usize>, Vec<u8>)> = vec![
        ("bias", Dtype::F32, vec![WIDTH], floats(&parts.bias)),
        ("dense", Dtype::F32, vec![DIM, WIDTH], floats(&parts.dense)),
        ("row_scale", Dtype::F32, vec![WIDTH], floats(&parts.row_scale)),
        ("rows", Dtype::U8, vec![NGRAM_ROWS, WIDTH], parts.rows.clone()),
        ("signals", Dtype::F32, vec![names, WIDTH], floats(&parts.signals)),
    ];
    let json = serde_json::to_string(&parts.file).map_err(|error| fail(error.to_string()))?;
    // One key alone: the order of several would not be the same twice.
    let metadata = HashMap::from([(KEY.to_owned(), json)]);
    let mut views = Vec::new();
    for (name, dtype, shape, data) in &tensors {
        let view = TensorView::new(*dtype, shape.clone(), data).map_err(|error| fail(error.to_string()))?;
        views.push((*name, view));
    }
    safetensors::serialize(views, Some(metadata)).map_err(|error| fail(error.to_string()))
}
