//! Long runs without blanks, as they were typed: what keys, tokens and wallets stand in.
//!
//! Normalising drops letters typed three times in a row, which a key may well hold; so these are read in the original.

use super::hints::DENSE;
use crate::Span;
use crate::listen::Heard;

/// A run of the original text without blanks.
pub(super) struct Run<'a> {
    /// As it was typed.
    pub text: &'a str,
    /// Where it starts in the heard text.
    at: usize,
    /// Where each byte of the heard run starts in `text`; empty when both are the same.
    places: Vec<u32>,
}

impl Run<'_> {
    /// The span in the heard text of bytes `start..end` of the run; `end` lies past `start`.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        if self.places.is_empty() {
            return Span::new(self.at + start, self.at + end);
        }
        let first = self.places.partition_point(|place| *place as usize <= start).saturating_sub(1);
        let last = self.places.partition_point(|place| (*place as usize) < end);
        Span::new(self.at + first, self.at + last)
    }
}

/// All runs of [`DENSE`] bytes and more.
pub(super) fn runs<'a>(heard: &'a Heard, original: &'a str) -> Vec<Run<'a>> {
    let text = heard.text();
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let part = text[at..].split(char::is_whitespace).next().unwrap_or("");
        if part.len() >= DENSE {
            found.push(run(heard, original, part, at));
        }
        at += part.len();
        at += text[at..].chars().next().map_or(1, char::len_utf8);
    }
    found
}

fn run<'a>(heard: &'a Heard, original: &'a str, part: &'a str, at: usize) -> Run<'a> {
    let span = heard.original(Span::new(at, at + part.len()));
    let typed = original.get(span.range()).filter(|typed| *typed != part && part.is_ascii());
    let Some(typed) = typed else { return Run { text: part, at, places: Vec::new() } };
    let place = |byte: usize| heard.original(Span::new(byte, byte + 1)).start.saturating_sub(span.start);
    Run { text: typed, at, places: (at..at + part.len()).map(place).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, String)> {
        let heard = crate::listen::hear(text);
        let read =
            |run: &Run<'_>| (run.text.to_owned(), run.span(4, run.text.len()).of(heard.text()).to_owned());
        runs(&heard, text).iter().map(read).collect()
    }

    #[test]
    fn letters_that_normalising_dropped_are_there() {
        let pair = |run: &str, part: &str| (run.to_owned(), part.to_owned());
        assert_eq!(read("it is key_aaaa1234567890 ok"), [pair("key_aaaa1234567890", "aa1234567890")]);
        assert_eq!(read("sooo key_aaaab234567890"), [pair("key_aaaab234567890", "aab234567890")]);
        assert_eq!(read("tok_1234567890abcd"), [pair("tok_1234567890abcd", "1234567890abcd")]);
    }

    #[test]
    fn short_runs_are_left_out() {
        assert!(read("where is it 1234567 and why").is_empty());
    }
}
