//! IMEI of phones and tablets.

use super::identifier::{Alone, Identifier, any, find};
use super::recognizer::{PrivateKind, Recognizer};
use super::sums::luhn;
use crate::RuleId;

/// An International Mobile Equipment Identity: fifteen digits, Luhn (3GPP TS 23.003, section 6.2 and annex B).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.imei"),
    kind: PrivateKind::Device,
    says: "the IMEI of a phone",
    check: "fifteen digits, Luhn, near the word IMEI",
    maybe: |hints| hints.stretch >= 15,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["99-999999-999999-9", "999999-99-999999-9", "99999999 999999 9"],
    fits: any,
    sum: luhn,
    words: &["imei", "imei1", "imei2", "imei 1", "imei 2", "imei number", "meid"],
    alone: Alone::Never,
};

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("IMEI 490154203237518", "490154203237518"),
                ("imei: 49-015420-323751-8", "49-015420-323751-8"),
                ("490154203237518 is the IMEI", "490154203237518"),
                ("IMEI 353918052044121", "353918052044121"),
            ],
            &[
                "490154203237518",
                "order 490154203237518",
                "what is an imei in 2026",
                "490154203237519 is the IMEI",
            ],
        );
    }
}
