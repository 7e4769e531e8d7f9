//! Australia: Medicare card number.

use super::sums::{value, weighted};
use super::{Alone, Identifier, PrivateKind, Recognizer, find};
use crate::RuleId;

/// A Medicare number: a first digit of 2 to 6, a ninth by weights 1, 3, 7, 9 of the first eight, the card's issue,
/// and perhaps the person's number on the card (Services Australia; Medicare card number format).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.au_medicare"),
    kind: PrivateKind::NationalId,
    says: "an Australian Medicare number",
    check: "a first digit of 2 to 6; weights 1, 3, 7, 9; near the word Medicare",
    maybe: |hints| hints.stretch >= 10,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["9999 99999 9-9", "9999 99999 9/9", "9999 99999 9 9", "9999 99999 9"],
    fits,
    sum,
    words: &["medicare", "medicare card"],
    alone: Alone::Never,
};

fn fits(bare: &[u8]) -> bool {
    matches!(bare[0], b'2'..=b'6') && bare[9] != b'0'
}

fn sum(bare: &[u8]) -> bool {
    weighted(bare, &[1, 3, 7, 9, 1, 3, 7, 9]) % 10 == value(bare[8])
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("medicare card number 2123 45670 1", "2123 45670 1"),
                ("my Medicare no is 2123456701", "2123456701"),
                ("Medicare 2123 45670 1 1", "2123 45670 1 1"),
                ("Medicare number: 2123 45671 1", "2123 45671 1"),
            ],
            &["2123 45670 1", "medicare 9123 45670 1", "order 2123456701", "call Medicare on 1300 55 1234"],
        );
    }
}
