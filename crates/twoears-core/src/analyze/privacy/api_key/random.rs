//! Whether a value looks drawn by lot, and not written by a person or left as an example.

/// Bytes that are looked at.
const HEAD: usize = 64;
/// Different characters of the plainest value that counts: sixteen hex digits mostly have ten.
const DIFFERENT: usize = 8;
/// The same character this often in a row is a placeholder.
const ROW: usize = 6;

/// Characters for each turn between digits, capitals and small letters: a value drawn by lot has one in two, and a word
/// with digits in it may be part of it; letters alone may be words with capitals.
const TURNS: usize = 9;
const TURNS_OF_LETTERS: usize = 3;

/// Is it no placeholder, no word and no row of them?
pub(super) fn random(value: &[u8]) -> bool {
    let head = &value[..value.len().min(HEAD)];
    let mut seen = [false; 256];
    for byte in head {
        seen[usize::from(*byte)] = true;
    }
    let row = head.windows(ROW).any(|window| window.iter().all(|b| b.eq_ignore_ascii_case(&window[0])));
    let example = head.windows(7).any(|window| window.eq_ignore_ascii_case(b"example"));
    let turns_in = if head.iter().any(u8::is_ascii_digit) { TURNS } else { TURNS_OF_LETTERS };
    seen.iter().filter(|seen| **seen).count() >= DIFFERENT
        && !row
        && !example
        && turns(head) * turns_in >= head.len()
}

/// How often a digit follows a letter, a capital a small letter, or the other way round. Words have few such turns.
pub(super) fn turns(value: &[u8]) -> usize {
    let class = |b: u8| match b {
        b'0'..=b'9' => 1,
        b'A'..=b'Z' => 2,
        b'a'..=b'z' => 3,
        _ => 0,
    };
    let turn = |pair: &&[u8]| class(pair[0]) > 0 && class(pair[1]) > 0 && class(pair[0]) != class(pair[1]);
    value.windows(2).filter(turn).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drawn_by_lot_or_not() {
        assert!(random(b"8f3a9b2c4d5e6f70") && random(b"qXvTzLmRwKpBnYcHdGjF"));
        for value in [
            "xxxxxxxxxxxxxxxxxxxx",
            "requiredCharacteristicTypes",
            "YOUR_API_KEY_GOES_HERE",
            "release-2026-11-20",
            "aaaaaaaaaa1111111111",
        ] {
            assert!(!random(value.as_bytes()), "{value}");
        }
    }
}
