//! Singapore: NRIC and FIN.

use super::sums::weighted;
use super::{Alone, Identifier, PrivateKind, Recognizer, find};
use crate::RuleId;

/// A number of an identity card or a foreigner: S, T, F, G or M, seven digits, and a letter by weights 2, 7, 6, 5,
/// 4, 3, 2 (Immigration and Checkpoints Authority; the series of 2022 included).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.sg_nric"),
    kind: PrivateKind::NationalId,
    says: "a Singapore identity number",
    check: "the first letter; the letter of the remainder of 11",
    maybe: |hints| hints.stretch >= 7,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["A9999999A"],
    fits,
    sum,
    words: &["nric", "fin", "ic number", "ic no", "nric/fin"],
    alone: Alone::Always,
};

fn fits(bare: &[u8]) -> bool {
    b"STFGM".contains(&bare[0])
}

fn sum(bare: &[u8]) -> bool {
    let (letters, shift): (&[u8; 11], u32) = match bare[0] {
        b'S' => (b"JZIHGFEDCBA", 0),
        b'T' => (b"JZIHGFEDCBA", 4),
        b'F' => (b"XWUTRQPNMLK", 0),
        b'G' => (b"XWUTRQPNMLK", 4),
        _ => (b"XWUTRQPNJLK", 3),
    };
    letters[((weighted(&bare[1..8], &[2, 7, 6, 5, 4, 3, 2]) + shift) % 11) as usize] == bare[8]
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("my NRIC is S1234567D", "S1234567D"),
                ("S1234567D", "S1234567D"),
                ("T1234567J", "T1234567J"),
                ("F1234567N", "F1234567N"),
                ("nric s1234567d", "s1234567d"),
                ("NRIC: S1234567E", "S1234567E"),
            ],
            &["S1234567E", "A1234567D", "s1234567d", "order S1234567D", "serial S1234567D"],
        );
    }
}
