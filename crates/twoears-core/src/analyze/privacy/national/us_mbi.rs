//! United States: Medicare Beneficiary Identifier.

use super::{Alone, Identifier, PrivateKind, Recognizer, any, find};
use crate::RuleId;

/// A Medicare number: eleven places whose class (digit, letter, either) is fixed; no S, L, O, I, B or Z; the first
/// is no 0 (Centers for Medicare and Medicaid Services, Understanding the MBI Format). There is no check digit.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.us_mbi"),
    kind: PrivateKind::NationalId,
    says: "a US Medicare number",
    check: "the class of each of eleven places; 4-3-4 with dashes, or the word Medicare near",
    maybe: |hints| hints.stretch >= 5,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["9A*9-A*9-AA99"],
    fits,
    sum: any,
    words: &["medicare", "mbi", "medicare beneficiary identifier"],
    alone: Alone::Written,
};

fn fits(bare: &[u8]) -> bool {
    bare[0] != b'0' && !bare.iter().any(|byte| b"SLOIBZ".contains(byte))
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("1EG4-TE5-MK73", "1EG4-TE5-MK73"),
                ("my medicare number is 1EG4TE5MK73", "1EG4TE5MK73"),
                ("mbi 1eg4-te5-mk73", "1eg4-te5-mk73"),
            ],
            &["1EG4TE5MK73", "1SG4-TE5-MK73", "0EG4-TE5-MK73", "serial 1EG4-TE5-MK73", "order 1EG4-TE5-MK73"],
        );
    }
}
