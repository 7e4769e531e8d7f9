//! New Zealand: IRD number.

use super::sums::{number, value, weighted};
use super::{Alone, Identifier, PrivateKind, Recognizer, find};
use crate::RuleId;

/// A number of the tax office: eight or nine digits between 10,000,000 and 150,000,000, the last by modulus 11 with
/// a second set of weights where the first gives 10 (Inland Revenue, Resident withholding tax specification).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.nz_ird"),
    kind: PrivateKind::NationalId,
    says: "a New Zealand IRD number",
    check: "modulus 11 with two sets of weights, near the word IRD",
    maybe: |hints| hints.stretch >= 8,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["999-999-999", "99-999-999", "999 999 999", "99 999 999"],
    fits,
    sum,
    words: &["ird", "ird number", "inland revenue", "irdnum"],
    alone: Alone::Never,
};

fn fits(bare: &[u8]) -> bool {
    (10_000_000..150_000_000).contains(&number(bare))
}

fn sum(bare: &[u8]) -> bool {
    let (main, last) = (number(bare) / 10, value(bare[bare.len() - 1]));
    let digits = format!("{main:08}");
    let check = |weights: &[u32]| (11 - weighted(digits.as_bytes(), weights) % 11) % 11;
    let first = check(&[3, 2, 7, 6, 5, 4, 3, 2]);
    last == if first == 10 { check(&[7, 4, 3, 2, 5, 2, 7, 6]) } else { first }
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("my IRD number is 49-091-850", "49-091-850"),
                ("IRD 136410132", "136410132"),
                ("ird no 49 098 576", "49 098 576"),
                ("IRD: 49-091-851", "49-091-851"),
            ],
            &["49-091-850", "order 136410132", "ird 999-999-998", "ird 09-125-568", "IRD since 2014"],
        );
    }
}
