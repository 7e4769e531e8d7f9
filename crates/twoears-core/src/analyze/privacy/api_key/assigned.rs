//! Keys that a word names: `api_key = "…"`, `token: …`, `Authorization: Bearer …`, `my api key is …`.

use super::super::context::part;
use super::super::look::Look;
use super::random::{random, turns};
use crate::Span;
use crate::listen::TokenKind;

/// Characters of the shortest value after a word like key, and after `Bearer` and its like, which name nothing else.
const LEAST: usize = 20;
const LEAST_BEARER: usize = 16;
/// Characters of a value that are looked at.
const LONGEST: usize = 512;
/// Bytes between the word and its value: `" : "`, ` = '`, ` is `.
const GAP: usize = 12;

/// Words that make any key a program's.
const QUALIFIERS: &[&str] =
    &["api", "access", "secret", "private", "auth", "service", "client", "account", "app", "bot"];

/// Values in the heard text.
pub(super) fn find(look: &Look<'_>) -> Vec<Span> {
    let heard = look.heard;
    let mut spans = Vec::new();
    for (index, token) in heard.tokens().iter().enumerate() {
        if token.kind != TokenKind::Word {
            continue;
        }
        let word = token.span.of(heard.lower());
        let bearer = matches!(word, "bearer" | "basic" | "authorization" | "apikey");
        let named = ["key", "token", "secret"].iter().any(|end| word.ends_with(end));
        let Some((start, told)) =
            (bearer || named).then(|| gap(heard.lower(), token.span.end as usize)).flatten()
        else {
            continue;
        };
        let near = |back: usize| index.checked_sub(back).map_or("", |at| part(heard, at));
        let before = if matches!(near(1), "_" | "-") { near(2) } else { near(1) };
        // A key alone may open a door or a product.
        let program = QUALIFIERS.contains(&before);
        let public =
            word.starts_with("public") || matches!(before, "public" | "publishable" | "csrf" | "xsrf");
        if public || !(bearer || program || (told && word != "key")) {
            continue;
        }
        let len = heard.text().as_bytes()[start..].iter().take(LONGEST).take_while(|b| holds(**b)).count();
        let value = heard.text()[start..start + len].trim_end_matches(['.', '-']);
        let least = if bearer { LEAST_BEARER } else { LEAST };
        let cut = heard.text()[start + len..].starts_with(['…', '[']) || len >= value.len() + 2;
        if !cut && value.len() >= least && secret(value) {
            spans.push(Span::new(start, start + value.len()));
        }
    }
    spans
}

/// Where the value starts after byte `at`, and whether `=`, `:` or `is` stands before it.
fn gap(lower: &str, at: usize) -> Option<(usize, bool)> {
    let mut end = lower.len().min(at + 2 * GAP);
    while !lower.is_char_boundary(end) {
        end += 1;
    }
    let mut rest = &lower[at..end];
    let mut told = false;
    loop {
        let before = rest.len();
        rest = rest.trim_start_matches([' ', '"', '\'', '\\', '>', '(']);
        for mark in [":", "=", "is ", "was ", "bearer ", "basic ", "token "] {
            if let Some(after) = rest.strip_prefix(mark) {
                told = true;
                rest = after;
            }
        }
        if rest.len() == before {
            break;
        }
    }
    let start = end - rest.len();
    (start > at && start - at <= GAP).then_some((start, told))
}

fn holds(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"_-+/=.~".contains(&byte)
}

/// Digits among letters all over, and neither a link nor a path.
fn secret(value: &str) -> bool {
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let letters = value.bytes().any(|b| b.is_ascii_alphabetic());
    digits >= 2
        && letters
        && turns(value.as_bytes()) >= 4
        && random(value.as_bytes())
        && !value.contains("//")
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::found;

    #[test]
    fn values_that_a_word_names() {
        let value = "8f3a9b2c4d5e6f708192a3b4";
        for text in [
            format!("api_key = \"{value}\""),
            format!("my api key is {value}, revoke it"),
            format!("access token {value}"),
            format!("Authorization: Bearer {value}"),
            format!("{{\"clientSecret\":\"{value}\"}}"),
            format!("the secret: {value}."),
        ] {
            assert_eq!(found(&super::super::RECOGNIZER, &text), [value], "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "api_key = \"YOUR-API-KEY-GOES-HERE-2026\"",
            "the key is in release-2026-11-20-final-version",
            "token: https://a.example/8f3a9b2c4d5e6f708192a3b4",
            "my api key is 12345678901234567890123",
            "the key 8f3a9b2c4d5e6f708192a3b4",
            "keys are 8f3a9b2c4d5e",
            "licence key: 8f3a9b2c4d5e6f708192a3b4",
            "public_key = 8f3a9b2c4d5e6f708192a3b4",
            "token: 8f3a9b2c4d5e6f708192a3b4...",
            "order 8f3a9b2c4d5e6f708192a3b4",
        ] {
            assert!(found(&super::super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
