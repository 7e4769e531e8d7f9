//! An organisation's own labels: a head of its own beside the default ones, on the shared encoder.
//!
//! A [`CustomHead`] answers one question with labels that the organisation chose. It is learned from 5 to 100,000
//! examples in seconds (`learn_custom`, with the feature `learn`), is one small file, and reads a message in
//! microseconds. How sure it is is calibrated, and it says when a message looks like none of its labels.

mod bits;
mod file;
mod head;
#[cfg(feature = "learn")]
mod learn;
mod meta;
mod ngrams;
mod reading;
mod waves;

pub use file::MOST_BYTES;
pub use head::CustomHead;
#[cfg(feature = "learn")]
pub use learn::{Chosen, CustomLearned, CustomSettings, Example, HeldOut, learn_custom};
pub(crate) use meta::short;
pub use meta::{KIND, LABEL_BYTES, LEAST_LABELS, MOST_LABELS};
pub use reading::CustomReading;
