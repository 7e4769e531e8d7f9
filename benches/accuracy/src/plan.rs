//! The plan: which rows are learned from, which are asked.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::Fail;

/// All tasks, and what speed is measured with.
#[derive(Deserialize)]
pub(crate) struct Plan {
    /// In the order in which they are learned.
    pub(crate) tasks: Vec<Task>,
    /// The head and the messages for timings.
    pub(crate) speed: Speed,
}

/// One question to learn.
#[derive(Deserialize)]
pub(crate) struct Task {
    pub(crate) name: String,
    pub(crate) train: PathBuf,
    pub(crate) test: PathBuf,
    /// A row may have several labels or none.
    pub(crate) multi: bool,
}

/// What is timed.
#[derive(Deserialize)]
pub(crate) struct Speed {
    /// The task whose head is timed.
    pub(crate) head: String,
    pub(crate) texts: PathBuf,
}

/// A message with its labels; none means out of scope.
#[derive(Deserialize)]
pub(crate) struct Row {
    pub(crate) text: String,
    pub(crate) labels: Vec<String>,
}

#[derive(Deserialize)]
struct Text {
    text: String,
}

impl Plan {
    pub(crate) fn read(path: &Path) -> Result<Self, Fail> {
        serde_json::from_str(&text(path)?).map_err(|why| format!("{}: {why}", path.display()).into())
    }
}

/// The rows of a file of JSON lines.
pub(crate) fn rows(path: &Path) -> Result<Vec<Row>, Fail> {
    lines(path)
}

/// The texts of a file of JSON lines, whatever else stands in them.
pub(crate) fn texts(path: &Path) -> Result<Vec<String>, Fail> {
    Ok(lines::<Text>(path)?.into_iter().map(|row| row.text).collect())
}

/// The rows of a file of JSON lines, of any shape.
pub(crate) fn lines<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, Fail> {
    let read = |(place, line)| {
        serde_json::from_str(line)
            .map_err(|why| format!("{}, line {}: {why}", path.display(), place + 1).into())
    };
    text(path)?.lines().enumerate().map(read).collect()
}

fn text(path: &Path) -> Result<String, Fail> {
    std::fs::read_to_string(path).map_err(|why| format!("{}: {why}", path.display()).into())
}
