//! Messages with labels by hand, for the tests of composing.

use twoears_core::{
    Brand, Intent, Message, Ranked, Reading, Scored, Sentiment, Urgency, analyze, decide, listen,
};

use super::scene::Scene;
use super::{DraftInput, drafts};
use crate::phrases::Phrases;
use crate::{Draft, Knowledge};

fn sure<L>(label: L) -> Scored<L> {
    Scored { label, probability: 0.9 }
}

/// A reading of an intent and of `urgency sentiment`, then `private`, `unsure` or `hinted` (a little less unsure) where it is so.
fn reading(message: &Message, heard: &twoears_core::Heard, intent: &str, labels: &str) -> Reading {
    let mut words = labels.split(' ');
    let urgency: Urgency = words.next().unwrap().parse().unwrap();
    let sentiment: Sentiment = words.next().unwrap().parse().unwrap();
    let flags: Vec<&str> = words.collect();
    let intent: Intent = intent.parse().unwrap();
    let probability = match () {
        () if flags.contains(&"unsure") => 0.2,
        () if flags.contains(&"hinted") => 0.4,
        () => 0.9,
    };
    Reading {
        language: heard.language(),
        intent: Ranked {
            label: intent,
            probability,
            unclear: false,
            alternatives: Vec::new(),
            set: vec![intent],
        },
        urgency: sure(urgency),
        sentiment: sure(sentiment),
        sentiment_score: sentiment.value(),
        private: sure(flags.contains(&"private")),
        escalate: sure(false),
        needs_reply: sure(true),
        private_data: analyze::privacy::find(message, heard, &Brand::default().given()),
        custom: Vec::new(),
        findings: Vec::new(),
    }
}

/// A sure reading of a text.
pub(super) fn reading_of(heard: &twoears_core::Heard) -> Reading {
    reading(&Message::new(heard.text()), heard, "talk.other", "low neutral")
}

fn with<T>(intent: &str, labels: &str, text: &str, run: impl FnOnce(&DraftInput<'_>) -> T) -> T {
    with_message(intent, labels, &Message::new(text).id("m1"), &Brand::default(), run)
}

fn with_message<T>(
    intent: &str,
    labels: &str,
    message: &Message,
    brand: &Brand,
    run: impl FnOnce(&DraftInput<'_>) -> T,
) -> T {
    let heard = listen::hear(&message.text);
    let knowledge = Knowledge::empty();
    let now = "2026-11-23T10:00:00Z".parse().unwrap();
    let reading = reading(message, &heard, intent, labels);
    let decision = decide::decide(message, &reading, brand, now);
    run(&DraftInput {
        message,
        heard: &heard,
        reading: &reading,
        decision: &decision,
        brand,
        knowledge: &knowledge,
        now,
    })
}

/// The first draft for a text with these labels.
pub(super) fn draft(intent: &str, labels: &str, text: &str) -> Draft {
    with(intent, labels, text, |input| drafts(input).into_iter().next().unwrap())
}

/// The first draft for a public post to an organisation with these accounts.
pub(super) fn draft_of(intent: &str, labels: &str, text: &str, handles: &[&str]) -> Draft {
    let message = Message::new(text).id("m1").channel(twoears_core::Channel::X);
    let own_handles = handles.iter().map(|handle| (*handle).to_owned()).collect();
    let brand = Brand { own_handles, ..Brand::default() };
    with_message(intent, labels, &message, &brand, |input| drafts(input).into_iter().next().unwrap())
}

/// The first draft for a text that answers a turn of ours.
pub(super) fn draft_after(intent: &str, labels: &str, ours: &str, text: &str) -> Draft {
    let mut message = Message::new(text).id("m1");
    message.thread = message.thread.turn(twoears_core::From::Organisation, ours);
    with_message(intent, labels, &message, &Brand::default(), |input| {
        drafts(input).into_iter().next().unwrap()
    })
}

/// The scene of a text of an intent.
pub(super) fn scene_of(intent: &str, text: &str, run: impl FnOnce(&mut Scene<'_>)) {
    with(intent, "normal negative", text, |input| {
        let phrases = Phrases::of(input.brand.language).unwrap();
        run(&mut Scene::new(input, phrases).unwrap());
    });
}

/// The scene of a parcel that did not come.
pub(super) fn scene(text: &str, run: impl FnOnce(&mut Scene<'_>)) {
    scene_of("order.status", text, run);
}
