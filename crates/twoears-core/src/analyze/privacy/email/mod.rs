//! E-mail addresses, plain (`ann@mail.example`), in links, or written out (`ann at mail dot com`, `ann(at)mail.com`).

mod sign;
mod spelled;

use super::recognizer::{PrivateKind, Recognizer};
use crate::listen::{Heard, TokenKind};
use crate::{RuleId, Span};

/// An e-mail address.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.email"),
    kind: PrivateKind::Email,
    says: "an e-mail address",
    check: "local part, host and top-level domain by the rules of addresses",
    maybe: |hints| hints.at,
    find: |look| find(look.heard),
};

/// Last parts of a domain that a written-out address may end in.
const TOPS: &str =
    "com org net edu gov info biz io co uk de fr es it nl ie in au ca us eu ch at be se no dk pl me";
/// Hosts at which a person, not a company, has a mailbox.
const MAILBOXES: &str =
    "gmail googlemail hotmail yahoo outlook icloud aol gmx protonmail live ymail btinternet";

/// Is it a last part of a domain that a written-out address may end in?
fn top(part: &str) -> bool {
    TOPS.split(' ').any(|known| known == part)
}

/// Does a person, not a company, have a mailbox there?
fn mailbox(host: &str) -> bool {
    MAILBOXES.split(' ').any(|known| known == host)
}

fn find(heard: &Heard) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for (index, token) in heard.tokens().iter().enumerate() {
        if token.kind == TokenKind::Url {
            linked(token.span.of(heard.text()), token.span.start as usize, &mut spans);
            continue;
        }
        let span = match token.kind {
            TokenKind::Email => Some(token.span),
            TokenKind::Word if token.span.of(heard.lower()) == "at" => spelled::find(heard, index),
            TokenKind::Mention | TokenKind::Punctuation => sign::find(heard, token.span),
            _ => None,
        };
        spans.extend(span.filter(|span| spans.last().is_none_or(|last| last.end <= span.start)));
    }
    spans
}

/// Addresses in the path or the query of a link that starts at byte `start`.
fn linked(link: &str, start: usize, spans: &mut Vec<Span>) {
    let host = link.find("://").map_or(0, |at| at + 3);
    let mut at = link[host..].find(['/', '?', '#']).map_or(link.len(), |at| host + at + 1);
    for part in link[at..].split(['/', '?', '#', '&', '=', ';', ':', ',']) {
        let sign = part.find('@').map(|sign| (sign, 1)).or_else(|| part.find("%40").map(|sign| (sign, 3)));
        if let Some((sign, len)) = sign.filter(|(sign, len)| mail(&part[..*sign], &part[sign + len..])) {
            let domain = part[sign + len..].trim_end_matches(['.', '-']).len();
            spans.push(Span::new(start + at, start + at + sign + len + domain));
        }
        at += part.len() + 1;
    }
}

/// Are these the two sides of an address?
fn mail(name: &str, domain: &str) -> bool {
    let fits = |side: &str, marks: &[u8]| {
        !side.is_empty() && side.bytes().all(|b| b.is_ascii_alphanumeric() || marks.contains(&b))
    };
    let top = domain.trim_end_matches(['.', '-']).rsplit_once('.').map_or("", |(_, top)| top);
    let letters = top.len() >= 2 && top.bytes().all(|b| b.is_ascii_alphabetic());
    name.len() <= 64 && fits(name, b"._%+-") && fits(domain, b".-") && letters
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::found;

    #[test]
    fn addresses() {
        for (text, address) in [
            ("write to ann.b+x@mail.example.com.", "ann.b+x@mail.example.com"),
            ("at priya dot nair at example dot com", "priya dot nair at example dot com"),
            ("ann(at)example.com ok", "ann(at)example.com"),
            ("ann.b [at] example [dot] com", "ann.b [at] example [dot] com"),
            ("https://a.example/?email=ann.lee@mail.example&card=4", "ann.lee@mail.example"),
            ("see https://www.a.example/u?e=ann%40mail.example", "ann%40mail.example"),
            ("ann {at} example <dot> com", "ann {at} example <dot> com"),
            ("mailto:ann.lee@example.com?subject=hi", "ann.lee@example.com"),
            ("ann22 at example.com is best", "ann22 at example.com"),
            ("ann_lee at example.com", "ann_lee at example.com"),
            ("annlee at gmail.com", "annlee at gmail.com"),
            ("ann.lee@example.com...", "ann.lee@example.com"),
            ("ann [at] example dot co dot uk", "ann [at] example dot co dot uk"),
        ] {
            assert_eq!(found(&super::RECOGNIZER, text), [address], "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "@sam.taylor",
            "look at amazon.com",
            "contact me at gmail.com",
            "at 5 at example.com",
            "https://ann@mail.example/",
            "https://a.example/@sam.taylor and https://a.example/react@18.2.0",
            "meet at the dot matrix",
            "at",
            "(at)",
            "stay at home dot dot",
        ] {
            assert!(found(&super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
