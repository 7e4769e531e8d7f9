//! India: Aadhaar.

use super::sums::verhoeff;
use super::{Alone, Identifier, PrivateKind, Recognizer, find};
use crate::RuleId;

/// An Aadhaar number: twelve digits, the first 2 to 9, the last by Verhoeff (Unique Identification Authority of
/// India, Aadhaar numbering scheme, 2010).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.in_aadhaar"),
    kind: PrivateKind::NationalId,
    says: "an Indian Aadhaar number",
    check: "Verhoeff, near a word like Aadhaar",
    maybe: |hints| hints.stretch >= 12,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["9999 9999 9999", "9999-9999-9999"],
    fits,
    sum: verhoeff,
    words: &[
        "aadhaar",
        "aadhar",
        "adhaar",
        "adhar",
        "adharcard",
        "aadhaar card",
        "aadhar card",
        "adhar card",
        "uidai",
    ],
    alone: Alone::Never,
};

fn fits(bare: &[u8]) -> bool {
    bare[0] >= b'2'
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("my aadhaar is 2341 2341 2346", "2341 2341 2346"),
                ("Aadhar card no 234123412346", "234123412346"),
                ("2341-2341-2346 (aadhaar)", "2341-2341-2346"),
                ("Aadhaar: 2341 2341 2345", "2341 2341 2345"),
            ],
            &["2341 2341 2346", "aadhaar 1341 2341 2346", "order 234123412346", "aadhaar needed since 2021"],
        );
    }
}
