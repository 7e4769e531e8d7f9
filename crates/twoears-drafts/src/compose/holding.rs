//! A holding reply: that the answer is not there yet, said honestly and before anybody has to ask.
//!
//! It goes where the customer wrote. It asks nothing, states no fact, and leads nobody into private: the one private reply
//! that some channels allow is for the answer.

use super::acknowledge::{said_or, shorter_after_first};
use super::away;
use super::fit::{KEEP, Place};
use super::scene::Scene;
use super::shape::{self, in_public};
use super::sheet::Sheet;
use crate::lint::says_nothing;
use crate::phrases::{Kind, Part, Slot, capital};
use crate::{Audience, Draft};

/// What goes first when room is short, and what after it.
const TAIL: u8 = 10;
const WHY: u8 = 9;
const OWNED: u8 = 8;

/// The reply; none where there is nothing to find out, since thanks for a kind word are the whole answer.
pub(super) fn draft(scene: &Scene<'_>) -> Vec<Draft> {
    if !waits(scene) {
        return Vec::new();
    }
    let public = scene.input.message.is_public();
    let audience = if public { Audience::Public } else { Audience::Private };
    let mut sheet = Sheet::start(scene, audience);
    open(scene, &mut sheet);
    if public {
        in_public::delete(scene, &mut sheet);
    }
    promise(scene, &mut sheet);
    vec![sheet.finish(scene, None, audience)]
}

/// Is there an answer to wait for?
fn waits(scene: &Scene<'_>) -> bool {
    let matter = scene.is_matter() || scene.kind == Kind::Detail;
    matter || scene.asks() || scene.is_unhappy() || scene.wants_something()
}

/// What it is about; where the target was missed, sorry for the wait.
fn open(scene: &Scene<'_>, sheet: &mut Sheet) {
    let late = scene.input.decision.respond_by.is_some_and(|due| due < scene.input.now);
    // Sorry is said once, and not to somebody who is pleased: the wait is owned in other words then.
    let pleased = scene.input.reading.sentiment.label.is_positive();
    if scene.is_bereaved() {
        first(sheet, scene.say(Part::Condolence));
    } else if late && !pleased {
        late_first(scene, sheet);
    } else {
        first(sheet, opening(scene));
    }
    if late {
        let drop = if pleased { KEEP } else { OWNED };
        sheet.pieces.add(scene.say(Part::HoldOwned), drop, Place::Body);
    }
}

fn first(sheet: &mut Sheet, said: Vec<String>) {
    sheet.named = said.first().cloned().unwrap_or_default();
    sheet.idle = says_nothing(&sheet.named);
    sheet.pieces.add(said, KEEP, Place::Body);
}

/// Sorry for the wait, with what it is about or after what they told.
fn late_first(scene: &Scene<'_>, sheet: &mut Sheet) {
    let named = if scene.names_a_matter() { scene.say(Part::HoldSorryThing) } else { Vec::new() };
    if !named.is_empty() {
        let mut said = named;
        said.extend(scene.say(Part::HoldSorry));
        return first(sheet, shorter_after_first(said));
    }
    if let Some(clause) = scene.mirror().filter(|_| !scene.is_between_others()) {
        sheet.pieces.add(
            scene.say_with(Part::HeardClause, &scene.slots.with(Slot::Clause, clause)),
            OWNED,
            Place::Body,
        );
    }
    first(sheet, scene.say(Part::HoldSorry));
}

/// What the shape of the message begins with, unless that asks or is the whole of a reply.
fn opening(scene: &Scene<'_>) -> Vec<String> {
    let whole = scene.is_unclear()
        || scene.is_between_others()
        // Who is pleased is not told that something went wrong.
        || scene.input.reading.sentiment.label.is_positive()
        || matches!(scene.kind, Kind::Chat | Kind::Thanks | Kind::Praise | Kind::Suggestion);
    let said = if whole { Vec::new() } else { (shape::of(scene).first)(scene) };
    // Nothing is asked by the way: the answer is what we owe.
    let asks = said.iter().any(|said| said.contains('?'));
    if said.is_empty() || asks { said_or(scene, Part::HeardThing, Part::Heard) } else { said }
}

/// That there is no answer yet, who finds it, and by when they hear again; outside the hours who takes it up when.
fn promise(scene: &Scene<'_>, sheet: &mut Sheet) {
    sheet.promised = true;
    let away = away::away(scene);
    if !away.is_empty() {
        let honest = scene.say(Part::HoldHonest);
        let both = |honest: Option<&String>, away: &String| {
            honest.map_or_else(|| away.clone(), |honest| format!("{honest} {}", capital(away)))
        };
        let mut said = vec![both(honest.first(), &away[0])];
        said.extend(away.iter().map(|away| both(honest.last(), away)));
        said.extend(scene.say(Part::HoldAway));
        sheet.pieces.add(shorter_after_first(said), KEEP, Place::Paragraph);
        return;
    }
    sheet.pieces.add(scene.say(Part::HoldHonest), KEEP, Place::Paragraph);
    sheet.pieces.add(scene.say(Part::HoldWhy), WHY, Place::Body);
    let mut said = scene.say(Part::Hold);
    said.extend(scene.say(Part::HoldShort));
    sheet.pieces.add(shorter_after_first(said), KEEP, Place::Body);
    sheet.pieces.add(scene.say(Part::HoldTail), TAIL, Place::Body);
}
