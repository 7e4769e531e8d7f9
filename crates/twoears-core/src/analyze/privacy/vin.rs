//! Vehicle identification numbers.

use super::identifier::{Alone, Identifier, any, find_any};
use super::recognizer::{PrivateKind, Recognizer};
use super::sums::value;
use crate::RuleId;

/// A vehicle identification number: 17 letters and digits without I, O and Q (ISO 3779), the ninth a check digit where
/// North America asks for it (49 CFR 565.15). Without that digit it counts right after its word.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.vin"),
    kind: PrivateKind::Plate,
    says: "a vehicle identification number",
    check: "17 letters and digits without I, O and Q; the check digit, or the word VIN right before",
    maybe: |hints| hints.digits >= 4 && hints.codes > 0,
    find: |look| find_any(look, &NUMBERS),
};

const WORDS: &[&str] = &[
    "vin",
    "vin number",
    "vehicle identification number",
    "chassis",
    "chassis number",
    "fahrgestellnummer",
    "fahrzeugidentnummer",
    "fin",
    "châssis",
    "bastidor",
    "telaio",
];

const NUMBERS: [Identifier; 2] = [
    Identifier { shapes: &["*****************"], fits, sum, words: WORDS, alone: Alone::Always },
    // ZZZ, with which many European makers fill up, is heard as ZZ.
    Identifier {
        shapes: &["****************"],
        fits: |bare| fits(bare) && &bare[3..5] == b"ZZ",
        sum: any,
        words: WORDS,
        alone: Alone::Never,
    },
];

fn fits(bare: &[u8]) -> bool {
    let digits = bare.iter().filter(|byte| byte.is_ascii_digit()).count();
    (4..=15).contains(&digits) && !bare.iter().any(|byte| b"IOQ".contains(byte))
}

/// The remainder of 11 of values by weights, X for 10.
fn sum(bare: &[u8]) -> bool {
    /// Values of A to Z.
    const LETTERS: [u32; 26] = [1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9];
    const WEIGHTS: [u32; 17] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
    let places = bare.iter().zip(WEIGHTS).map(|(byte, weight)| {
        let value = value(*byte);
        weight * if value < 10 { value } else { LETTERS[value as usize - 10] }
    });
    b"0123456789X"[(places.sum::<u32>() % 11) as usize] == bare[8]
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("1M8GDM9AXKP042788", "1M8GDM9AXKP042788"),
                ("the VIN is 1HGCM82633A004352", "1HGCM82633A004352"),
                // As it is heard.
                ("vin wvwzzz1jz3w386752", "wvwzz1jz3w386752"),
                ("Fahrgestellnummer WVWZZZ1JZ3W386752", "WVWZZ1JZ3W386752"),
            ],
            &[
                "WVWZZZ1JZ3W386752",
                "11111111111111111",
                "1M8GDM9AXKP042789",
                "order 1M8GDM9AXKP042788",
                "1M8GDM9AXKP04278",
                "vin 2026",
            ],
        );
    }
}
