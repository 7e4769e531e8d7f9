//! Network addresses: four numbers of 0 to 255 that are no version.

use super::recognizer::{PrivateKind, Recognizer};
use crate::listen::{Heard, TokenKind};
use crate::{RuleId, Span};

/// An IPv4 address (RFC 791).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.network"),
    kind: PrivateKind::Network,
    says: "a network address",
    check: "four numbers of 0 to 255 that are no version",
    maybe: |hints| hints.digits >= 4,
    find: |look| find(look.heard),
};

/// Words that make it a version, up to [`REACH`] tokens before it.
const VERSIONS: [&str; 8] = ["version", "v", "build", "firmware", "app", "update", "ios", "android"];
const REACH: usize = 3;

fn find(heard: &Heard) -> Vec<Span> {
    let tokens = heard.tokens();
    let mut spans = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let version = || {
            tokens[at.saturating_sub(REACH)..at].iter().any(|t| VERSIONS.contains(&t.span.of(heard.lower())))
        };
        if token.kind == TokenKind::Number && octets(token.span.of(heard.text())) && !version() {
            spans.push(token.span);
        }
    }
    spans
}

fn octets(text: &str) -> bool {
    let octet =
        |part: &str| part.len() <= 3 && (part == "0" || !part.starts_with('0')) && part.parse::<u8>().is_ok();
    // The shortest has seven bytes; `1.2.3.4` alone is rather a version or a heading.
    text.len() >= 8 && text.split('.').count() == 4 && text.split('.').all(octet)
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::found;

    #[test]
    fn addresses() {
        assert_eq!(found(&super::RECOGNIZER, "my ip is 203.0.113.7, blocked"), ["203.0.113.7"]);
    }

    #[test]
    fn near_misses() {
        for text in [
            "version 10.12.4.203",
            "203.0.113.256",
            "203.0.113",
            "1.2.3.4",
            "14.03.1985",
            "203.00.113.7",
            "1.1.1.1.1",
        ] {
            assert!(found(&super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
