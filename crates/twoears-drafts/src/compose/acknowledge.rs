//! The first sentence of a draft: what happened, or thanks, or a human word; safe words where the reading is unsure.

use twoears_core::{Sentiment, Urgency};

use super::fit::{KEEP, Place};
use super::reply::Sheet;
use super::scene::Scene;
use crate::phrases::{Kind, Part, Slot};

/// When "you asked before" goes for want of room.
const REPEAT: u8 = 3;

/// The first sentence: what happened, or thanks, or a human word.
pub(super) fn acknowledge(scene: &Scene<'_>, sheet: &mut Sheet) {
    let said = if scene.unsure { careful(scene) } else { sure(scene) };
    sheet.named = said.first().cloned().unwrap_or_default();
    sheet.pieces.add(said, KEEP, Place::Body);
    if scene.is_repeat() && matches!(scene.kind, Kind::Problem | Kind::Mixed) {
        sheet.pieces.add(scene.say(Part::Repeat), REPEAT, Place::Body);
    }
}

fn sure(scene: &Scene<'_>) -> Vec<String> {
    let asked = scene.input.heard.cues().questions > 0;
    match scene.kind {
        Kind::Problem => sorry(scene),
        Kind::Mixed | Kind::Ask | Kind::Request => scene.opening(),
        Kind::Report => said_or(scene, Part::Report, Part::Heard),
        Kind::Suggestion => scene.say(Part::Suggestion),
        Kind::Praise => praise(scene),
        Kind::Thanks => scene.say(Part::Thanks),
        Kind::Detail => {
            let own = scene.own_opening();
            if own.is_empty() { scene.say(Part::Detail) } else { own }
        }
        Kind::Chat if scene.is_unhappy() => scene.say(Part::ChatSour),
        Kind::Chat if asked => scene.say(Part::OpeningBare),
        Kind::Chat if scene.input.heard.lower().contains("good morning") => scene.say(Part::ChatMorning),
        Kind::Chat => scene.say(Part::Chat),
    }
}

/// Words that are true whatever the message is about.
fn careful(scene: &Scene<'_>) -> Vec<String> {
    let calm = scene.input.reading.urgency.label == Urgency::Low;
    match scene.kind {
        _ if scene.is_unclear() => scene.say(Part::Unclear),
        // Who thanks for a kind word that was none does harm; who thanks for telling does not.
        Kind::Praise => said_or(scene, Part::HeardThing, Part::Heard),
        Kind::Detail => scene.say(Part::Detail),
        _ if scene.is_unhappy() && !calm => scene.say(Part::HeardSorry),
        Kind::Thanks => sure(scene),
        Kind::Chat if scene.input.reading.sentiment.label.is_positive() => sure(scene),
        _ if scene.input.heard.cues().questions > 0 => scene.say(Part::OpeningBare),
        _ => scene.say(Part::Heard),
    }
}

/// What went wrong, with one apology; a light one where the writer is not in distress.
fn sorry(scene: &Scene<'_>) -> Vec<String> {
    let reading = scene.input.reading;
    let pressing = reading.urgency.label <= Urgency::High && scene.is_unhappy();
    let light = !pressing && reading.sentiment.label != Sentiment::VeryNegative;
    let frame = if light { Part::SorryLight } else { Part::Sorry };
    let mut all = Vec::new();
    for clause in scene.problem() {
        all.extend(scene.say_with(frame, &scene.slots.with(Slot::Clause, clause)));
    }
    let thing = scene.slots.get(Slot::Thing).unwrap_or("").to_owned();
    let named = all.first().is_some_and(|first| first.contains(&thing));
    all.retain(|other| !named || other.contains(&thing));
    shorter_after_first(all)
}

fn praise(scene: &Scene<'_>) -> Vec<String> {
    match &scene.thing {
        Some(thing) if thing.person => scene.say(Part::PraiseStaff),
        Some(_) => scene.say(Part::PraiseThing),
        None => scene.say(Part::Praise),
    }
}

fn said_or(scene: &Scene<'_>, part: Part, other: Part) -> Vec<String> {
    let said = scene.say(part);
    if said.is_empty() { scene.say(other) } else { said }
}

/// The chosen words, then those that are shorter than it, the longest first.
pub(super) fn shorter_after_first(mut all: Vec<String>) -> Vec<String> {
    if all.is_empty() {
        return all;
    }
    let chosen = all.remove(0);
    all.retain(|other| other.len() < chosen.len());
    all.sort_by_key(|other| std::cmp::Reverse(other.len()));
    all.insert(0, chosen);
    all
}
