//! An answer to a test row, as a JSON line.

use std::path::Path;

use serde::Serialize;
use twoears_core::CustomReading;

use crate::Fail;

/// What is said of one row.
#[derive(Serialize)]
pub(crate) struct Answer {
    /// The label; for rows with several labels, all that are said.
    pub(crate) labels: Vec<String>,
    /// How little it looks like any label.
    #[serde(skip_serializing_if = "Option::is_none")]
    out_of_scope: Option<f32>,
    /// Of the label.
    #[serde(skip_serializing_if = "Option::is_none")]
    probability: Option<f32>,
    /// The conformal set.
    #[serde(skip_serializing_if = "Option::is_none")]
    set: Option<Vec<String>>,
}

impl Answer {
    /// One label, with all that the head says of it.
    pub(crate) fn one(reading: &CustomReading) -> Self {
        Self {
            labels: vec![reading.label.to_string()],
            out_of_scope: Some(reading.out_of_scope),
            probability: Some(reading.probability),
            set: Some(reading.set.iter().map(ToString::to_string).collect()),
        }
    }

    /// Several labels.
    pub(crate) fn several(labels: Vec<String>) -> Self {
        Self { labels, out_of_scope: None, probability: None, set: None }
    }
}

/// Writes answers in the order of their rows.
pub(crate) fn write<T: Serialize>(path: &Path, answers: &[T]) -> Result<(), Fail> {
    let mut text = String::new();
    for answer in answers {
        text.push_str(&serde_json::to_string(answer)?);
        text.push('\n');
    }
    std::fs::write(path, text).map_err(|why| format!("{}: {why}", path.display()).into())
}
