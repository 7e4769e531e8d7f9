//! United States: Social Security number.

use super::{Alone, Identifier, PrivateKind, Recognizer, find};
use crate::RuleId;

/// A Social Security number: area, group and serial, none of them noughts; no area 666 or 9xx (Social Security
/// Administration, Program Operations Manual RM 10201.035). There is no check digit.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.us_ssn"),
    kind: PrivateKind::NationalId,
    says: "a US Social Security number",
    check: "areas, groups and serials that are given out; 3-2-4 with dashes, or words like SSN near",
    maybe: |hints| hints.stretch >= 9,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["999-99-9999"],
    fits,
    sum,
    words: &["ssn", "ssn#", "ss#", "ss number", "ss no", "social", "social security", "soc sec"],
    alone: Alone::Written,
};

fn fits(bare: &[u8]) -> bool {
    let (area, group, serial) = (&bare[..3], &bare[3..5], &bare[5..]);
    !matches!(area, b"000" | b"666") && area[0] != b'9' && group != b"00" && serial != b"0000"
}

/// Numbers that were printed in advertisements and leaflets (Social Security Administration, history of the number).
fn sum(bare: &[u8]) -> bool {
    !matches!(bare, b"078051120" | b"219099999")
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("it's 536-90-4399.", "536-90-4399"),
                ("my social is 219-09-9999.", "219-09-9999"),
                ("ssn 536904399", "536904399"),
                ("SSN: 536 90 4399", "536 90 4399"),
                ("536-90-4399 is my social", "536-90-4399"),
            ],
            &[
                "219-09-9999",
                "my social is 666-09-9999",
                "social 219-00-9999",
                "ssn 900-12-3456",
                "order 536-90-4399",
                "tracking no. 536-90-4399",
                "part number 536-90-4399",
                "536904399",
                "it is 536 90 4399",
                "ssn 536-90-0000",
                "social media 2026",
            ],
        );
    }
}
