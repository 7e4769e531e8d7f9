//! Austria: Sozialversicherungsnummer.

use super::sums::{number, value, weighted};
use super::{Alone, Identifier, PrivateKind, Recognizer, find};
use crate::RuleId;

/// A social security number: three digits, a check digit by weights 3, 7, 9, 5, 8, 4, 2, 1, 6 and modulus 11, and
/// the date of birth, whose month may be 13 to 15 (Dachverband der Sozialversicherungsträger).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.at_svnr"),
    kind: PrivateKind::NationalId,
    says: "an Austrian social security number",
    check: "the date within it; modulus 11; near a word like SV-Nummer",
    maybe: |hints| hints.stretch >= 10,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["9999 999999"],
    fits,
    sum,
    words: &[
        "svnr",
        "sv-nummer",
        "sv-nr",
        "sv nummer",
        "sozialversicherungsnummer",
        "versicherungsnummer",
        "e-card",
    ],
    alone: Alone::Never,
};

fn fits(bare: &[u8]) -> bool {
    bare[0] != b'0' && (1..=31).contains(&number(&bare[4..6])) && (1..=15).contains(&number(&bare[6..8]))
}

fn sum(bare: &[u8]) -> bool {
    weighted(bare, &[3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 == value(bare[3])
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("meine SV-Nummer ist 1237 010180", "1237 010180"),
                ("SVNR 1237010180", "1237010180"),
                ("Sozialversicherungsnummer: 1238 010180", "1238 010180"),
            ],
            &["1237 010180", "Bestellung 1237 010180", "svnr 1237 321080", "svnr 0237 010180"],
        );
    }
}
