//! Network addresses: IPv4, IPv6 and MAC.

mod ipv4;
mod ipv6;
mod mac;

use super::look::Look;
use super::recognizer::{PrivateKind, Recognizer};
use crate::{RuleId, Span};

/// An address of a device or a line on a network.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.network"),
    kind: PrivateKind::Network,
    says: "a network address",
    check: "four numbers of 0 to 255 that are no version; eight groups of 16 bits, shortened or not; six pairs of hex digits",
    maybe: |hints| hints.digits >= 4 || (hints.digits > 0 && hints.joints >= 2),
    find,
};

fn find(look: &Look<'_>) -> Vec<Span> {
    let mut spans = ipv4::find(look.heard);
    if look.hints.joints >= 2 {
        let (text, start) = (look.heard.text(), spans.len());
        for candidate in candidates(text) {
            let fits = ipv6::fits(candidate.of(text)) || mac::fits(candidate.of(text));
            if fits && spans[..start].iter().all(|span| !span.overlaps(candidate)) {
                spans.push(candidate);
            }
        }
        spans.sort_unstable();
    }
    spans
}

/// Bytes of the longest address: IPv6 with an IPv4 tail.
const LONGEST: usize = 45;

/// Runs of hex digits, colons, dashes and dots that hold two colons or five dashes, and that no letter touches.
fn candidates(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let len = bytes[at..].iter().take_while(|b| b.is_ascii_hexdigit() || b":-.".contains(b)).count();
        if len == 0 {
            at += 1;
            continue;
        }
        let next = at + len;
        let alone = (at == 0 || !bytes[at - 1].is_ascii_alphanumeric())
            && bytes.get(next).is_none_or(|b| !b.is_ascii_alphanumeric() && *b != b'_');
        // A mark that closes the sentence is no part of it; two colons may be.
        let mut run = text[at..next].trim_end_matches(['.', '-']);
        if !run.ends_with("::") {
            run = run.trim_end_matches(':');
        }
        let count = |mark: u8| run.bytes().filter(|b| *b == mark).count();
        if alone && run.len() <= LONGEST && (count(b':') >= 2 || count(b'-') == mac::PAIRS - 1) {
            found.push(Span::new(at, at + run.len()));
        }
        at = next;
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::found;

    #[test]
    fn addresses() {
        for (text, address) in [
            ("my ip is 203.0.113.7, blocked", "203.0.113.7"),
            ("blocked 2001:db8:85a3::8a2e:370:7334.", "2001:db8:85a3::8a2e:370:7334"),
            ("router fe80::1ff:fe23:4567:890a is", "fe80::1ff:fe23:4567:890a"),
            ("from 2001:0DB8:0000:0000:0000:ff00:0042:8329", "2001:0DB8:0000:0000:0000:ff00:0042:8329"),
            ("(2001:db8::1)", "2001:db8::1"),
            ("MAC address: 00:1A:2b:3C:4D:5E", "00:1A:2b:3C:4D:5E"),
            ("device 00-1A-2B-3C-4D-5E drops out", "00-1A-2B-3C-4D-5E"),
            ("a ::ffff:192.0.2.128 b", "192.0.2.128"),
        ] {
            assert_eq!(found(&super::RECOGNIZER, text), [address], "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "at 12:30:45 and 10:20:30:40",
            "from 10:00-12:00 and 2-3 days",
            "std::vector and a::b 1",
            "dead::beef 1",
            "1:2:3:4:5:6:7:8",
            "00:00:00:00:00:00",
            "12-11-20-26-10-15",
            "score 2:1, 3:0, 1:1",
            "ref 00:1A:2b:3C:4D:5E:7z",
            ":::::: 12 ------",
        ] {
            assert!(found(&super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
