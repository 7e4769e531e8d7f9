//! Hashed n-grams: words, pairs of words, and the letters within words. Reading and fitting use this same code.

use crate::Span;
use crate::listen::{Heard, Token, TokenKind};

/// Rows for words and pairs of words; a power of two.
pub(crate) const WORD_ROWS: u32 = 1 << 15;
/// Rows for letters within words; a power of two.
pub(crate) const LETTER_ROWS: u32 = 1 << 15;
/// All rows.
pub(crate) const ROWS: usize = (WORD_ROWS + LETTER_ROWS) as usize;
/// Letter n-grams, with the word's ends marked, are of these lengths.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=5;
/// Letters of a word beyond this many bytes make no n-grams.
const WORD_BYTES: usize = 40;
/// Tokens of a message that make n-grams; past this the sums no longer move.
const TOKENS_READ: usize = 4096;

/// FNV-1a, 64 bit: <http://www.isthe.com/chongo/tech/comp/fnv/>. Part of the model's format.
pub(crate) const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

/// Takes the n-grams as they are found.
pub(crate) trait Sink {
    /// One n-gram: its row, and where it stands in [`Heard::text`].
    fn row(&mut self, row: u32, span: Span);
}

impl Sink for Vec<u32> {
    fn row(&mut self, row: u32, _: Span) {
        self.push(row);
    }
}

impl Sink for Vec<(u32, Span)> {
    fn row(&mut self, row: u32, span: Span) {
        self.push((row, span));
    }
}

pub(crate) fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME)
}

/// Folds the high bits in: the low bits of FNV alone are weak.
pub(crate) fn fold(hash: u64, rows: u32) -> u32 {
    (hash ^ (hash >> 29) ^ (hash >> 47)) as u32 & (rows - 1)
}

/// Gives every n-gram of a text to the sink.
pub(crate) fn ngrams(heard: &Heard, sink: &mut impl Sink) {
    let mut before: Option<(u64, Span)> = None;
    for token in heard.tokens().iter().take(TOKENS_READ) {
        let hash = word(heard, *token);
        sink.row(fold(hash, WORD_ROWS), token.span);
        let (last, start) = before.map_or((FNV_START, token.span.start), |(hash, span)| (hash, span.start));
        let pair = step(last.rotate_left(17) ^ hash, b' ');
        sink.row(fold(pair, WORD_ROWS), Span { start, end: token.span.end });
        before = Some((hash, token.span));
        if matches!(token.kind, TokenKind::Word | TokenKind::Hashtag) {
            letters(token.span.of(heard.lower()).as_bytes(), token.span.start, sink);
        }
    }
}

/// The hash of a token: its lower-case text, with digits alike and masked kinds as their kind.
pub(crate) fn word(heard: &Heard, token: Token) -> u64 {
    let text = match token.kind {
        TokenKind::Mention => "<@>",
        TokenKind::Url => "<url>",
        TokenKind::Email => "<email>",
        TokenKind::Hashtag => &token.span.of(heard.lower())[1..],
        TokenKind::Punctuation => {
            let run = token.span.of(heard.text());
            // Three marks or thirty are the same shout.
            let keep = run.chars().take(3).map(char::len_utf8).sum::<usize>();
            &run[..keep]
        }
        TokenKind::Word | TokenKind::Number | TokenKind::Emoji => token.span.of(heard.lower()),
    };
    text.bytes().fold(FNV_START, |hash, byte| step(hash, if byte.is_ascii_digit() { b'0' } else { byte }))
}

fn letters(word: &[u8], start: u32, sink: &mut impl Sink) {
    let word = &word[..word.len().min(WORD_BYTES)];
    letter_runs(word, LETTERS, |hash, first, end| {
        let span =
            Span { start: start + first.saturating_sub(1) as u32, end: start + end.min(word.len()) as u32 };
        sink.row(WORD_ROWS + fold(hash, LETTER_ROWS), span);
    });
}

/// Gives the hash of every run of letters of these lengths, with the places of its first and last letter in the word
/// with its ends marked (0 is the mark before it).
pub(crate) fn letter_runs(
    word: &[u8],
    lengths: std::ops::RangeInclusive<usize>,
    mut take: impl FnMut(u64, usize, usize),
) {
    let word = &word[..word.len().min(WORD_BYTES)];
    let at = |place: usize| match place {
        0 => b'<',
        place if place <= word.len() => word[place - 1],
        _ => b'>',
    };
    let padded = word.len() + 2;
    for first in 0..padded {
        let mut hash = FNV_START;
        for place in first..padded.min(first + lengths.end()) {
            hash = step(hash, at(place));
            if lengths.contains(&(place + 1 - first)) {
                take(hash, first, place);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<u32> {
        let mut rows = Vec::new();
        ngrams(&crate::listen::hear(text), &mut rows);
        rows
    }

    #[test]
    fn digits_and_accounts_are_alike_words_are_not() {
        assert_eq!(rows("@abc paid 12"), rows("@xyz paid 99"));
        assert_ne!(rows("paid"), rows("said"));
        assert_eq!(rows("Help"), rows("help"));
    }

    #[test]
    fn rows_stay_in_their_blocks() {
        for row in rows("Where is my order #Late https://a.example 😡 !!!! ann@mail.example") {
            assert!((row as usize) < ROWS);
        }
        // One word: itself, its pair with the start, and 3 + 2 + 1 letter runs of "<abc>".
        assert_eq!(rows("abc").len(), 2 + 6);
    }

    #[test]
    fn the_hash_is_part_of_the_format() {
        // The published FNV-1a test vector of "a".
        assert_eq!(step(FNV_START, b'a'), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(rows("refund")[..2], [29_822, 32_426], "old models would read other rows");
    }
}
