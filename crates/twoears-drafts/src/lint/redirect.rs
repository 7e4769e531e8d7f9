//! # What it does
//! Objects to a reply that sends the customer elsewhere, says no reason, and answers nothing.
//!
//! # Why it matters
//! People asked where they are. To be sent on costs them a second wait and a second telling, and many never ask again.
//!
//! # Example
//! "Sorry about your parcel. Please give us a call."
//!
//! # Instead
//! Answer here. Where that would show private data, say so: "So that your details stay between us, please send us a direct
//! message." Where only somebody else can do it, say what they do that you can't.

use twoears_core::RuleId;
use twoears_core::decide::Severity;

use super::acts::Act;
use super::{Found, Look, Rule};

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.redirect"),
    severity: Severity::Error,
    about: "sends the customer elsewhere without a reason",
    check,
};

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let (text, acts) = (&look.text, &look.acts);
    let Some(away) = acts.sends_away(text) else { return };
    let reason = acts.first(Act::Reason).is_some();
    if !reason && acts.tells(text).next().is_none() && !look.answers() {
        found.at(away, format!("`{}`: say why, or answer here", text.as_written(away)));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::run;
    use super::*;
    use twoears_core::Message;

    #[test]
    fn reasons_are_due() {
        let message = Message::new("where is my parcel");
        for text in [
            "Sorry about your parcel. Please call us.",
            "Please DM us.",
            "SHOOT US A DM with your order number!",
            "We’re sorry to hear that. Give us a call on 0345 600 0000.",
            "Please contact your local depot.",
            "Head over to our page for help.",
            "Thanks for your post. Check out our Help Centre.",
            "Please speak to a member of staff in store.",
            "We apologize. Our help center has all the details.",
            "Sorry, Sam. Please fill in the form on our website.",
        ] {
            assert!(run(&RULE, &message, text).is_some(), "{text}");
        }
    }

    #[test]
    fn reasons_and_answers_pass() {
        let message = Message::new("where is my parcel");
        for text in [
            "So that your details stay between us, please send us a direct message.",
            "I'll call you at two.",
            "There's no need to call us, the driver has your note.",
            "The depot at Brindle holds it until six. You can also call us.",
            "Please DM us your order number so we can trace it.",
            "Thank you! If you need anything else, DM us.",
            "We’ve sent you a DM.",
            "I don't have access to bookings here; please call our desk, they can move your seat.",
        ] {
            assert!(run(&RULE, &message, text).is_none(), "{text}: {:?}", run(&RULE, &message, text));
        }
    }
}
