//! Passwords, PINs and one-time codes: what stands after `password is`, `pin:` and their like.

use super::context::{Role, part, role_of};
use super::recognizer::{PrivateKind, Recognizer};
use crate::listen::{Heard, TokenKind};
use crate::{RuleId, Span};

/// A password or a one-time code.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.password"),
    kind: PrivateKind::Password,
    says: "a password, a PIN or a one-time code",
    check: "not a plain word, right after such a word",
    maybe: |hints| hints.has(Role::Secret.bit() | Role::Safe.bit() | Role::Code.bit()),
    find: |look| find(look.heard),
};

/// Tokens after the word in which the value must start.
const REACH: usize = 8;
/// Bytes of the shortest and longest value.
const LENGTH: std::ops::RangeInclusive<usize> = 4..=64;

fn find(heard: &Heard) -> Vec<Span> {
    let tokens = heard.tokens();
    let mut spans: Vec<Span> = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let secret = match role_of(heard, *token) {
            // French: `mot de passe`, not `je passe`.
            Some(Role::Secret) if token.span.of(heard.lower()) == "passe" => {
                index > 0 && part(heard, index - 1) == "de"
            }
            Some(Role::Secret) => true,
            // `código de verificación`, `code de vérification`.
            Some(Role::Code) => matches!(part(heard, index + 1), "de" | "di") && kept(part(heard, index + 2)),
            // `verification code`, `login code`; not `code` alone, nor `login` alone.
            Some(Role::Safe | Role::User) => {
                tokens.get(index + 1).is_some_and(|next| role_of(heard, *next) == Some(Role::Code))
            }
            _ => false,
        };
        if secret && spans.last().is_none_or(|last| last.end <= token.span.end) {
            let after = if role_of(heard, *token) == Some(Role::Code) { index + 2 } else { index };
            spans.extend(value(heard, after));
        }
    }
    spans
}

/// The value after the word at token `index`.
fn value(heard: &Heard, index: usize) -> Option<Span> {
    let back = index.checked_sub(1).map_or("", |at| part(heard, at));
    let mut told = back == "my";
    for token in heard.tokens().iter().skip(index + 1).take(REACH) {
        match token.span.of(heard.lower()) {
            "is" | "was" | ":" | "=" | "ist" | "est" | "es" | "è" | "lautet" | "war" => told = true,
            "code" | "number" | "no" | "the" | "my" | "it" | "i" | "got" | "," | "\"" | "'" | "“" | "now"
            | "you" | "sent" | "me" | "received" | "for" | "this" => {}
            _ => {
                let span = word(heard, token.span.start as usize);
                let value = span.of(heard.text());
                if quoted(heard, span) && told {
                    return Some(span);
                }
                let fits = strong(value, told) && !(postal(heard, index) && value.len() == 6);
                return (fits || (told && linked(value))).then(|| grouped(heard, span)).flatten();
            }
        }
        if token.kind == TokenKind::Url {
            return None;
        }
    }
    None
}

/// Does it say in French, Spanish or Italian that a code is secret?
fn kept(word: &str) -> bool {
    let heads = ["vérif", "verif", "sécur", "secur", "segur", "sicur", "acc", "valid", "connex"];
    heads.iter().any(|head| word.starts_with(head))
}

/// `pin code 560001`, `pin: 560001` in India: six digits are a postcode there, unless it is somebody's own.
fn postal(heard: &Heard, index: usize) -> bool {
    part(heard, index) == "pin" && index.checked_sub(1).is_none_or(|at| part(heard, at) != "my")
}

/// Does the value stand in quotation marks, of whatever words it is made?
fn quoted(heard: &Heard, span: Span) -> bool {
    let text = heard.text();
    let around = |at: usize| text.as_bytes().get(at).is_some_and(|b| matches!(b, b'"' | b'\''));
    span.start > 0
        && LENGTH.contains(&span.len())
        && around(span.start as usize - 1)
        && around(span.end as usize)
}

/// Words joined by dashes, as generators make them: `correct-horse-battery`.
fn linked(value: &str) -> bool {
    value.split('-').count() >= 3
        && value.split('-').all(|word| word.len() >= 3 && word.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// The value with its second group, `482 913`; none when a lone group of three digits stands there, or a year.
fn grouped(heard: &Heard, span: Span) -> Option<Span> {
    let bytes = heard.text().as_bytes();
    let digits = |at: usize| bytes[at.min(bytes.len())..].iter().take_while(|b| b.is_ascii_digit()).count();
    let end = span.end as usize;
    if span.len() != 3 || digits(span.start as usize) != 3 {
        return Some(span);
    }
    let joined = bytes.get(end).is_some_and(|b| matches!(b, b' ' | b'-')) && digits(end + 1) == 3;
    let ends = bytes.get(end + 4).is_none_or(|b| !b.is_ascii_alphanumeric());
    (joined && ends).then(|| Span::new(span.start as usize, end + 4))
}

/// What stands at `start` up to white space, closing marks left out.
fn word(heard: &Heard, start: usize) -> Span {
    let rest = &heard.text()[start..];
    let end =
        rest.char_indices().zip(0..).find(|((_, c), count)| c.is_whitespace() || *count > *LENGTH.end());
    let end = end.map_or(rest.len(), |((at, _), _)| at);
    let mut trimmed = rest[..end].trim_end_matches(['.', ',', ';', ':', '?', ')', '"', '\'', '”']);
    // An exclamation mark after letters closes the sentence; after a digit or a mark it may belong.
    let plain = trimmed.trim_end_matches('!');
    if plain.bytes().all(|b| b.is_ascii_alphabetic()) {
        trimmed = plain;
    }
    Span::new(start, start + trimmed.len())
}

/// Not a plain word or a price: digits among letters or marks, or four digits and more.
fn strong(value: &str, told: bool) -> bool {
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let letters = value.bytes().any(|b| b.is_ascii_alphabetic());
    let inner = value.bytes().any(|b| b"!?_#$%&*+=^~@".contains(&b));
    let money = value.starts_with(['£', '$', '€']);
    let pure = digits == value.len();
    let year = digits == 4 && (value.starts_with("19") || value.starts_with("20"));
    let fits = if pure {
        (3..=10).contains(&digits) && (told || !year)
    } else {
        told && (digits >= 2 || (digits >= 1 && (inner || letters))) && !measure(value)
    };
    (pure || LENGTH.contains(&value.len()))
        && fits
        && !money
        && !value.contains("://")
        && !value.contains(':')
}

/// `6-digit`, `10th`, `24hrs`: a number and what it counts.
fn measure(value: &str) -> bool {
    const UNITS: &str =
        "st nd rd th min mins hr hrs hour hours day days week weeks month months year years am pm";
    let unit = value.trim_start_matches(|c: char| c.is_ascii_digit());
    unit.len() < value.len()
        && (UNITS.split(' ').any(|known| known.eq_ignore_ascii_case(unit))
            || unit.strip_prefix('-').is_some_and(|word| word.bytes().all(|b| b.is_ascii_alphabetic())))
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::found;

    #[test]
    fn secrets() {
        for (text, value) in [
            ("my password is Tulip!2290 and", "Tulip!2290"),
            ("password: seagull_77, can you", "seagull_77"),
            ("the pin is 4411.", "4411"),
            ("verification code 482913", "482913"),
            ("pw=abc123", "abc123"),
            ("the password is hunter2, thanks", "hunter2"),
            ("password=hunter2", "hunter2"),
            ("my password hunter2 fails", "hunter2"),
            ("OTP 482 913 does not work", "482 913"),
            ("PIN: 4411", "4411"),
            ("my password is \"correct\"", "correct"),
            ("password: correct-horse-battery", "correct-horse-battery"),
            ("mein Passwort lautet Tulpe2290", "Tulpe2290"),
            ("mon mot de passe est tulipe22", "tulipe22"),
            ("mijn wachtwoord is tulp2290", "tulp2290"),
            ("mi contraseña es Tulipan22", "Tulipan22"),
            ("la mia password è tulipano22", "tulipano22"),
            ("el código de verificación es 482913", "482913"),
            ("verification code you sent me is 482913", "482913"),
        ] {
            assert_eq!(found(&super::RECOGNIZER, text), [value], "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "the password reset link has expired",
            "password is wrong",
            "password is not working!",
            "pin is £4.50",
            "my password: https://a.example/reset1",
            "password since 2 days",
            "the login takes 20 minutes",
            "pin",
            "my password is 6-digit",
            "password is 24hrs old",
            "the password page2 fails",
            "Bengaluru, pin code 560001",
            "pin 560001",
            "collector's pin 2017",
            "je passe 4411 fois",
            "OTP 482 times",
            "the code de 4411",
        ] {
            assert!(found(&super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
