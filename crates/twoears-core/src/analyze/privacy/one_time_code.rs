//! One-time codes that the words around them give away: `the code I got is 482913`, `482913 is your code`.
//!
//! What stands right after `verification code` or `OTP` is the matter of [`super::password`].

use super::context::{Role, part, role_of};
use super::recognizer::{PrivateKind, Recognizer};
use crate::listen::{Heard, TokenKind};
use crate::{RuleId, Span};

/// A code that was sent to somebody to sign in or to confirm.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.one_time_code"),
    kind: PrivateKind::Password,
    says: "a one-time code",
    check: "four to eight digits told as a code that was sent, and no promotion, fault, postcode or booking",
    maybe: |hints| hints.digits >= 4 && hints.has(Role::Code.bit()),
    find: |look| find(look.heard),
};

/// Words before `code` that make it public or another thing.
const PUBLIC: &[&str] = &[
    "promo",
    "promotion",
    "promotional",
    "error",
    "area",
    "dress",
    "discount",
    "voucher",
    "postal",
    "zip",
    "post",
    "country",
    "dial",
    "dialling",
    "gift",
    "source",
    "product",
    "order",
    "qr",
    "bar",
    "fault",
    "reason",
    "coupon",
    "referral",
    "booking",
    "reservation",
    "tracking",
    "item",
    "status",
    "flight",
    "airport",
    "airline",
    "currency",
    "style",
    "colour",
    "color",
    "tax",
    "hs",
    "pin",
    "sort",
    "swift",
    "bank",
    "bic",
    "ifsc",
    "branch",
    "store",
    "shop",
    "invite",
    "student",
    "group",
    "offer",
    "sale",
    "rail",
    "station",
    "train",
    "pickup",
    "collection",
    "return",
    "stock",
    "part",
    "model",
    "game",
    "redemption",
    "confirmation",
    "reference",
    "ref",
    "plu",
    "sku",
    "party",
    "city",
    "state",
    "county",
    "card",
    "ticket",
    "coach",
    "fare",
    "corporate",
    "company",
    "event",
    "job",
    "merchant",
    "routing",
    "response",
    "exit",
    "morse",
    "http",
];
/// Words that say that somebody got or was sent it.
const GOT: &[&str] = &[
    "got", "received", "sent", "texted", "emailed", "gave", "arrived", "came", "get", "erhalten", "reçu",
    "recibido",
];
/// Words that say what such a code is for.
const FOR: &[&str] = &["log", "login", "sign", "signin", "verify", "authenticate", "authorise", "authorize"];
/// Tokens between the word and the digits.
const REACH: usize = 10;
/// Digits of a code.
const DIGITS: std::ops::RangeInclusive<usize> = 4..=8;

fn find(heard: &Heard) -> Vec<Span> {
    let tokens = heard.tokens();
    let code = |index: &usize| {
        role_of(heard, tokens[*index]) == Some(Role::Code)
            && index.checked_sub(1).is_none_or(|at| !PUBLIC.contains(&part(heard, at)))
    };
    let mut spans: Vec<Span> = Vec::new();
    for index in (0..tokens.len()).filter(code) {
        spans.extend(ahead(heard, index).or_else(|| behind(heard, index)));
    }
    spans.sort_unstable();
    spans.dedup_by(|next, last| last.overlaps(*next));
    spans
}

/// `the code I got is 482913`, `your Larkway code is 482913`, `code 482913 to log in`.
fn ahead(heard: &Heard, index: usize) -> Option<Span> {
    let mut told = false;
    let mut sent = (index.saturating_sub(4)..index).any(|at| part(heard, at) == "your");
    for at in index + 1..=index + REACH {
        let token = *heard.tokens().get(at)?;
        let word = token.span.of(heard.lower());
        told |= matches!(word, "is" | "was" | ":" | "=" | "ist" | "est" | "es");
        sent |= GOT.contains(&word);
        if matches!(word, "." | "?" | "!" | "!!" | "??") {
            return None;
        }
        if let Some((span, last)) = digits(heard, at) {
            let purpose = at == index + 1 && (last + 1..=last + 3).any(|at| FOR.contains(&part(heard, at)));
            return ((told && sent) || purpose).then_some(span);
        }
        if token.kind == TokenKind::Number {
            return None;
        }
    }
    None
}

/// `482913 is your code`, `482913 is my login code`.
fn behind(heard: &Heard, index: usize) -> Option<Span> {
    const WORDS: usize = 5;
    let mut own = false;
    for back in 1..=WORDS {
        let at = index.checked_sub(back)?;
        let token = heard.tokens()[at];
        own |= matches!(part(heard, at), "your" | "login") || role_of(heard, token) == Some(Role::Safe);
        if token.kind == TokenKind::Number {
            let is = matches!(part(heard, at + 1), "is" | "was");
            let first = at.checked_sub(2).filter(|first| {
                heard.tokens()[*first].span.len() == 1
                    && part(heard, at - 1) == "-"
                    && part(heard, *first) == "g"
            });
            let span = digits(heard, at).map(|(span, _)| span)?;
            let start = first.map_or(span.start, |first| heard.tokens()[first].span.start);
            return (is && own).then_some(Span { start, end: span.end });
        }
    }
    None
}

/// The code at token `at`, and its last token: four to eight digits that are no year, or `482 913`, `482-913`.
fn digits(heard: &Heard, at: usize) -> Option<(Span, usize)> {
    let plain = |at: usize| {
        let token = heard.tokens().get(at).filter(|token| token.kind == TokenKind::Number)?;
        token.span.of(heard.text()).bytes().all(|b| b.is_ascii_digit()).then_some(token.span)
    };
    let first = plain(at)?;
    let text = first.of(heard.text());
    if first.len() == 3 {
        let dash = usize::from(part(heard, at + 1) == "-");
        let second = plain(at + 1 + dash).filter(|span| span.len() == 3 && span.start == first.end + 1)?;
        return Some((Span { start: first.start, end: second.end }, at + 1 + dash));
    }
    let year = text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
    let price = heard.text()[..first.start as usize].ends_with(['£', '$', '€']);
    (DIGITS.contains(&text.len()) && !year && !price).then_some((first, at))
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::found;

    #[test]
    fn codes_that_were_sent() {
        for (text, code) in [
            ("the code I got is 482913 and it fails", "482913"),
            ("the code you texted me was 482 913", "482 913"),
            ("it says your Larkway code is 482913", "482913"),
            ("482913 is your Larkway code", "482913"),
            ("G-482913 is your verification code", "G-482913"),
            ("it said 4829 is my login code", "4829"),
            ("use code 482913 to log in", "482913"),
            ("code received: 482-913", "482-913"),
        ] {
            assert_eq!(found(&super::RECOGNIZER, text), [code], "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "the code you sent doesn't work",
            "your promo code is 202020",
            "I got error code 482913",
            "the code you sent me was late by 2 days, order 448201",
            "pin code 560001",
            "dress code is 2017",
            "area code 01632",
            "my code is 4411 points",
            "use code 202020 to get 10 % off",
            "your booking code is 448201",
            "I got the code. It was £4829",
        ] {
            assert!(found(&super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
