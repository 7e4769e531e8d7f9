//! # What it does
//! Objects to sentences in which nobody does anything: "mistakes were made", "it has been decided", "your request will be
//! processed". A sentence that says by whom or by when passes.
//!
//! # Why it matters
//! Nobody owns what nobody does, and the customer has nobody to ask.
//!
//! # Example
//! "Your request has been forwarded and will be processed."
//!
//! # Instead
//! "Our refunds team has it, and I'll write to you by 2 pm." Say who does it, and by when.

use std::sync::LazyLock;

use twoears_core::decide::Severity;
use twoears_core::{RuleId, Span};

use super::phrases::Phrases;
use super::{Found, Look, Rule};

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.passive"),
    severity: Severity::Warning,
    about: "something is done and nobody does it",
    check,
};

const PASSIVE: &[&str] = &[
    "mistakes were made",
    "a mistake was made",
    "mistakes have been made",
    "an error was made",
    "errors were made",
    "it has been decided",
    "it was decided",
    "a decision has been made",
    "a decision was made",
    "was not received by us",
    "were not received by us",
    "has not been received by us",
    "will be processed",
    "will be reviewed",
    "will be assessed",
    "will be evaluated",
    "will be investigated",
    "will be actioned",
    "will be addressed",
    "will be dealt with",
    "will be looked into",
    "will be taken care of",
    "will be taken into account",
    "will be taken into consideration",
    "is being processed",
    "is being reviewed",
    "is being investigated",
    "is being looked into",
    "is being dealt with",
    "has been noted",
    "have been noted",
    "has been logged",
    "has been forwarded",
    "have been forwarded",
    "has been passed on",
    "have been passed on",
    "has been escalated",
    "action will be taken",
    "appropriate action has been taken",
    "steps are being taken",
    "steps will be taken",
    "measures are being taken",
    "everything possible is being done",
];

/// Who does it stands within so many words.
const FAR: usize = 12;

pub(super) static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(PASSIVE.iter().copied()));

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    for (_, place) in PHRASES.apart(&look.text) {
        if !is_owned(look, place) {
            let said = look.text.of(place);
            found.at(place, format!("`{said}` leaves open who does it: say who, and by when"));
        }
    }
}

/// Does the rest of the sentence say by whom, by when or to whom?
fn is_owned(look: &Look<'_>, place: Span) -> bool {
    if look.text.of(place).ends_with("by us") {
        return false;
    }
    let Some(sentence) = look.text.sentence_of(place) else { return false };
    let rest = Span::new(place.end as usize, sentence.end.max(place.end) as usize);
    look.text
        .words_in(rest)
        .take(FAR)
        .any(|word| matches!(word, "by" | "to" | "within" | "today" | "tomorrow" | "when" | "once"))
}

#[cfg(test)]
mod tests {
    use super::super::testing::run;
    use super::*;
    use twoears_core::Message;

    #[test]
    fn nobody_and_somebody() {
        let message = Message::new("my refund");
        for hit in [
            "Mistakes were made.",
            "IT HAS BEEN DECIDED that the 6.10 stops.",
            "Your form was not received by us.",
            "Your request will be processed.",
            "Your feedback has been noted, and we’re glad of it.",
            "It’s being shipped, and the rest is being investigated.",
        ] {
            assert!(run(&RULE, &message, hit).is_some(), "{hit}");
        }
        for miss in [
            "We made a mistake.",
            "Your request will be processed by our Payments team.",
            "It will be reviewed by 2 pm.",
            "It has been forwarded to Ann in Payments.",
            "The platform was decided on the day.",
            "Refunds will be processed within five days.",
            "We have noted it on your booking.",
        ] {
            assert_eq!(run(&RULE, &message, miss), None, "{miss}");
        }
    }
}
