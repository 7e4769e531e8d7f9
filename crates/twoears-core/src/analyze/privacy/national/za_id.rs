//! South Africa: identity number.

use super::sums::{date, luhn};
use super::{Alone, Identifier, PrivateKind, Recognizer, find};
use crate::RuleId;

/// An identity number: date of birth, serial, citizenship (0, 1 or 2), an 8 or 9, and a last digit by Luhn
/// (Department of Home Affairs; Identification Act 68 of 1997).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.za_id"),
    kind: PrivateKind::NationalId,
    says: "a South African identity number",
    check: "the date and citizenship within it; Luhn; near words like ID number",
    maybe: |hints| hints.stretch >= 13,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["999999 9999 99 9", "999999 9999 999"],
    fits,
    sum: luhn,
    words: &["id", "id number", "identity number", "identity", "rsa id", "sa id", "identiteitsnommer"],
    alone: Alone::Never,
};

fn fits(bare: &[u8]) -> bool {
    date(&bare[4..6], &bare[2..4]) && matches!(bare[10], b'0'..=b'2') && matches!(bare[11], b'8' | b'9')
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("my ID number is 8001015009087", "8001015009087"),
                ("id no: 800101 5009 087", "800101 5009 087"),
                ("ID 8001015009088", "8001015009088"),
            ],
            &[
                "8001015009087",
                "order 8001015009087",
                "id 8013015009087",
                "id 8001015009587",
                "tracking id 8001015009087",
            ],
        );
    }
}
