//! Any other number right after a word for a personal number.

use super::{PrivateKind, Recognizer};
use crate::RuleId;
use crate::analyze::privacy::code;
use crate::analyze::privacy::context::Role;

/// A code after a word that means nothing but a personal number, where none of the known ones fits.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.other"),
    kind: PrivateKind::NationalId,
    says: "a personal number of another country",
    check: "the shape of a code right after a word for such a number",
    maybe: |hints| code::maybe(hints) && hints.has(Role::National.bit()),
    find: |look| code::find(look, PrivateKind::NationalId),
};

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("my CNIC is 42201-1234567-1", "42201-1234567-1"),
                ("Personalausweis L01X00T47", "L01X00T47"),
                ("HKID: A123456", "A123456"),
                ("last 4 of my ssn is 6789", "6789"),
            ],
            &[
                "cnic was sent in 2021",
                "ssn given, order 42201-1234567-1",
                "cnic of 2 people",
                "the personalausweis runs out on 12/03/2027",
            ],
        );
    }
}
