//! Postcodes: British and Canadian ones by shape, five or six digits next to a word like postcode.

use super::context::{Role, before, token_at};
use super::recognizer::{PrivateKind, Recognizer};
use crate::listen::Heard;
use crate::{RuleId, Span};

/// A postcode.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.postcode"),
    kind: PrivateKind::Postcode,
    says: "a postcode",
    check: "the shape of a country's postcodes, near a word or a place where digits alone would not tell",
    maybe: |hints| {
        hints.digits >= 2 && hints.mixed >= 1 || hints.digits >= 4 && (hints.codes > 0 || hints.has(CONTEXT))
    },
    find: |look| find(look.heard),
};

/// Words that make five digits a postcode.
const CONTEXT: u64 = Role::Post.bit() | Role::Secret.bit();
/// Tokens between such a word and the digits.
const REACH: usize = 5;
/// The states and the District of Columbia (USPS Publication 28, appendix B).
const STATES: &str = "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC \
    ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY";
/// Letters that the last two places of a British postcode leave out (Royal Mail, Programmers' Guide to the PAF).
const NOT_INWARD: &[u8] = b"CIKMOV";
/// Letters that a Canadian postcode leaves out (Canada Post, Addressing Guidelines).
const NOT_CANADIAN: &[u8] = b"DFIOQU";

fn find(heard: &Heard) -> Vec<Span> {
    let bytes = heard.text().as_bytes();
    let mut spans = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let fresh = bytes[at].is_ascii_alphanumeric() && (at == 0 || !b"@#/-_.:$&'".contains(&bytes[at - 1]));
        if let Some(len) = fresh.then(|| letters(&bytes[at..]).or_else(|| digits(heard, at))).flatten() {
            spans.push(Span::new(at, at + len));
            at += len;
        }
        while bytes.get(at).is_some_and(u8::is_ascii_alphanumeric) {
            at += 1;
        }
        while bytes.get(at).is_some_and(|byte| !byte.is_ascii_alphanumeric()) {
            at += 1;
        }
    }
    spans
}

/// Does no letter, digit or joint follow?
fn ends(bytes: &[u8], at: usize) -> bool {
    let next = |by: usize| bytes.get(at + by).copied().unwrap_or(b' ');
    !(next(0).is_ascii_alphanumeric()
        || next(0) >= 0x80
        || (b"-/:%'".contains(&next(0)) && next(1).is_ascii_alphanumeric()))
}

/// `AB1 2CD` and its kin, or `K1A 0B1`, at the start: its length.
pub(super) fn letters(bytes: &[u8]) -> Option<usize> {
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let starts = bytes[0].is_ascii_alphabetic() && (digit(1) || digit(2));
    if starts { british(bytes).or_else(|| canadian(bytes)) } else { None }
}

/// Is `bytes` of this shape, A for a letter and 9 for a digit?
fn shaped(bytes: &[u8], shape: &[u8]) -> bool {
    bytes.len() >= shape.len() && bytes.iter().zip(shape).all(|(byte, want)| kind(*byte) == *want)
}

fn british(bytes: &[u8]) -> Option<usize> {
    const OUTWARD: [&[u8]; 6] = [b"AA9A", b"AA99", b"A9A", b"AA9", b"A99", b"A9"];
    OUTWARD.into_iter().filter(|outward| shaped(bytes, outward)).find_map(|outward| {
        let blank = usize::from(bytes.get(outward.len()) == Some(&b' '));
        let inward = bytes.get(outward.len() + blank..outward.len() + blank + 3)?;
        let len = outward.len() + blank + 3;
        let upper = bytes[..len].iter().all(|b| !b.is_ascii_lowercase());
        let fits = shaped(inward, b"9AA")
            && ends(bytes, len)
            && inward[1..].iter().all(|b| !NOT_INWARD.contains(&b.to_ascii_uppercase()))
            && !unit(&bytes[..outward.len()], &inward[1..], blank == 1, upper);
        fits.then_some(len)
    })
}

/// `M4 1TB`, `b4 5th`: a name and a size, or a bay and a day.
fn unit(outward: &[u8], last: &[u8], blank: bool, upper: bool) -> bool {
    let last = last.to_ascii_uppercase();
    let size = matches!(&last[..], b"GB" | b"TB");
    let day = matches!(
        &last[..],
        b"TH" | b"ST" | b"ND" | b"RD" | b"HR" | b"PS" | b"PX" | b"FT" | b"GB" | b"TB" | b"XL"
    );
    (size && outward.len() < 3) || (!upper && blank && day)
}

fn canadian(bytes: &[u8]) -> Option<usize> {
    const SHAPE: &[u8] = b"A9A 9A9";
    // Without the blank it may as well be a booking code.
    let fits = shaped(bytes, SHAPE) && !b"WZ".contains(&bytes[0]) && ends(bytes, SHAPE.len());
    let allowed = |byte: &u8| !byte.is_ascii_lowercase() && !NOT_CANADIAN.contains(byte);
    (fits && bytes[..SHAPE.len()].iter().all(allowed)).then_some(SHAPE.len())
}

fn kind(byte: u8) -> u8 {
    match byte {
        b'0'..=b'9' => b'9',
        b'A'..=b'Z' | b'a'..=b'z' => b'A',
        other => other,
    }
}

/// Four to six digits, or five and four, next to a word like postcode.
fn digits(heard: &Heard, at: usize) -> Option<usize> {
    let bytes = &heard.text().as_bytes()[at..];
    let run = bytes.iter().take(7).take_while(|b| b.is_ascii_digit()).count();
    let plus = run == 5
        && bytes.get(5) == Some(&b'-')
        && bytes.iter().skip(6).take_while(|b| b.is_ascii_digit()).count() == 4;
    let len = if plus { 10 } else { run };
    if !(4..=6).contains(&run) || !ends(bytes, len) {
        return None;
    }
    let index = token_at(heard, at);
    let pin = || {
        let parts = heard.tokens()[..index].iter().rev().take(REACH).map(|t| t.span.of(heard.lower()));
        let parts: Vec<_> = parts.collect();
        run == 6 && parts.windows(2).any(|pair| pair == ["code", "pin"])
    };
    (before(heard, index, REACH, Role::Post.bit()) || pin() || (run == 5 && state(heard, index)))
        .then_some(len)
}

/// Is the token before `index` a state, after a town: `Springfield, IL`?
fn state(heard: &Heard, index: usize) -> bool {
    let part =
        |back: usize| index.checked_sub(back).map_or("", |at| heard.tokens()[at].span.of(heard.text()));
    let town = part(2) == "," || (part(2).len() > 2 && part(2).starts_with(|c: char| c.is_ascii_uppercase()));
    town && part(1).len() == 2 && STATES.split_ascii_whitespace().any(|state| state == part(1))
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::found;

    #[test]
    fn postcodes() {
        for (text, code) in [
            ("nearest stop to LS99 4QT please?", "LS99 4QT"),
            ("pick up from zz999zz", "zz999zz"),
            ("it's EC1A 1BB.", "EC1A 1BB"),
            ("in K1A 0B1, Ottawa", "K1A 0B1"),
            ("zip code 43015-1234", "43015-1234"),
            ("PLZ 10115 Berlin", "10115"),
            ("Springfield, IL 62704", "62704"),
            ("my delivery pin code from 560037", "560037"),
        ] {
            assert_eq!(found(&super::RECOGNIZER, text), [code], "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "X12 from bay B4 or C2",
            "app 4.12.0 on android 16",
            "iPad M4 1TB",
            "bay b4 5th of May",
            "order 43015",
            "pin is 4411",
            "KX7P2M",
            "zip is broken",
            "A9 2pm",
            "ORV-5521 4QT",
        ] {
            assert!(found(&super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
