//! Numbers of accounts, members, policies, meters and contracts, and user names that hold digits.

use super::code;
use super::context::Role;
use super::recognizer::{PrivateKind, Recognizer};
use crate::RuleId;

/// A number of an account, a member, a policy or a meter.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.account"),
    kind: PrivateKind::Account,
    says: "an account, member, policy or meter number",
    check: "the shape of a code after such a word",
    maybe: |hints| code::maybe(hints) && hints.has(WORDS),
    find: |look| code::find(look, PrivateKind::Account),
};

/// Words without which there is none.
const WORDS: u64 = Role::Account.bit() | Role::User.bit();

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::found;

    #[test]
    fn numbers_after_their_word() {
        for (text, code) in [
            ("account number 31926819, why", "31926819"),
            ("my membership no is 7004-2231", "7004-2231"),
            ("Policy HC 5520 8813.", "HC 5520 8813"),
            ("Kundennummer: 4471902", "4471902"),
        ] {
            assert_eq!(found(&super::RECOGNIZER, text), [code], "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "an account since 2014",
            "account for 3 users",
            "a policy of 14 days",
            "account opened 14/03/2025",
            "sort code 20-00-00",
        ] {
            assert!(found(&super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
