//! Phone numbers: `+` and digits that a country's plan allows, national shapes, and other digits next to a word like phone.
//!
//! Without a country code the organisation's home says which plan is meant; without a home the shape has to tell.

mod extension;
mod pattern;
mod plan;
mod run;

use run::{Run, american, dated, run};

use super::code::read_back;
use super::context::{Role, before, token_at};
use super::given::Given;
use super::look::Look;
use super::recognizer::{PrivateKind, Recognizer};
use crate::listen::{Heard, TokenKind};
use crate::{RuleId, Span};

/// A phone number (ITU-T E.164: at most 15 digits).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.phone"),
    kind: PrivateKind::Phone,
    says: "a phone number",
    check: "length and first digits of a number that can be dialled in its country",
    maybe: |hints| hints.stretch >= 7 || (hints.stretch >= 5 && hints.has(Role::Phone.bit())),
    find,
};

/// Tokens between a word like phone and the number.
const REACH: usize = 7;

fn find(look: &Look<'_>) -> Vec<Span> {
    let heard = look.heard;
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
        let mut run = run(bytes, at);
        let end = run.span.end as usize;
        let alone =
            at == 0 || !(bytes[at - 1].is_ascii_alphanumeric() || b"-/_.:$#*".contains(&bytes[at - 1]));
        let longer = if alone { extension::behind(heard.lower(), end) } else { end };
        let ends = longer > end
            || bytes.get(end).is_none_or(|b| !(b.is_ascii_alphanumeric() || b"%-/_:".contains(b)));
        if alone && ends && fits(heard, &run, look.given) {
            run.span.end = longer as u32;
            spans.push(run.span);
        }
        at = end.max(at + 1);
    }
    spans
}

fn fits(heard: &Heard, run: &Run, given: &Given) -> bool {
    let count = run.digits.len();
    if !(5..=15).contains(&count) || run.digits.iter().all(|digit| *digit == run.digits[0]) {
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
    let called = before(heard, index, REACH, Role::Phone.bit());
    let back = read_back(heard, index);
    let code = back.words == 0
        && back.role.is_some_and(|role| role != Role::Phone && role != Role::Not && role != Role::Deal);
    let number = (back.marked || back.told) && back.words == 0 && !code;
    let groups = run.groups.as_slice();
    if abroad(run, called || number || groups.len() > 1) {
        return true;
    }
    if ((code || run.plus) && !called) || dated(run) {
        return false;
    }
    let zero = run.digits[0] == 0;
    let home = given.home.is_some_and(|home| plan::national(home, &run.digits));
    if run.marks[2] && !(zero && called) {
        return false;
    }
    // National numbers with their 0: ten or eleven digits in most countries, nine in a few.
    home && groups.len() <= 6 && (called || (number && count >= 9))
        || (count >= 7 && shaped(run, called, number))
}

/// A number with its country code, after `+`, `00` or `011`.
fn abroad(run: &Run, likely: bool) -> bool {
    match run.digits.as_slice() {
        digits if run.plus => plan::international(digits),
        [0, 0, digits @ ..] => digits.len() >= 9 && plan::international(digits),
        [0, 1, 1, digits @ ..] => likely && digits.len() >= 9 && plan::international(digits),
        _ => false,
    }
}

/// A national number by its shape alone.
fn shaped(run: &Run, called: bool, number: bool) -> bool {
    let (count, groups) = (run.digits.len(), run.groups.as_slice());
    let zero = run.digits[0] == 0 && run.digits[1] != 0;
    (zero && ((10..=11).contains(&count) || (called && count >= 9)))
        || (american(&run.digits) && (groups == [3, 3, 4] || (groups == [10] && (called || number))))
        || (groups == [3, 4] && run.digits[..3] == [5, 5, 5])
        || (groups == [5, 5] && run.digits[0] >= 5 && (called || number))
        || (called && groups.len() <= 6 && !run.marks[2])
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::{found, found_in};

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
            ("call +44 (0)20 7946 0018 ext. 12 please", "+44 (0)20 7946 0018 ext. 12"),
            ("dial 011 44 20 7946 0018", "011 44 20 7946 0018"),
            ("0049 30 23125000", "0049 30 23125000"),
            ("(202) 555-0143x12", "(202) 555-0143x12"),
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

    #[test]
    fn a_home_says_which_plan() {
        for (text, home, phone) in [
            ("call me on 6 12 34 56 78 after six", "FR", Some("6 12 34 56 78")),
            ("call me on 612345", "AD", Some("612345")),
            ("ring me on 612345 please", "US", None),
            ("my number is 201-555-0123", "US", Some("201-555-0123")),
            ("text STOP to 85258", "US", None),
            ("I have 612345678 points", "FR", None),
            ("call 112", "DE", None),
        ] {
            let found = found_in(&super::RECOGNIZER, text, Some(home));
            assert_eq!(found.first().map(String::as_str), phone, "{text}");
        }
    }

    #[test]
    fn a_plus_alone_is_no_phone() {
        for text in ["+10000001 for that", "+123456789012 views", "a gain of +4412345"] {
            assert!(found(&super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
