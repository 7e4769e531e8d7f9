//! Private data: what personal data a text shows, where, and never what it says.
//!
//! A recognizer is a loose pattern, a strict check, words around it that make it likely, and an explanation; one file
//! each, in one table. Spans are those of the original text; a value is never stored.

mod account;
mod address;
mod api_key;
mod bank;
mod booking;
mod candidate;
mod card;
mod card_brand;
mod card_part;
mod chunk;
mod code;
mod contacts;
mod context;
mod date_of_birth;
mod driving_licence;
mod email;
mod given;
mod groups;
mod hints;
mod iban;
mod iban_registry;
mod iccid;
mod identifier;
mod imei;
mod look;
mod name;
mod national;
mod near;
mod network;
mod one_time_code;
mod order;
mod own;
mod passport;
mod password;
mod person;
mod phone;
mod plate;
mod postcode;
mod recognizer;
mod redact;
mod run;
mod serial;
mod shape;
mod signature;
mod states;
mod sums;
mod vin;
mod wallet;
mod words;

pub use contacts::Contacts;
pub use given::Given;
pub use hints::Hints;
pub use look::Look;
pub use own::OwnRecognizers;
pub use recognizer::{PrivateData, PrivateKind, Recognizer, find};
pub use redact::{Part, Pseudonym, Redacted, redact, redact_texts};

/// Every recognizer, the surer first: where two overlap, the earlier one stands.
/// To add one: a file with a `RECOGNIZER`, a line in one of its tables, and cases in `tests/cases/private.jsonl`.
pub const RECOGNIZERS: &[&Recognizer] =
    &joined::<{ SURE.len() + national::RECOGNIZERS.len() + REST.len() }>(&[
        SURE,
        &national::RECOGNIZERS,
        REST,
    ]);

const SURE: &[&Recognizer] = &[
    &api_key::RECOGNIZER,
    &wallet::RECOGNIZER,
    &wallet::seed::RECOGNIZER,
    &email::RECOGNIZER,
    &iban::RECOGNIZER,
];

const REST: &[&Recognizer] = &[
    &imei::RECOGNIZER,
    &iccid::RECOGNIZER,
    &card::RECOGNIZER,
    &card_part::RECOGNIZER,
    &bank::RECOGNIZER,
    &driving_licence::RECOGNIZER,
    &passport::RECOGNIZER,
    &vin::RECOGNIZER,
    &date_of_birth::RECOGNIZER,
    &password::RECOGNIZER,
    &one_time_code::RECOGNIZER,
    &phone::RECOGNIZER,
    &plate::RECOGNIZER,
    &address::RECOGNIZER,
    &postcode::RECOGNIZER,
    &account::RECOGNIZER,
    &booking::RECOGNIZER,
    &order::RECOGNIZER,
    &serial::RECOGNIZER,
    &network::RECOGNIZER,
    &name::RECOGNIZER,
    &signature::RECOGNIZER,
];

/// Several tables as one.
const fn joined<const N: usize>(tables: &[&[&'static Recognizer]]) -> [&'static Recognizer; N] {
    let mut all = [&email::RECOGNIZER as &Recognizer; N];
    let (mut table, mut count) = (0, 0);
    while table < tables.len() {
        let mut at = 0;
        while at < tables[table].len() {
            all[count] = tables[table][at];
            count += 1;
            at += 1;
        }
        table += 1;
    }
    all
}

#[cfg(test)]
mod testing {
    use super::{Given, Recognizer};

    /// What one recognizer finds, as its hints allow.
    pub(super) fn found(recognizer: &Recognizer, text: &str) -> Vec<String> {
        found_in(recognizer, text, None)
    }

    /// What one recognizer finds for an organisation at home in a country.
    pub(super) fn found_in(recognizer: &Recognizer, text: &str, home: Option<&str>) -> Vec<String> {
        let heard = crate::listen::hear(text);
        let given = Given { home: home.and_then(|code| code.parse().ok()), ..Given::default() };
        let look = super::Look::new(&heard, text, &given);
        if !(recognizer.maybe)(&look.hints) {
            return Vec::new();
        }
        (recognizer.find)(&look).into_iter().map(|span| span.of(heard.text()).to_owned()).collect()
    }

    /// Checks that each text shows its value and nothing else, and that the near misses show nothing.
    pub(super) fn check(recognizer: &Recognizer, shown: &[(&str, &str)], near_misses: &[&str]) {
        for (text, value) in shown {
            assert_eq!(found(recognizer, text), [*value], "{text}");
        }
        for text in near_misses {
            assert_eq!(found(recognizer, text), [""; 0], "{text}");
        }
    }
}
