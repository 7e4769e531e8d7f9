//! What comes next, in pieces that several shapes use: a promise, a question, a way back.

use twoears_core::decide::Action;

use super::acknowledge::shorter_after_first;
use super::fit::{KEEP, Place};
use super::scene::Scene;
use super::sheet::Sheet;
use super::{away, fact};
use crate::phrases::{Part, Slot};

/// What goes first when room is short.
const HAVE_ALL: u8 = 9;
const INVITE: u8 = 10;
/// What is not known where an intent has no better words: nobody says "I don't know what the answer is".
const VAGUE: &str = "what the answer is";

/// Says that nothing more is needed of somebody who gave what would have been asked for.
pub(super) fn given_all(scene: &Scene<'_>, sheet: &mut Sheet) {
    let private = scene.input.decision.action == Action::PrivateReply;
    if private && scene.needs_more() && scene.question().is_none() {
        sheet.pieces.add(scene.say(Part::HaveAll), HAVE_ALL, Place::Paragraph);
    }
}

/// Who finds out, by when; outside the hours who takes it up again, since nobody asks anybody now.
pub(super) fn promise(scene: &Scene<'_>, sheet: &mut Sheet, part: Part) {
    sheet.promised = true;
    let away = away::away(scene);
    if !away.is_empty() {
        sheet.pieces.add(away, KEEP, Place::Paragraph);
        return;
    }
    // By then the plane has left.
    if scene.is_on_the_spot() {
        sheet.promised = false;
        sheet.pieces.add(scene.say(Part::OnIt), KEEP, Place::Paragraph);
        return;
    }
    let mut all = Vec::new();
    // A question that can be named is found out, and not just taken on.
    let part = if part == Part::TakeOn && scene.mirror_unknown().is_some() { Part::FindOut } else { part };
    let unknown = if part == Part::FindOut { scene.unknown(&sheet.named) } else { Vec::new() };
    if unknown.first().is_some_and(|first| first == VAGUE) {
        all = scene.say(Part::TakeOn);
    } else if part == Part::FindOut {
        for unknown in unknown {
            all.extend(scene.say_with(part, &scene.slots.with(Slot::Unknown, unknown)));
        }
        all.extend(scene.say(Part::FindOutShort));
    } else {
        all = scene.say(part);
    }
    sheet.pieces.add(shorter_after_first(all), KEEP, Place::Paragraph);
}

/// A part that stays, in a paragraph of its own.
pub(super) fn tell(scene: &Scene<'_>, sheet: &mut Sheet, part: Part) {
    // Thanks belong before an offer of help.
    sheet.idle &= part != Part::Offer;
    sheet.pieces.add(scene.say(part), KEEP, Place::Paragraph);
}

/// That a second matter is taken up with the first.
pub(super) fn second(scene: &Scene<'_>, sheet: &mut Sheet) {
    if scene.has_second_matter() {
        sheet.pieces.add(scene.say(Part::Both), INVITE, Place::Body);
    }
}

/// The way back; none before an hour that nobody named.
pub(super) fn invite(scene: &Scene<'_>, sheet: &mut Sheet, part: Part) {
    if part == Part::InviteLater && !sheet.promised {
        return;
    }
    sheet.pieces.add(scene.say(part), INVITE, Place::Paragraph);
}

/// Asks one question and says what it is for.
pub(super) fn ask(scene: &Scene<'_>, sheet: &mut Sheet, question: String) {
    let mut said = scene.say_with(Part::Ask, &scene.slots.with(Slot::Ask, question.as_str()));
    said.push(question);
    sheet.pieces.add(shorter_after_first(said), KEEP, Place::Paragraph);
}

/// Asks in the open for the one harmless fact that lets somebody start; false when there is nothing to ask.
pub(super) fn ask_fact(scene: &Scene<'_>, sheet: &mut Sheet) -> bool {
    let Some(question) = fact::question(scene) else { return false };
    ask(scene, sheet, question);
    true
}
