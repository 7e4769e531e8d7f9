//! Private data: what personal data a text shows, where, and never what it says.
//!
//! A recognizer is a loose pattern, a strict check, words around it that make it likely, and an explanation; one file
//! each, in one table. Spans are those of the original text; a value is never stored.

mod account;
mod address;
mod booking;
mod card;
mod chunk;
mod code;
mod context;
mod date_of_birth;
mod dial;
mod email;
mod groups;
mod hints;
mod iban;
mod identity;
mod look;
mod name;
mod network;
mod order;
mod other;
mod password;
mod person;
mod phone;
mod plate;
mod postcode;
mod recognizer;
mod shape;
mod signature;
mod street;
mod words;

pub use hints::Hints;
pub use look::Look;
pub use recognizer::{PrivateData, PrivateKind, Recognizer, find};

/// Every recognizer, the surer first: where two overlap, the earlier one stands.
/// To add one: a file with a `RECOGNIZER`, a line here, and cases in `tests/cases/private.jsonl`.
pub const RECOGNIZERS: &[&Recognizer] = &[
    &email::RECOGNIZER,
    &card::RECOGNIZER,
    &iban::RECOGNIZER,
    &identity::RECOGNIZER,
    &date_of_birth::RECOGNIZER,
    &password::RECOGNIZER,
    &phone::RECOGNIZER,
    &plate::RECOGNIZER,
    &postcode::RECOGNIZER,
    &address::RECOGNIZER,
    &account::RECOGNIZER,
    &booking::RECOGNIZER,
    &order::RECOGNIZER,
    &other::RECOGNIZER,
    &network::RECOGNIZER,
    &name::RECOGNIZER,
    &signature::RECOGNIZER,
];

#[cfg(test)]
mod testing {
    use super::Recognizer;

    /// What one recognizer finds, as its hints allow.
    pub(super) fn found(recognizer: &Recognizer, text: &str) -> Vec<String> {
        let heard = crate::listen::hear(text);
        let look = super::Look::new(&heard);
        if !(recognizer.maybe)(&look.hints) {
            return Vec::new();
        }
        (recognizer.find)(&look).into_iter().map(|span| span.of(heard.text()).to_owned()).collect()
    }
}
