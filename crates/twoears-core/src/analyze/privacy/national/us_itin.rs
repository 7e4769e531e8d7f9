//! United States: Individual Taxpayer Identification Number.

use super::sums::number;
use super::{Alone, Identifier, PrivateKind, Recognizer, any, find};
use crate::RuleId;

/// A number of the tax office for who has no Social Security number: 9, and a group of 50 to 65, 70 to 88, 90 to 92
/// or 94 to 99 (Internal Revenue Service, Internal Revenue Manual 3.21.263). There is no check digit.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.us_itin"),
    kind: PrivateKind::NationalId,
    says: "a US taxpayer number",
    check: "a first 9 and groups that are given out; 3-2-4 with dashes, or a word like ITIN near",
    maybe: |hints| hints.stretch >= 9,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["999-99-9999"],
    fits,
    sum: any,
    words: &["itin", "tin", "taxpayer", "tax id", "tax-id", "individual taxpayer identification"],
    alone: Alone::Written,
};

fn fits(bare: &[u8]) -> bool {
    bare[0] == b'9' && matches!(number(&bare[3..5]), 50..=65 | 70..=88 | 90..=92 | 94..=99)
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("my ITIN is 912-70-1234", "912-70-1234"),
                ("912-70-1234", "912-70-1234"),
                ("tax id 912701234", "912701234"),
            ],
            &["912-69-1234", "912-89-1234", "812-70-1234", "912701234", "ref 912-70-1234"],
        );
    }
}
