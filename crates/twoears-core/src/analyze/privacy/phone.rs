//! Phone numbers: `+` and 8 to 15 digits, national shapes, and other digits next to a word like phone.

use super::code::read_back;
use super::context::{Role, before, token_at};
use super::dial::{Run, american, dated, run};
use super::recognizer::{PrivateKind, Recognizer};
use crate::listen::{Heard, TokenKind};
use crate::{RuleId, Span};

/// A phone number (ITU-T E.164: at most 15 digits).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.phone"),
    kind: PrivateKind::Phone,
    says: "a phone number",
    check: "length and first digits of a number that can be dialled",
    maybe: |hints| hints.stretch >= 7,
    find: |look| find(look.heard),
};

/// Tokens between a word like phone and the number.
const REACH: usize = 7;

fn find(heard: &Heard) -> Vec<Span> {
    let bytes = heard.text().as_bytes();
    let mut spans = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let opens = bytes[at].is_ascii_digit()
            || (matches!(bytes[at], b'+' | b'(')
                && bytes.get(at + 1).is_some_and(|b| b.is_ascii_digit() || *b == b'+'));
        if !opens {
            at += 1;
            continue;
        }
        let run = run(bytes, at);
        let end = run.span.end as usize;
        let alone =
            at == 0 || !(bytes[at - 1].is_ascii_alphanumeric() || b"-/_.:$#*".contains(&bytes[at - 1]));
        let ends = bytes.get(end).is_none_or(|b| !(b.is_ascii_alphanumeric() || b"%-/_:".contains(b)));
        if alone && ends && fits(heard, &run) {
            spans.push(run.span);
        }
        at = end.max(at + 1);
    }
    spans
}

fn fits(heard: &Heard, run: &Run) -> bool {
    let count = run.digits.len();
    if !(7..=15).contains(&count) || run.digits.iter().all(|digit| *digit == run.digits[0]) {
        return false;
    }
    let index = token_at(heard, run.span.start as usize);
    if heard
        .tokens()
        .get(index)
        .is_none_or(|token| matches!(token.kind, TokenKind::Url | TokenKind::Mention | TokenKind::Email))
    {
        return false;
    }
    let zero = run.digits[0] == 0;
    if count >= 8 && (run.plus || (run.digits[..2] == [0, 0] && run.digits[2] != 0 && count >= 11)) {
        return true;
    }
    let called = before(heard, index, REACH, Role::Phone.bit());
    let back = read_back(heard, index);
    let code = back.words == 0
        && back.role.is_some_and(|role| role != Role::Phone && role != Role::Not && role != Role::Deal);
    let number = (back.marked || back.told) && back.words == 0 && !code;
    let groups = run.groups.as_slice();
    if code && !called || run.marks[2] && !(zero && called) || dated(run) {
        return false;
    }
    // National numbers with their 0: ten or eleven digits in most countries, nine in a few.
    (zero && run.digits[1] != 0 && ((10..=11).contains(&count) || (called && count >= 9)))
        || (american(&run.digits) && (groups == [3, 3, 4] || (groups == [10] && (called || number))))
        || (groups == [3, 4] && run.digits[..3] == [5, 5, 5])
        || (groups == [5, 5] && run.digits[0] >= 5 && (called || number))
        || (called && count >= 7 && groups.len() <= 6 && !run.marks[2])
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::found;

    #[test]
    fn phones() {
        for (text, phone) in [
            ("ring me on +44 7700 900123 after six", "+44 7700 900123"),
            ("my mobile's 07700 900456", "07700 900456"),
            ("reach me at (202) 555-0143", "(202) 555-0143"),
            ("+1 (202) 555-0143.", "+1 (202) 555-0143"),
            ("it's 0 7 7 0 0 9 0 0 1 5 5", "0 7 7 0 0 9 0 0 1 5 5"),
            ("Tel. 030/23125999", "030/23125999"),
            ("registered mobile is 98765 55012", "98765 55012"),
            ("555-0142 is best", "555-0142"),
        ] {
            assert_eq!(found(&super::RECOGNIZER, text), [phone], "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "BA123 at 07:42 and 08:12",
            "14/03/2025",
            "2021 2022 2023",
            "£1,299.00 then £1,311",
            "order 0123456789",
            "dial 999 and then 101",
            "4111 1111 1111 1111",
            "case 448-201-7719",
            "1.234.567 people",
            "2025-03-14",
            "0000000000",
        ] {
            assert!(found(&super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
