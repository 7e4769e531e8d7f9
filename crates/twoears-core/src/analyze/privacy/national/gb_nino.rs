//! United Kingdom: National Insurance number.

use super::{Alone, Identifier, PrivateKind, Recognizer, find};
use crate::RuleId;

/// A National Insurance number: two letters, six digits, A to D. Neither letter is D, F, I, Q, U or V, the second
/// is no O, and some pairs are not given out (HM Revenue and Customs, National Insurance Manual NIM39110). QQ is
/// the pair for examples, which counts after its word.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.gb_nino"),
    kind: PrivateKind::NationalId,
    says: "a UK National Insurance number",
    check: "pairs of letters that are given out; six digits; A to D",
    maybe: |hints| hints.stretch >= 6,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["AA 99 99 99 A", "AA 999999 A", "AA 999 999 A"],
    fits,
    sum,
    words: &["national insurance", "nino", "ni", "nin", "ni#"],
    alone: Alone::Always,
};

fn fits(bare: &[u8]) -> bool {
    let letter = |byte: &u8| !b"DFIUV".contains(byte);
    bare[..2].iter().all(letter) && bare[1] != b'O' && (b'A'..=b'D').contains(&bare[8])
}

fn sum(bare: &[u8]) -> bool {
    let pair = &bare[..2];
    !pair.contains(&b'Q') && !matches!(pair, b"BG" | b"GB" | b"KN" | b"NK" | b"NT" | b"TN" | b"ZZ")
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("NI number QQ 12 34 56 C ok", "QQ 12 34 56 C"),
                ("it's AB123456C", "AB123456C"),
                ("AB 12 34 56 C", "AB 12 34 56 C"),
                ("my nino: ab123456c", "ab123456c"),
                ("AB 123456 C", "AB 123456 C"),
            ],
            &[
                "AB123456Z",
                "DA123456A",
                "QQ 12 34",
                "GB123456A",
                "ab123456c",
                "order AB123456C",
                "flight AB 12 34 56 C",
                "AO123456C",
                "AB 12 34 56 people",
            ],
        );
    }
}
