//! What happened, in the customer's own clause: "my ipad won't charge since the update" becomes "your iPad won't charge
//! since the update".
//!
//! Precision comes first. A clause is taken only when it is one of a few shapes of English in which people tell of
//! trouble, and when every word of it stands in a closed list of harmless words (`phrases/mirror.en.txt`). What touches
//! private data, a link, a handle or a quotation is never taken, nor is a condition, a joke or anything addressed to
//! the organisation ("you", "your"): a reply that repeats it would agree with it.

mod asked;
mod clause;
mod cursor;
mod happened;
mod noun;
mod passive;
mod rest;
mod short;
mod tail;
mod thing;
mod time;
mod told;
mod view;
mod words;
mod you;

#[cfg(test)]
mod tests;

use twoears_core::{Heard, Span};

/// A clause of the message, turned to the second person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mirror {
    /// "your iPad won't charge": lower case, without a full stop.
    pub(super) clause: String,
    /// Does it name something, so that it says more than "it doesn't work"?
    pub(super) names: bool,
}

/// Words in a clause at the most; a longer one is not read at a glance.
const MOST: usize = 14;

/// The clause that says best what went wrong: the first that names something, else the first.
///
/// `private` are the places in the original text that must not be repeated. Time is linear in the text.
pub(super) fn find(heard: &Heard, private: &[Span]) -> Option<Mirror> {
    let words = view::view(heard, private);
    if clause::is_joke(&words) {
        return None;
    }
    let mut other = None;
    for start in clause::starts(&words) {
        let Some(found) = clause::read(&words, start) else { continue };
        if found.names {
            return Some(found);
        }
        other = other.or(Some(found));
    }
    other
        .or_else(|| (0..words.len()).find_map(|start| clause::done(&words, start)))
        .or_else(|| clause::starts(&words).find_map(|start| clause::told(&words, start)))
}

/// What the customer asks, as an indirect question: "when your bag will arrive".
///
/// `private` are the places in the original text that must not be repeated. Time is linear in the text.
pub(super) fn question(heard: &Heard, private: &[Span]) -> Option<String> {
    let words = view::view(heard, private);
    if clause::is_joke(&words) {
        return None;
    }
    clause::starts(&words).find_map(|start| clause::question(&words, start))
}
