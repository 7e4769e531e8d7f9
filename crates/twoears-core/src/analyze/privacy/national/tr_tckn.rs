//! Turkey: T.C. kimlik numarası.

use super::sums::{value, weighted};
use super::{Alone, Identifier, PrivateKind, Recognizer, find};
use crate::RuleId;

/// An identity number: eleven digits, the first not 0, the tenth and eleventh by sums of the others (Nüfus ve
/// Vatandaşlık İşleri Genel Müdürlüğü, MERNİS).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.tr_tckn"),
    kind: PrivateKind::NationalId,
    says: "a Turkish identity number",
    check: "two check digits, near a word like kimlik",
    maybe: |hints| hints.stretch >= 11,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["99999999999"],
    fits,
    sum,
    words: &[
        "kimlik",
        "kimlik no",
        "tckn",
        "tc",
        "t.c",
        "tc no",
        "tc kimlik",
        "kimlik numaram",
        "kimlik numarası",
    ],
    alone: Alone::Never,
};

fn fits(bare: &[u8]) -> bool {
    bare[0] != b'0'
}

fn sum(bare: &[u8]) -> bool {
    let odd = weighted(bare, &[1, 0, 1, 0, 1, 0, 1, 0, 1]);
    let even = weighted(bare, &[0, 1, 0, 1, 0, 1, 0, 1]);
    let tenth = value(bare[9]);
    (odd * 7 + even * 9) % 10 == tenth && (odd + even + tenth) % 10 == value(bare[10])
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("TC kimlik no: 10000000146", "10000000146"),
                ("tckn 10000000146", "10000000146"),
                ("kimlik no 10000000147", "10000000147"),
            ],
            &["10000000146", "kimlik 00000000146", "order 10000000146", "tc 2026"],
        );
    }
}
