//! Poland: PESEL.

use super::sums::{number, weighted};
use super::{Alone, Identifier, PrivateKind, Recognizer, find};
use crate::RuleId;

/// A population number: date of birth with the century in the month, serial, sex, and a digit by weights 1, 3, 7, 9
/// (Ustawa o ewidencji ludności, 2010).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.pl_pesel"),
    kind: PrivateKind::NationalId,
    says: "a Polish PESEL",
    check: "the date within it; weights 1, 3, 7, 9; near the word PESEL",
    maybe: |hints| hints.stretch >= 11,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["99999999999"],
    fits,
    sum,
    words: &["pesel", "pesel-u", "peselu", "numer pesel"],
    alone: Alone::Never,
};

fn fits(bare: &[u8]) -> bool {
    (1..=12).contains(&(number(&bare[2..4]) % 20)) && (1..=31).contains(&number(&bare[4..6]))
}

fn sum(bare: &[u8]) -> bool {
    (weighted(bare, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1])).is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("mój PESEL to 44051401359", "44051401359"),
                ("pesel 02070803628", "02070803628"),
                ("PESEL: 44051401358", "44051401358"),
            ],
            &["44051401359", "zamówienie 44051401359", "pesel 44953201359", "order 02070803628"],
        );
    }
}
