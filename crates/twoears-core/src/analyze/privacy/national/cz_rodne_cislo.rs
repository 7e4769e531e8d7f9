//! Czechia and Slovakia: rodné číslo.

use super::sums::number;
use super::{Alone, Identifier, PrivateKind, Recognizer, find};
use crate::RuleId;

/// A birth number: date of birth (the month plus 50 for women, plus 20 where serials ran out), a slash, serial, the
/// whole a multiple of 11 (zákon 133/2000 Sb.).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.cz_rodne_cislo"),
    kind: PrivateKind::NationalId,
    says: "a Czech or Slovak birth number",
    check: "the date within it; a multiple of 11; written 999999/9999, or a word near",
    maybe: |hints| hints.stretch >= 10,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["999999/9999"],
    fits,
    sum,
    words: &["rodné číslo", "rodne cislo", "rodného čísla", "rč", "r.č"],
    alone: Alone::Written,
};

fn fits(bare: &[u8]) -> bool {
    let month = number(&bare[2..4]) % 50;
    matches!(month, 1..=12 | 21..=32) && (1..=31).contains(&number(&bare[4..6]))
}

/// A few numbers before 1986 have a remainder of 10 and a last digit of 0.
fn sum(bare: &[u8]) -> bool {
    number(&bare[..9]) % 11 % 10 == number(&bare[9..])
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("710319/2745", "710319/2745"),
                ("rodné číslo 7103192745", "7103192745"),
                ("rč: 710319/2746", "710319/2746"),
            ],
            &["710319/2746", "7103192745", "711319/2745", "order 710319/2745"],
        );
    }
}
