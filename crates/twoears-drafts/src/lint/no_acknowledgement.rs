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

use super::{Rule, Subject, holds};
use crate::knowledge::terms;

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.no_acknowledgement"),
    about: "the first sentence is not about the customer",
    check,
};

/// Words that take up what somebody wrote.
const HUMAN: &[&str] = &[
    "sorry",
    "thank",
    "welcome",
    "glad",
    "happy to",
    "happy that",
    "smile",
    "good morning",
    "morning!",
    "fair",
    "hear you",
    "argue",
    "you",
    "ha,",
    "ha.",
    "ouch",
    "hooray",
    "lovely",
    "good question",
    "any time",
    "let me",
    "let's",
    "noted",
];

fn check(subject: &Subject<'_>) -> Option<String> {
    let start = subject.text.split_once(",\n").map_or(subject.text, |(_, rest)| rest);
    let mut sentences =
        start.split_inclusive(['.', '!', '?', ':', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let first = sentences.next().unwrap_or("").to_lowercase();
    // "any inconvenience" apologises to nobody.
    let human = HUMAN.iter().any(|word| first.contains(word));
    let asked = terms(&subject.message.text);
    let shared = terms(&first).iter().any(|term| asked.contains(term));
    let answered = subject.article.is_some_and(|article| {
        article
            .sentences
            .iter()
            .any(|sentence| holds(sentence, &first) || holds(&first, &sentence.to_lowercase()))
    });
    (!human && !shared && !answered)
        .then(|| "the first sentence does not take up what the customer wrote".to_owned())
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
        assert!(run(&RULE, &message, "Dear Ann,\n\nI'm sorry.").is_none());
    }
}
