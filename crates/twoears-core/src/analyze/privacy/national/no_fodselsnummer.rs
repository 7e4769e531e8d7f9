//! Norway: fødselsnummer and D-nummer.

use super::sums::{number, weighted};
use super::{Alone, Identifier, PrivateKind, Recognizer, find};
use crate::RuleId;

/// A birth number: date of birth (the first digit plus 4 for a D number), serial, and two digits by modulus 11
/// (Skatteetaten; forskrift om folkeregistrering).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.no_fodselsnummer"),
    kind: PrivateKind::NationalId,
    says: "a Norwegian birth number",
    check: "the date within it; two digits by modulus 11; written 999999 99999, or a word near",
    maybe: |hints| hints.stretch >= 11,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["999999 99999", "99999999999"],
    fits,
    sum,
    words: &[
        "fødselsnummer",
        "fodselsnummer",
        "fødselsnr",
        "fnr",
        "personnummer",
        "d-nummer",
        "birth number",
    ],
    alone: Alone::Written,
};

fn fits(bare: &[u8]) -> bool {
    (1..=31).contains(&(number(&bare[..2]) % 40)) && (1..=12).contains(&(number(&bare[2..4]) % 40))
}

fn sum(bare: &[u8]) -> bool {
    weighted(bare, &[3, 7, 6, 1, 8, 9, 4, 5, 2, 1]).is_multiple_of(11)
        && weighted(bare, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11)
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("mitt fødselsnummer er 15108695088", "15108695088"),
                ("151086 95088", "151086 95088"),
                ("fnr: 15108695089", "15108695089"),
            ],
            &["15108695088", "151086 95089", "ordre 151086 95088", "fnr 2026", "151386 95088"],
        );
    }
}
