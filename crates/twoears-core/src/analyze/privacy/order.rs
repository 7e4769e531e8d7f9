//! Order, case, claim, ticket, receipt and parcel numbers: a code near a word that says so, or of a sure shape.

use super::code;
use super::recognizer::{PrivateKind, Recognizer};
use crate::RuleId;

/// A code of an order, a case, a claim, a ticket or a parcel.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.order"),
    kind: PrivateKind::Order,
    says: "an order, case, claim, ticket or parcel number",
    check: "the shape of a code, near such a word unless it is sure by itself",
    maybe: code::maybe,
    find: |look| code::find(look, PrivateKind::Order),
};

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::found;

    #[test]
    fn numbers_after_their_word_or_of_a_sure_shape() {
        for (text, code) in [
            ("order 12345678 is late", "12345678"),
            ("case #A-1234", "A-1234"),
            ("Ticket no. 4471902?", "4471902"),
            ("tracking says JD0002233445566", "JD0002233445566"),
            ("1Z999AA10123456784 is lost", "1Z999AA10123456784"),
            ("where is RR123456785GB", "RR123456785GB"),
            ("TBA304417882000 never came", "TBA304417882000"),
        ] {
            assert_eq!(found(&super::RECOGNIZER, text), [code], "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "can i order in 20 mins",
            "order 2 teas and 3 cakes",
            "order 2000 cups",
            "my orders since 2014",
            "order from 14/03/2025",
            "ticket for BA123",
            "order of £1299",
            "https://a.example/order/448201",
        ] {
            assert!(found(&super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
