//! Composing: from a decision to what may be sent.
//!
//! A draft names what happened, apologises once where that is due, gives the answer that the knowledge base holds or
//! says honestly who finds out by when, asks for one thing at most, and fits its channel. The same message always gets
//! the same words, another message mostly others.

mod acknowledge;
mod answer;
mod direct;
mod feel;
mod fit;
mod given;
mod journey;
mod name;
mod pick;
mod promise;
mod reply;
mod scene;
mod thing;
mod vetted;

use jiff::Timestamp;
use twoears_core::decide::Action;
use twoears_core::{Brand, Decision, Heard, Message, Reading};

use crate::phrases::Phrases;
use crate::{Audience, Draft, Knowledge};
pub(crate) use promise::numbers as promise_numbers;
use scene::Scene;
pub use vetted::check as check_vetted;

/// Everything that a draft is made from. `now` is the moment that promises count from.
#[derive(Clone, Copy, Debug)]
pub struct DraftInput<'a> {
    /// The message.
    pub message: &'a Message,
    /// How it was heard.
    pub heard: &'a Heard,
    /// What it means.
    pub reading: &'a Reading,
    /// What to do with it.
    pub decision: &'a Decision,
    /// The organisation's settings.
    pub brand: &'a Brand,
    /// What the organisation knows.
    pub knowledge: &'a Knowledge,
    /// Now.
    pub now: Timestamp,
}

/// The replies that are suggested: none, one, or a public word and the private rest, in this order.
///
/// Where a trained person must write, words that the settings approve for the matter are the only draft, and not
/// [sendable](Draft::sendable). None without such words, when no reply is needed, and when the message is not in the language that
/// the organisation replies in; [`notes`] then says why.
///
/// ```
/// use twoears_core::{Brand, Decision, Message, Reading, Timestamp, listen};
/// use twoears_drafts::{Draft, DraftInput, Knowledge, drafts};
///
/// fn suggest(message: &Message, reading: &Reading, decision: &Decision, now: Timestamp) -> Vec<Draft> {
///     let (brand, knowledge) = (Brand::default(), Knowledge::empty());
///     let heard = listen::hear(&message.text);
///     drafts(&DraftInput { message, heard: &heard, reading, decision, brand: &brand, knowledge: &knowledge, now })
/// }
/// ```
pub fn drafts(input: &DraftInput<'_>) -> Vec<Draft> {
    if let Some(escalation) = &input.decision.escalate {
        let vetted = if is_foreign(input) { None } else { vetted::draft(input, escalation.matter) };
        return vetted.into_iter().collect();
    }
    let Some(phrases) = phrases(input) else { return Vec::new() };
    let Some(scene) = Scene::new(input, phrases) else { return Vec::new() };
    match input.decision.action {
        Action::Person | Action::Watch => Vec::new(),
        Action::Reply => vec![reply::answer(&scene)],
        Action::PrivateReply => reply::private(&scene),
    }
}

/// What the person who answers should know and no draft says.
pub fn notes(input: &DraftInput<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    let decision = input.decision;
    match (decision.action, &decision.escalate) {
        (Action::Person, Some(escalation)) => {
            notes.push(format!("a person writes this one: it goes to the {}", escalation.to));
        }
        (Action::Person, None) => notes.push("a person writes this one".to_owned()),
        (Action::Watch, _) => notes.push("no reply is needed; keep an eye on it".to_owned()),
        (Action::Reply | Action::PrivateReply, _) => {
            let (written, ours) = (input.reading.language.label, input.brand.language);
            if is_foreign(input) {
                notes.push(format!(
                    "written in {}: no reply is suggested in {}",
                    written.name(),
                    ours.name()
                ));
            } else if Phrases::of(ours).is_none() {
                notes.push(format!("no phrases in {} yet: no reply is suggested", ours.name()));
            }
        }
    }
    let replies = matches!(decision.action, Action::Reply | Action::PrivateReply);
    if replies && let Some(scene) = phrases(input).and_then(|phrases| Scene::new(input, phrases)) {
        let asked = scene.is_matter() && !input.knowledge.articles().is_empty();
        if asked && scene.answer(Audience::Private).is_none() {
            notes.push("the knowledge base holds no answer to this".to_owned());
        }
    }
    if !input.heard.steering().is_empty() {
        notes.push(
            "a part of the text tries to steer a machine; it was not read as the customer's words".to_owned(),
        );
    }
    if input.message.is_public() && !input.reading.private_data.is_empty() {
        notes.push("the post shows personal data: hide it if the channel allows that".to_owned());
    }
    notes.extend(decision.routing.note.clone());
    notes
}

/// The words to reply with, when the message is in the language of replies.
fn phrases(input: &DraftInput<'_>) -> Option<&'static Phrases> {
    if is_foreign(input) { None } else { Phrases::of(input.brand.language) }
}

/// So sure a language must be before it counts as another than the organisation's own.
const FOREIGN: f32 = 0.6;

fn is_foreign(input: &DraftInput<'_>) -> bool {
    let language = input.reading.language;
    !language.label.is_undetermined()
        && language.label != input.brand.language
        && language.probability >= FOREIGN
}
