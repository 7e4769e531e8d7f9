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

use twoears_core::decide::Severity;
use twoears_core::{RuleId, Span};

use super::{Found, Look, Rule};

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.more_than_one_question"),
    severity: Severity::Warning,
    about: "more than one question",
    check,
};

/// A sentence of so few words asks for a nod: "Okay?", "Is that right?".
const NOD: usize = 2;

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let mut questions = look.text.sentences.iter().filter(|sentence| is_question(look, **sentence));
    let (Some(_), Some(second)) = (questions.next(), questions.next()) else { return };
    found.at(*second, format!("{} questions: ask the one that matters", 2 + questions.count()));
}

/// Does a sentence ask for something? A link that ends with a question mark does not, nor "I hope this helps?", nor the second
/// half of a choice: "The app? Or the page?"
fn is_question(look: &Look<'_>, sentence: Span) -> bool {
    let text = &look.text;
    let said = text.of(sentence);
    let end = sentence.start + said.trim_end_matches(['?', '!']).trim_end().len() as u32;
    let asks = said.ends_with('?') || said.ends_with("?!");
    asks && !["or ", "i hope", "hope ", "we hope"].iter().any(|start| said.starts_with(start))
        && text.words_in(sentence).nth(NOD).is_some()
        && text.links.binary_search_by_key(&end, |link| link.end).is_err()
}

#[cfg(test)]
mod tests {
    use super::super::testing::run;
    use super::*;
    use twoears_core::Message;

    #[test]
    fn one_is_the_most() {
        let message = Message::new("hi");
        for hit in [
            "Which order is it? And whose name is on it?",
            "WHICH ORDER IS IT? WHOSE NAME IS IT?",
            "What’s the order number? It's fine. What’s the name on it?",
            "Did you try it again? When was that, please? Was it wet?",
            "Is it the blue one? Do you still have the box??",
            "Which app is it?! Which phone is it?",
        ] {
            assert!(run(&RULE, &message, hit).is_some(), "{hit}");
        }
        for miss in [
            "Which order is it?? See https://a.example/b?c=1?d=2",
            "Which order is it? Okay?",
            "Is it in the app? Or on the page itself?",
            "Which order is it? I hope this helps?",
            "Which order is it? Here is how to find it: https://a.example/b?",
            "You ask \"which order is it?\" and I ask which name it has.",
            "It is the blue one.",
        ] {
            assert_eq!(run(&RULE, &message, miss), None, "{miss}");
        }
    }
}
