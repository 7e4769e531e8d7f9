//! Numbers of passports, documents, devices and bags: a code after a word that says so.

use super::code;
use super::context::Role;
use super::recognizer::{PrivateKind, Recognizer};
use crate::RuleId;

/// A number of a passport, a device or a bag.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.document"),
    kind: PrivateKind::Other,
    says: "a passport, document, serial or tag number",
    check: "the shape of a code after such a word",
    maybe: |hints| code::maybe(hints) && hints.has(Role::Other.bit()),
    find: |look| code::find(look, PrivateKind::Other),
};

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::found;

    #[test]
    fn numbers_after_their_word() {
        for (text, code) in [
            ("Passport number is 533019274", "533019274"),
            ("IMEI 353918052044121", "353918052044121"),
            ("serial is 7XK20441B", "7XK20441B"),
        ] {
            assert_eq!(found(&super::RECOGNIZER, text), [code], "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "my passport runs out in 2027",
            "a serial of 12 parts",
            "bag tag for BA123",
            "the tag says £1299",
        ] {
            assert!(found(&super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
