//! Codes and what they stand for: how sure the shape is decides how near a context word must be.

use super::chunk::Chunk;
use super::context::{Role, after, part, role_of};
use super::hints::Hints;
use super::look::Look;
use super::recognizer::PrivateKind;
use super::shape::{Shape, locator, shape};
use crate::Span;
use crate::listen::{Heard, TokenKind};

/// Tokens that are read backwards from a code.
const REACH: usize = 14;
/// Words that may stand between a context word and a code of a middling shape.
const NEAR: usize = 4;
/// What an end of a sentence counts in words.
const SENTENCE: usize = 2;

/// Digits of a number that counts as a code and not as a word in between.
const CODE: usize = 5;

/// Can the text hold a code at all?
pub(super) fn maybe(hints: &Hints) -> bool {
    hints.codes > 0
}

/// All codes of a kind.
pub(super) fn find(look: &Look<'_>, kind: PrivateKind) -> Vec<Span> {
    let codes = look.chunks().iter().filter(|code| kind_of(look.heard, code) == Some(kind));
    codes.map(|code| code.span).collect()
}

/// What comes before a code: the nearest context word, the words between, and if a word like number is there.
pub(super) struct Before {
    pub role: Option<Role>,
    pub words: usize,
    pub marked: bool,
    /// Is `is` or its like right before it?
    pub told: bool,
}

/// Reads backwards from token `index`.
pub(super) fn read_back(heard: &Heard, index: usize) -> Before {
    let mut before = Before { role: None, words: 0, marked: false, told: false };
    let tokens = &heard.tokens()[..index];
    for (at, token) in tokens.iter().enumerate().rev().take(REACH) {
        let part = token.span.of(heard.text());
        if token.kind == TokenKind::Punctuation {
            if part == "." && before.words > 0 && sentence(heard, at) {
                before.words += SENTENCE;
            }
            before.marked |= before.words == 0 && matches!(part, "#" | ":" | "=");
            before.words += if matches!(part.as_bytes()[0], b'!' | b'?') { SENTENCE } else { 0 };
            continue;
        }
        // Another code between the word and this one: `ref 448201, KQ7T2M`.
        if token.kind == TokenKind::Number
            && !part.contains('.')
            && part.bytes().filter(u8::is_ascii_digit).count() >= CODE
        {
            continue;
        }
        match role_of(heard, *token) {
            Some(Role::Number | Role::Code) => before.marked |= before.words == 0,
            Some(Role::Filler) => {
                before.told |=
                    before.words == 0 && matches!(part, "is" | "was" | "It's" | "it's" | "Is" | "IS");
            }
            Some(
                role @ (Role::Order
                | Role::Deal
                | Role::Booking
                | Role::Account
                | Role::User
                | Role::Sort
                | Role::Passport
                | Role::National
                | Role::Plate
                | Role::Device
                | Role::Ref
                | Role::Not
                | Role::Phone
                | Role::Safe
                | Role::Secret),
            ) => {
                before.role = Some(role);
                return before;
            }
            _ => before.words += 1,
        }
    }
    before
}

/// Does a sentence end at the full stop at token `at`: a word of some length before, a capital behind?
fn sentence(heard: &Heard, at: usize) -> bool {
    let tokens = heard.tokens();
    let word = at > 0 && tokens[at - 1].kind == TokenKind::Word && tokens[at - 1].span.len() > 3;
    let after = heard.text()[tokens[at].span.end as usize..].trim_start_matches(' ');
    word && after.starts_with(|c: char| c.is_ascii_uppercase())
}

fn kind_of(heard: &Heard, code: &Chunk) -> Option<PrivateKind> {
    let text = code.span.of(heard.text());
    let before = read_back(heard, code.tokens.0);
    let direct = before.words == 0;
    let forward = named_after(heard, code.tokens.1);
    if before.role == Some(Role::User) && direct && (before.marked || before.told) && code.len() >= 5 {
        return Some(PrivateKind::Account);
    }
    if worded(code) && direct && matches!(before.role, Some(Role::Ref | Role::Booking)) {
        return Some(PrivateKind::Booking);
    }
    let shape = shape(code, text)?;
    // "a 777-300" is a thing, "my 777-300" may be a code.
    let article = code.tokens.0.checked_sub(1).is_some_and(|at| matches!(part(heard, at), "a" | "an"));
    if article && code.upper == 0 && !before.marked {
        return None;
    }
    if after(heard, code.tokens.1, 2, Role::Not.bit()) && !direct {
        return None;
    }
    let fits = match shape {
        Shape::Bare => direct && (before.marked || before.told) && before.role.is_some(),
        Shape::Weak => {
            (direct && before.role.is_some()) || (before.marked && (code.digits >= 5 || code.len() >= 8))
        }
        Shape::Middling => (before.words <= NEAR && before.role.is_some()) || before.marked || before.told,
        Shape::Strong => true,
    } || forward.is_some();
    let reference = if locator(code, text) { PrivateKind::Booking } else { PrivateKind::Order };
    let role = forward.or(before.role.filter(|_| before.words <= 2 * NEAR));
    let kind = match role {
        Some(Role::Order | Role::Deal) => PrivateKind::Order,
        Some(Role::Booking) => PrivateKind::Booking,
        Some(Role::Account) => PrivateKind::Account,
        Some(Role::User) if code.len() >= 5 => PrivateKind::Account,
        Some(Role::Passport) if direct => PrivateKind::Passport,
        Some(Role::National) if direct => PrivateKind::NationalId,
        Some(Role::Plate) if direct => PrivateKind::Plate,
        Some(Role::Device) => PrivateKind::Device,
        Some(Role::Not | Role::Safe | Role::Secret | Role::Sort) if before.words <= 1 => return None,
        Some(Role::Phone | Role::User) if shape < Shape::Strong => return None,
        _ => reference,
    };
    let soft =
        matches!(role, Some(Role::Deal)) && code.upper == 0 && !(before.marked || before.told || code.joined);
    (fits && !soft).then_some(kind)
}

/// Four capitals or more and then two digits or more, as in a voucher or a booking: only after a word that says which.
fn worded(code: &Chunk) -> bool {
    !code.joined && code.lower == 0 && code.upper >= 4 && code.digits >= 2 && (6..=8).contains(&code.len())
}

/// `… is my booking ref`, `… is the order`: the role of what follows token `index`.
pub(super) fn named_after(heard: &Heard, index: usize) -> Option<Role> {
    let mut tokens = heard.tokens().iter().skip(index).take(NEAR);
    let is = tokens.next().is_some_and(|token| matches!(token.span.of(heard.lower()), "is" | "was"));
    let code = |role: &Role| matches!(role, Role::Order | Role::Booking | Role::Account | Role::Ref);
    let roles = tokens.map_while(|token| role_of(heard, *token));
    if is { roles.skip_while(|role| *role == Role::Filler).find(code) } else { None }
}

#[cfg(test)]
mod tests {
    use super::super::chunk::chunks;
    use super::*;

    fn kinds(text: &str) -> Vec<(String, PrivateKind)> {
        let heard = crate::listen::hear(text);
        let found = chunks(&heard);
        let kinds =
            found.iter().filter_map(|c| Some((c.span.of(heard.text()).to_owned(), kind_of(&heard, c)?)));
        kinds.collect()
    }

    #[test]
    fn the_nearest_word_says_what_it_is() {
        use PrivateKind::{Account, Booking, Order, Passport};
        for (text, code, kind) in [
            ("order LK-448201 never came", "LK-448201", Order),
            ("@SwiftPost SA10448872", "SA10448872", Order),
            ("ref 8TRM4W", "8TRM4W", Booking),
            ("policy number is 12345", "12345", Account),
            ("passport is 533019274", "533019274", Passport),
            ("ref ..USAG84", "USAG84", Booking),
            ("8-4750000030256", "8-4750000030256", Order),
        ] {
            assert_eq!(kinds(text), [(code.to_owned(), kind)], "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "flight BA123",
            "flight BA1234 is late",
            "order from 14/03/2025",
            "order 500ml",
            "error code E44017",
            "in 2021 2022 2023",
            "an order since 2014",
            "KB5001330 broke it",
            "order 2000 cups",
            "ticket 12",
            "Galaxy S24",
            "our booking shows a seat reservation for a 777-300",
            "a new graphics card. Can I install the Radeon HD 4870",
            "the hinge of my Pavilion 15T-CX0000",
        ] {
            assert!(kinds(text).is_empty(), "{text} {:?}", kinds(text));
        }
    }
}
