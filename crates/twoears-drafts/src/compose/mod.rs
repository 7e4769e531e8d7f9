//! Composing: from a decision to what may be sent.
//!
//! A draft names what happened, apologises once where that is due, gives the answer that the knowledge base holds or
//! says honestly who finds out by when, asks for one thing at most, and fits its channel. The same message always gets
//! the same words, another message mostly others.

mod acknowledge;
mod answer;
mod away;
mod closed;
mod direct;
mod fact;
mod facts;
mod feel;
mod fit;
mod given;
mod holding;
mod journey;
mod mirror;
mod mood;
mod name;
mod next;
mod pick;
mod promise;
mod reply;
mod said;
mod scene;
mod shape;
mod sheet;
mod silence;
mod state;
mod style;
mod subject;
#[cfg(test)]
mod testing;
mod thing;
mod vetted;

use jiff::Timestamp;
use twoears_core::decide::Action;
use twoears_core::{Brand, Decision, Heard, Message, Reading};

use crate::knowledge::Article;
use crate::lint::{self, Subject};
use crate::phrases::Phrases;
use crate::{Audience, Draft, Form, Knowledge};
pub(crate) use given::gives;
pub(crate) use promise::numbers as promise_numbers;
pub use promise::supports as promise_supports;
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

/// The replies that are suggested, best first: the full one, or a full public word and the full private rest, then of each
/// a short one, where that says less.
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
    written(input, &[Form::Full, Form::Short])
}

/// As [`drafts`], without the short ones: half the work where nobody chooses.
///
/// ```
/// use twoears_drafts::{DraftInput, Form, drafts, full_drafts};
/// fn best_first(input: &DraftInput<'_>) {
///     let full = full_drafts(input);
///     assert!(full.iter().all(|draft| draft.form == Form::Full) && drafts(input).starts_with(&full));
/// }
/// ```
pub fn full_drafts(input: &DraftInput<'_>) -> Vec<Draft> {
    written(input, &[Form::Full])
}

/// What to send when the answer takes longer than the first response may: that it is not there yet, who writes again, and by
/// when. In the open where the customer wrote in the open, in private otherwise.
///
/// None where [`drafts`] has none, where a trained person must write, and where there is nothing to find out. It is written
/// whether or not one is due; [`Decision::holding`](twoears_core::Decision) says that.
///
/// ```
/// use twoears_drafts::{DraftInput, Form, holding};
/// fn before_it_is_late(input: &DraftInput<'_>) {
///     let held = if input.decision.holding { holding(input) } else { Vec::new() };
///     assert!(held.iter().all(|draft| draft.form == Form::Holding && draft.promise.is_some()));
/// }
/// ```
pub fn holding(input: &DraftInput<'_>) -> Vec<Draft> {
    let replies = matches!(input.decision.action, Action::Reply | Action::PrivateReply);
    if !replies || input.decision.escalate.is_some() {
        return Vec::new();
    }
    let Some(mut scene) = phrases(input).and_then(|phrases| Scene::new(input, phrases)) else {
        return Vec::new();
    };
    scene.form = Form::Holding;
    let drafts = fitting(&mut scene, holding::draft);
    drafts.into_iter().map(|draft| checked(&scene, draft)).collect()
}

fn written(input: &DraftInput<'_>, forms: &[Form]) -> Vec<Draft> {
    if let Some(escalation) = &input.decision.escalate {
        let vetted = if is_foreign(input) { None } else { vetted::draft(input, escalation.matter) };
        return vetted.into_iter().collect();
    }
    let Some(phrases) = phrases(input) else { return Vec::new() };
    let answered = matches!(input.decision.action, Action::Reply | Action::PrivateReply);
    // Where no words came, nobody knows what to answer.
    if !answered || input.message.text.trim().is_empty() {
        return Vec::new();
    }
    let Some(mut scene) = Scene::new(input, phrases) else { return Vec::new() };
    let mut all: Vec<Draft> = Vec::new();
    for form in forms {
        scene.form = *form;
        let drafts = fitting(&mut scene, composed);
        let new = |draft: &Draft| !all.iter().any(|known| known.text == draft.text);
        let drafts: Vec<Draft> = drafts.into_iter().filter(new).map(|draft| checked(&scene, draft)).collect();
        all.extend(drafts);
    }
    all
}

/// A draft with what the rules object to.
fn checked(scene: &Scene<'_>, mut draft: Draft) -> Draft {
    let input = scene.input;
    let answer = draft.source.as_ref().and_then(|_| scene.answer(draft.audience));
    let articles: Vec<&Article> = answer.iter().map(|answer| answer.article).collect();
    let subject = Subject::new(&draft.text, input.message, input.brand)
        .audience(draft.audience)
        .reading(input.reading)
        .decision(input.decision)
        .articles(&articles)
        .times(input.now, draft.promise.as_ref().map(|promise| promise.due));
    draft.lint = lint::check(&subject);
    draft
}

/// The drafts of one form; where they do not fit as chosen, with shorter words.
fn fitting(scene: &mut Scene<'_>, compose: fn(&Scene<'_>) -> Vec<Draft>) -> Vec<Draft> {
    scene.speaker.shorter = false;
    scene.lacks_room.set(false);
    let drafts = compose(scene);
    if !scene.lacks_room.get() {
        return drafts;
    }
    scene.speaker.shorter = true;
    compose(scene)
}

fn composed(scene: &Scene<'_>) -> Vec<Draft> {
    if scene.input.decision.action == Action::Reply {
        vec![reply::answer(scene)]
    } else {
        reply::private(scene)
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
        (Action::Watch, _) => {
            notes.push(format!("no reply is needed; keep an eye on it: {}", decision.attention.says()));
        }
        (Action::Ignore, _) => notes.push(format!("nothing to do: {}", decision.attention.says())),
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
    let knows = !input.knowledge.articles().is_empty();
    if replies
        && knows
        && let Some(scene) = phrases(input).and_then(|phrases| Scene::new(input, phrases))
        && scene.is_matter()
        && scene.answer(Audience::Private).is_none()
    {
        notes.push("the knowledge base holds no answer to this".to_owned());
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
