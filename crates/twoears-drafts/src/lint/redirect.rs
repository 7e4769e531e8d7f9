//! # What it does
//! Objects to a reply that sends the customer elsewhere and does not say why.
//!
//! # Why it matters
//! People asked where they are; to be sent on costs them a second wait, and many never ask again.
//!
//! # Example
//! "Please call us."
//!
//! # Instead
//! Answer here. Where that would show private data: "So that your details stay between us, please send us a direct message."

use twoears_core::RuleId;

use super::{Rule, Subject, answers};

pub(super) const RULE: Rule =
    Rule { id: RuleId("reply.redirect"), about: "sends the customer elsewhere without a reason", check };

/// Ways to send somebody elsewhere.
const AWAY: &[&str] = &[
    "call us",
    "give us a call",
    "ring us",
    "phone us",
    "visit our website",
    "check our website",
    "see our website",
    "dm us",
    "send us a dm",
    "direct message",
    "private message us",
    "contact support",
    "contact customer service",
    "contact our",
    "get in touch with our",
    "check our faq",
    "see our faq",
    "our help center",
    "our help centre",
    "fill in the form",
    "fill out the form",
    "email us",
    "write to us at",
    "reach out to",
];

/// Words that give a reason.
const REASONS: &[&str] = &[
    "so that",
    "because",
    "between us",
    "nobody else",
    "only we",
    "keep your",
    "private",
    "safe",
    "as we need",
    "there are no",
];

fn check(subject: &Subject<'_>) -> Option<String> {
    let lower = subject.text.to_lowercase();
    let away = AWAY.iter().find(|away| lower.contains(**away))?;
    let reason = REASONS.iter().any(|reason| lower.contains(reason));
    (!reason && !answers(subject)).then(|| format!("`{away}`: say why, or answer here"))
}

#[cfg(test)]
mod tests {
    use super::super::testing::run;
    use super::*;
    use twoears_core::Message;

    #[test]
    fn reasons_are_due() {
        let message = Message::new("where is my parcel");
        assert!(run(&RULE, &message, "Sorry about your parcel. Please call us.").is_some());
        assert!(run(&RULE, &message, "Please DM us.").is_some());
        assert!(
            run(&RULE, &message, "So that your details stay between us, please send us a direct message.")
                .is_none()
        );
        assert!(run(&RULE, &message, "I'll call you at two.").is_none());
    }
}
