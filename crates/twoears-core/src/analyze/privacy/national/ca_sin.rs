//! Canada: Social Insurance Number.

use super::sums::luhn;
use super::{Alone, Identifier, PrivateKind, Recognizer, find};
use crate::RuleId;

/// A Social Insurance Number: nine digits, Luhn; none starts with 8, and a first 0 is for examples (Employment and
/// Social Development Canada, Social Insurance Number Code of Practice).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.ca_sin"),
    kind: PrivateKind::NationalId,
    says: "a Canadian Social Insurance Number",
    check: "Luhn and a first digit that is given out, near a word like SIN",
    maybe: |hints| hints.stretch >= 9,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["999 999 999", "999-999-999"],
    fits,
    sum,
    words: &["sin", "sin#", "social insurance", "assurance sociale", "n.a.s"],
    alone: Alone::Never,
};

fn fits(bare: &[u8]) -> bool {
    bare[0] != b'8'
}

fn sum(bare: &[u8]) -> bool {
    bare[0] != b'0' && luhn(bare)
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("my SIN is 130 692 544", "130 692 544"),
                ("sin 130692544", "130692544"),
                ("SIN number: 046-454-286", "046-454-286"),
                ("numéro d'assurance sociale 130 692 544", "130 692 544"),
            ],
            &[
                "130 692 544",
                "my SIN was given, order 130692544",
                "sin 830 692 544",
                "SIN since 2014",
                "130692544 is my order number",
            ],
        );
    }
}
