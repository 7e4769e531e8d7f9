//! France: numéro de sécurité sociale (NIR).

use super::sums::number;
use super::{Alone, Identifier, PrivateKind, Recognizer, find};
use crate::RuleId;

/// A social security number: sex, year, month, département (2A and 2B in Corsica), commune, rank, and a key of 97
/// less the remainder of 97 (INSEE, Répertoire national d'identification des personnes physiques; décret 82-103).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.fr_nir"),
    kind: PrivateKind::NationalId,
    says: "a French social security number",
    check: "sex, month and place; the key, mod 97",
    maybe: |hints| hints.stretch >= 13,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["9 99 99 ** 999 999 99", "9 99 99 ** 999 999"],
    fits,
    sum,
    words: &[
        "sécu",
        "secu",
        "sécurité sociale",
        "securite sociale",
        "nir",
        "insee",
        "numéro de ss",
        "n° ss",
        "carte vitale",
    ],
    alone: Alone::Written,
};

fn fits(bare: &[u8]) -> bool {
    let month = matches!(number(&bare[3..5]), 1..=12 | 20..=42 | 50..=99);
    let place = bare[5..7].iter().all(u8::is_ascii_digit) || matches!(&bare[5..7], b"2A" | b"2B");
    matches!(bare[0], b'1' | b'2' | b'3' | b'4' | b'7' | b'8') && month && place
}

/// The key counts 2A as 19 and 2B as 18; a number without its key has none to check.
fn sum(bare: &[u8]) -> bool {
    let place = match &bare[5..7] {
        b"2A" => 19,
        b"2B" => 18,
        place => number(place),
    };
    let main = (number(&bare[..5]) * 100 + place) * 1_000_000 + number(&bare[7..13]);
    bare.len() == 15 && 97 - main % 97 == number(&bare[13..])
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("2 55 08 14 168 025 38", "2 55 08 14 168 025 38"),
                ("1 90 01 2B 004 123 65", "1 90 01 2B 004 123 65"),
                ("mon numéro de sécu: 184127645108946", "184127645108946"),
                ("1 90 01 2A 004 123 38", "1 90 01 2A 004 123 38"),
                ("numéro de sécurité sociale 2 55 08 14 168 025", "2 55 08 14 168 025"),
                ("sécu 2 55 08 14 168 025 39", "2 55 08 14 168 025 39"),
            ],
            &[
                "2 55 08 14 168 025 39",
                "9 55 08 14 168 025 38",
                "2 55 13 14 168 025 38",
                "commande 255081416802538",
                "2 55 08 14 168 025",
                "1 90 01 2C 004 123 96",
            ],
        );
    }
}
