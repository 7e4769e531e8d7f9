//! Parts of a payment card: its last digits after `card ending`, its security code, its expiry date beside the number.

use super::card;
use super::context::{part, token_at};
use super::recognizer::{PrivateKind, Recognizer};
use crate::listen::{Heard, TokenKind};
use crate::{RuleId, Span};

/// Digits that belong to a card and are not its whole number.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.card_part"),
    kind: PrivateKind::Card,
    says: "the last digits, the security code or the expiry date of a payment card",
    check: "four digits after `card ending` or a mask; three or four after `cvv`; a month and a year beside a card",
    maybe: |hints| hints.digits >= 3,
    find: |look| find(look.heard, look.hints.stretch >= 13),
};

/// Words that call a card a card.
pub(super) const CARDS: &[&str] = &[
    "card",
    "visa",
    "mastercard",
    "amex",
    "maestro",
    "debit",
    "credit",
    "discover",
    "karte",
    "kreditkarte",
    "carte",
    "tarjeta",
    "kaart",
    "carta",
    "kreditkartennummer",
];
/// Words for the code on a card.
const CODES: &[&str] = &["cvv", "cvv2", "cvc", "cvc2", "cv2", "cvn", "csc"];
/// Small words and marks before the digits.
const SMALL: &[&str] = &[
    "in", "with", "the", "is", "was", "are", "digits", "number", "numbers", "no", "code", ":", "=", "#",
    "my", "for", "it", "as", "(", "'", "\"", "x", "xx", "*", "**", "***", "****", ".", "..", "...", "....",
    "-", "of", "on", "ist",
];
/// Small words between the word that says so and the digits.
const REACH: usize = 5;
/// Tokens from a word like `card` to a word like `ending`.
const NEAR: usize = 6;
/// What three digits after a card may count.
const UNITS: &[&str] =
    &["times", "euros", "pounds", "dollars", "days", "eur", "gbp", "usd", "points", "miles"];
/// Bytes after a card in which its expiry date and its code may stand: ` exp. date: 12/2027, cvv 123`.
const BESIDE: usize = 24;

fn find(heard: &Heard, whole: bool) -> Vec<Span> {
    let (text, tokens) = (heard.text(), heard.tokens());
    let mut spans: Vec<Span> = Vec::new();
    for (index, token) in tokens.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Number) {
        let value = token.span.of(text);
        let digits = if value.bytes().all(|b| b.is_ascii_digit()) { value.len() } else { 0 };
        let masked = value.strip_prefix("xx").or_else(|| value.strip_prefix("XX"));
        let last = masked.filter(|rest| rest.len() == 4 && rest.bytes().all(|b| b.is_ascii_digit()));
        if last.is_some() || (digits == 4 && (ending(heard, index) || mask(heard, index))) {
            spans.push(Span { start: token.span.end - 4, end: token.span.end });
        } else if (digits == 3 || digits == 4) && security(heard, index) {
            spans.push(token.span);
        }
    }
    if whole {
        spans.extend(card::find(heard).into_iter().flat_map(|card| beside(heard, card)));
        spans.sort_unstable();
        spans.dedup();
    }
    spans
}

/// The nearest word before token `index` that is not small, with its place.
fn word_before(heard: &Heard, index: usize) -> Option<(usize, &str)> {
    let mut back = (1..=REACH + 1).map_while(|back| index.checked_sub(back));
    back.find(|at| !SMALL.contains(&part(heard, *at))).map(|at| (at, part(heard, at)))
}

/// `card ending 4242`, `Visa that ends in 4242`, `last four digits of my card are 4242`.
fn ending(heard: &Heard, index: usize) -> bool {
    let Some((at, word)) = word_before(heard, index) else { return false };
    let near = |at: usize| (at.saturating_sub(NEAR)..at).any(|at| CARDS.contains(&part(heard, at)));
    match word {
        "ending" | "ends" | "endet" | "endend" => near(at) || names_card(heard, index),
        "four" | "4" => part(heard, at.wrapping_sub(1)) == "last" && (near(at) || names_card(heard, index)),
        _ if CARDS.contains(&word) => {
            let four = (at.saturating_sub(NEAR)..at).any(|at| matches!(part(heard, at), "four" | "4"));
            four && (at.saturating_sub(NEAR)..at).any(|at| part(heard, at) == "last")
        }
        _ => false,
    }
}

/// `… ending 4242 on my card`: a word for a card right after token `index`.
fn names_card(heard: &Heard, index: usize) -> bool {
    (index + 1..=index + 4).any(|at| CARDS.contains(&part(heard, at)))
}

/// `**** **** **** 4242`, `xxxx-xxxx-xxxx-4242`: what hides the rest stands right before token `index`, twice or near a
/// word for a card, since stars also stand for swear words.
fn mask(heard: &Heard, index: usize) -> bool {
    let hidden = |at: usize| {
        let part = part(heard, at);
        let letters = part == "xx";
        (letters || part.chars().count() >= 3 && part.chars().all(|c| matches!(c, '*' | '•' | '·' | '●')))
            .then_some(at)
    };
    let back =
        |index: usize| index.checked_sub(1).map(|at| at - usize::from(at > 0 && part(heard, at) == "-"));
    let Some(at) = back(index).and_then(hidden) else { return false };
    let twice = part(heard, at).chars().count() >= 8 || back(at).and_then(hidden).is_some();
    twice || (at.saturating_sub(NEAR)..at).any(|at| CARDS.contains(&part(heard, at)))
}

/// `cvv 123`, `security code on the back is 123`; four digits after `security code` are rather a one-time code.
fn security(heard: &Heard, index: usize) -> bool {
    let Some((at, word)) = word_before(heard, index) else { return false };
    let digits = part(heard, index).len();
    CODES.contains(&word)
        || (digits == 3 && word == "security" && part(heard, at + 1) == "code")
        || (digits == 3
            && word == "back"
            && (at.saturating_sub(NEAR)..at).any(|at| part(heard, at) == "security"))
}

/// The expiry date and the code that follow a card within a few bytes.
fn beside(heard: &Heard, card: Span) -> Vec<Span> {
    let bytes = heard.text().as_bytes();
    let next =
        |from: usize| from + bytes[from..].iter().take(BESIDE).take_while(|b| !b.is_ascii_digit()).count();
    let mut spans = Vec::new();
    let mut from = card.end as usize;
    let start = next(from);
    if start > from
        && !bytes[start - 1].is_ascii_alphanumeric()
        && let Some(end) = expiry(bytes, start)
    {
        spans.push(Span::new(start, end));
        from = end;
    }
    // Three digits right behind, with no unit: `12/27 123`.
    let start = next(from);
    let end = start + bytes[start..].iter().take_while(|b| b.is_ascii_digit()).count();
    let blank = start > from && bytes[from..start].iter().all(|b| b" ,;/|\n".contains(b));
    let ends = bytes.get(end).is_none_or(|b| !b.is_ascii_alphanumeric() && !b"/:-".contains(b));
    let unit = part(heard, token_at(heard, start) + 1);
    if blank && end - start == 3 && ends && !UNITS.contains(&unit) {
        spans.push(Span::new(start, end));
    }
    spans
}

/// The end of `12/27`, `12/2027`, `12-27` at `start`: a month and a year from 2020 on.
fn expiry(bytes: &[u8], start: usize) -> Option<usize> {
    let month = match bytes.get(start..start + 2)? {
        [b'0', b'1'..=b'9'] | [b'1', b'0'..=b'2'] => start + 2,
        _ => return None,
    };
    let mark = bytes[month..].iter().take(3).take_while(|b| b" /-".contains(b)).count();
    let slash = bytes[month..month + mark].iter().any(|b| matches!(b, b'/' | b'-'));
    let year = month + mark;
    let end = year + bytes[year..].iter().take_while(|b| b.is_ascii_digit()).count();
    let fine = matches!(&bytes[year..end], [b'2'..=b'4', _] | [b'2', b'0', b'2'..=b'4', _]);
    let ends = bytes.get(end).is_none_or(|b| !b.is_ascii_alphanumeric() && !b"/-".contains(b));
    (slash && fine && ends).then_some(end)
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::found;

    #[test]
    fn last_digits() {
        for text in [
            "it is the card ending 4242 that you charged",
            "my Visa ends in 4242",
            "charged on card **** **** **** 4242 twice",
            "debit card xxxx-xxxx-xxxx-4242",
            "the last four digits of my card are 4242",
            "last 4 of card: 4242",
            "the one ending in 4242 is my old card",
            "card XXXX4242 was charged",
        ] {
            assert_eq!(found(&super::RECOGNIZER, text), ["4242"], "{text}");
        }
    }

    #[test]
    fn codes_and_dates() {
        for (text, parts) in [
            ("cvv is 482", vec!["482"]),
            ("CVC: 482, ok", vec!["482"]),
            ("the security code 482 is refused", vec!["482"]),
            ("4111 1111 1111 1111 12/27", vec!["12/27"]),
            ("4111111111111111, exp 12/2027, cvc 482", vec!["12/2027", "482"]),
            ("4111 1111 1111 1111 01/28 482", vec!["01/28", "482"]),
        ] {
            assert_eq!(found(&super::RECOGNIZER, text), parts, "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "a flight ending 2017",
            "phone ending in 4242",
            "the sale ends 2024",
            "security code 4829",
            "error 482",
            "my card was charged 4242 pounds",
            "card expires 12/27",
            "4111 1111 1111 1111 on 12/11/2026",
            "4111 1111 1111 1111 was charged 120 euros",
            "the last four weeks and 2000 miles",
            "what the **** 2017 was",
        ] {
            assert!(found(&super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
