//! Portugal: número de identificação fiscal (NIF).

use super::sums::{value, weighted};
use super::{Alone, Identifier, PrivateKind, Recognizer, find};
use crate::RuleId;

/// A taxpayer number of a person: nine digits, the first 1, 2, 3 or 45, the last by modulus 11 (Autoridade
/// Tributária e Aduaneira; Decreto-Lei 14/2013).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.pt_nif"),
    kind: PrivateKind::NationalId,
    says: "a Portuguese taxpayer number",
    check: "a first digit of people; modulus 11; near a word like NIF",
    maybe: |hints| hints.stretch >= 9,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["999 999 999"],
    fits,
    sum,
    words: &["nif", "contribuinte", "número fiscal", "numero fiscal", "n.i.f"],
    alone: Alone::Never,
};

fn fits(bare: &[u8]) -> bool {
    matches!(bare, [b'1'..=b'3', ..] | [b'4', b'5', ..])
}

fn sum(bare: &[u8]) -> bool {
    let rest = weighted(&bare[..8], &[9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    value(bare[8]) == if rest < 2 { 0 } else { 11 - rest }
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("o meu NIF é 123456789", "123456789"),
                ("contribuinte 223 456 780", "223 456 780"),
                ("NIF: 223456781", "223456781"),
            ],
            &["223456780", "encomenda order 223456780", "nif 523456780", "nif 2026"],
        );
    }
}
