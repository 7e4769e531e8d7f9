//! Payment cards: 13 to 19 digits, spaced or dashed, that pass the Luhn check and start like a card.

use super::recognizer::{PrivateKind, Recognizer};
use crate::listen::Heard;
use crate::{RuleId, Span};

/// A payment card number (ISO/IEC 7812: 13 to 19 digits, Luhn check digit).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.card"),
    kind: PrivateKind::Card,
    says: "a payment card number",
    maybe: |hints| hints.stretch >= 13,
    find,
};

fn find(heard: &Heard) -> Vec<Span> {
    let bytes = heard.text().as_bytes();
    let mut spans = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let (end, digits) = run(bytes, at);
        let alone = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        let ends = bytes.get(end).is_none_or(|b| !b.is_ascii_alphanumeric());
        if alone && ends && (13..=19).contains(&digits.len()) && starts_like_a_card(&digits) && luhn(&digits)
        {
            spans.push(Span::new(at, end));
        }
        at = end;
    }
    spans
}

/// A run of digits with single blanks or dashes between them: where it ends, and its digits (at most 20).
fn run(bytes: &[u8], start: usize) -> (usize, Vec<u8>) {
    let mut digits = Vec::with_capacity(20);
    let mut end = start;
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_digit() {
            if digits.len() < 20 {
                digits.push(byte - b'0');
            }
            at += 1;
            end = at;
        } else if matches!(byte, b' ' | b'-') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
            at += 1;
        } else {
            break;
        }
    }
    (end, digits)
}

/// First digits in use: 2 and 5 Mastercard, 3 Amex, Diners and JCB, 4 Visa, 6 Discover, Maestro and `UnionPay`.
fn starts_like_a_card(digits: &[u8]) -> bool {
    (2..=6).contains(&digits[0]) && digits.iter().any(|digit| *digit != digits[0])
}

/// The Luhn check (ISO/IEC 7812-1, annex B).
pub(crate) fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, &digit)| {
            let value = u32::from(digit) * (1 + place as u32 % 2);
            if value > 9 { value - 9 } else { value }
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let heard = crate::listen::hear(text);
        find(&heard).into_iter().map(|span| span.of(heard.text()).to_owned()).collect()
    }

    #[test]
    fn cards_in_all_spellings() {
        assert_eq!(found("card 4111111111111111 please"), ["4111111111111111"]);
        assert_eq!(found("4111 1111-1111 1111."), ["4111 1111-1111 1111"]);
        assert_eq!(found("amex 3782 822463 10005"), ["3782 822463 10005"]);
    }

    #[test]
    fn near_misses() {
        for text in [
            "4111111111111112",
            "0000 0000 0000 0000",
            "REF4111111111111111",
            "1234 5678 9012 3456",
            "£4,111",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
