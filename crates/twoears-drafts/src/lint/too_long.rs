//! # What it does
//! Counts the reply as its channel counts and compares with the channel's limit, and the lines where those have one.
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
    if !length.fits() {
        return Some(format!("{} of {} that the channel takes", length.used, length.limit));
    }
    let most = subject.brand.channels.line(subject.message.channel)?;
    let longest = subject.text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    (longest > most as usize).then(|| format!("a line of {longest} characters; the channel takes {most}"))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{run, with};
    use super::*;
    use crate::Length;
    use twoears_core::decide::{Limit, Unit};
    use twoears_core::{Channel, Message};

    #[test]
    fn limits() {
        let message = Message::new("hi");
        assert!(run(&RULE, &message, &"a".repeat(281)).is_some());
        assert!(run(&RULE, &message, &"a".repeat(280)).is_none());
    }

    #[test]
    fn lines_of_a_letter() {
        let message = Message::new("hi").channel(Channel::Email);
        let says = |text: &str| {
            with(&RULE, &message, text, |subject| {
                subject.length = Length::of(text, Limit::new(20_000, Unit::Chars));
            })
        };
        assert!(says(&"a".repeat(999)).unwrap().contains("998"));
        assert!(says(&format!("{0}\n{0}", "a".repeat(998))).is_none());
    }
}
