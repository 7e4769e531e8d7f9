//! # What it does
//! Looks for a reply to an unhappy customer that ends without an answer, a step, a question or a promise.
//!
//! # Why it matters
//! An apology alone closes the conversation for us and leaves the problem with the customer.
//!
//! # Example
//! "We're so sorry about your lamp, Sam. Thanks for letting us know!"
//!
//! # Instead
//! Add what happens now: "I'm sorry the lamp flickers. Which bulb is in it? With that I can tell you whether to swap it."

use twoears_core::RuleId;
use twoears_core::decide::Severity;

use super::unanswered::asks;
use super::{Found, Look, Rule};
use crate::phrases::{Kind, Phrases};

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.no_next_step"),
    severity: Severity::Warning,
    about: "a problem, and the reply goes nowhere",
    check,
};

/// So sure it must be that the customer is unhappy: thanks for praise lead nowhere, and need not.
const SURE: f32 = 0.7;

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let Some(reading) = look.subject.reading else { return };
    let acts = &look.acts;
    let unhappy = reading.sentiment.label.is_negative() && reading.sentiment.probability >= SURE;
    if !reading.needs_reply.label || !unhappy || acts.moves_on(&look.text) {
        return;
    }
    let about =
        Phrases::of(look.subject.brand.language).and_then(|phrases| phrases.about(reading.intent.label));
    let open = about
        .is_some_and(|about| matches!(about.kind, Kind::Problem | Kind::Mixed | Kind::Ask | Kind::Request));
    let away = acts.sends_away(&look.text).is_some();
    if open && !away && !look.answers() && !asks(&look.subject.message.text) {
        found.whole("it ends without an answer, a step, a question or a promise: say what happens now");
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{reading, with};
    use super::*;
    use twoears_core::{Message, Scored, Sentiment};

    fn says(text: &str, sentiment: Sentiment) -> Option<String> {
        let message = Message::new("My lamp flickers again, this is the third one.");
        let reading =
            twoears_core::Reading { sentiment: Scored { label: sentiment, probability: 0.9 }, ..reading() };
        with(&RULE, &message, text, |subject| subject.reading(&reading))
    }

    #[test]
    fn an_apology_alone_goes_nowhere() {
        for text in [
            "We're so sorry about your lamp, Sam.",
            "We’re sorry to hear that. Thanks for letting us know!",
            "WE APOLOGISE FOR THE INCONVENIENCE.",
            "We apologize, Sam, and hope you have a better day.",
            "That's not the experience we want for you.",
            "We understand how frustrating this is.",
        ] {
            assert!(says(text, Sentiment::Negative).is_some(), "{text}");
        }
    }

    #[test]
    fn whatever_leads_on_passes() {
        for text in [
            "I'm sorry the lamp flickers. Which bulb is in it?",
            "Sorry! Turn the bulb a quarter to the right.",
            "I'm sorry. I'll find out and write to you by noon.",
            "The third batch has a loose socket, which explains it.",
            "Sorry about the lamp. You can swap it in any shop.",
            "So that your details stay between us, please send us a direct message.",
        ] {
            assert!(says(text, Sentiment::Negative).is_none(), "{text}");
        }
        assert!(says("Thank you so much!", Sentiment::Positive).is_none());
    }
}
