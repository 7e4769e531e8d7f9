//! Which drafts a message gets: one where they wrote, or a word there and the rest in private.

use super::acknowledge::acknowledge;
use super::answer::give;
use super::fit::{KEEP, Place};
use super::next::{ask, invite, promise};
use super::scene::Scene;
use super::shape::{self, in_public, refusal};
use super::sheet::Sheet;
use crate::knowledge::Answer;
use crate::phrases::{Kind, Part};
use crate::{Audience, Draft};

/// A reply where the customer wrote, with the answer in it.
pub(super) fn answer(scene: &Scene<'_>) -> Draft {
    let audience = if scene.input.message.is_public() { Audience::Public } else { Audience::Private };
    if let Some(answer) = scene.answer(audience) {
        let mut sheet = Sheet::start(scene, audience);
        acknowledge(scene, &mut sheet);
        give(scene, &mut sheet, &answer, audience);
        invite(scene, &mut sheet, refusal::invitation(&answer));
        let draft = sheet.finish(scene, Some(&answer), audience);
        // No sentence of an answer is cut: where the first does not fit, a promise does.
        if draft.length.fits() {
            return draft;
        }
    }
    let mut sheet = Sheet::start(scene, audience);
    acknowledge(scene, &mut sheet);
    (shape::of(scene).next)(scene, &mut sheet);
    sheet.finish(scene, None, audience)
}

/// What belongs in private: here, when this is private; else a public word and the private rest.
pub(super) fn private(scene: &Scene<'_>) -> Vec<Draft> {
    if !scene.input.message.is_public() {
        return vec![here(scene)];
    }
    let open =
        matches!(scene.kind, Kind::Detail | Kind::Praise | Kind::Thanks | Kind::Chat | Kind::Suggestion);
    let public = in_public::word(scene, open);
    if open || scene.input.decision.routing.mechanism.is_none() {
        return vec![public];
    }
    let private = rest_in_private(scene, public.source.as_deref());
    vec![public, private]
}

/// One draft, on a channel that is private already.
fn here(scene: &Scene<'_>) -> Draft {
    let mut sheet = Sheet::start(scene, Audience::Private);
    acknowledge(scene, &mut sheet);
    let answer = settle(scene, &mut sheet, None);
    sheet.finish(scene, answer.as_ref(), Audience::Private)
}

/// What only the customer reads, after the public word.
///
/// What was answered in public is not said again.
fn rest_in_private(scene: &Scene<'_>, answered: Option<&str>) -> Draft {
    let mut sheet = Sheet::start(scene, Audience::Private);
    let part = match scene.kind {
        Kind::Problem if scene.thing.as_ref().is_some_and(|thing| thing.person) => Part::PrivateOpenStaff,
        Kind::Problem => Part::PrivateOpen,
        _ => Part::PrivateOpenAsk,
    };
    let mut said = if scene.names_a_matter() { scene.say(part) } else { Vec::new() };
    if said.is_empty() {
        said = scene.say(Part::PrivateOpenBare);
    }
    sheet.named = said.first().cloned().unwrap_or_default();
    sheet.pieces.add(said, KEEP, Place::Body);
    let answer = settle(scene, &mut sheet, answered);
    sheet.finish(scene, answer.as_ref(), Audience::Private)
}

/// The answer, the one question, or the promise, where private matters may be spoken of.
fn settle<'a>(scene: &Scene<'a>, sheet: &mut Sheet, answered: Option<&str>) -> Option<Answer<'a>> {
    let answer = scene.answer(Audience::Private);
    let said = answer.as_ref().is_some_and(|answer| Some(answer.article.name.as_str()) == answered);
    // A question that the knowledge base answers needs nothing more of the customer; a problem may.
    let open = scene.kind == Kind::Problem || (scene.is_matter() && answer.is_none());
    let question = scene.question().filter(|_| open);
    if let Some(answer) = answer.as_ref().filter(|_| !said) {
        give(scene, sheet, answer, Audience::Private);
    }
    match (question, &answer) {
        (Some(question), _) => ask(scene, sheet, question),
        (None, Some(_)) if open && scene.needs_more() => promise(scene, sheet, Part::TakeOn),
        (None, Some(answer)) => invite(scene, sheet, refusal::invitation(answer)),
        (None, None) => (shape::of(scene).next)(scene, sheet),
    }
    answer.filter(|_| !said)
}
