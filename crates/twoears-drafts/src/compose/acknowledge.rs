//! The first sentence of a draft, and the wait that is owned after it.

use twoears_core::{Sentiment, Urgency};

use super::fit::{KEEP, Place};
use super::scene::Scene;
use super::sheet::Sheet;
use super::{shape, silence};
use crate::lint::says_nothing;
use crate::phrases::{Kind, Part, Slot};

/// When the word on a wait goes for want of room.
const SILENCE: u8 = 3;

/// The first sentence: what happened, or thanks, or a human word; then that they waited, where they did.
pub(super) fn acknowledge(scene: &Scene<'_>, sheet: &mut Sheet) {
    let condoles = scene.is_bereaved();
    let said = if condoles { scene.say(Part::Condolence) } else { (shape::of(scene).first)(scene) };
    sheet.named = said.first().cloned().unwrap_or_default();
    sheet.idle = says_nothing(&sheet.named);
    sheet.pieces.add(said, KEEP, Place::Body);
    if !condoles
        && matches!(scene.kind, Kind::Problem | Kind::Mixed | Kind::Ask | Kind::Request)
        && !scene.is_unclear()
    {
        sheet.pieces.add(silence::own(scene, &sheet.named), SILENCE, Place::Body);
    }
}

/// What went wrong, with one apology; a light one where the writer is not in distress.
pub(super) fn sorry(scene: &Scene<'_>) -> Vec<String> {
    let reading = scene.input.reading;
    let pressing = reading.urgency.label <= Urgency::High && scene.is_unhappy();
    let light = !pressing && reading.sentiment.label != Sentiment::VeryNegative;
    let frame = if light { Part::SorryLight } else { Part::Sorry };
    if scene.was_told_sorry() {
        return back(scene);
    }
    let mut all = Vec::new();
    if let Some(clause) = scene.mirror() {
        all.extend(scene.say_with(frame, &scene.slots.with(Slot::Clause, clause)));
    }
    if !all.is_empty() {
        all.extend(
            scene
                .problem()
                .into_iter()
                .flat_map(|clause| scene.say_with(frame, &scene.slots.with(Slot::Clause, clause))),
        );
        return shorter_after_first(all);
    }
    for clause in scene.problem() {
        all.extend(scene.say_with(frame, &scene.slots.with(Slot::Clause, clause)));
    }
    let thing = scene.slots.get(Slot::Thing).unwrap_or("").to_owned();
    let named = all.first().is_some_and(|first| first.contains(&thing));
    all.retain(|other| !named || other.contains(&thing));
    shorter_after_first(all)
}

/// The first sentence where we said sorry in the turn before.
pub(super) fn back(scene: &Scene<'_>) -> Vec<String> {
    let clause = scene
        .mirror()
        .map(|clause| scene.say_with(Part::HeardClause, &scene.slots.with(Slot::Clause, clause)));
    clause.unwrap_or_else(|| scene.say(Part::Back))
}

/// The words of a part; those of another where a slot of the first is empty.
pub(super) fn said_or(scene: &Scene<'_>, part: Part, other: Part) -> Vec<String> {
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
