//! # What it does
//! Looks whether a reply that goes out by itself says what the settings want it to say of itself (`disclosure`). What a
//! person sends needs no such word.
//!
//! # Why it matters
//! Customers want to know whether they talk to a person, and in many places the law wants it too.
//!
//! # Example
//! "The shop opens at ten.", sent by itself, where `disclosure = "I'm Larkway's assistant."`
//!
//! # Instead
//! "I'm Larkway's assistant. The shop opens at ten."

use twoears_core::RuleId;
use twoears_core::decide::Severity;

use super::text::Text;
use super::{Found, Look, Rule, Sender};

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.disclosure"),
    severity: Severity::Error,
    about: "an automatic reply does not say what it is",
    check,
};

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let subject = look.subject;
    if subject.sender == Sender::Person {
        return;
    }
    let Some(due) = subject.brand.disclosure.as_deref().filter(|due| !due.trim().is_empty()) else { return };
    let due = words(&Text::new(due, subject.brand));
    if !due.is_empty() && !words(&look.text).contains(&due) {
        found.whole(
            "it goes out by itself and does not say so: add the words of `disclosure` in the settings",
        );
    }
}

/// The words alone, each after a space and before one.
fn words(text: &Text<'_>) -> String {
    let words = text.words.iter().map(|word| text.of(*word));
    words.fold(String::from(" "), |all, word| all + word + " ")
}

#[cfg(test)]
mod tests {
    use super::super::Subject;
    use super::super::testing::all;
    use super::*;
    use twoears_core::{Brand, Message};

    fn says(settings: &str, text: &str, sender: Sender) -> bool {
        let (message, brand) = (Message::new("hi"), Brand::from_toml(settings).unwrap());
        !all(&RULE, Subject::new(text, &message, &brand).sender(sender)).is_empty()
    }

    #[test]
    fn an_automatic_reply_says_so() {
        let settings = "disclosure = \"I'm Larkway's assistant.\"";
        for text in [
            "The shop opens at ten.",
            "",
            "I'm Larkway's assistants' friend.",
            "I'm an assistant at Larkway.",
            "I’m Larkway’s.",
            "ASSISTANT: the shop opens at ten.",
        ] {
            assert!(says(settings, text, Sender::Program), "{text}");
            assert!(!says(settings, text, Sender::Person), "{text}");
            assert!(!says("", text, Sender::Program), "{text}");
        }
        for text in [
            "I'm Larkway's assistant. The shop opens at ten.",
            "I’m Larkway’s assistant. The shop opens at ten.",
            "Hi Ann, I'm Larkway's assistant: the shop opens at ten.",
            "The shop opens at ten.\nI'm Larkway's assistant",
            "I'M LARKWAY'S ASSISTANT. THE SHOP OPENS AT TEN.",
            "The shop opens at ten (I'm  Larkway's assistant).",
        ] {
            assert!(!says(settings, text, Sender::Program), "{text}");
        }
    }
}
