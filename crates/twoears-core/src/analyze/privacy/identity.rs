//! National numbers by their own shape: British National Insurance, US Social Security.

use super::context::{Role, before, token_at};
use super::recognizer::{PrivateKind, Recognizer};
use crate::listen::Heard;
use crate::{RuleId, Span};

/// A national number of a person.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.identity"),
    kind: PrivateKind::NationalId,
    says: "a national insurance or social security number",
    check: "prefixes and numbers that are given out",
    maybe: |hints| hints.stretch >= 6,
    find: |look| find(look.heard),
};

/// Tokens between a word like tax and a Social Security number.
const REACH: usize = 5;

fn find(heard: &Heard) -> Vec<Span> {
    let bytes = heard.text().as_bytes();
    let mut spans = Vec::new();
    for at in 0..bytes.len() {
        let fresh = at == 0 || !(bytes[at - 1].is_ascii_alphanumeric() || b"-/.".contains(&bytes[at - 1]));
        if fresh && bytes[at].is_ascii_alphanumeric() {
            let len = insurance(&bytes[at..]).or_else(|| security(heard, at));
            spans.extend(len.map(|len| Span::new(at, at + len)));
        }
    }
    spans
}

fn ends(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_none_or(|byte| !(byte.is_ascii_alphanumeric() || *byte == b'-'))
}

/// `QQ 12 34 56 C`: two letters, six digits, A to D (HMRC, NIM39110; QQ is the one for examples).
fn insurance(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    let mut seen = 0;
    while seen < 9 {
        let byte = *bytes.get(at)?;
        let fits = match seen {
            0 | 1 => byte.is_ascii_uppercase() && !b"DFIUV".contains(&byte) && !(seen == 1 && byte == b'O'),
            8 => (b'A'..=b'D').contains(&byte),
            _ => byte.is_ascii_digit(),
        };
        match (fits, byte) {
            (true, _) => seen += 1,
            (false, b' ') if matches!(seen, 2 | 4 | 6 | 8) && bytes[at - 1] != b' ' => {}
            _ => return None,
        }
        at += 1;
    }
    ends(bytes, at).then_some(at)
}

/// `219-09-9999` near a word like social or tax: no 000, 666 or 9xx, no 00, no 0000 (SSA, RM 10201.035).
fn security(heard: &Heard, at: usize) -> Option<usize> {
    const LEN: usize = 11;
    let value = heard.text().get(at..at + LEN)?;
    let shape = value
        .bytes()
        .enumerate()
        .all(|(at, b)| if at == 3 || at == 6 { b == b'-' } else { b.is_ascii_digit() });
    let fits = shape
        && !matches!(&value[..3], "000" | "666")
        && !value.starts_with('9')
        && &value[4..6] != "00"
        && &value[7..] != "0000"
        && ends(heard.text().as_bytes(), at + LEN);
    let index = token_at(heard, at);
    let social =
        || heard.tokens()[..index].iter().rev().take(REACH).any(|t| t.span.of(heard.lower()) == "social");
    (fits && (before(heard, index, REACH, Role::Other.bit() | Role::Account.bit()) || social()))
        .then_some(LEN)
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::found;

    #[test]
    fn national_numbers() {
        assert_eq!(found(&super::RECOGNIZER, "NI number QQ 12 34 56 C ok"), ["QQ 12 34 56 C"]);
        assert_eq!(found(&super::RECOGNIZER, "it's AB123456C"), ["AB123456C"]);
        assert_eq!(found(&super::RECOGNIZER, "my social is 219-09-9999."), ["219-09-9999"]);
    }

    #[test]
    fn near_misses() {
        for text in [
            "AB123456Z",
            "DA123456A",
            "219-09-9999",
            "my social is 666-09-9999",
            "social 219-00-9999",
            "QQ 12 34",
        ] {
            assert!(found(&super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
