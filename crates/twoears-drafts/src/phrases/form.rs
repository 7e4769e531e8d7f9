//! Every text that a phrase can become reads like one.

use twoears_core::{Brand, Language, Message};

use super::{Phrases, Slot, Slots};
use crate::lint::{self, Subject};

/// Rules about the words alone, whatever they answer.
const OF_WORDS: &[&str] = &["reply.cliche", "reply.shouting", "reply.more_than_one_question"];

fn every_text() -> Vec<String> {
    let mut slots = Slots::default();
    for (slot, _) in Slot::ALL {
        slots.set(*slot, "xyz");
    }
    slots.set(Slot::Link, "https://larkway.example/a");
    slots.set(Slot::Ask, "Which one is it?");
    Phrases::of(Language::ENGLISH).unwrap().every_text(&slots)
}

#[test]
fn every_combination_has_the_form_of_a_sentence() {
    let texts = every_text();
    assert!(texts.len() > 1500, "{}", texts.len());
    for text in &texts {
        assert!(!text.is_empty() && text.trim() == text, "`{text}`");
        for wrong in ["  ", " .", " ,", " ?", "..", ",,", "{", "}", "|"] {
            assert!(!text.contains(wrong), "`{text}`");
        }
    }
}

#[test]
fn no_combination_has_a_finding_of_its_own() {
    let (message, brand) = (Message::new("hello"), Brand::default());
    for text in every_text() {
        let subject = Subject::new(&text, &message, &brand);
        let findings = lint::check(&subject);
        assert!(!findings.iter().any(|finding| OF_WORDS.contains(&finding.rule.0)), "{text}: {findings:?}");
    }
}
