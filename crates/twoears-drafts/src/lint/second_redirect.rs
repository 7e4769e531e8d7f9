//! # What it does
//! Objects to a reply that sends the customer elsewhere when the thread already did.
//!
//! # Why it matters
//! Whoever went where they were sent and came back is angrier than before; a second sign shows that nobody keeps the thread.
//!
//! # Example
//! "Please send us a direct message", under a thread in which the customer wrote one on Monday.
//!
//! # Instead
//! Take it on: "You wrote to us on Monday and nobody answered. I have your message here and will write to you by noon."

use std::sync::LazyLock;

use twoears_core::decide::Severity;
use twoears_core::{From, RuleId};

use super::acts::Acts;
use super::phrases::Phrases;
use super::text::Text;
use super::{Found, Look, Rule};

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.second_redirect"),
    severity: Severity::Error,
    about: "sends the customer elsewhere a second time",
    check,
};

/// How a customer asks for the way: then it may be told again.
const WAY: &str = "how do i dm; how do i message; how do i contact; how do i reach; how can i contact; how can i reach; \
                   how can i dm; can i dm; can i call; can i email; should i dm; should i call; what number; which number; \
                   what email; which email; what is the number; what's the number; what is the email; what's the email; who do i; \
                   who can i; who should i; can't dm; cannot dm; can't message; the link; what link; where do i send; where can i; where do i";

static ASKED: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(WAY.split("; ")));

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let subject = look.subject;
    if subject.message.thread.is_empty() {
        return;
    }
    let Some(away) = look.acts.sends_away(&look.text) else { return };
    let before =
        subject.message.thread.turns().iter().filter(|turn| turn.from == From::Organisation).any(|turn| {
            let text = Text::new(&turn.text, subject.brand);
            Acts::of(&text).sends_away(&text).is_some()
        });
    if before && ASKED.first(&Text::new(&subject.message.text, subject.brand)).is_none() {
        let said = look.text.as_written(away);
        found.at(
            away,
            format!("`{said}`: they were sent elsewhere before; answer here, or take it on yourself"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::run;
    use super::*;

    use twoears_core::Message;

    fn sent(before: &str, text: &str) -> Message {
        let mut message = Message::new(text);
        message.thread =
            message.thread.turn(From::Customer, "My lamp flickers.").turn(From::Organisation, before);
        message
    }

    #[test]
    fn nobody_is_sent_twice() {
        for (before, now) in [
            (
                "Please DM us your order number so we can look.",
                "Please send us a direct message, so that it stays private.",
            ),
            ("Please call us.", "Sorry, please give us a call again."),
            ("Please visit our website.", "Please contact our support team, they can help."),
            ("Shoot us a DM!", "SHOOT US A DM"),
            ("Speak to a member of staff in store.", "Please pop into your nearest store."),
            ("Please fill out the form.", "We’re sorry. Please fill in the form on our page."),
        ] {
            assert!(run(&RULE, &sent(before, "I did that, nothing came."), now).is_some(), "{now}");
        }
    }

    #[test]
    fn once_is_no_second_time() {
        for (before, asks, now) in [
            (
                "Which lamp is it?",
                "The blue one",
                "Please send us a direct message, so that it stays private.",
            ),
            ("Please DM us.", "how do I DM you?", "Tap the envelope and DM us there."),
            ("Please call us.", "what's the number?", "Please call us on the number on your bill."),
            ("Please call us.", "I did", "I have your call here and will write by noon."),
            ("Please call us.", "I did", "You don't have to call us again, I'm on it."),
            ("We've sent you a DM.", "ok", "Please send us a direct message, so that it stays private."),
        ] {
            assert!(run(&RULE, &sent(before, asks), now).is_none(), "{now}");
        }
        assert!(run(&RULE, &Message::new("hi"), "Please DM us.").is_none());
    }
}
