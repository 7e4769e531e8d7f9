//! How near a word stands that says what a number is, and whether another says that it is something else.

use super::context::{Role, role_of, token_at};
use crate::listen::{Heard, TokenKind};

/// What is told of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// One of its words is right before it: only words like number, is, my between.
    Direct,
    /// One of its words is near.
    Near,
    /// The nearest word says something else: order, flight, phone.
    Else,
    /// Nothing.
    Nothing,
}

/// Tokens that are read backwards, and other words among them.
const BACK: usize = 14;
const WORDS: usize = 6;
/// Words within which another meaning counts.
const ELSE: usize = 3;
/// Tokens that are read forwards: `… is my SSN`.
const FORTH: usize = 6;

/// Words after which a number is something else.
const OTHERS: u64 = Role::Order.bit()
    | Role::Deal.bit()
    | Role::Booking.bit()
    | Role::Ref.bit()
    | Role::Not.bit()
    | Role::Phone.bit()
    | Role::Account.bit()
    | Role::User.bit()
    | Role::Sort.bit()
    | Role::Post.bit()
    | Role::Passport.bit()
    | Role::Device.bit()
    | Role::Plate.bit()
    | Role::National.bit();

/// What the words around tokens `first..last` tell; `words` are in lower case and may hold blanks and dashes.
pub(super) fn near(heard: &Heard, first: usize, last: usize, words: &[&str]) -> Told {
    let tokens = heard.tokens();
    let (mut between, mut reference) = (0, false);
    for at in (first.saturating_sub(BACK)..first).rev() {
        let token = tokens[at];
        if token.kind == TokenKind::Punctuation {
            let mark = token.span.of(heard.text()).as_bytes()[0];
            between += if matches!(mark, b'!' | b'?') { 2 } else { 0 };
            continue;
        }
        if let Some(start) = named(heard, at, words) {
            return match between {
                _ if borrowed(heard, start) => Told::Else,
                0 => Told::Direct,
                _ => Told::Near,
            };
        }
        match role_of(heard, token) {
            Some(Role::Filler | Role::Number | Role::Code) => {}
            Some(Role::Ref) if between == 0 => reference = true,
            Some(role) if OTHERS & role.bit() != 0 && !vague(token.span.of(heard.lower())) => {
                return if between < ELSE { Told::Else } else { behind(heard, last, words) };
            }
            _ => between += 1,
        }
        if between > WORDS {
            break;
        }
    }
    if reference { Told::Else } else { behind(heard, last, words) }
}

/// Is the word at byte `start` an id of something else: an order id, a customer's identity?
fn borrowed(heard: &Heard, start: usize) -> bool {
    if !heard.lower()[start..].starts_with("id") {
        return false;
    }
    let before = token_at(heard, start).checked_sub(1).map(|at| heard.tokens()[at]);
    before
        .filter(|token| !vague(token.span.of(heard.lower())))
        .and_then(|token| role_of(heard, token))
        .is_some_and(|role| OTHERS & role.bit() != 0)
}

/// Words that only a word before them fills with meaning: medicare card, tax file.
fn vague(word: &str) -> bool {
    matches!(word, "card" | "tax" | "insurance" | "patient" | "file" | "plate" | "plates")
}

/// Does one of the words follow in the same breath: `… is my SSN`, `… (SSN)`?
fn behind(heard: &Heard, last: usize, words: &[&str]) -> Told {
    let tokens = heard.tokens();
    for (at, token) in tokens.iter().enumerate().skip(last).take(FORTH) {
        match token.kind {
            TokenKind::Word if named(heard, at, words).is_some() => return Told::Near,
            TokenKind::Word => {}
            TokenKind::Punctuation
                if !matches!(token.span.of(heard.text()).as_bytes()[0], b'.' | b'!' | b'?') => {}
            _ => break,
        }
    }
    Told::Nothing
}

/// Where one of the words starts that ends with token `at`.
fn named(heard: &Heard, at: usize, words: &[&str]) -> Option<usize> {
    let text = &heard.lower()[..heard.tokens()[at].span.end as usize];
    let text = text.strip_suffix("'s").unwrap_or(text);
    let before = words.iter().filter_map(|word| text.strip_suffix(word));
    before.filter(|text| !text.ends_with(char::is_alphanumeric)).map(str::len).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Told {
        let heard = crate::listen::hear(text);
        let at = heard.text().find('7').unwrap();
        let first = token_at(&heard, at);
        near(&heard, first, first + 1, &["ssn", "social security", "steuer-id", "id", "id number"])
    }

    #[test]
    fn words_before_and_behind() {
        for (text, want) in [
            ("my ssn is 7", Told::Direct),
            ("customer ssn 7", Told::Direct),
            ("my id 7", Told::Direct),
            ("SSN# 7", Told::Direct),
            ("Steuer-ID: 7", Told::Direct),
            ("social security number 7", Told::Direct),
            ("ssn ref no 7", Told::Direct),
            ("ssn, as I told the agent twice, 7", Told::Near),
            ("7 is my ssn", Told::Near),
            ("7 (ssn)", Told::Near),
        ] {
            assert_eq!(told(text), want, "{text}");
        }
    }

    #[test]
    fn other_words_come_between() {
        for (text, want) in [
            ("my ssn was given, order 7", Told::Else),
            ("order 7", Told::Else),
            ("ref no 7", Told::Else),
            ("order id 7", Told::Else),
            ("tracking id number 7", Told::Else),
            ("flight number 7", Told::Else),
            ("I gave 7", Told::Nothing),
            ("lessn 7", Told::Nothing),
            ("7. My ssn is fine", Told::Nothing),
            ("ssn? I have told you a thing or two or three: 7", Told::Nothing),
        ] {
            assert_eq!(told(text), want, "{text}");
        }
    }
}
