//! # What it does
//! Counts the questions of a reply; one is the most.
//!
//! # Why it matters
//! Of two questions one is answered, and the other costs another day.
//!
//! # Example
//! "What is the order number? And which email did you use? Did you try again?"
//!
//! # Instead
//! Ask for the one thing that finds the rest: "What is the order number?"

use twoears_core::RuleId;

use super::{Rule, Subject, without_links};

pub(super) const RULE: Rule =
    Rule { id: RuleId("reply.more_than_one_question"), about: "more than one question", check };

fn check(subject: &Subject<'_>) -> Option<String> {
    let text = without_links(subject.text);
    let questions = text
        .split_inclusive(['?', '.', '!', '\n'])
        .filter(|part| part.len() > 1 && part.ends_with('?'))
        .count();
    (questions > 1).then(|| format!("{questions} questions: ask the one that matters"))
}

#[cfg(test)]
mod tests {
    use super::super::testing::run;
    use super::*;
    use twoears_core::Message;

    #[test]
    fn one_is_the_most() {
        let message = Message::new("hi");
        assert!(run(&RULE, &message, "Which order? And whose name?").is_some());
        assert!(run(&RULE, &message, "Which order?? See https://a.example/b?c=1?d=2").is_none());
    }
}
