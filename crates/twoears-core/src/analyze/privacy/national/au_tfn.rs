//! Australia: Tax File Number.

use super::sums::weighted;
use super::{Alone, Identifier, PrivateKind, Recognizer, any, find};
use crate::RuleId;

/// A tax file number: nine digits, their sum by weights 1, 4, 3, 7, 5, 8, 6, 9, 10 a multiple of 11 (Australian
/// Taxation Office).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.au_tfn"),
    kind: PrivateKind::NationalId,
    says: "an Australian tax file number",
    check: "weights and modulus 11, near a word like TFN",
    maybe: |hints| hints.stretch >= 9,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["999 999 999", "999-999-999"],
    fits: any,
    sum,
    words: &["tfn", "tax file", "tax file number"],
    alone: Alone::Never,
};

fn sum(bare: &[u8]) -> bool {
    weighted(bare, &[1, 4, 3, 7, 5, 8, 6, 9, 10]).is_multiple_of(11)
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("my TFN is 123 456 782", "123 456 782"),
                ("tax file number 123456782", "123456782"),
                ("TFN: 123 456 789", "123 456 789"),
            ],
            &["123 456 782", "order 123456782", "my tfn was given, booking 123456782", "tfn since 2014"],
        );
    }
}
