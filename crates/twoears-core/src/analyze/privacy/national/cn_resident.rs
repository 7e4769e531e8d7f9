//! China: resident identity number.

use super::sums::{date, weighted};
use super::{Alone, Identifier, PrivateKind, Recognizer, find};
use crate::RuleId;

/// A citizen identification number: region, date of birth, serial, and a last sign by ISO 7064, MOD 11-2 (GB
/// 11643-1999).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.cn_resident"),
    kind: PrivateKind::NationalId,
    says: "a Chinese resident identity number",
    check: "the date within it; ISO 7064 MOD 11-2",
    maybe: |hints| hints.stretch >= 17,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["999999 99999999 999*", "99999999999999999*"],
    fits,
    sum,
    words: &["身份证", "身份证号", "身份证号码", "resident id", "identity card", "id", "id card"],
    alone: Alone::Always,
};

fn fits(bare: &[u8]) -> bool {
    let century = matches!(&bare[6..8], b"18" | b"19" | b"20");
    let last = bare[17].is_ascii_digit() || bare[17] == b'X';
    matches!(bare[0], b'1'..=b'8') && century && date(&bare[12..14], &bare[10..12]) && last
}

fn sum(bare: &[u8]) -> bool {
    let rest = weighted(&bare[..17], &[7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11;
    b"10X98765432"[rest as usize] == bare[17]
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("11010519491231002X", "11010519491231002X"),
                ("身份证号 440524188001010014", "440524188001010014"),
                ("id 110105194912310021", "110105194912310021"),
            ],
            &[
                "110105194912310021",
                "11010519491331002X",
                "01010519491231002X",
                "order 11010519491231002X",
                "11010529491231002X",
            ],
        );
    }
}
