//! Netherlands: burgerservicenummer (BSN).

use super::sums::{value, weighted};
use super::{Alone, Identifier, PrivateKind, Recognizer, any, find};
use crate::RuleId;

/// A citizen service number: nine digits that pass the test of eleven with weights 9 to 2 and -1 (Wet algemene
/// bepalingen burgerservicenummer; Logisch Ontwerp BSN).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.nl_bsn"),
    kind: PrivateKind::NationalId,
    says: "a Dutch citizen service number",
    check: "the test of eleven, near a word like BSN",
    maybe: |hints| hints.stretch >= 9,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["999999999", "9999.99.999", "999 999 999"],
    fits: any,
    sum,
    words: &["bsn", "burgerservicenummer", "sofinummer", "sofi", "burger service nummer"],
    alone: Alone::Never,
};

fn sum(bare: &[u8]) -> bool {
    (weighted(&bare[..8], &[9, 8, 7, 6, 5, 4, 3, 2]) + 10 * value(bare[8])).is_multiple_of(11)
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("mijn BSN is 111222333", "111222333"),
                ("burgerservicenummer: 1112.22.333", "1112.22.333"),
                ("111222333 is mijn bsn", "111222333"),
                ("BSN 111222334", "111222334"),
            ],
            &["111222333", "bestelling 111222333", "BSN en dan 2026", "a bsn of 12"],
        );
    }
}
