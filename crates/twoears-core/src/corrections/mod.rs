//! Corrections: what a person set right counts at once, for the same message and for those that say nearly the same.
//!
//! The model stays as it was shipped. A correction keeps the message's vector (never its text), the labels that are
//! right, and the smallest change of scores that lets them win (a passive-aggressive step, PA-I of Crammer et al. 2006,
//! in the space of a kernel). The change fades with the distance to the corrected message and is nought for unrelated
//! ones. Rules that call a person for safety are never corrected away.

mod journal;
mod near;
mod resolve;
mod shifts;
mod state;

pub use journal::Journal;
pub use shifts::Shifts;
pub use state::{Corrections, MOST_CORRECTIONS};

/// The key of a custom head's answers: its name may be that of a default question.
pub(crate) fn custom_key(name: &str) -> String {
    format!("custom.{name}")
}
