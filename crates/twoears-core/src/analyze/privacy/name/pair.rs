//! A first and a last name without an introduction, where something beside it says that it is a customer's: a number,
//! an address, a list of passengers, a dash at the end, nothing else in the message, or money that went there.

use super::first::common;
use crate::Span;
use crate::analyze::privacy::context::{part, role};
use crate::analyze::privacy::person::person;
use crate::listen::{Heard, Token, TokenKind};

/// Tokens between a name and the number or address that goes with it.
const REACH: usize = 5;
/// Digits of a number that goes with a name.
const DIGITS: usize = 5;
/// Tokens between a word like money and `to` or `with`.
const MONEY_REACH: usize = 6;

/// First and last names that are a brand's or everybody's, in lower case.
const KNOWN: &[&str] = &[
    "john lewis",
    "ryan air",
    "kate spade",
    "calvin klein",
    "michael kors",
    "tommy hilfiger",
    "ted baker",
    "paul smith",
    "ben sherman",
    "charles schwab",
    "jimmy choo",
    "fred perry",
    "alexander mcqueen",
    "harvey nichols",
    "tom ford",
    "philip morris",
    "laura ashley",
    "papa john",
    "jack daniels",
    "karen millen",
    "oliver bonas",
    "robert dyas",
    "russell hobbs",
    "gordon ramsay",
    "jamie oliver",
    "harry potter",
    "elon musk",
    "donald trump",
    "joe biden",
    "louis vuitton",
    "marc jacobs",
    "hugo boss",
    "ralph lauren",
    "tim cook",
    "jeff bezos",
    "richard branson",
    "michael o'leary",
    "justin bieber",
    "ed sheeran",
    "kim kardashian",
    "peter pan",
    "toys r",
    "sally beauty",
    "trader joe",
    "joe fresh",
    "eddie bauer",
    "ray ban",
    "jean coutu",
    "tim hortons",
    "laura mercier",
    "bobbi brown",
    "charles de",
    "john f",
    "george bush",
    "adam smith",
    "marie curie",
    "thomas cook",
    "henry hoover",
    "martin luther",
];

/// Is it a brand's name, or everybody's?
pub(super) fn known(name: &str) -> bool {
    let place = [" town", " city", " airport", " beach", " island", " bay"];
    KNOWN.iter().any(|known| name.starts_with(known)) || place.iter().any(|end| name.ends_with(end))
}

/// The name that starts at token `at`.
pub(super) fn find(heard: &Heard, at: usize) -> Option<Span> {
    let tokens = heard.tokens();
    if !capital(heard, tokens[at]) || !common(part(heard, at)) {
        return None;
    }
    let lent = || (held(heard, at)).then_some(tokens[at].span);
    let Some(span) = person(heard, at, 2).or_else(|| capitals(heard, at)) else { return lent() };
    let end = tokens.partition_point(|token| token.span.end <= span.end);
    let whole = at == 0 && tokens[end..].iter().all(|token| token.kind == TokenKind::Punctuation);
    (whole || numbered(heard, at, end) || listed(heard, at) || dashed(heard, at, end) || held(heard, at))
        .then_some(span)
}

fn capital(heard: &Heard, token: Token) -> bool {
    token.kind == TokenKind::Word && token.span.of(heard.text()).starts_with(char::is_uppercase)
}

/// `ROSA DIAZ`, in capitals throughout.
fn capitals(heard: &Heard, at: usize) -> Option<Span> {
    let tokens = heard.tokens();
    let upper = |token: &Token| token.span.of(heard.text()).chars().all(char::is_uppercase);
    let next = tokens.get(at + 1).filter(|next| next.kind == TokenKind::Word && next.span.len() >= 3)?;
    let fits = upper(&tokens[at]) && upper(next) && role(part(heard, at + 1)).is_none();
    (fits && next.span.start == tokens[at].span.end + 1)
        .then(|| Span { end: next.span.end, ..tokens[at].span })
}

/// Is an e-mail address or a longer number close by, with no word but those that name it between?
fn numbered(heard: &Heard, at: usize, end: usize) -> bool {
    let tokens = heard.tokens();
    let number = |token: &Token| match token.kind {
        TokenKind::Email => true,
        TokenKind::Number => {
            let part = token.span.of(heard.text());
            let digits = part.bytes().filter(u8::is_ascii_digit).count();
            digits >= DIGITS && !part.contains('.')
        }
        _ => false,
    };
    let passes = |token: &&Token| {
        number(token)
            || token.kind == TokenKind::Punctuation
            || role(token.span.of(heard.lower())).is_some()
            || matches!(token.span.of(heard.lower()), "email" | "e-mail" | "mail" | "dob" | "street")
    };
    let after = tokens[end..].iter().take(REACH).take_while(passes).any(number);
    after || tokens[..at].iter().rev().take(REACH).take_while(passes).any(number)
}

/// Is it one of a list of passengers or guests?
fn listed(heard: &Heard, at: usize) -> bool {
    let mut back =
        heard.tokens()[..at].iter().rev().take(4 * REACH).map(|token| token.span.of(heard.lower()));
    let list = back.find(|part| {
        let between =
            matches!(*part, ":" | "," | "and" | "&" | "are" | "is" | "the" | "for" | "mr" | "mrs" | "-");
        !between && !common(part)
    });
    // Last names of those before stand between, too.
    let word = list.filter(|part| {
        matches!(
            *part,
            "passenger" | "passengers" | "guests" | "guest" | "travellers" | "travelers" | "patient"
        )
    });
    word.is_some() || (list.is_some() && back.take(2 * REACH).any(|part| part == "passengers"))
}

/// `- Ann Lee` at the end, or with a contact behind.
fn dashed(heard: &Heard, at: usize, end: usize) -> bool {
    const LONGER: u32 = 30;
    let dash = at > 0 && matches!(part(heard, at - 1), "-" | "--" | "~");
    let text = heard.text();
    let spaced = dash && {
        let before = &text[..heard.tokens()[at - 1].span.start as usize];
        before.ends_with([' ', '\n'])
    };
    let rest = heard.tokens().get(end).map_or("", |token| token.span.of(text));
    spaced && heard.tokens()[at].span.start > LONGER && matches!(rest, "" | ":" | ",")
}

/// Did money go to or come from that person?
fn held(heard: &Heard, at: usize) -> bool {
    let money = |part: &str| {
        matches!(
            part,
            "cash" | "money" | "sent" | "paid" | "payment" | "transferred" | "funds" | "mpesa" | "deposit"
        )
    };
    let way = at.checked_sub(1).filter(|way| matches!(part(heard, *way), "with" | "to" | "from"));
    way.is_some_and(|way| (way.saturating_sub(MONEY_REACH)..way).any(|index| money(part(heard, index))))
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::{name::RECOGNIZER, testing::found};

    #[test]
    fn names() {
        for (text, names) in [
            ("Rosa Diaz", &["Rosa Diaz"][..]),
            ("Rosa Diaz, order 4471902 is late", &["Rosa Diaz"]),
            ("ROSA DIAZ 4471902", &["ROSA DIAZ"]),
            ("passengers: Rosa Diaz, Owen Lee and Mia Lee", &["Rosa Diaz", "Owen Lee", "Mia Lee"]),
            ("somebody please call me about this today - Rosa Diaz", &["Rosa Diaz"]),
            ("you say the cash is with Mwangi now", &["Mwangi"]),
            ("I sent money to Rosa Diaz by mistake", &["Rosa Diaz"]),
        ] {
            assert_eq!(found(&RECOGNIZER, text), names, "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "met Rosa Diaz at the gate",
            "John Lewis, order 4471902 is late",
            "thanks to Sarah at the desk",
            "sent an email to Sarah",
            "paid 300 to Barclays",
            "flying to San Jose on 12/12/2026",
            "read it in the news this morning, so good - Harry Potter",
            "Sarah",
            "Good Morning",
        ] {
            assert!(found(&RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
