//! ICCID of SIM cards.

use super::identifier::{Alone, Identifier, find};
use super::recognizer::{PrivateKind, Recognizer};
use super::sums::luhn;
use crate::RuleId;

/// The number on a SIM card: 89 for telecommunications, country, issuer, 19 or 20 digits, Luhn (ITU-T E.118).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.iccid"),
    kind: PrivateKind::Device,
    says: "the number of a SIM card",
    check: "19 or 20 digits that start with 89, Luhn, near a word like SIM",
    maybe: |hints| hints.stretch >= 19,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["9999 9999 9999 9999 9999", "9999 9999 9999 9999 999"],
    fits: |bare| bare.starts_with(b"89"),
    sum: luhn,
    words: &["iccid", "sim", "esim", "sim card", "sim number", "simkarte", "carte sim", "tarjeta sim"],
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
                ("my SIM card number is 8944110000000000006", "8944110000000000006"),
                ("iccid 8944 1100 0000 0000 006", "8944 1100 0000 0000 006"),
            ],
            &["8944110000000000006", "sim 7944110000000000006", "order 8944110000000000006"],
        );
    }
}
