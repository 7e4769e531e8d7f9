//! # What it does
//! Counts the reply as its channel counts and compares with the channel's limit.
//!
//! # Why it matters
//! A reply that is too long is refused, or cut where it hurts.
//!
//! # Example
//! 310 weighted characters on X, where 280 is the most.
//!
//! # Instead
//! Leave out the invitation or the link first, never half a sentence.

use twoears_core::RuleId;

use super::{Rule, Subject};

pub(super) const RULE: Rule =
    Rule { id: RuleId("reply.too_long"), about: "longer than the channel takes", check };

fn check(subject: &Subject<'_>) -> Option<String> {
    let length = subject.length;
    (!length.fits()).then(|| format!("{} of {} that the channel takes", length.used, length.limit))
}

#[cfg(test)]
mod tests {
    use super::super::testing::run;
    use super::*;
    use twoears_core::Message;

    #[test]
    fn limits() {
        let message = Message::new("hi");
        assert!(run(&RULE, &message, &"a".repeat(281)).is_some());
        assert!(run(&RULE, &message, &"a".repeat(280)).is_none());
    }
}
