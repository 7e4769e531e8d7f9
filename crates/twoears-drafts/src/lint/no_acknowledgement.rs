//! # What it does
//! Looks at the first sentence: it must take up what the customer wrote, thank, apologise, or answer.
//!
//! # Why it matters
//! A reader gives a reply two seconds; what comes first must show that somebody read the message.
//!
//! # Example
//! "Larkway is proud to run 400 coaches a day."
//!
//! # Instead
//! "I'm sorry the 6.10 coach left you standing."

use twoears_core::RuleId;
use twoears_core::decide::Severity;

use super::{Found, Look, Rule, holds};
use crate::knowledge::terms;

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.no_acknowledgement"),
    severity: Severity::Warning,
    about: "the first sentence is not about the customer",
    check,
};

/// Words that take up what somebody wrote, besides those that speak to them ("you", "your").
const HUMAN: &[&str] = &[
    "sorry",
    "thank",
    "welcome",
    "glad",
    "happy",
    "smile",
    "morning",
    "fair",
    "argue",
    "ha,",
    "ha.",
    "ouch",
    "hooray",
    "lovely",
    "good question",
    "good one",
    "any time",
    "let me",
    "let's",
    "let us",
    "noted",
    "desk",
    "office",
    "sorted",
    "helps",
    "got it",
    "what happened",
    "made my day",
    "good to hear",
    "good to read",
    "cheers",
];

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let Some(&place) = look.text.sentences.first() else { return };
    let first = look.text.of(place);
    let human = look.text.words_in(place).any(|word| word.starts_with("you"))
        || HUMAN.iter().any(|word| first.contains(word));
    // Who asks to know more has read it.
    if human || first.ends_with('?') {
        return;
    }
    let asked = terms(&look.subject.message.text);
    let shared = terms(first).iter().any(|term| asked.contains(term));
    let sentences = look.subject.articles.iter().flat_map(|article| &article.sentences);
    let answered = sentences.map(|sentence| sentence.to_lowercase()).any(|sentence| holds(first, &sentence));
    if !shared && !answered {
        found.at(place, "the first sentence does not take up what the customer wrote");
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::run;
    use super::*;
    use twoears_core::Message;

    #[test]
    fn the_first_sentence_is_about_them() {
        let message = Message::new("my coach never came");
        assert!(run(&RULE, &message, "Larkway runs 400 buses a day.").is_some());
        assert!(run(&RULE, &message, "Hi Ann, the coach broke down at Brindle.").is_none());
        assert!(run(&RULE, &message, "The 6:20 coach didn't come.").is_none());
    }
}
