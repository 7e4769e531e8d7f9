//! The ledger as it is stored: a version, the last id, and the promises.

use serde::{Deserialize, Serialize};

use super::{Entry, Ledger, MOST_PROMISES};
use crate::Error;

/// The format that this library writes; older ones it reads, newer ones not.
const FORMAT: u32 = 1;
/// A longer ledger is refused before it is parsed: the most promises, each with ordinary words.
const MOST_BYTES: usize = 128 << 20;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stored {
    format: u32,
    last: u64,
    promises: Vec<Entry>,
}

/// The version alone, whatever else there is.
#[derive(Deserialize)]
struct Format {
    format: u32,
}

impl From<Ledger> for Stored {
    fn from(ledger: Ledger) -> Self {
        Self { format: FORMAT, last: ledger.last, promises: ledger.entries.into_values().collect() }
    }
}

impl TryFrom<Stored> for Ledger {
    type Error = Error;

    fn try_from(stored: Stored) -> Result<Self, Error> {
        readable(stored.format)?;
        if stored.promises.len() > MOST_PROMISES {
            let count = stored.promises.len();
            return Err(Error::ledger(format!("{count} promises; at most {MOST_PROMISES} are kept")));
        }
        let mut ledger = Self::new();
        ledger.last = stored.last;
        let mut before = 0;
        for (place, entry) in stored.promises.into_iter().enumerate() {
            if entry.id <= before || entry.id > stored.last {
                let place = place + 1;
                return Err(Error::ledger(format!("promise {place}: `id` must rise and not pass `last`")));
            }
            entry.check().map_err(|error| Error::ledger(format!("promise {}: {error}", place + 1)))?;
            before = entry.id;
            ledger.insert(entry);
        }
        Ok(ledger)
    }
}

impl Ledger {
    /// As JSON, for the caller to keep.
    pub fn to_json(&self) -> String {
        // Plain data into memory: keys are text.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// From what [`Ledger::to_json`] gave.
    ///
    /// ```
    /// use twoears_core::Ledger;
    /// let ledger = Ledger::from_json(r#"{"format":1,"last":0,"promises":[]}"#)?;
    /// assert!(ledger.is_empty());
    /// assert!(Ledger::from_json(r#"{"format":2}"#).unwrap_err().to_string().contains("newer"));
    /// # Ok::<(), twoears_core::Error>(())
    /// ```
    ///
    /// # Errors
    /// When it is no ledger, is too long, is of a newer format, or holds promises that contradict themselves; the error
    /// names the promise by its place and never shows its words.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        if json.len() > MOST_BYTES {
            return Err(Error::ledger(format!("{} bytes; at most {MOST_BYTES} are read", json.len())));
        }
        // The place of a mistake, not what stands there: the parser would quote the value.
        let fail = |error: serde_json::Error| {
            let (line, column) = (error.line(), error.column());
            Error::ledger(format!("line {line}, column {column}: not a ledger of this library"))
        };
        let format: Format = serde_json::from_str(json).map_err(fail)?;
        readable(format.format)?;
        serde_json::from_str::<Stored>(json).map_err(fail)?.try_into()
    }
}

fn readable(format: u32) -> Result<(), Error> {
    match format {
        FORMAT => Ok(()),
        newer if newer > FORMAT => Err(Error::ledger(format!(
            "`format` is {newer}, newer than {FORMAT}, which this library reads; update it"
        ))),
        _ => Err(Error::ledger(format!("`format` must be {FORMAT}"))),
    }
}
