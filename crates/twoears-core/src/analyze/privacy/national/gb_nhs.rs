//! United Kingdom: NHS number.

use super::sums::{value, weighted};
use super::{Alone, Identifier, PrivateKind, Recognizer, any, find};
use crate::RuleId;

/// An NHS number of England, Wales and the Isle of Man; the numbers of Scotland (CHI) and Northern Ireland have the
/// same form: ten digits, the last by modulus 11 (NHS Data Model and Dictionary, NHS Number).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.gb_nhs"),
    kind: PrivateKind::NationalId,
    says: "a UK NHS number",
    check: "modulus 11, near a word like NHS",
    maybe: |hints| hints.stretch >= 10,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["999 999 9999", "999-999-9999"],
    fits: any,
    sum,
    words: &["nhs", "chi number", "chi no", "chi", "health and care number", "h&c number"],
    alone: Alone::Never,
};

fn sum(bare: &[u8]) -> bool {
    let rest = 11 - weighted(&bare[..9], &[10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    rest % 11 == value(bare[9])
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("my NHS number is 943 476 5919", "943 476 5919"),
                ("nhs no. 4505577104", "4505577104"),
                ("943-476-5919 is my NHS number", "943-476-5919"),
                ("NHS number 943 476 5918", "943 476 5918"),
            ],
            &[
                "943 476 5919",
                "order 943 476 5919",
                "the NHS lost 943 476 5918 letters",
                "call the NHS on 0300 123 1234",
                "NHS 111",
            ],
        );
    }
}
