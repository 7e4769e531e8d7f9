//! Sweden: personnummer and samordningsnummer.

use super::sums::{luhn, number};
use super::{Alone, Identifier, PrivateKind, Recognizer, find};
use crate::RuleId;

/// A personal number: date of birth (the day plus 60 for a coordination number), serial, and a last digit by Luhn
/// over ten digits (Skatteverket, SKV 704).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.se_personnummer"),
    kind: PrivateKind::NationalId,
    says: "a Swedish personal number",
    check: "the date within it; Luhn; written YYMMDD-NNNN, or a word like personnummer near",
    maybe: |hints| hints.stretch >= 10,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["99999999-9999", "999999-9999"],
    fits,
    sum,
    words: &[
        "personnummer",
        "personnr",
        "pnr",
        "samordningsnummer",
        "personal number",
        "personal identity number",
    ],
    alone: Alone::Written,
};

fn fits(bare: &[u8]) -> bool {
    let short = &bare[bare.len() - 10..];
    let century = bare.len() == 10 || matches!(&bare[..2], b"18" | b"19" | b"20");
    century && (1..=12).contains(&number(&short[2..4])) && (1..=31).contains(&(number(&short[4..6]) % 60))
}

fn sum(bare: &[u8]) -> bool {
    luhn(&bare[bare.len() - 10..])
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("811218-9876", "811218-9876"),
                ("mitt personnummer är 198112189876", "198112189876"),
                ("personnummer 8112189876", "8112189876"),
                ("personnr: 811218-9875", "811218-9875"),
            ],
            &[
                "811218-9875",
                "8112189876",
                "811318-9876",
                "order 811218-9876",
                "ordernummer 811218-9876",
                "konto 811218-9876",
            ],
        );
    }
}
