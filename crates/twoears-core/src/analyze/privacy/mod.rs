//! Private data: what personal data a text shows, where, and never what it says.
//!
//! A recognizer is a loose pattern, a strict check, words around it that make it likely, and an explanation; one file
//! each, in one table. Spans are those of the original text; a value is never stored.

mod card;
mod recognizer;

pub use recognizer::{PrivateData, PrivateKind, Recognizer, find};

/// Every recognizer, the surer first: where two overlap, the earlier one stands.
/// To add one: a file with a `RECOGNIZER`, a line here, and cases in `tests/cases/private.jsonl`.
pub const RECOGNIZERS: &[&Recognizer] = &[&card::RECOGNIZER];
