//! Denmark: CPR-nummer.

use super::sums::date;
use super::{Alone, Identifier, PrivateKind, Recognizer, any, find};
use crate::RuleId;

/// A personal number: date of birth and four digits. Its modulus 11 has not been kept since 2007, so only the date
/// is checked (CPR-kontoret, Personnummeret i CPR).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.dk_cpr"),
    kind: PrivateKind::NationalId,
    says: "a Danish CPR number",
    check: "the date within it, near a word like CPR",
    maybe: |hints| hints.stretch >= 10,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["999999-9999"],
    fits,
    sum: any,
    words: &["cpr", "cpr-nummer", "cpr-nr", "cprnr", "cpr nummer", "personnummer"],
    alone: Alone::Never,
};

fn fits(bare: &[u8]) -> bool {
    date(&bare[..2], &bare[2..4])
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("mit CPR-nummer er 070761-4285", "070761-4285"),
                ("cpr 0707614285", "0707614285"),
                ("070761-4285 (cpr)", "070761-4285"),
            ],
            &["070761-4285", "CPR 320761-4285", "ordre 070761-4285", "cpr course 2026"],
        );
    }
}
