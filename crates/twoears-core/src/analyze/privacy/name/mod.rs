//! Names of private persons, introduced: "my name is …", "in the name of …", "Mrs …", "…, born …".
//!
//! A name is the hardest to find: no shape tells it. What is not introduced is found only when a number, an address or
//! the like stands beside it and the first name is a common one; a rare name in running text is missed. A first name
//! alone, of staff above all, is left standing on purpose.

mod first;
mod pair;
mod small;

use small::Cue;

use super::context::{Role, part, role, role_of};
use super::person::{full, last_name, person};
use super::recognizer::{PrivateKind, Recognizer};
use crate::listen::{Heard, TokenKind};
use crate::{RuleId, Span};

/// A full name, or a last name that is said to be one.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.name"),
    kind: PrivateKind::Name,
    says: "a person's name",
    check: "capitalised words after a word that introduces a name, none of them a common word",
    maybe: |hints| hints.capitals || hints.has(Role::Name.bit() | Role::Kin.bit() | Role::Filler.bit()),
    find: |look| find(look.heard),
};

/// Words between `name` and the name.
const REACH: usize = 7;

fn find(heard: &Heard) -> Vec<Span> {
    let tokens = heard.tokens();
    let mut spans: Vec<Span> = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        if token.kind != TokenKind::Word || spans.last().is_some_and(|last| last.end > token.span.start) {
            continue;
        }
        let found = match role_of(heard, *token) {
            Some(Role::Title) => titled(heard, index),
            Some(Role::Surname) => introduced(heard, index, 1),
            Some(Role::Name) => introduced(heard, index, if lent(heard, index) { 1 } else { 2 }),
            Some(Role::Kin) => kin(heard, index),
            Some(
                Role::Birth
                | Role::Order
                | Role::Booking
                | Role::Account
                | Role::Ref
                | Role::Phone
                | Role::Post
                | Role::Passport
                | Role::National
                | Role::Plate
                | Role::Device,
            ) => detailed(heard, index),
            _ => spoken(heard, index),
        };
        let found = found.or_else(|| pair::find(heard, index));
        let after = |span: &Span| spans.last().is_none_or(|last| last.end <= span.start);
        let found = found.filter(|span| after(span) && !pair::known(span.of(heard.lower())));
        spans.extend(found);
    }
    spans
}

/// `in the name of Castellane`, `last name Oberlin`, `, name Okafor`, `booking name is …`: one word will do.
fn lent(heard: &Heard, index: usize) -> bool {
    let back = |by: usize| index.checked_sub(by).map_or("", |at| part(heard, at));
    matches!(back(1), "last" | "family" | "booking")
        || (part(heard, index) == "name" && matches!(back(1), "," | "."))
        || matches!(back(2), "in" | "under")
        || (matches!(back(3), "in" | "under") && role(back(1)) == Some(Role::Kin))
        || (part(heard, index) == "name" && part(heard, index + 1) == "of")
}

/// A name after a word like `name`, with words like `is`, `on`, `the`, `account` between.
fn introduced(heard: &Heard, index: usize, parts: usize) -> Option<Span> {
    let tokens = heard.tokens();
    // Shops and streets are called something too.
    if matches!(part(heard, index), "called" | "named") {
        let who = index.checked_sub(1).map_or("", |at| part(heard, at));
        return matches!(
            who,
            "man" | "woman" | "lady" | "girl" | "boy" | "some" | "somebody" | "someone" | "daughter" | "son"
        )
        .then(|| person(heard, index + 1, parts).or_else(|| small::find(heard, index + 1, Cue::Listed)))
        .flatten();
    }
    let mut at = index + 1;
    while at < tokens.len().min(index + REACH) {
        if let Some(found) = person(heard, at, parts) {
            return Some(found);
        }
        let small = part(heard, at);
        let between = matches!(tokens[at].kind, TokenKind::Punctuation)
            && matches!(small, ":" | "," | "'" | "\"" | "-" | "=" | ".");
        let filler = matches!(
            role(small),
            Some(Role::Filler | Role::Account | Role::Booking | Role::Order | Role::Title | Role::Kin)
        ) || matches!(
            small,
            "should"
                | "read"
                | "in"
                | "be"
                | "now"
                | "says"
                | "room"
                | "profile"
                | "to"
                | "late"
                | "tenancy"
                | "card"
                | "s"
        );
        if !(between || filler) {
            // "brand name", "domain name": a thing's.
            let before = index.checked_sub(1).map_or("", |at| part(heard, at));
            let own = matches!(before, "my" | "full" | "," | "." | "account" | "customer" | "");
            let word = matches!(part(heard, index), "name" | "nombre" | "nom" | "naam" | "nome" | "llamo");
            let last = part(heard, at - 1);
            let told = matches!(last, "is" | ":" | "=" | "es" | "est" | "llamo") || before == "full";
            if !word || (role(last) == Some(Role::Filler) && !told) {
                return None;
            }
            let cue = if own && told { Cue::Sure } else { Cue::Listed };
            return small::find(heard, at, cue);
        }
        at += 1;
    }
    None
}

/// `Mrs P. Anand`, the title written with a capital.
fn titled(heard: &Heard, index: usize) -> Option<Span> {
    let title = heard.tokens()[index].span.of(heard.text());
    let at = index + 1 + usize::from(part(heard, index + 1) == ".");
    title.starts_with(char::is_uppercase).then(|| last_name(heard, at)).flatten()
}

/// `Gemma Ashworth, born …`, `Patrick Mulhern, order …`: the name that ends just before token `index`.
fn detailed(heard: &Heard, index: usize) -> Option<Span> {
    let comma = index.checked_sub(1).filter(|at| part(heard, *at) == ",")?;
    let end = heard.tokens()[comma].span.start;
    (2..=6).rev().filter_map(|by| comma.checked_sub(by)).find_map(|at| {
        let found = person(heard, at, 2).filter(|span| span.end == end && full(heard, *span))?;
        let before = heard.text()[..found.start as usize].trim_end_matches(' ');
        let mention = at > 0 && heard.tokens()[at - 1].kind == TokenKind::Mention;
        let fresh = before.is_empty() || mention || before.ends_with(['.', ',', ':', '\n', '?', '!']);
        (fresh || role_of(heard, heard.tokens()[index]) == Some(Role::Birth)).then_some(found)
    })
}

/// `my father Bernard Achterberg`, `my cousin, Chinedu Okwuosa`, `in my wife's name, Anita Deshmukh`.
fn kin(heard: &Heard, index: usize) -> Option<Span> {
    let mut at = index + 1;
    while at < index + 4
        && matches!(part(heard, at), "," | "name" | "card" | "account" | "is" | "mr" | "mrs" | ".")
    {
        at += 1;
    }
    person(heard, at, 2)
        .filter(|span| full(heard, *span))
        .or_else(|| small::find(heard, at, Cue::Listed).filter(|_| own(heard, index)))
}

/// Does `my` or its like stand before the word?
fn own(heard: &Heard, index: usize) -> bool {
    index > 0 && matches!(part(heard, index - 1), "my" | "our" | "his" | "her")
}

/// `this is Priya Ramanathan`, `I'm Kofi Mensah-Boyle`, `booked under Prosser`, at the end of a clause.
fn spoken(heard: &Heard, index: usize) -> Option<Span> {
    let back = |by: usize| index.checked_sub(by).map_or("", |at| part(heard, at));
    let parts = match part(heard, index) {
        "i'm" | "soy" | "sono" | "dr" | "doctor" | "prof" => 2,
        "is" if back(1) == "this" => 2,
        "am" if back(1) == "i" => 2,
        "bin" if back(1) == "ich" => 2,
        "suis" if back(1) == "je" => 2,
        "ben" if back(1) == "ik" => 2,
        "as" if back(1) == "down" => 2,
        "says" if matches!(back(1), "passport" | "ticket" | "card" | "id" | "letter") => 2,
        "read" if back(1) == "should" || back(2) == "should" => 2,
        "as" if back(1) == "booked" => 1,
        "under" if lodged(heard, index) => 1,
        _ => return None,
    };
    let dot = usize::from(part(heard, index + 1) == ".");
    let Some(span) = person(heard, index + 1 + dot, parts).filter(|span| full(heard, *span)) else {
        let weak = matches!(part(heard, index), "i'm" | "am" | "is" | "under");
        return if weak { small::find(heard, index + 1, Cue::Listed) } else { None };
    };
    let rest = heard.text()[span.end as usize..].trim_start_matches(' ');
    let clause = rest.is_empty() || rest.starts_with([',', '.', '\n', '(', ';', '-', '?', '@']);
    let goes_on =
        ["and ", "from ", "but ", "on ", "not ", "speaking", "here", "y ", "et ", "und ", "en ", "e ", "is "]
            .iter()
            .any(|word| rest.starts_with(word));
    (clause || goes_on).then_some(span)
}

/// Is a table, a room, a booking or an account spoken of just before `under`?
fn lodged(heard: &Heard, index: usize) -> bool {
    const REACH: usize = 8;
    let tokens = &heard.tokens()[index.saturating_sub(REACH)..index];
    tokens.iter().any(|token| {
        matches!(token.span.of(heard.lower()), "table" | "room" | "hotel" | "were" | "cottage" | "reserved")
            || matches!(role_of(heard, *token), Some(Role::Booking | Role::Account | Role::Order))
    }) || tokens.last().is_some_and(|token| token.kind == TokenKind::Mention)
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::found;

    #[test]
    fn names() {
        for (text, name) in [
            ("Hello, my name is Priya Ramanathan and I was on", "Priya Ramanathan"),
            ("the room is in the name of Castellane.", "Castellane"),
            ("surname Abernethy-Cole", "Abernethy-Cole"),
            ("Name on it is Owen Tresillian", "Owen Tresillian"),
            ("it's for Mrs P. Anand, postcode", "P. Anand"),
            ("this is Kofi Mensah-Boyle, about my order", "Kofi Mensah-Boyle"),
            ("for Gemma Ashworth, born 14/03/1991", "Gemma Ashworth"),
        ] {
            assert_eq!(found(&super::RECOGNIZER, text), [name], "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "Hi, I'm Maya, is there a later coach",
            "my name is Maya",
            "this is Not Good Enough",
            "the name is wrong",
            "I'm In Leeds",
            "brand name Vitamin",
        ] {
            assert!(found(&super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
