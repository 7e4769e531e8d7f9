//! What calls a person never has a draft that may be sent as it is.

use std::collections::BTreeSet;

use serde_json::Value;
use twoears::analyze::rules::RULES;
use twoears::{Audience, Brand, Channel, Desk, Label as _, Matter, Message, RuleId, json};

use crate::support::{Numbers, now, path};

/// A desk with approved words for every matter.
fn desk() -> Desk {
    let texts: String = Matter::ALL
        .iter()
        .map(|matter| format!("{matter} = 'Approved words: {matter}.'"))
        .collect::<Vec<_>>()
        .join("\n");
    Desk::builder().brand(Brand::from_toml(&format!("[vetted]\n{texts}")).unwrap()).build().unwrap()
}

fn corpus() -> Vec<String> {
    let mut texts = Vec::new();
    let mut files: Vec<_> =
        std::fs::read_dir(path("models/corpus")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files.into_iter().filter(|file| file.extension().is_some_and(|ending| ending == "jsonl")) {
        let rows = std::fs::read_to_string(file).unwrap();
        texts.extend(rows.lines().map(|line| {
            let row: Value = serde_json::from_str(line).unwrap();
            row["text"].as_str().unwrap().to_owned()
        }));
    }
    let gold = std::fs::read_to_string(path("../shared/gold/dev.jsonl")).unwrap_or_else(|error| {
        eprintln!("without the labelled posts: ../shared/gold/dev.jsonl: {error}");
        String::new()
    });
    for line in gold.lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        texts.push(row["text"].as_str().unwrap().to_owned());
    }
    texts
}

fn checked(desk: &Desk, never: &BTreeSet<RuleId>, text: &str, channel: Channel) -> bool {
    let case = desk.triage(&Message::new(text).channel(channel), now());
    let fires = case.reading.findings.iter().any(|finding| never.contains(&finding.rule));
    if fires {
        assert!(case.decision.escalate.is_some(), "{text}");
        assert!(case.drafts().iter().all(|draft| !draft.sendable), "{text}");
        assert!(!case.brief().is_empty() && case.notes().len() > case.brief().len(), "{text}");
    }
    fires
}

#[test]
fn a_rule_that_calls_a_person_rules_out_a_sendable_draft() {
    let desk = desk();
    let never: BTreeSet<RuleId> =
        RULES.iter().filter(|rule| rule.matter.is_some()).map(|rule| rule.id).collect();
    assert!(never.len() >= 10);
    let texts = corpus();
    let mut fired: Vec<&str> = Vec::new();
    for text in &texts {
        if checked(&desk, &never, text, Channel::X) {
            fired.push(text);
        }
    }
    assert!(fired.len() > 500, "{}", fired.len());
    // Mixed with other messages, on every channel.
    let mut numbers = Numbers(7);
    for _ in 0..3000 {
        let crisis = fired[numbers.below(fired.len())];
        let other = &texts[numbers.below(texts.len())];
        let text =
            if numbers.below(2) == 0 { format!("{other}\n{crisis}") } else { format!("{crisis} {other}") };
        let channel = Channel::ALL[numbers.below(Channel::ALL.len())];
        checked(&desk, &never, &text, channel);
    }
}

#[test]
fn approved_words_come_out_word_for_word_and_by_route() {
    let toml = "[vetted]\nself_harm = ['You are not alone. Samaritans are there day and night, free: 116 123. We are reading this now, and a person answers you next, here, in this conversation.', 'You are not alone. Samaritans, free, day and night: 116 123.']";
    let desk = Desk::builder().brand(Brand::from_toml(toml).unwrap()).build().unwrap();
    let text = "I don't want to live any more";
    for (channel, audience, long) in [
        (Channel::X, Audience::Private, true),
        (Channel::Email, Audience::Private, true),
        (Channel::Tiktok, Audience::Public, false),
    ] {
        let case = desk.triage(&Message::new(text).channel(channel), now());
        assert_eq!(case.decision.escalate.as_ref().unwrap().matter, Matter::SelfHarm);
        let [draft] = case.drafts() else { panic!("{} drafts on {channel}", case.drafts().len()) };
        assert_eq!(
            (draft.audience, draft.sendable, draft.length.fits()),
            (audience, false, true),
            "{channel}"
        );
        assert_eq!(draft.text.contains("We are reading this now"), long, "{channel}");
        let line: Value = serde_json::from_str(&json::line(&case, json::Drafts::Yes)).unwrap();
        assert_eq!(line["drafts"][0]["sendable"], false);
        assert_eq!(line["escalate"]["matter"], "self_harm");
    }
    // No words for another matter, none in another language.
    let other = desk.triage(&Message::new("You will hear from my lawyer"), now());
    assert!(other.decision.escalate.is_some() && other.drafts().is_empty());
}

#[test]
fn a_text_that_fits_no_channel_is_named() {
    let brand = Brand::from_toml(&format!("[vetted]\npress = '{}'", "a".repeat(300))).unwrap();
    let error = Desk::builder().brand(brand).build().unwrap_err();
    assert!(error.is_settings());
    assert!(error.to_string().contains("`vetted.press`: takes 300 of the 280"), "{error}");
}

#[test]
fn a_child_is_asked_nothing() {
    let desk = Desk::new().unwrap();
    let text = "hi I'm 13 and my order has not come, where is it?";
    let case = desk.triage(&Message::new(text).channel(Channel::Chat), now());
    assert!(case.reading.findings.iter().any(|finding| finding.rule.0 == "route.child"));
    assert!(case.decision.escalate.is_none());
    assert!(!case.drafts().is_empty());
    for draft in case.drafts() {
        assert!(!draft.text.contains('?'), "{}", draft.text);
    }
}
