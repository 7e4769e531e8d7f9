//! Keys and tokens by which programs sign in: by the form their issuer documents, or by the word that names them.

mod assigned;
mod form;
mod issuer;
mod jwt;
mod link;
mod pem;
mod random;

use super::look::Look;
use super::recognizer::{PrivateKind, Recognizer};
use crate::{RuleId, Span};

/// A key, a token or the password in a link.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.api_key"),
    kind: PrivateKind::ApiKey,
    says: "a key or token by which a program signs in",
    check: "the prefix, alphabet and length of its issuer; a token's JSON head; or a random value after a word like key",
    maybe: |hints| hints.dense,
    find,
};

fn find(look: &Look<'_>) -> Vec<Span> {
    let mut spans = pem::find(look.heard);
    for run in look.runs() {
        let bytes = run.text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            match key(bytes, at) {
                Some(len) => {
                    spans.push(run.span(at, at + len));
                    at += len;
                }
                None => at += 1,
            }
        }
        spans.extend(link::find(run.text).into_iter().map(|(start, end)| run.span(start, end)));
        spans.extend(form::client_secrets(bytes).into_iter().map(|(start, end)| run.span(start, end)));
    }
    spans.extend(assigned::find(look));
    // The longest of those that start together, the first of those that overlap.
    spans.sort_unstable_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let mut end = 0;
    spans.retain(|span| {
        let free = span.start >= end;
        end = end.max(span.end);
        free
    });
    spans
}

/// The length of the key that starts at byte `at`, where no word goes on.
fn key(bytes: &[u8], at: usize) -> Option<usize> {
    let fresh = at == 0 || !(bytes[at - 1].is_ascii_alphanumeric() || matches!(bytes[at - 1], b'_' | b'.'));
    if !fresh || !bytes[at].is_ascii_alphanumeric() {
        return None;
    }
    let rest = &bytes[at..];
    issuer::known(rest).or_else(|| jwt::token(rest)).or_else(|| form::known(rest))
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::found;

    /// Characters that stand for any key; put together at run time, so that nobody takes a test for a leak.
    const BODY: &str =
        "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0u1V2w3X4y5Z6a7B8c9D0e1F2g3H4i5J6k7L8m9N0o1P2q3R4";

    #[test]
    fn keys_of_issuers() {
        for (head, len) in [
            ("ghp_", 36),
            ("glpat-", 20),
            ("sk_live_", 24),
            ("AIza", 35),
            ("sk-proj-", 60),
            ("sk-ant-api03-", 88),
            ("npm_", 36),
            ("hf_", 34),
            ("pypi-AgEI", 70),
        ] {
            let key = format!("{head}{}", &BODY[..len]);
            assert_eq!(found(&super::RECOGNIZER, &format!("my key {key}, is it ok")), [key.as_str()]);
            assert_eq!(found(&super::RECOGNIZER, &format!("KEY=\"{key}\"")), [key.as_str()]);
        }
    }

    #[test]
    fn letters_in_a_row_and_marks_around() {
        let key = format!("ghp_aaaa{}", &BODY[4..36]);
        let found = found(&super::RECOGNIZER, &format!("soooo ({key}) leaked"));
        assert_eq!(found, [key.replace("aaaaa", "aa").replace("aaaa", "aa")]);
    }

    #[test]
    fn near_misses() {
        for text in [
            format!("ghp_{}", "x".repeat(36)),
            format!("ghp_{}", &BODY[..20]),
            format!("xghp_{}", &BODY[..36]),
            format!("AKIA{}EXAMPLE", "IOSFODNN7"),
            "https://a.example/2026/11/20/why-is-my-parcel-late-1234567".to_owned(),
            "hf_requiredCharacteristicTypesForDisplayMetadata".to_owned(),
            "order number LK-448201-2026-11-20-AB".to_owned(),
            "sk-somebody-help-me-please-with-this-one".to_owned(),
        ] {
            assert!(found(&super::RECOGNIZER, &text).is_empty(), "{text}");
        }
    }
}
