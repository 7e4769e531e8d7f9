//! Ireland: Personal Public Service Number.

use super::sums::weighted;
use super::{Alone, Identifier, PrivateKind, Recognizer, find};
use crate::RuleId;

/// A PPS number: seven digits, a letter by weights 8 to 2 and the remainder of 23, and since 2013 perhaps a second
/// letter of weight 9 (Department of Social Protection).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.ie_pps"),
    kind: PrivateKind::NationalId,
    says: "an Irish PPS number",
    check: "the letter of the remainder of 23, near a word like PPS",
    maybe: |hints| hints.stretch >= 7,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["9999999AA", "9999999A"],
    fits,
    sum,
    words: &["pps", "ppsn", "pps number", "personal public service", "public service number", "rsi"],
    alone: Alone::Never,
};

fn fits(bare: &[u8]) -> bool {
    bare[7] <= b'W' && bare.get(8).is_none_or(|letter| b"ABCDEFGHIW".contains(letter))
}

/// W is 0 as the first letter, and as the second stands for none.
fn sum(bare: &[u8]) -> bool {
    let letter = |byte: u8| if byte == b'W' { 0 } else { u32::from(byte - b'A') + 1 };
    let second = bare.get(8).map_or(0, |byte| letter(*byte));
    (weighted(&bare[..7], &[8, 7, 6, 5, 4, 3, 2]) + 9 * second) % 23 == letter(bare[7])
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("my PPS number is 1234567FA", "1234567FA"),
                ("ppsn 1234567T", "1234567T"),
                ("PPS: 1234567WW", "1234567WW"),
                ("1234567FA (PPSN)", "1234567FA"),
            ],
            &["1234567FA", "order 1234567T", "pps 1234567", "1234567T"],
        );
    }
}
