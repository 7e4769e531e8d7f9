//! # What it does
//! Objects to a public reply that repeats personal data which the message shows.
//!
//! # Why it matters
//! The customer can delete the post; what we repeat they cannot.
//!
//! # Example
//! "We will ring you on +44 7700 900254."
//!
//! # Instead
//! "We will ring you on the number you gave. Please take it out of your post."

use twoears_core::decide::Severity;
use twoears_core::{PrivateKind, RuleId};

use super::{Found, Look, Rule};
use crate::Audience;

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.private_value"),
    severity: Severity::Error,
    about: "a public reply repeats personal data",
    check,
};

/// Shorter values say nothing of a person.
const LETTERS: usize = 4;

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let subject = look.subject;
    if subject.audience == Audience::Private || subject.private_data().is_empty() {
        return;
    }
    let bare = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let text = bare(subject.text);
    // The last digits alone, as in "the card ending 1111", stand as a word of their own.
    let words: Vec<String> = subject.text.split(|c: char| !c.is_alphanumeric()).map(bare).collect();
    let shown = subject.private_data().iter().find(|data| {
        let value = bare(data.span.of(&subject.message.text));
        let name = data.kind == PrivateKind::Name && value.chars().count() < 2 * LETTERS;
        let last = value.char_indices().rev().nth(LETTERS - 1).map_or("", |(at, _)| &value[at..]);
        let ends = last.bytes().any(|b| b.is_ascii_digit()) && words.iter().any(|word| word == last);
        value.chars().count() >= LETTERS && !name && (ends || text.contains(&value))
    });
    if let Some(shown) = shown {
        found.whole(format!("it repeats personal data ({})", shown.kind));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{reading, with};
    use super::*;
    use twoears_core::{Message, PrivateData, Reading, Span};

    #[test]
    fn values_are_seen_however_they_are_written() {
        let message = Message::new("ring +44 7700 900254");
        let phone =
            PrivateData { kind: PrivateKind::Phone, span: Span::new(5, 20), rule: RuleId("private.phone") };
        let reading = Reading { private_data: vec![phone], ..reading() };
        let says = |text: &str, audience| {
            with(&RULE, &message, text, |subject| subject.reading(&reading).audience(audience))
        };
        assert!(says("We ring +447700-900254.", Audience::Public).unwrap().contains("phone"));
        assert!(says("We ring +447700-900254.", Audience::Private).is_none());
        assert!(says("We ring the number ending in 0254.", Audience::Public).is_some());
        assert!(says("We ring you.", Audience::Public).is_none());
    }
}
