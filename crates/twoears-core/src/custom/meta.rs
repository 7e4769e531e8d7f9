//! What a custom head's file says of itself.

use serde::{Deserialize, Serialize};

use super::waves::{BLOCK, MOST_BLOCKS};
use crate::Error;
use crate::analyze::DIM;

/// The format that this library writes and reads.
pub(crate) const FORMAT: u32 = 1;
/// What kind of file it is; heads of the default questions have another.
pub const KIND: &str = "twoears-custom";
/// A head answers with at least so many labels.
pub const LEAST_LABELS: usize = 2;
/// And with so many at the most.
pub const MOST_LABELS: usize = 1000;
/// A label or a head's name has so many bytes at the most.
pub const LABEL_BYTES: usize = 200;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Meta {
    pub(crate) format: u32,
    pub(crate) kind: String,
    pub(crate) name: String,
    pub(crate) labels: Vec<String>,
    pub(crate) encoder: String,
    /// How many examples it was learned from.
    pub(crate) examples: u32,
    /// Rows of n-grams that are kept.
    pub(crate) rows: usize,
    /// Blocks of waves over the vector.
    pub(crate) wave_blocks: u32,
    /// What scores are divided by before they become probabilities.
    pub(crate) temperature: f32,
    /// Labels from this probability on are in the conformal set.
    pub(crate) set_from: f32,
    /// The error rate that `set_from` was found for.
    pub(crate) set_error: f32,
    /// From distance to the score for "none of these".
    pub(crate) scope: Scope,
    /// SHA-256 of this description without the checksum, and of the tensors.
    #[serde(default)]
    pub(crate) checksum: String,
}

/// From how far out a message looks to the score between 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Scope {
    /// The distance that one in twenty held-out examples pass; it scores one half.
    pub(crate) middle: f32,
    /// What one unit of it moves the log odds.
    pub(crate) slope: f32,
}

impl Meta {
    /// Numbers that the head reads beside the n-grams: the vector and its waves.
    pub(crate) fn numbers(&self) -> usize {
        DIM + self.wave_blocks as usize * BLOCK
    }

    pub(crate) fn check(&self) -> Result<(), Error> {
        let fail = |why: String| Err(Error::model(format!("custom head: {why}")));
        if self.kind != KIND {
            return fail(format!("`kind` is `{}`, not `{KIND}`", short(&self.kind)));
        }
        if self.format != FORMAT {
            return fail(format!("`format` is {}; this library reads {FORMAT}", self.format));
        }
        names(&self.name, &self.labels).or_else(fail)?;
        let positive = |value: f32| value.is_finite() && value > 0.0;
        let fine = positive(self.temperature)
            && self.wave_blocks <= MOST_BLOCKS
            && (0.0..=1.0).contains(&self.set_from)
            && positive(self.set_error)
            && self.set_error < 1.0
            && self.scope.middle.is_finite()
            && positive(self.scope.slope);
        if fine {
            Ok(())
        } else {
            fail(
                "`wave_blocks`, `temperature`, `set_from`, `set_error` or `scope` is out of range".to_owned(),
            )
        }
    }
}

/// Are the head's name and labels usable? Says what is not.
pub(crate) fn names(name: &str, labels: &[String]) -> Result<(), String> {
    let usable = |name: &str| {
        !name.trim().is_empty() && name.len() <= LABEL_BYTES && !name.contains(|c: char| c.is_control())
    };
    if !usable(name) {
        return Err(format!(
            "the name `{}` is empty, holds control characters or has more than {LABEL_BYTES} bytes",
            short(name)
        ));
    }
    if !(LEAST_LABELS..=MOST_LABELS).contains(&labels.len()) {
        return Err(format!("{} labels; it must be {LEAST_LABELS} to {MOST_LABELS}", labels.len()));
    }
    if let Some((place, _)) = labels.iter().enumerate().find(|(_, label)| !usable(label)) {
        return Err(format!(
            "label {} is empty, holds control characters or has more than {LABEL_BYTES} bytes",
            place + 1
        ));
    }
    let mut sorted: Vec<&String> = labels.iter().collect();
    sorted.sort_unstable();
    match sorted.windows(2).find(|two| two[0] == two[1]) {
        Some(two) => Err(format!("label `{}` stands twice", short(two[0]))),
        None => Ok(()),
    }
}

/// A name as an error shows it: not longer than a line, and unable to steer a terminal.
pub(crate) fn short(name: &str) -> String {
    name.chars().take(60).map(|c| if c.is_control() { ' ' } else { c }).collect()
}
