//! Groups of digits with one blank, dash or dot between them, and which of them make a number of a given form.

use crate::Span;
use crate::listen::Heard;

/// Groups of digits in a row.
pub(super) struct Groups<'a> {
    text: &'a str,
    spans: Vec<Span>,
}

/// More groups than any number has.
const MOST: usize = 8;

/// The groups from byte `at` on; none when no digit stands there.
pub(super) fn groups(heard: &Heard, at: usize) -> Option<Groups<'_>> {
    let text = heard.text();
    let bytes = text.as_bytes();
    let mut spans = Vec::new();
    let mut start = at;
    while spans.len() < MOST {
        let end = start + bytes[start..].iter().take_while(|b| b.is_ascii_digit()).count();
        // Letters that touch the digits make something else of them; a price or a time has other marks.
        let ends = bytes.get(end).is_none_or(|b| !b.is_ascii_alphanumeric() && !b"%:$".contains(b));
        if end == start || !ends {
            break;
        }
        spans.push(Span::new(start, end));
        if !bytes.get(end).is_some_and(|b| b" -.".contains(b)) {
            break;
        }
        start = end + 1;
    }
    (!spans.is_empty()).then_some(Groups { text, spans })
}

impl Groups<'_> {
    /// The first groups when they have one of these forms and their digits pass the check.
    pub(super) fn joined(&self, forms: &[&[usize]], check: fn(&[u8]) -> bool) -> Option<Span> {
        let fits = |form: &&&[usize]| {
            self.spans.len() >= form.len()
                && form.iter().zip(&self.spans).all(|(len, span)| span.len() == *len)
        };
        let form = forms.iter().find(fits)?;
        let span = Span { start: self.spans[0].start, end: self.spans[form.len() - 1].end };
        let digits: Vec<u8> = span.of(self.text).bytes().filter(u8::is_ascii_digit).collect();
        check(&digits).then_some(span)
    }

    /// Does group `index` have `len` digits?
    pub(super) fn next_is(&self, index: usize, len: usize) -> bool {
        self.spans.get(index).is_some_and(|span| span.len() == len)
    }

    /// The first group with `least` digits, or the groups that reach them together, up to `most`.
    pub(super) fn leading(&self, least: usize, most: usize) -> Option<Span> {
        let mut digits = 0;
        for span in &self.spans {
            digits += span.len();
            if digits >= least {
                return (digits <= most).then_some(Span { start: self.spans[0].start, end: span.end });
            }
        }
        None
    }
}

/// Can six digits be a day, a month and a year?
pub(super) fn date(digits: &[u8]) -> bool {
    let two = |at: usize| digits.get(at..at + 2).map_or(0, |two| (two[0] - b'0') * 10 + two[1] - b'0');
    let day = |at: usize| (1..=31).contains(&two(at));
    let month = |at: usize| (1..=12).contains(&two(at));
    (day(0) && month(2)) || (month(0) && day(2)) || (month(2) && day(4))
}

/// Does `dd-dd-dd` end at byte `end`?
pub(super) fn sort_ends(text: &str, end: usize) -> bool {
    const LEN: usize = 8;
    let value = end.checked_sub(LEN).and_then(|start| text.as_bytes().get(start..end));
    let fits = |(at, b): (usize, &u8)| {
        if at == 2 || at == 5 { matches!(b, b'-' | b' ') } else { b.is_ascii_digit() }
    };
    value.is_some_and(|value| value.iter().enumerate().all(fits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        let heard = crate::listen::hear("20-00-00 55779911 and 12x");
        let found = groups(&heard, 0).unwrap();
        assert_eq!(found.joined(&[&[6], &[2, 2, 2]], |_| true), Some(Span::new(0, 8)));
        assert!(found.next_is(3, 8) && !found.next_is(4, 8) && found.joined(&[&[6]], |_| true).is_none());
        assert!(groups(&heard, 18).is_none() && groups(&heard, 22).is_none());
    }

    #[test]
    fn dates() {
        assert!(
            date(b"121120") && date(b"123120") && date(b"201231") && !date(b"200000") && !date(b"404784")
        );
        assert!(sort_ends("20-00-00", 8) && !sort_ends("20-00-0", 7) && !sort_ends("120:00-00", 9));
    }
}
