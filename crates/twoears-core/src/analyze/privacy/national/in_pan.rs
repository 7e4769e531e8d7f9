//! India: Permanent Account Number.

use super::{Alone, Identifier, PrivateKind, Recognizer, find};
use crate::RuleId;

/// A tax number: five letters, of which the fourth says whose it is (P for a person), four digits and a letter
/// (Income Tax Department, structure of the PAN). The rule of its last letter is not published; without a word
/// near, only a person's counts.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.in_pan"),
    kind: PrivateKind::NationalId,
    says: "an Indian Permanent Account Number",
    check: "a fourth letter that says whose it is; 0001 to 9999",
    maybe: |hints| hints.stretch >= 4 && hints.mixed > 0,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["AAAAA9999A"],
    fits,
    sum,
    words: &["pan", "pan card", "pancard", "permanent account number"],
    alone: Alone::Always,
};

fn fits(bare: &[u8]) -> bool {
    b"ABCFGHJLPT".contains(&bare[3]) && &bare[5..9] != b"0000"
}

fn sum(bare: &[u8]) -> bool {
    bare[3] == b'P'
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("my PAN is ABCPE1234F", "ABCPE1234F"),
                ("ABCPE1234F", "ABCPE1234F"),
                ("pan card no. abcpe1234f", "abcpe1234f"),
                ("PAN: AABCR5055K", "AABCR5055K"),
            ],
            &[
                "ABCDE1234F",
                "abcpe1234f",
                "AABCR5055K",
                "ABCPE0000F",
                "order ABCPE1234F",
                "coupon ABCPE1234F",
            ],
        );
    }
}
