//! Switzerland: AHV-Nummer, numéro AVS.

use super::sums::weighted;
use super::{Alone, Identifier, PrivateKind, Recognizer, find};
use crate::RuleId;

/// A social security number: 756 (ISO 3166-1), nine digits, and a last by weights 1 and 3 as in EAN-13 (AHVG art.
/// 50c; Zentrale Ausgleichsstelle).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.ch_ahv"),
    kind: PrivateKind::NationalId,
    says: "a Swiss social security number",
    check: "756 first; weights 1 and 3",
    maybe: |hints| hints.stretch >= 13,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["999.9999.9999.99"],
    fits,
    sum,
    words: &["ahv", "ahv-nummer", "ahv-nr", "avs", "n° avs", "sozialversicherungsnummer"],
    alone: Alone::Always,
};

fn fits(bare: &[u8]) -> bool {
    bare.starts_with(b"756")
}

fn sum(bare: &[u8]) -> bool {
    weighted(bare, &[1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]).is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("756.9217.0769.85", "756.9217.0769.85"),
                ("AHV 7569217076985", "7569217076985"),
                ("AHV-Nummer: 756.9217.0769.84", "756.9217.0769.84"),
            ],
            &["756.9217.0769.84", "755.9217.0769.85", "Bestellung 756.9217.0769.85", "ean 7569217076985"],
        );
    }
}
