//! The arithmetic of check digits, on letters and digits in ASCII.

use super::card;

/// A digit as 0 to 9, a capital as 10 to 35.
pub(super) fn value(byte: u8) -> u32 {
    match byte {
        b'0'..=b'9' => u32::from(byte - b'0'),
        _ => u32::from(byte.saturating_sub(b'A')) + 10,
    }
}

/// A run of digits as a number.
pub(super) fn number(bare: &[u8]) -> u64 {
    bare.iter().fold(0, |sum, byte| sum * 10 + u64::from(value(*byte)))
}

/// The sum of the digits, each times its weight.
pub(super) fn weighted(bare: &[u8], weights: &[u32]) -> u32 {
    bare.iter().zip(weights).map(|(byte, weight)| value(*byte) * weight).sum()
}

/// The Luhn check (ISO/IEC 7812-1, annex B).
pub(super) fn luhn(bare: &[u8]) -> bool {
    let digits: Vec<u8> = bare.iter().map(|byte| value(*byte) as u8).collect();
    card::luhn(&digits)
}

/// Is it a day `DD` of a month `MM`?
pub(super) fn date(day: &[u8], month: &[u8]) -> bool {
    (1..=31).contains(&number(day)) && (1..=12).contains(&number(month))
}

/// The Verhoeff check (J. Verhoeff, Error Detecting Decimal Codes, 1969): the dihedral group of order ten.
pub(super) fn verhoeff(bare: &[u8]) -> bool {
    /// What a digit becomes by its place, from the right.
    const PLACES: [[u8; 10]; 8] = [
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
        [1, 5, 7, 6, 2, 8, 3, 0, 9, 4],
        [5, 8, 0, 3, 7, 9, 6, 1, 4, 2],
        [8, 9, 1, 6, 0, 4, 3, 5, 2, 7],
        [9, 4, 5, 3, 1, 2, 6, 8, 7, 0],
        [4, 2, 8, 6, 5, 7, 3, 9, 0, 1],
        [2, 7, 9, 3, 8, 0, 6, 4, 1, 5],
        [7, 0, 4, 6, 9, 1, 3, 2, 5, 8],
    ];
    let places = bare.iter().rev().enumerate();
    let sum =
        places.fold(0, |sum, (at, byte)| turned(sum, PLACES[at % PLACES.len()][value(*byte) as usize % 10]));
    sum == 0
}

/// The product of two turns or flips of a pentagon: 0 to 4 are turns, 5 to 9 flips.
fn turned(one: u8, two: u8) -> u8 {
    match (one < 5, two < 5) {
        (true, true) => (one + two) % 5,
        (true, false) => (one + two) % 5 + 5,
        (false, true) => (one + 5 - two) % 5 + 5,
        (false, false) => (one + 5 - two) % 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks() {
        assert!(luhn(b"046454286") && !luhn(b"046454287"));
        // Verhoeff's own example.
        assert!(verhoeff(b"2363") && !verhoeff(b"2336") && verhoeff(b"234123412346"));
        assert_eq!((value(b'7'), value(b'A'), value(b'Z')), (7, 10, 35));
        assert_eq!(weighted(b"123", &[3, 2, 1]), 10);
        assert!(date(b"31", b"12") && !date(b"00", b"12") && !date(b"31", b"13"));
    }
}
