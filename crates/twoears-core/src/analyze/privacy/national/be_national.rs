//! Belgium: rijksregisternummer, numéro national.

use super::sums::number;
use super::{Alone, Identifier, PrivateKind, Recognizer, find};
use crate::RuleId;

/// A national register number: date of birth, serial, and 97 less the remainder of 97, with a 2 before the number
/// for who was born from 2000 on (arrêté royal du 3 avril 1984).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.be_national"),
    kind: PrivateKind::NationalId,
    says: "a Belgian national number",
    check: "the date within it; mod 97; written 99.99.99-999.99, or a word like rijksregister near",
    maybe: |hints| hints.stretch >= 11,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["99.99.99-999.99", "99.99.99-999 99"],
    fits,
    sum,
    words: &[
        "rijksregisternummer",
        "rijksregister",
        "registre national",
        "numéro national",
        "numero national",
        "national number",
        "insz",
        "niss",
        "rrn",
        "inss",
    ],
    alone: Alone::Written,
};

/// The month is raised by 20 or 40 for people abroad (numéro bis).
fn fits(bare: &[u8]) -> bool {
    number(&bare[2..4]) % 20 <= 12 && number(&bare[2..4]) < 60 && number(&bare[4..6]) <= 31
}

fn sum(bare: &[u8]) -> bool {
    let (main, check) = (number(&bare[..9]), number(&bare[9..]));
    [main, main + 2_000_000_000].iter().any(|main| 97 - main % 97 == check)
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("85.07.30-033.28", "85.07.30-033.28"),
                ("rijksregisternummer 85073003328", "85073003328"),
                ("mijn insz is 17.07.30-033.84", "17.07.30-033.84"),
                ("numéro national: 85.07.30-033.29", "85.07.30-033.29"),
            ],
            &[
                "85.07.30-033.29",
                "85073003328",
                "85.13.30-033.28",
                "order 85.07.30-033.28",
                "rijksregisternummer 2026",
            ],
        );
    }
}
