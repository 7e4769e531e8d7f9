//! Runs of letters and digits as people write numbers that identify: bare characters with the way back to the text.

use crate::Span;
use crate::listen::{Heard, Token, TokenKind};

/// Letters and digits of the longest number looked for (the SIM card, ITU-T E.118: 20).
const LONGEST: usize = 20;
/// What may stand between two groups.
const MARKS: &[u8] = b" -./";
/// Letters of a word that can open a number: `RSS MRA 85T10 A562S`.
const WORD: usize = 6;
/// Letters and digits within which the first digit stands (an Italian codice fiscale: the seventh).
const LETTERS: usize = 7;

/// What may be a number, from its first byte on: it need not be as long as what is held here.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// Its first byte in the text.
    pub start: u32,
    /// Its first token.
    pub token: usize,
    /// The mark right before it when a digit stands before that, or 0.
    before: u8,
    len: usize,
    /// Letters and digits, in capitals.
    bare: [u8; LONGEST],
    /// The mark before each, 0 for none.
    marks: [u8; LONGEST],
    /// One past each, in the text.
    ends: [u32; LONGEST],
    /// Bit `n`: a number of `n` characters may end there.
    stops: u32,
    /// Bit `n`: character `n` is a small letter in the text.
    small: u32,
}

/// A candidate read as one shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Read {
    /// Letters and digits.
    pub count: usize,
    /// Are all marks there just as the shape has them?
    pub written: bool,
}

impl Candidate {
    fn of(bytes: &[u8], start: usize, token: usize) -> Self {
        let mut one = Self {
            start: start as u32,
            token,
            before: match bytes[..start] {
                [.., digit, mark] if digit.is_ascii_digit() && MARKS.contains(&mark) => mark,
                _ => 0,
            },
            len: 0,
            bare: [0; LONGEST],
            marks: [0; LONGEST],
            ends: [0; LONGEST],
            stops: 0,
            small: 0,
        };
        let mut at = start;
        while one.len < LONGEST {
            let part = |at: usize| bytes.get(at).copied().filter(u8::is_ascii_alphanumeric);
            let mark = bytes.get(at).copied().filter(|byte| MARKS.contains(byte) && one.len > 0);
            at += usize::from(mark.is_some());
            let Some(byte) = part(at) else { break };
            at += 1;
            one.bare[one.len] = byte.to_ascii_uppercase();
            one.marks[one.len] = mark.unwrap_or(0);
            one.ends[one.len] = at as u32;
            one.small |= u32::from(byte.is_ascii_lowercase()) << one.len;
            one.len += 1;
            one.stops |= u32::from(ends(bytes, at)) << one.len;
        }
        one
    }

    /// Its first `count` letters and digits, in capitals.
    pub(super) fn bare(&self, count: usize) -> &[u8] {
        &self.bare[..count.min(self.len)]
    }

    /// Where its first `count` letters and digits stand.
    pub(super) fn span(&self, count: usize) -> Span {
        let end = count.checked_sub(1).and_then(|last| self.ends.get(last)).map_or(self.start, |end| *end);
        Span { start: self.start, end }
    }

    /// Are the first `count` letters capitals?
    pub(super) fn capital(&self, count: usize) -> bool {
        self.small & ((1 << count) - 1) == 0
    }

    /// Reads it as a shape: `9` is a digit, `A` a letter, `*` either; a mark says where groups may part, all of them
    /// or none. A blank in the shape is a blank in the text, any other mark may be another one.
    pub(super) fn read(&self, shape: &str) -> Option<Read> {
        let (mut count, mut due, mut latest) = (0, 0, 0);
        let (mut parted, mut joined, mut written) = (false, false, true);
        for sign in shape.bytes() {
            if !matches!(sign, b'9' | b'A' | b'*') {
                due = sign;
                continue;
            }
            let byte = *self.bare(self.len).get(count)?;
            let mark = self.marks[count];
            let class = match sign {
                b'9' => byte.is_ascii_digit(),
                b'A' => byte.is_ascii_uppercase(),
                _ => true,
            };
            if !class || (mark != 0 && mark != due && matches!(due, 0 | b' ')) {
                return None;
            }
            if due != 0 {
                parted |= mark != 0;
                joined |= mark == 0;
                written &= mark == due;
                latest = mark;
            }
            due = 0;
            count += 1;
        }
        // Small letters with blanks around them are words.
        let words = !self.capital(count) && self.marks[..count].contains(&b' ');
        // `1234 5678 9012` is a part of `1234 5678 9012 3456`.
        let digit = |at: usize| self.bare(self.len).get(at).is_some_and(u8::is_ascii_digit);
        let follows = self.before == latest && digit(0);
        let goes_on = count > 0 && digit(count - 1) && digit(count) && self.marks[count] == latest;
        let part = parted && (follows || goes_on);
        let stops = self.stops >> count & 1 == 1;
        let whole = !(words || part || parted && joined);
        (stops && whole).then_some(Read { count, written: written && parted })
    }

    fn fits(&self) -> bool {
        let digits = self.bare(self.len).iter().filter(|byte| byte.is_ascii_digit()).count();
        digits >= 2 && self.bare(LETTERS).iter().any(u8::is_ascii_digit)
    }
}

/// Can a number end before byte `at`?
fn ends(bytes: &[u8], at: usize) -> bool {
    let behind = bytes.get(at + 1);
    match bytes.get(at) {
        Some(b'-' | b'/' | b'_' | b'@') => !behind.is_some_and(u8::is_ascii_alphanumeric),
        Some(b'.' | b',' | b':') => !behind.is_some_and(u8::is_ascii_digit),
        Some(b'%') => false,
        Some(byte) => !byte.is_ascii_alphanumeric(),
        None => true,
    }
}

/// Can a number start at byte `at`?
fn fresh(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev();
    let Some(last) = before.next() else { return true };
    let further = before.next();
    match last {
        '-' | '/' | '_' => !further.is_some_and(|c| c.is_ascii_alphanumeric()),
        '.' | ',' | ':' => !further.is_some_and(|c| c.is_ascii_digit()),
        '+' | '£' | '$' | '€' | '₹' | '¥' | '@' | '~' => false,
        _ => !last.is_ascii_alphanumeric(),
    }
}

/// All candidates of a text, one for each token that can open a number.
pub(super) fn candidates(heard: &Heard) -> Vec<Candidate> {
    let text = heard.text();
    let mut found = Vec::new();
    for (index, token) in heard.tokens().iter().enumerate() {
        let start = token.span.start as usize;
        if opens(text, *token) && fresh(text, start) {
            found.push(Candidate::of(text.as_bytes(), start, index));
        }
    }
    found.retain(Candidate::fits);
    found
}

fn opens(text: &str, token: Token) -> bool {
    let part = token.span.of(text).as_bytes();
    match token.kind {
        TokenKind::Number => part[0].is_ascii_alphanumeric(),
        TokenKind::Word => {
            let more = || {
                let rest = &text.as_bytes()[token.span.end as usize..];
                matches!(rest, [mark, next, ..] if MARKS.contains(mark) && next.is_ascii_alphanumeric())
            };
            let letters = match part.len() {
                1 | 2 => part.iter().all(u8::is_ascii_alphabetic),
                3..=WORD => part.iter().all(u8::is_ascii_uppercase),
                _ => false,
            };
            letters && more()
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, shape: &str) -> Option<(String, bool)> {
        let heard = crate::listen::hear(text);
        candidates(&heard).iter().find_map(|one| {
            let read = one.read(shape)?;
            Some((one.span(read.count).of(heard.text()).to_owned(), read.written))
        })
    }

    #[test]
    fn shapes_are_read_with_their_marks_or_without() {
        for (text, shape, value, written) in [
            ("it is 123-45-6789.", "999-99-9999", "123-45-6789", true),
            ("it is 123 45 6789, yes", "999-99-9999", "123 45 6789", false),
            ("it is 123456789", "999-99-9999", "123456789", false),
            ("QQ 12 34 56 C", "AA 99 99 99 A", "QQ 12 34 56 C", true),
            ("qq123456c", "AA 99 99 99 A", "qq123456c", false),
            ("12.345.678-Z", "99.999.999-A", "12.345.678-Z", true),
            ("RSS MRA 85T10 A562S", "AAA AAA ***** ****A", "RSS MRA 85T10 A562S", true),
        ] {
            assert_eq!(read(text, shape), Some((value.to_owned(), written)), "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for (text, shape) in [
            ("123-456789", "999-99-9999"),
            ("123-45-6789-1", "999-99-9999"),
            ("1-123-45-6789", "999-99-9999"),
            ("+123456789", "999-99-9999"),
            ("$123456789", "999-99-9999"),
            ("123456789.50", "999-99-9999"),
            ("123-45-678", "999-99-9999"),
            ("AB12-CDE", "AA99 AAA"),
            ("late in 20 min", "AA 99 AAA"),
            ("1234 5678 9012 3456", "9999 9999 9999"),
            ("@123456789", "999-99-9999"),
        ] {
            assert_eq!(read(text, shape), None, "{text}");
        }
    }

    #[test]
    fn small_letters_are_known() {
        let heard = crate::listen::hear("ab123456c AB123456C");
        let capital: Vec<bool> = candidates(&heard).iter().map(|one| one.capital(9)).collect();
        assert_eq!(capital, [false, true]);
    }
}
