//! The journal: all corrections that count, as JSON that the caller keeps.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::MOST_CORRECTIONS;
use crate::Error;
use crate::analyze::DIM;

/// The format that this library writes and reads.
const FORMAT: u32 = 1;
/// A longer journal is refused before it is parsed.
const MOST_BYTES: usize = 64 << 20;
/// Labels of a question whose scores a correction keeps at the most.
pub(super) const LABELS_KEPT: usize = 17;

/// Corrections in their order: of each the vector of the message in bytes, the labels that are right, and what the
/// model had said. It holds no text; yet a vector tells something of what a message was about, so keep it as you keep
/// labels.
///
/// ```
/// use twoears_core::corrections::Journal;
/// let journal = Journal::from_json(r#"{"format":1,"encoder":"any","next":1,"corrections":[]}"#)?;
/// assert!(journal.is_empty());
/// assert!(Journal::from_json("{}").is_err());
/// # Ok::<(), twoears_core::Error>(())
/// ```
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Journal {
    format: u32,
    /// The encoder whose vectors these are.
    pub(super) encoder: String,
    /// The id of the next correction.
    pub(super) next: u64,
    pub(super) corrections: Vec<Correction>,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Correction {
    pub(super) id: u64,
    pub(super) vector: Vec<i8>,
    pub(super) right: BTreeMap<String, Right>,
}

/// What is right in one question, and the log odds that the model gave its strongest labels and the right one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Right {
    pub(crate) label: String,
    pub(crate) said: Vec<(String, f32)>,
}

impl Journal {
    pub(super) fn new(encoder: &str) -> Self {
        Self { format: FORMAT, encoder: encoder.to_owned(), next: 1, corrections: Vec::new() }
    }

    /// How many corrections count.
    pub fn len(&self) -> usize {
        self.corrections.len()
    }

    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.corrections.is_empty()
    }

    /// The ids of the corrections, oldest first.
    pub fn ids(&self) -> impl Iterator<Item = u64> + '_ {
        self.corrections.iter().map(|correction| correction.id)
    }

    /// As JSON, for the caller to keep.
    pub fn to_json(&self) -> String {
        // Plain data into memory: keys are text and numbers were checked to be finite.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// From what [`Journal::to_json`] gave.
    ///
    /// # Errors
    /// When it is no journal of this format, is too long, or holds values out of range; the error names the correction.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        let fail = |why: String| Error::settings(format!("journal: {why}"));
        if json.len() > MOST_BYTES {
            return Err(fail(format!("{} bytes; at most {MOST_BYTES} are read", json.len())));
        }
        // The place of a mistake, not what stands there: the parser would quote the value.
        let journal: Self = serde_json::from_str(json).map_err(|error| {
            fail(format!("line {}, column {}: not a journal of this library", error.line(), error.column()))
        })?;
        if journal.format != FORMAT {
            return Err(fail(format!("`format` is {}; this library reads {FORMAT}", journal.format)));
        }
        if journal.corrections.len() > MOST_CORRECTIONS {
            let count = journal.corrections.len();
            return Err(fail(format!("{count} corrections; at most {MOST_CORRECTIONS} are kept")));
        }
        let mut before = 0;
        for (place, correction) in journal.corrections.iter().enumerate() {
            let fail = |why: &str| Err(fail(format!("correction {}: {why}", place + 1)));
            if correction.id <= before || correction.id >= journal.next {
                return fail("`id` must rise and stay below `next`");
            }
            before = correction.id;
            if correction.vector.len() != DIM || correction.vector.iter().all(|value| *value == 0) {
                return fail("`vector` must have 256 numbers that are not all 0");
            }
            let fine = |right: &Right| {
                !right.said.is_empty()
                    && right.said.len() <= LABELS_KEPT
                    && right.said.iter().all(|(_, odds)| odds.is_finite())
                    && right.said.iter().any(|(label, _)| *label == right.label)
            };
            if correction.right.is_empty() || !correction.right.values().all(fine) {
                return fail(
                    "`right` must hold for each question the label and finite log odds that name it",
                );
            }
        }
        Ok(journal)
    }
}

/// Shows counts, no vectors.
impl std::fmt::Debug for Journal {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Journal").field("corrections", &self.len()).finish_non_exhaustive()
    }
}
