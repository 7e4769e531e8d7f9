//! Number plates: letters and digits after a word like plate or reg, British ones near any vehicle.

use super::context::Role;
use super::recognizer::{PrivateKind, Recognizer};
use crate::listen::{Heard, Token, TokenKind};
use crate::{RuleId, Span};

/// The plate of a car.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.plate"),
    kind: PrivateKind::Plate,
    says: "a number plate",
    check: "the shape of a plate near a word like reg",
    maybe: |hints| hints.digits >= 2 && (hints.mixed > 0 || hints.has(Role::Other.bit())),
    find: |look| find(look.heard),
};

/// Words that make it a plate, up to [`REACH`] tokens before it.
const WORDS: [&str; 10] =
    ["plate", "plates", "reg", "registration", "rego", "car", "van", "vehicle", "kennzeichen", "pcn"];
const REACH: usize = 8;

fn find(heard: &Heard) -> Vec<Span> {
    let tokens = heard.tokens();
    let near = |at: usize| {
        tokens[at.saturating_sub(REACH)..at].iter().any(|t| WORDS.contains(&t.span.of(heard.lower())))
    };
    let mut spans: Vec<Span> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let letters =
            token.kind != TokenKind::Punctuation && token.span.of(heard.text()).starts_with(capital);
        if !letters || spans.last().is_some_and(|last| last.end > token.span.start) || !near(at) {
            continue;
        }
        let joined = |to: usize| Span { start: token.span.start, end: tokens[to].span.end };
        let longest =
            (at..(at + 3).min(tokens.len())).rev().map(joined).find(|span| british(span.of(heard.text())));
        spans.extend(
            longest.filter(|_| {
                matches!(token.kind, TokenKind::Word | TokenKind::Number) && fresh(heard, *token)
            }),
        );
    }
    spans
}

fn capital(letter: char) -> bool {
    letter.is_ascii_uppercase()
}

fn fresh(heard: &Heard, token: Token) -> bool {
    let before = heard.text()[..token.span.start as usize].bytes().next_back();
    before.is_none_or(|byte| !byte.is_ascii_alphanumeric() && byte != b'-')
}

/// `AB12 CDE` (DVLA, INF104, since 2001), with a blank or not, also `VK 41 TLO`.
fn british(plate: &str) -> bool {
    let letters: Vec<u8> = plate.bytes().filter(|b| *b != b' ').collect();
    let blanks = plate.len() - letters.len();
    let shape = letters
        .iter()
        .enumerate()
        .all(|(at, b)| if matches!(at, 2 | 3) { b.is_ascii_digit() } else { b.is_ascii_uppercase() });
    letters.len() == 7 && blanks <= 2 && shape
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::found;

    #[test]
    fn plates() {
        for (text, plate) in [
            ("Reg is LK19 XWD, policy", "LK19 XWD"),
            ("Plate VK 41 TLO", "VK 41 TLO"),
            ("my car LM07QRT", "LM07QRT"),
        ] {
            assert_eq!(found(&super::RECOGNIZER, text), [plate], "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in
            ["LK19 XWD", "car park P19 is full", "my van is at bay B4", "reg closes at 12", "car AB12-CDE"]
        {
            assert!(found(&super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
