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

use twoears_core::decide::Severity;
use twoears_core::{Channel, RuleId};

use super::{Found, Look, Rule};
use crate::length::{is_gsm, segments};

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.too_long"),
    severity: Severity::Error,
    about: "longer than the channel takes",
    check,
};

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let (subject, length) = (look.subject, look.length);
    if !length.fits() {
        let cost = if subject.message.channel == Channel::Sms { cost(subject.text) } else { String::new() };
        found.whole(format!("{} of {} that the channel takes{cost}", length.used, length.limit));
        return;
    }
    let Some(most) = subject.brand.channels.line(subject.message.channel) else { return };
    let longest = subject.text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    if longest > most as usize {
        found.whole(format!("a line of {longest} characters; the channel takes {most}"));
    }
}

/// What an SMS costs, and the sign that makes it cost more than twice as much.
fn cost(text: &str) -> String {
    let count = segments(text).count;
    match text.chars().find(|c| !is_gsm(*c)) {
        Some(sign) => format!(": {count} SMS segments, as `{sign}` is not in the GSM alphabet"),
        None => format!(": {count} SMS segments"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::run;
    use super::*;
    use twoears_core::Message;

    #[test]
    fn limits() {
        let message = Message::new("hi").channel(Channel::X);
        assert!(run(&RULE, &message, &"a".repeat(281)).is_some());
        assert!(run(&RULE, &message, &"a".repeat(280)).is_none());
    }

    #[test]
    fn lines_of_a_letter() {
        let message = Message::new("hi").channel(Channel::Email);
        assert!(run(&RULE, &message, &"a".repeat(999)).unwrap().contains("998"));
        assert!(run(&RULE, &message, &format!("{0}\n{0}", "a".repeat(998))).is_none());
    }

    #[test]
    fn what_an_sms_costs() {
        let message = Message::new("hi").channel(Channel::Sms);
        assert!(run(&RULE, &message, &"a".repeat(321)).unwrap().ends_with("3 SMS segments"));
        assert!(
            run(&RULE, &message, &format!("{}—", "a".repeat(140)))
                .unwrap()
                .contains("3 SMS segments, as `—`")
        );
        assert!(run(&RULE, &message, &"a".repeat(320)).is_none());
    }
}
