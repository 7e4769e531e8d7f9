//! # What it does
//! Objects to phrases that every customer has read a hundred times.
//!
//! # Why it matters
//! They say that nobody read the message. "Any inconvenience" is a person who missed her train.
//!
//! # Example
//! "We apologise for any inconvenience caused."
//!
//! # Instead
//! "I'm sorry the 6.10 left without you."

use twoears_core::RuleId;

use super::{Rule, Subject};

pub(super) const RULE: Rule = Rule { id: RuleId("reply.cliche"), about: "a worn-out phrase", check };

const WORN: &[&str] = &[
    "any inconvenience",
    "the inconvenience",
    "inconvenience caused",
    "valued customer",
    "your call is important",
    "your feedback is important",
    "we take this seriously",
    "we take these matters",
    "takes this seriously",
    "please be advised",
    "rest assured",
    "at your earliest convenience",
    "do not hesitate",
    "don't hesitate",
    "kindly",
    "we strive",
    "as per our",
    "per our policy",
    "we value your",
    "going forward",
    "reach out",
    "at this time",
    "thank you for your patience",
    "thanks for your patience",
    "we understand your frustration",
    "understand how frustrating",
    "sorry for the trouble caused",
    "sorry you feel that way",
    "sorry if",
    "touch base",
    "high call volume",
    "unprecedented",
    "we are committed to",
    "hope this finds you",
    "for your convenience",
    "bear with us",
    "our sincere apologies",
    "sincerely apologise",
    "sincerely apologize",
    "sorry to hear that you feel",
];

fn check(subject: &Subject<'_>) -> Option<String> {
    let lower = subject.text.to_lowercase().replace('’', "'");
    let worn = WORN.iter().find(|worn| lower.contains(**worn))?;
    Some(format!("`{worn}` is worn out: name what happened"))
}

#[cfg(test)]
mod tests {
    use super::super::testing::run;
    use super::*;
    use twoears_core::Message;

    #[test]
    fn worn_and_fresh() {
        let message = Message::new("my train");
        assert!(
            run(&RULE, &message, "We apologise for any inconvenience.")
                .unwrap()
                .contains("any inconvenience")
        );
        assert!(run(&RULE, &message, "Please don’t hesitate to write.").is_some());
        assert!(run(&RULE, &message, "I'm sorry the 6.10 left without you.").is_none());
    }
}
