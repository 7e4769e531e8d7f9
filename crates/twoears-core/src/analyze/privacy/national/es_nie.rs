//! Spain: número de identidad de extranjero (NIE).

use super::es_dni::LETTERS;
use super::sums::number;
use super::{Alone, Identifier, PrivateKind, Recognizer, find};
use crate::RuleId;

/// A number of a foreigner in Spain: X, Y or Z, seven digits, and the letter of a DNI with the first letter as 0, 1
/// or 2 (Ministerio del Interior, Orden INT/2058/2008).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.es_nie"),
    kind: PrivateKind::NationalId,
    says: "a Spanish NIE",
    check: "X, Y or Z; the letter of the remainder of 23",
    maybe: |hints| hints.stretch >= 7,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["A-9999999-A", "A 9999999 A", "A-99999999-A"],
    fits,
    sum,
    words: &["nie", "nif", "extranjero", "extranjeros", "n.i.e"],
    alone: Alone::Always,
};

fn fits(bare: &[u8]) -> bool {
    matches!(bare[0], b'X' | b'Y' | b'Z') && (bare.len() == 9 || bare[1] == b'0')
}

fn sum(bare: &[u8]) -> bool {
    let (first, rest) = (u64::from(bare[0] - b'X'), &bare[bare.len() - 8..]);
    bare[bare.len() - 1] == LETTERS[((first * 10_000_000 + number(&rest[..7])) % 23) as usize]
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("mi NIE es X1234567L", "X1234567L"),
                ("X-1234567-L", "X-1234567-L"),
                ("Z3908060C", "Z3908060C"),
                ("nie y7654321g", "y7654321g"),
                ("NIE: X1234567M", "X1234567M"),
            ],
            &["X1234567M", "A1234567L", "pedido X1234567L", "x1234567l", "order X1234567L"],
        );
    }
}
