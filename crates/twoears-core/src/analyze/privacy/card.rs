//! Payment cards: 13 to 19 digits, spaced or dashed, that pass the Luhn check and that an issuer gives out.

use super::card_brand::brand;
use super::card_part::CARDS;
use super::context::{part, token_at};
use super::groups::{alone, run, tidy};
use super::recognizer::{PrivateKind, Recognizer};
use crate::listen::Heard;
use crate::{RuleId, Span};

/// A payment card number (ISO/IEC 7812: 13 to 19 digits, Luhn check digit).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.card"),
    kind: PrivateKind::Card,
    says: "a payment card number",
    check: "Luhn; the first digits and the length of an issuer, or a word for a card before it; groups as on a card",
    maybe: |hints| hints.stretch >= 13,
    find: |look| find(look.heard),
};

/// Digits of a card, the usual lengths first.
const LENGTHS: [usize; 7] = [16, 15, 14, 13, 19, 18, 17];

pub(super) fn find(heard: &Heard) -> Vec<Span> {
    let bytes = heard.text().as_bytes();
    let mut spans = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let (groups, plain) = run(bytes, at);
        let mut first = 0;
        while first < groups.len() {
            if let Some(count) = card(heard, &groups, first, plain) {
                spans.push(Span { start: groups[first].start, end: groups[first + count - 1].end });
                first += count;
            } else {
                first += 1;
            }
        }
        at = groups.last().map_or(at + 1, |last| last.end as usize);
    }
    if !spans.is_empty() {
        // Digits within an IBAN are no card.
        let ibans = super::iban::find(heard);
        let next = |span: &Span| ibans.partition_point(|iban| iban.end <= span.start);
        spans.retain(|span| ibans.get(next(span)).is_none_or(|iban| !iban.overlaps(*span)));
    }
    spans
}

/// How many groups from `first` on make a card: they end where a group ends.
fn card(heard: &Heard, groups: &[Span], first: usize, plain: bool) -> Option<usize> {
    let bytes = heard.text().as_bytes();
    if !alone(bytes, groups[first].start as usize) {
        return None;
    }
    let mut digits: Vec<u8> = Vec::with_capacity(19);
    // Groups that reach each length, 0 for none.
    let mut reach = [0; 20];
    for (count, group) in (1..).zip(&groups[first..]) {
        if digits.len() + group.len() > 19 {
            break;
        }
        digits.extend(bytes[group.start as usize..group.end as usize].iter().map(|b| b - b'0'));
        let whole = plain && first == 0 && count == groups.len();
        let ends = bytes.get(group.end as usize).is_none_or(|b| !b.is_ascii_alphanumeric());
        if ends && (whole || tidy(&groups[first..first + count])) {
            reach[digits.len()] = count;
        }
    }
    let fits = |length: usize| {
        let digits = &digits[..length];
        let same = digits.iter().all(|digit| *digit == digits[0]);
        !same && luhn(digits) && (brand(digits).is_some() || called(heard, groups[first].start as usize))
    };
    LENGTHS.into_iter().find(|length| reach[*length] > 0 && fits(*length)).map(|length| reach[length])
}

/// Is it called a card right before byte `at`? Then it is one, though no issuer is known for it.
fn called(heard: &Heard, at: usize) -> bool {
    const REACH: usize = 4;
    let index = token_at(heard, at);
    (index.saturating_sub(REACH)..index).any(|at| CARDS.contains(&part(heard, at)))
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
        assert_eq!(found("my credit card is 1234 5678 1234 5670"), ["1234 5678 1234 5670"]);
    }

    #[test]
    fn cards_among_other_digits() {
        let card = "4111 1111 1111 1111";
        for text in [format!("{card} 12/27"), format!("{card} 123"), format!("07700 900123 {card}/1")] {
            assert_eq!(found(&text), [card], "{text}");
        }
        assert_eq!(found("07700900123 4111111111111111"), ["4111111111111111"]);
        assert_eq!(found("4111111111111111 5555555555554444"), ["4111111111111111", "5555555555554444"]);
        assert_eq!(found("VISA4111111111111111 1227"), ["4111111111111111"]);
        for joint in [".", "_", "/", "\n", "  ", " - "] {
            let text = card.replace(' ', joint);
            assert_eq!(found(&text), [text.as_str()], "{text}");
        }
    }

    #[test]
    fn cards_in_links() {
        let text = "https://a.example/?email=ann.lee@mail.example&card=4111111111111111";
        assert_eq!(crate::analyze::privacy::testing::found(&RECOGNIZER, text), ["4111111111111111"]);
    }

    #[test]
    fn near_misses() {
        for text in [
            "4111111111111112",
            "0000 0000 0000 0000",
            "REF1X4111111111111111",
            "4111111111111111x",
            "2025/03/14 2026/04/15",
            "DE89 3704 0044 0532 0130 00",
            "https://a.example/2025/03/14/1234567",
            "1234 5678 9012 3456",
            "1234 5678 1234 5670",
            "9000000000000009",
            "356938035643809",
            "£4,111",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
