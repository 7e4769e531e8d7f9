//! United States: the last four digits of a Social Security number.

use super::{Alone, Identifier, PrivateKind, Recognizer, any, find};
use crate::RuleId;

/// The last four digits of a Social Security number, by which banks and carriers in the United States ask who somebody
/// is (Social Security Administration, Program Operations Manual RM 10201.030: the serial number).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.us_ssn_last_four"),
    kind: PrivateKind::NationalId,
    says: "the last four digits of a US Social Security number",
    check: "four digits near SSN, or right after words like last four of my social; a year only right after them",
    maybe: |hints| hints.stretch >= 4,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["9999"],
    fits: any,
    sum: |bare| !matches!(&bare[..2], b"19" | b"20"),
    words: &[
        "ssn",
        "ssn#",
        "ssn ending",
        "ssn ending in",
        "ssn ends in",
        "ssn ends with",
        "last 4 of my social",
        "last four of my social",
        "last 4 of social",
        "last four of social",
        "last 4 digits of my social",
        "last four digits of my social",
        "last 4 digits of my social security",
        "last four digits of my social security",
        "last 4 of my social security",
        "last four of my social security",
        "last 4 social",
        "last four social",
    ],
    alone: Alone::Never,
};

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("last 4 digits of my ssn 4973", "4973"),
                ("name jeni, ssn ends with 1112", "1112"),
                ("8711 is the ssn", "8711"),
                ("the last 4 of my social are 5678", "5678"),
                ("last four digits of my social security number: 2041", "2041"),
            ],
            &[
                "4973",
                "no ssn since 2014",
                "social media 4973",
                "ssn given, order 4973",
                "ssn 123-45-6789",
                "card ending 4973",
            ],
        );
    }
}
