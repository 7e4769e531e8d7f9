//! IBANs: country, check digits, the country's structure, and the remainder 1 of 97.

use super::context::{part, token_at};
use super::iban_registry::{fits, structure};
use super::recognizer::{PrivateKind, Recognizer};
use crate::listen::Heard;
use crate::{RuleId, Span};

/// An international bank account number (ISO 13616).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.iban"),
    kind: PrivateKind::Iban,
    says: "an international bank account number",
    check: "the structure of its country; mod 97 (ISO 13616), unless the word IBAN stands right before it",
    maybe: |hints| hints.digits >= 8 && hints.codes > 0,
    find: |look| find(look.heard),
};

pub(super) fn find(heard: &Heard) -> Vec<Span> {
    let bytes = heard.text().as_bytes();
    let mut spans = Vec::new();
    let mut at = 0;
    while at + 4 < bytes.len() {
        let fresh = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        let found = fresh.then(|| iban(&bytes[at..])).flatten();
        match found.filter(|(_, checked)| *checked || named(heard, at)) {
            Some((len, _)) => {
                spans.push(Span::new(at, at + len));
                at += len;
            }
            None => at += 1,
        }
    }
    spans
}

/// Does the word IBAN stand right before byte `at`? Then a slip of the pen does not make it public.
fn named(heard: &Heard, at: usize) -> bool {
    let before = (1..=SKIPPED + 1).map_while(|back| token_at(heard, at).checked_sub(back));
    let mut words = before.map(|index| part(heard, index));
    words.find(|word| !matches!(*word, "is" | ":" | "=" | "no" | "number" | "." | "#" | "-" | "ist"))
        == Some("iban")
}

/// Words and marks between the word IBAN and the value: `IBAN number is:`.
const SKIPPED: usize = 4;

/// The bytes of the IBAN at the start, blanks and dashes between its groups included, and if its check digits are right.
fn iban(bytes: &[u8]) -> Option<(usize, bool)> {
    let (letters, checks) = (&bytes[..2], &bytes[2..4]);
    if !letters.iter().all(u8::is_ascii_alphabetic) || !checks.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let pieces = structure(letters)?;
    let length = 4 + pieces.clone().map(|(count, _)| count).sum::<usize>();
    let mut value = Vec::with_capacity(length);
    let mut used = 0;
    while value.len() < length {
        let byte = *bytes.get(used)?;
        match byte {
            b' ' | b'-' if bytes.get(used + 1).is_some_and(u8::is_ascii_alphanumeric) => {}
            _ if byte.is_ascii_alphanumeric() => value.push(byte.to_ascii_uppercase()),
            _ => return None,
        }
        used += 1;
    }
    let ends = bytes.get(used).is_none_or(|byte| !byte.is_ascii_alphanumeric());
    (ends && fits(&value[4..], pieces)).then(|| (used, remainder(&value) == 1))
}

/// The remainder of 97 with the first four characters last and A to Z as 10 to 35 (ISO 7064, MOD 97-10).
fn remainder(value: &[u8]) -> u32 {
    value[4..].iter().chain(&value[..4]).fold(0, |rest, &byte| match byte {
        b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
        _ => (rest * 100 + u32::from(byte - b'A') + 10) % 97,
    })
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::found;

    #[test]
    fn ibans_of_many_countries() {
        for iban in [
            "DE89370400440532013000",
            "DE89 3704 0044 0532 0130 00",
            "gb82west12345698765432",
            "FR14 2004 1010 0505 0001 3M02 606",
            "NL91 ABNA 0417 1643 00",
            "NO9386011117947",
            "MT84MALT011000012345MTLCAST001S",
        ] {
            assert_eq!(found(&super::RECOGNIZER, &format!("to {iban}, ok")), [iban]);
        }
    }

    #[test]
    fn a_slip_after_the_word() {
        for text in ["IBAN: DE00 3704 0044 0532 0130 00", "my iban number is DE00370400440532013000"] {
            assert_eq!(found(&super::RECOGNIZER, text).len(), 1, "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "DE00370400440532013000",
            "DE8937040044053201300",
            "IBAN: DE893704004405320130",
            "is my iban right? DE00370400440532013000",
            "XX89370400440532013000",
            "do you need my iban",
            "REFDE89370400440532013000",
            "DE89",
        ] {
            assert!(found(&super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
