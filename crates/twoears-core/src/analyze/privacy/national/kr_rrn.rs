//! South Korea: resident registration number.

use super::sums::{date, value, weighted};
use super::{Alone, Identifier, PrivateKind, Recognizer, find};
use crate::RuleId;

/// A resident registration number: date of birth, century and sex, and a last digit by weights 2 to 9 and modulus
/// 11, which numbers given out since October 2020 need not keep (Resident Registration Act, enforcement rule).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.kr_rrn"),
    kind: PrivateKind::NationalId,
    says: "a South Korean resident registration number",
    check: "the date within it; modulus 11; written 999999-9999999, or a word near",
    maybe: |hints| hints.stretch >= 13,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["999999-9999999"],
    fits,
    sum,
    words: &["주민등록번호", "주민번호", "resident registration", "rrn", "alien registration"],
    alone: Alone::Written,
};

fn fits(bare: &[u8]) -> bool {
    date(&bare[4..6], &bare[2..4])
}

/// Foreigners, 5 to 8 in the seventh place, have 2 added.
fn sum(bare: &[u8]) -> bool {
    let rest = 11 - weighted(&bare[..12], &[2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11;
    let foreign = if matches!(bare[6], b'5'..=b'8') { 2 } else { 0 };
    (rest + foreign) % 10 == value(bare[12])
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("920101-1234562", "920101-1234562"),
                ("주민등록번호 9201011234562", "9201011234562"),
                ("rrn: 920101-1234567", "920101-1234567"),
            ],
            &["920101-1234567", "921301-1234562", "9201011234562", "order 920101-1234562"],
        );
    }
}
