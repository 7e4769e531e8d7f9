//! # What it does
//! Objects to numbers, days, months and links that stand neither in the conversation nor in the knowledge base, the
//! settings or the promise.
//!
//! # Why it matters
//! A made-up refund of 30 or a made-up Friday is a promise that somebody will be held to.
//!
//! # Example
//! "Your refund of £30 arrives on Friday."
//!
//! # Instead
//! Put the fact into the knowledge base, or say that you don't know yet.

use twoears_core::RuleId;

use super::{Rule, Subject, links, without_links};
use crate::compose::promise_numbers;

pub(super) const RULE: Rule =
    Rule { id: RuleId("reply.unsupported"), about: "a number, day or link from nowhere", check };

const DAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

fn check(subject: &Subject<'_>) -> Option<String> {
    let known = known(subject);
    if let Some(link) = links(subject.text).find(|link| !known.contains(&link.to_lowercase())) {
        return Some(format!("`{link}` is a link from nowhere"));
    }
    let lower = without_links(subject.text).to_lowercase();
    let allowed: Vec<&str> = numbers(&known).collect();
    // `0720` in the message supports `07:20`.
    let supported =
        |number: &str| allowed.contains(&number) || allowed.contains(&number.replace(':', "").as_str());
    if let Some(number) = numbers(&lower).find(|number| !supported(number)) {
        return Some(format!("`{number}` is a number from nowhere"));
    }
    let mut words = lower.split(|c: char| !c.is_alphabetic());
    let day = words.find(|word| DAYS.contains(word) && !known.contains(word))?;
    Some(format!("`{day}` is a day from nowhere"))
}

/// Everything that a reply may rest on, in lower case.
fn known(subject: &Subject<'_>) -> String {
    let mut known = subject.message.text.to_lowercase();
    let mut add = |text: &str| {
        known.push('\n');
        known.push_str(&text.to_lowercase());
    };
    subject.message.thread.turns().iter().for_each(|turn| add(&turn.text));
    if let Some(article) = subject.article {
        add(&article.question);
        article
            .sentences
            .iter()
            .chain(&article.steps)
            .chain(article.link.as_ref())
            .for_each(|text| add(text));
    }
    let brand = subject.brand;
    brand
        .own_contacts
        .iter()
        .chain(brand.name.as_ref())
        .chain(brand.sign_off.as_ref())
        .for_each(|text| add(text));
    add(subject.link.unwrap_or(""));
    if let Some(due) = subject.due {
        add(&promise_numbers(due));
    }
    known
}

/// Runs of digits with points, commas and colons inside.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | ':')));
    parts.map(|part| part.trim_matches(['.', ',', ':'])).filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{run, with};
    use super::*;
    use twoears_core::Message;

    #[test]
    fn facts_come_from_somewhere() {
        let message = Message::new("the 6.10 on Monday never came");
        assert!(run(&RULE, &message, "You get £30 back.").unwrap().contains("30"));
        assert!(run(&RULE, &message, "It comes on Friday.").unwrap().contains("friday"));
        assert!(run(&RULE, &message, "See https://a.example/x").unwrap().contains("a.example"));
        let written = Message::new("the 0720 never came");
        assert!(run(&RULE, &written, "I'm sorry the 07:20 never came.").is_none());
        assert!(run(&RULE, &written, "I'm sorry the 07:02 never came.").is_some());
        assert!(run(&RULE, &message, "I'm sorry the 6.10 on Monday never came.").is_none());
    }

    #[test]
    fn a_promise_may_name_its_time() {
        let message = Message::new("hi");
        let due = "2026-11-25T14:30:00Z".parse().unwrap();
        let says = |text: &str| with(&RULE, &message, text, |subject| subject.due = Some(due));
        assert!(says("You hear from me by 2:30 pm on Wednesday.").is_none());
        assert!(says("You hear from me by 3 pm.").is_some());
    }
}
