//! IPv4 addresses (RFC 791): four numbers of 0 to 255 that are no version and not everybody's.

use std::net::Ipv4Addr;

use crate::Span;
use crate::listen::{Heard, TokenKind};

/// Words that make it a version, up to [`REACH`] tokens before it.
const VERSIONS: [&str; 16] = [
    "version", "versions", "v", "ver", "build", "firmware", "app", "update", "ios", "android", "software",
    "driver", "patch", "release", "chrome", "windows",
];
const REACH: usize = 3;

pub(super) fn find(heard: &Heard) -> Vec<Span> {
    let tokens = heard.tokens();
    let mut spans = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let version = || {
            tokens[at.saturating_sub(REACH)..at].iter().any(|t| VERSIONS.contains(&t.span.of(heard.lower())))
        };
        if token.kind == TokenKind::Number && own(token.span.of(heard.text())) && !version() {
            spans.push(token.span);
        }
    }
    spans
}

/// Is it an address of one line or device? Not the machine itself, a mask, a router's usual address or a public resolver.
fn own(text: &str) -> bool {
    // The shortest has seven bytes; `1.2.3.4` alone is rather a version or a heading.
    let Some(address) = (text.len() >= 8).then(|| text.parse::<Ipv4Addr>().ok()).flatten() else {
        return false;
    };
    let [first, .., last] = address.octets();
    let router = address.is_private() && matches!(last, 0 | 1 | 254);
    first != 0 && first != 255 && !address.is_loopback() && !router && !text.starts_with("8.8.")
}

#[cfg(test)]
mod tests {
    use super::own;
    use crate::analyze::privacy::testing::found;

    #[test]
    fn addresses_of_one_line() {
        assert!(own("203.0.113.7") && own("192.168.178.23"));
        for text in ["192.168.1.1", "127.0.0.1", "255.255.255.0", "10.0.0.254", "203.0.113.256"] {
            assert!(!own(text), "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "version 10.12.4.203",
            "driver 10.12.4.203",
            "203.0.113.256",
            "203.0.113",
            "1.2.3.4",
            "14.03.1985",
            "203.00.113.7",
            "1.1.1.1.1",
        ] {
            assert!(found(&super::super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
