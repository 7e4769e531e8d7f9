//! Spain: documento nacional de identidad (DNI).

use super::sums::number;
use super::{Alone, Identifier, PrivateKind, Recognizer, any, find};
use crate::RuleId;

/// A number of an identity card: eight digits and the letter of the remainder of 23 (Ministerio del Interior, Real
/// Decreto 1553/2005; the same number is the tax number, NIF).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.es_dni"),
    kind: PrivateKind::NationalId,
    says: "a Spanish DNI",
    check: "the letter of the remainder of 23",
    maybe: |hints| hints.stretch >= 8,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["99.999.999-A", "99999999-A", "99999999 A"],
    fits: any,
    sum,
    words: &["dni", "nif", "documento nacional", "documento de identidad", "carnet de identidad", "d.n.i"],
    alone: Alone::Always,
};

/// Letters by the remainder of 23.
pub(super) const LETTERS: &[u8; 23] = b"TRWAGMYFPDXBNJZSQVHLCKE";

fn sum(bare: &[u8]) -> bool {
    bare[8] == LETTERS[(number(&bare[..8]) % 23) as usize]
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("mi DNI es 12345678Z", "12345678Z"),
                ("12345678-Z", "12345678-Z"),
                ("dni 12.345.678-z", "12.345.678-z"),
                ("DNI: 12345678A", "12345678A"),
            ],
            &[
                "12345678A",
                "12345678z",
                "pedido 12345678Z",
                "order number 12345678Z",
                "dni 1234567",
                "DNI 12345678",
            ],
        );
    }
}
