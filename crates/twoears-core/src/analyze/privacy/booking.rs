//! Booking references: six to eight capitals and digits, or any code after a word like booking.

use super::code;
use super::recognizer::{PrivateKind, Recognizer};
use crate::RuleId;

/// A reference of a booking or a reservation.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.booking"),
    kind: PrivateKind::Booking,
    says: "a booking reference",
    check: "six to eight capitals and digits, or the shape of a code after such a word",
    maybe: code::maybe,
    find: |look| code::find(look, PrivateKind::Booking),
};

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::found;

    #[test]
    fn references() {
        for (text, code) in [
            ("booking ref KQ7T2M, can I move", "KQ7T2M"),
            ("Hi, reservation code is ZP4WX9", "ZP4WX9"),
            ("PNR: 6YHB3N", "6YHB3N"),
            ("booking MR-2207", "MR-2207"),
        ] {
            assert_eq!(found(&super::RECOGNIZER, text), [code], "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "booking 2 seats on the 18:05",
            "booking for 12/12/2026",
            "booking on BA123",
            "an A320NEO",
            "booking 20mins ago",
        ] {
            assert!(found(&super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
