//! Hashed n-grams of a custom head: a wider space than the default heads', kept only where a row is used.

use crate::analyze::features::{FNV_START, fold, letter_runs, step, word};
use crate::listen::{Heard, TokenKind};

/// Rows for words and runs of words; a power of two.
pub(crate) const WORD_ROWS: u32 = 1 << 16;
/// Rows for letters; a power of two.
pub(crate) const LETTER_ROWS: u32 = 1 << 16;
/// All rows.
pub(crate) const ROWS: usize = (WORD_ROWS + LETTER_ROWS) as usize;
/// Letter n-grams, with the word's ends marked, are of these lengths.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=5;
/// Tokens of a message that make n-grams; past this the sums no longer move.
const TOKENS_READ: usize = 1024;

/// The n-grams of a text, each row once with how often it stands there, in the order of the rows.
pub(crate) fn bag(heard: &Heard) -> Vec<(u32, f32)> {
    let mut rows = Vec::with_capacity(heard.text().len() * 4);
    let mut before = [FNV_START; 2];
    for token in heard.tokens().iter().take(TOKENS_READ) {
        let hash = word(heard, *token);
        rows.push(fold(hash, WORD_ROWS));
        let pair = step(before[1].rotate_left(17) ^ hash, b' ');
        rows.push(fold(pair, WORD_ROWS));
        let skip = step(before[0].rotate_left(23) ^ hash, b'_');
        rows.push(fold(skip, WORD_ROWS));
        before = [before[1], hash];
        if matches!(token.kind, TokenKind::Word | TokenKind::Hashtag) {
            letter_runs(token.span.of(heard.lower()).as_bytes(), LETTERS, |hash, _, _| {
                rows.push(WORD_ROWS + fold(hash, LETTER_ROWS));
            });
        }
    }
    rows.sort_unstable();
    let mut bag: Vec<(u32, f32)> = Vec::with_capacity(rows.len());
    for row in rows {
        match bag.last_mut() {
            Some((last, count)) if *last == row => *count += 1.0,
            _ => bag.push((row, 1.0)),
        }
    }
    bag
}

/// Weighs the rows of a bag that `of` knows (its place and its weight there), each kind of row brought to length 1:
/// words and letters apart, so that the many letters do not drown the words.
pub(crate) fn weigh(bag: &[(u32, f32)], of: impl Fn(u32) -> Option<(u32, f32)>) -> Vec<(u32, f32)> {
    let mut weighed = Vec::with_capacity(bag.len());
    let mut squares = [0.0_f32; 2];
    for &(row, count) in bag {
        if let Some((place, weight)) = of(row) {
            let value = weight * (1.0 + libm::logf(count));
            let kind = usize::from(row >= WORD_ROWS);
            squares[kind] += value * value;
            weighed.push((place, value, kind));
        }
    }
    let shares = squares.map(|square| if square > 0.0 { 1.0 / square.sqrt() } else { 0.0 });
    weighed.into_iter().map(|(place, value, kind)| (place, value * shares[kind])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::listen::hear;

    #[test]
    fn each_kind_has_length_one() {
        let bag = bag(&hear("where where is my order"));
        let weighed = weigh(&bag, |row| Some((row, 2.0)));
        for letters in [false, true] {
            let of_kind = weighed.iter().filter(|(row, _)| (*row >= WORD_ROWS) == letters);
            let square: f32 = of_kind.map(|(_, value)| value * value).sum();
            assert!((square - 1.0).abs() < 1e-5);
        }
    }

    #[test]
    fn rows_stay_in_their_space_and_stand_once() {
        let bag = bag(&hear("Where is my order #Late https://a.example 😡 !!!! ann@mail.example ééé"));
        assert!(bag.iter().all(|(row, _)| (*row as usize) < ROWS));
        assert!(bag.windows(2).all(|two| two[0].0 < two[1].0));
    }
}
