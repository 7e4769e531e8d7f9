//! The pieces of each kind of draft.

use twoears_core::decide::{Action, After, Limit, Mechanism, Other};
use twoears_core::{Channel, Label as _, PrivateKind, Urgency};

use super::acknowledge::{acknowledge, shorter_after_first};
use super::answer::{give, link};
use super::direct;
use super::fit::{KEEP, Pieces, Place};
use super::scene::Scene;
use crate::knowledge::Answer;
use crate::lint::{self, Subject};
use crate::phrases::{Kind, Part, Slot};
use crate::{Audience, Draft, Length, Promise};

/// What goes first when room is short, and what last; sentences of an answer go between (`answer.rs`).
const HAVE_ALL: u8 = 9;
const INVITE: u8 = 10;
const SIGN_OFF: u8 = 4;
const GREETING: u8 = 2;

/// From this limit on a public word also holds the answer that the knowledge base has for everybody.
const ROOM: u32 = 1000;

/// A draft in the making.
pub(super) struct Sheet {
    pub(super) pieces: Pieces,
    /// What the first sentence says.
    pub(super) named: String,
    /// The article that the answer comes from.
    pub(super) source: Option<String>,
    promised: bool,
}

/// A reply where the customer wrote, with the answer in it.
pub(super) fn answer(scene: &Scene<'_>) -> Draft {
    let audience = if scene.input.message.is_public() { Audience::Public } else { Audience::Private };
    if let Some(answer) = scene.answer(audience) {
        let mut sheet = start(scene, audience);
        acknowledge(scene, &mut sheet);
        give(scene, &mut sheet, &answer, audience);
        invite(scene, &mut sheet, Part::Invite);
        let draft = finish(scene, sheet, Some(&answer), audience);
        // No sentence of an answer is cut: where the first does not fit, a promise does.
        if draft.length.fits() {
            return draft;
        }
    }
    let mut sheet = start(scene, audience);
    acknowledge(scene, &mut sheet);
    no_answer(scene, &mut sheet);
    finish(scene, sheet, None, audience)
}

/// What belongs in private: here, when this is private; else a public word and the private rest.
pub(super) fn private(scene: &Scene<'_>) -> Vec<Draft> {
    let public = scene.input.message.is_public();
    if !public {
        return vec![here(scene)];
    }
    let open =
        matches!(scene.kind, Kind::Detail | Kind::Praise | Kind::Thanks | Kind::Chat | Kind::Suggestion);
    let public = word_in_public(scene, open);
    if open || scene.input.decision.routing.mechanism.is_none() {
        return vec![public];
    }
    let private = rest_in_private(scene, public.source.as_deref());
    vec![public, private]
}

/// One draft, on a channel that is private already.
fn here(scene: &Scene<'_>) -> Draft {
    let mut sheet = start(scene, Audience::Private);
    acknowledge(scene, &mut sheet);
    let answer = settle(scene, &mut sheet, None);
    finish(scene, sheet, answer.as_ref(), Audience::Private)
}

/// What everybody may read: what happened, and that it goes on in private and why.
fn word_in_public(scene: &Scene<'_>, open: bool) -> Draft {
    let mut sheet = start(scene, Audience::Public);
    acknowledge(scene, &mut sheet);
    delete(scene, &mut sheet);
    let moved = moved(scene);
    // Where nothing goes on in private, what can be said to all is said here.
    let roomy = !open && (moved == Part::MoveNowhere || scene.limit(Audience::Public).most >= ROOM);
    let answer = if roomy { scene.answer(Audience::Public) } else { None };
    if let Some(answer) = &answer {
        give(scene, &mut sheet, answer, Audience::Public);
    }
    if open {
        no_answer(scene, &mut sheet);
    } else {
        let routing = &scene.input.decision.routing;
        let way = routing.mechanism.and_then(|way| scene.phrases.ways.get(way.name()));
        let to = routing.fallback.as_ref().and_then(|fallback| fallback.to.as_deref());
        let mut slots = scene.slots.clone();
        slots.set(Slot::Link, routing.link.as_deref().unwrap_or(""));
        slots.set(Slot::Way, way.map_or("", String::as_str));
        slots.set(Slot::Contact, to.unwrap_or(""));
        sheet.pieces.add(scene.say_with(moved, &slots), KEEP, Place::Paragraph);
        sheet.promised = moved == Part::MoveNowhere;
    }
    finish(scene, sheet, answer.as_ref(), Audience::Public)
}

/// How the public word says where it goes on.
fn moved(scene: &Scene<'_>) -> Part {
    let routing = &scene.input.decision.routing;
    match (routing.mechanism, routing.fallback.as_ref().map(|fallback| fallback.route)) {
        (Some(Mechanism::XDm), _) if routing.link.is_some() => Part::MoveLink,
        (Some(Mechanism::XDm), _) => Part::MoveOpen,
        (Some(_), _) => Part::MoveSent,
        (None, Some(Other::Email)) => Part::MoveElsewhere,
        (None, Some(Other::Form)) => Part::MoveForm,
        (None, Some(Other::Phone)) => Part::MoveCall,
        (None, Some(Other::CustomerFirst)) => Part::MoveFirst,
        (None, Some(Other::Public) | None) => Part::MoveNowhere,
    }
}

/// What only the customer reads, after the public word.
///
/// What was answered in public is not said again.
fn rest_in_private(scene: &Scene<'_>, answered: Option<&str>) -> Draft {
    let mut sheet = start(scene, Audience::Private);
    let part = if scene.kind == Kind::Problem { Part::PrivateOpen } else { Part::PrivateOpenAsk };
    let mut said = if scene.names_a_matter() { scene.say(part) } else { Vec::new() };
    if said.is_empty() {
        said = scene.say(Part::PrivateOpenBare);
    }
    sheet.named = said.first().cloned().unwrap_or_default();
    sheet.pieces.add(said, KEEP, Place::Body);
    let answer = settle(scene, &mut sheet, answered);
    finish(scene, sheet, answer.as_ref(), Audience::Private)
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
    match question {
        Some(question) => {
            let said = scene.say_with(Part::Ask, &scene.slots.with(Slot::Ask, question));
            sheet.pieces.add(said, KEEP, Place::Paragraph);
        }
        None if answer.is_some() && open && scene.needs_more() => promise(scene, sheet, Part::TakeOn),
        None if answer.is_some() => invite(scene, sheet, Part::Invite),
        None => no_answer(scene, sheet),
    }
    answer.filter(|_| !said)
}

fn start(scene: &Scene<'_>, audience: Audience) -> Sheet {
    let mut pieces = Pieces::default();
    if let Some(mention) = direct::mention(scene.input.message, audience) {
        pieces.add(vec![mention], KEEP, Place::Body);
    }
    let letter = scene.input.message.channel == Channel::Email;
    if !scene.goes_on() {
        let part = match (letter, scene.slots.get(Slot::Name)) {
            (true, Some(_)) => Part::GreetingLetter,
            (true, None) => Part::GreetingLetterUnknown,
            (false, _) => Part::Greeting,
        };
        pieces.add(scene.say(part), GREETING, Place::Greeting);
    }
    Sheet { pieces, named: String::new(), source: None, promised: false }
}

/// Where the knowledge base is silent: what is honest to say, for each kind.
fn no_answer(scene: &Scene<'_>, sheet: &mut Sheet) {
    let low = scene.input.reading.urgency.label == Urgency::Low;
    let asked = scene.input.heard.cues().questions > 0;
    if scene.is_unclear() {
        return;
    }
    match scene.kind {
        Kind::Problem if low && !asked => {
            sheet.pieces.add(scene.say(Part::PassOn), KEEP, Place::Paragraph);
        }
        Kind::Problem | Kind::Ask | Kind::Mixed if scene.unsure => promise(scene, sheet, Part::TakeOn),
        Kind::Problem | Kind::Ask | Kind::Mixed => {
            given_all(scene, sheet);
            promise(scene, sheet, Part::FindOut);
            if scene.kind == Kind::Problem {
                invite(scene, sheet, Part::InviteLater);
            }
        }
        Kind::Request | Kind::Report | Kind::Detail => promise(scene, sheet, Part::TakeOn),
        Kind::Chat if asked => promise(scene, sheet, Part::FindOut),
        // Thanked for a question, one expects an answer.
        Kind::Suggestion if asked && scene.unsure => promise(scene, sheet, Part::TakeOn),
        Kind::Praise if scene.has_another_side() => promise(scene, sheet, Part::Rest),
        Kind::Chat | Kind::Praise | Kind::Suggestion if scene.unsure && scene.is_unhappy() => {
            sheet.pieces.add(scene.say(Part::PassOn), KEEP, Place::Paragraph);
        }
        Kind::Suggestion | Kind::Praise | Kind::Thanks | Kind::Chat => {}
    }
}

/// Says that nothing more is needed of somebody who gave what would have been asked for.
fn given_all(scene: &Scene<'_>, sheet: &mut Sheet) {
    let private = scene.input.decision.action == Action::PrivateReply;
    if private && scene.needs_more() && scene.question().is_none() {
        sheet.pieces.add(scene.say(Part::HaveAll), HAVE_ALL, Place::Paragraph);
    }
}

/// Who finds out, by when.
fn promise(scene: &Scene<'_>, sheet: &mut Sheet, part: Part) {
    let mut all = Vec::new();
    if part == Part::FindOut {
        for unknown in scene.unknown(&sheet.named) {
            all.extend(scene.say_with(part, &scene.slots.with(Slot::Unknown, unknown)));
        }
    } else {
        all = scene.say(part);
    }
    if part == Part::FindOut {
        all.extend(scene.say(Part::FindOutShort));
    }
    sheet.pieces.add(shorter_after_first(all), KEEP, Place::Paragraph);
    sheet.promised = true;
}

fn invite(scene: &Scene<'_>, sheet: &mut Sheet, part: Part) {
    sheet.pieces.add(scene.say(part), INVITE, Place::Paragraph);
}

/// Asks to take personal data out of a public post, by its kind and never by its value.
fn delete(scene: &Scene<'_>, sheet: &mut Sheet) {
    let mut shown = scene.input.reading.private_data.iter().filter(|data| data.kind != PrivateKind::Name);
    let Some(name) = shown.find_map(|data| scene.phrases.shown.get(data.kind.name())) else {
        return;
    };
    let plural = name.ends_with('*');
    let mut slots = scene.slots.with(Slot::Shown, name.trim_end_matches('*'));
    slots.set(Slot::ShownIt, if plural { "them" } else { "it" });
    let mut said = scene.say_with(Part::Delete, &slots);
    said.extend(scene.say_with(Part::DeleteShort, &slots));
    sheet.pieces.add(said, KEEP, Place::Paragraph);
}

/// That a promise falls due when the channel's time to answer is up.
fn late(scene: &Scene<'_>, promise: Option<&Promise>) -> Option<String> {
    let closes_at = scene.input.decision.window.filter(|_| !scene.input.message.is_public())?.closes_at;
    let late = promise.is_some_and(|promise| promise.due > closes_at);
    late.then(|| {
        let at = closes_at.strftime("%a %d %b %H:%M UTC");
        format!("the time to answer here is up at {at}, before the promise is due: write by then")
    })
}

/// Is the channel still open for an answer in words of one's own? After its time a person may answer where it allows that.
fn may_be_sent(scene: &Scene<'_>) -> bool {
    let window = scene.input.decision.window.filter(|_| !scene.input.message.is_public());
    window.is_none_or(|window| window.seconds_left(scene.input.now) > 0 || window.then == After::HumanAgent)
}

fn finish(scene: &Scene<'_>, mut sheet: Sheet, answer: Option<&Answer<'_>>, audience: Audience) -> Draft {
    let input = scene.input;
    if let Some(answer) = answer {
        link(scene, &mut sheet, answer);
    }
    if let Some(sign_off) = input.brand.sign_off.as_ref().filter(|_| !scene.goes_on()) {
        sheet.pieces.add(vec![sign_off.clone()], SIGN_OFF, Place::SignOff);
    }
    let limit: Limit = scene.limit(audience);
    let text = sheet.pieces.text(limit, input.message.channel == Channel::Email);
    let text = direct::alone(text, input.message, audience);
    let length = Length::of(&text, limit);
    let promise = sheet.promised.then(|| Promise { owner: input.decision.team.clone(), due: scene.due });
    let routing = &input.decision.routing;
    let note = routing.note.clone().filter(|_| audience == Audience::Private || routing.mechanism.is_none());
    let note = note.or_else(|| late(scene, promise.as_ref()));
    let subject = Subject {
        text: &text,
        audience,
        length,
        message: input.message,
        private_data: &input.reading.private_data,
        brand: input.brand,
        article: answer.map(|answer| answer.article),
        link: routing.link.as_deref(),
        due: promise.as_ref().map(|promise| promise.due),
    };
    let lint = lint::check(&subject);
    Draft { audience, sendable: may_be_sent(scene), text, length, lint, source: sheet.source, promise, note }
}
