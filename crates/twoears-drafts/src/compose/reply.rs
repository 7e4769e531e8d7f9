//! The pieces of each kind of draft.

use twoears_core::decide::{Limit, Mechanism};
use twoears_core::{Channel, Label as _, PrivateKind, Urgency};

use super::fit::{KEEP, Pieces, Place};
use super::scene::Scene;
use crate::knowledge::Answer;
use crate::lint::{self, Subject};
use crate::phrases::{Kind, Part, Slot};
use crate::{Audience, Draft, Length, Promise};

/// What goes first when room is short, and what last.
const LINK: u8 = 9;
const INVITE: u8 = 10;
const MORE: u8 = 5;
const SIGN_OFF: u8 = 4;
const REPEAT: u8 = 3;
const GREETING: u8 = 2;
const SECOND: u8 = 1;

/// Sentences of an answer at the most, by the room there is: a post, a message, a letter.
const SHORT: u32 = 320;
const SENTENCES: [usize; 3] = [2, 3, 4];

/// A draft in the making.
struct Sheet {
    pieces: Pieces,
    source: Option<String>,
    promised: bool,
}

/// A reply where the customer wrote, with the answer in it.
pub(super) fn answer(scene: &Scene<'_>) -> Draft {
    let audience = if scene.input.message.is_public() { Audience::Public } else { Audience::Private };
    let mut sheet = start(scene);
    acknowledge(scene, &mut sheet);
    let answer = scene.answer(audience);
    if let Some(answer) = &answer {
        give(scene, &mut sheet, answer, audience);
        invite(scene, &mut sheet, Part::Invite);
    } else {
        no_answer(scene, &mut sheet);
    }
    finish(scene, sheet, answer.as_ref(), audience)
}

/// What belongs in private: here, when this is private; else a public word and the private rest.
pub(super) fn private(scene: &Scene<'_>) -> Vec<Draft> {
    let public = scene.input.message.is_public();
    if !public {
        return vec![here(scene)];
    }
    let open =
        matches!(scene.kind, Kind::Detail | Kind::Praise | Kind::Thanks | Kind::Chat | Kind::Suggestion);
    let mut drafts = vec![word_in_public(scene, open)];
    if !open && scene.input.decision.routing.mechanism.is_some() {
        drafts.push(rest_in_private(scene));
    }
    drafts
}

/// One draft, on a channel that is private already.
fn here(scene: &Scene<'_>) -> Draft {
    let mut sheet = start(scene);
    acknowledge(scene, &mut sheet);
    let answer = settle(scene, &mut sheet);
    finish(scene, sheet, answer.as_ref(), Audience::Private)
}

/// What everybody may read: what happened, and that it goes on in private and why.
fn word_in_public(scene: &Scene<'_>, open: bool) -> Draft {
    let mut sheet = start(scene);
    acknowledge(scene, &mut sheet);
    delete(scene, &mut sheet);
    if open {
        no_answer(scene, &mut sheet);
    } else {
        let routing = &scene.input.decision.routing;
        let way = routing.mechanism.and_then(|way| scene.phrases.ways.get(way.name()));
        let mut slots = scene.slots.clone();
        slots.set(Slot::Link, routing.link.as_deref().unwrap_or(""));
        slots.set(Slot::Way, way.map_or("", String::as_str));
        let part = match routing.mechanism {
            Some(Mechanism::XDm) if routing.link.is_some() => Part::MoveLink,
            Some(Mechanism::XDm) => Part::MoveOpen,
            Some(_) => Part::MoveSent,
            None if slots.get(Slot::Contact).is_some() => Part::MoveElsewhere,
            None => Part::MoveNowhere,
        };
        sheet.pieces.add(scene.say_with(part, &slots), KEEP, Place::Paragraph);
    }
    finish(scene, sheet, None, Audience::Public)
}

/// What only the customer reads, after the public word.
fn rest_in_private(scene: &Scene<'_>) -> Draft {
    let mut sheet = start(scene);
    sheet.pieces.add(scene.say(Part::PrivateOpen), KEEP, Place::Body);
    let answer = settle(scene, &mut sheet);
    finish(scene, sheet, answer.as_ref(), Audience::Private)
}

/// The answer, the one question, or the promise, where private matters may be spoken of.
fn settle<'a>(scene: &Scene<'a>, sheet: &mut Sheet) -> Option<Answer<'a>> {
    let answer = scene.answer(Audience::Private);
    if let Some(answer) = &answer {
        give(scene, sheet, answer, Audience::Private);
    }
    let matter = matches!(scene.kind, Kind::Problem | Kind::Mixed | Kind::Ask | Kind::Request | Kind::Report);
    match scene.question().filter(|_| matter) {
        Some(question) => {
            let said = scene.say_with(Part::Ask, &scene.slots.with(Slot::Ask, question));
            sheet.pieces.add(said, KEEP, Place::Paragraph);
        }
        None if answer.is_some() && !matter => invite(scene, sheet, Part::Invite),
        None if answer.is_some() => promise(scene, sheet, Part::TakeOn),
        None => no_answer(scene, sheet),
    }
    answer
}

fn start(scene: &Scene<'_>) -> Sheet {
    let mut pieces = Pieces::default();
    let letter = scene.input.message.channel == Channel::Email;
    if !scene.goes_on() {
        let part = match (letter, scene.slots.get(Slot::Name)) {
            (true, Some(_)) => Part::GreetingLetter,
            (true, None) => Part::GreetingLetterUnknown,
            (false, _) => Part::Greeting,
        };
        pieces.add(scene.say(part), GREETING, Place::Greeting);
    }
    Sheet { pieces, source: None, promised: false }
}

/// The first sentence: what happened, or thanks, or a human word.
fn acknowledge(scene: &Scene<'_>, sheet: &mut Sheet) {
    let reading = scene.input.reading;
    let said = match scene.kind {
        Kind::Problem => {
            let light = reading.urgency.label == Urgency::Low;
            let frame = if light { Part::SorryLight } else { Part::Sorry };
            let mut all = Vec::new();
            for clause in scene.problem() {
                all.extend(scene.say_with(frame, &scene.slots.with(Slot::Clause, clause)));
            }
            shorter_after_first(all)
        }
        Kind::Mixed | Kind::Ask | Kind::Request => scene.opening(),
        Kind::Report => scene.say(Part::Report),
        Kind::Suggestion => scene.say(Part::Suggestion),
        Kind::Praise => praise(scene),
        Kind::Thanks => scene.say(Part::Thanks),
        Kind::Detail => scene.say(Part::Detail),
        Kind::Chat if reading.sentiment.label.is_negative() => scene.say(Part::ChatSour),
        Kind::Chat if scene.input.heard.lower().contains("good morning") => scene.say(Part::ChatMorning),
        Kind::Chat => scene.say(Part::Chat),
    };
    sheet.pieces.add(said, KEEP, Place::Body);
    if scene.is_repeat() && matches!(scene.kind, Kind::Problem | Kind::Mixed) {
        sheet.pieces.add(scene.say(Part::Repeat), REPEAT, Place::Body);
    }
}

fn praise(scene: &Scene<'_>) -> Vec<String> {
    let staff = scene.phrases.nouns.get("staff").into_iter().flatten();
    match &scene.thing {
        Some(thing) if staff.into_iter().any(|noun| thing.text.ends_with(noun.words.as_str())) => {
            scene.say(Part::PraiseStaff)
        }
        Some(_) => scene.say(Part::PraiseThing),
        None => scene.say(Part::Praise),
    }
}

/// The chosen words, then those that are shorter than it, the longest first.
fn shorter_after_first(mut all: Vec<String>) -> Vec<String> {
    if all.is_empty() {
        return all;
    }
    let chosen = all.remove(0);
    all.retain(|other| other.len() < chosen.len());
    all.sort_by_key(|other| std::cmp::Reverse(other.len()));
    all.insert(0, chosen);
    all
}

/// The sentences of an answer in their own order, the most telling ones staying longest, then the link.
fn give(scene: &Scene<'_>, sheet: &mut Sheet, answer: &Answer<'_>, audience: Audience) {
    let limit = scene.limit(audience);
    let letter = scene.input.message.channel == Channel::Email;
    let many = if limit.most <= SHORT { SENTENCES[0] } else { SENTENCES[1 + usize::from(letter)] };
    let mut chosen: Vec<usize> = vec![0];
    chosen.extend(answer.ranked.iter().copied().filter(|place| *place != 0).take(many - 1));
    let top = answer.ranked.first().copied().unwrap_or(0);
    let leads = top == 0 || leans(&answer.article.sentences[top]);
    chosen.sort_unstable();
    for (at, place) in chosen.iter().copied().enumerate() {
        let rank = answer.ranked.iter().position(|ranked| *ranked == place).unwrap_or(0) as u8;
        let drop = match place {
            0 if leads => KEEP,
            0 => SECOND,
            place if place == top && !leads => KEEP,
            place if place == top => SECOND,
            _ => MORE + rank.min(3),
        };
        let stand = if at == 0 { Place::Paragraph } else { Place::Body };
        sheet.pieces.add(vec![answer.article.sentences[place].clone()], drop, stand);
    }
    if let Some(link) = &answer.article.link {
        let said = scene.say_with(Part::Link, &scene.slots.with(Slot::Link, link.as_str()));
        sheet.pieces.add(said, LINK, Place::Body);
    }
    sheet.source = Some(answer.article.name.clone());
}

/// Does a sentence lean on the one before it?
fn leans(sentence: &str) -> bool {
    let first = sentence.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    matches!(
        first,
        "It" | "They"
            | "This"
            | "That"
            | "These"
            | "Then"
            | "So"
            | "But"
            | "And"
            | "Or"
            | "Also"
            | "Otherwise"
    )
}

/// Where the knowledge base is silent: what is honest to say, for each kind.
fn no_answer(scene: &Scene<'_>, sheet: &mut Sheet) {
    let low = scene.input.reading.urgency.label == Urgency::Low;
    let asks = scene.input.heard.cues().questions > 0;
    match scene.kind {
        Kind::Problem if low && !asks => {
            sheet.pieces.add(scene.say(Part::PassOn), KEEP, Place::Paragraph);
        }
        Kind::Problem | Kind::Ask | Kind::Mixed => {
            promise(scene, sheet, Part::FindOut);
            invite(scene, sheet, Part::InviteLater);
        }
        Kind::Request | Kind::Report | Kind::Detail => promise(scene, sheet, Part::TakeOn),
        Kind::Suggestion | Kind::Praise | Kind::Thanks | Kind::Chat => {}
    }
}

/// Who finds out, by when.
fn promise(scene: &Scene<'_>, sheet: &mut Sheet, part: Part) {
    let mut all = Vec::new();
    if part == Part::FindOut {
        for unknown in scene.unknown() {
            all.extend(scene.say_with(part, &scene.slots.with(Slot::Unknown, unknown)));
        }
    } else {
        all = scene.say(part);
    }
    sheet.pieces.add(shorter_after_first(all), KEEP, Place::Paragraph);
    sheet.promised = true;
}

fn invite(scene: &Scene<'_>, sheet: &mut Sheet, part: Part) {
    sheet.pieces.add(scene.say(part), INVITE, Place::Paragraph);
}

/// Asks to take personal data out of a public post, by its kind and never by its value.
fn delete(scene: &Scene<'_>, sheet: &mut Sheet) {
    let shown = scene.input.reading.private_data.iter().filter(|data| data.kind != PrivateKind::Name);
    let Some(name) = shown.filter_map(|data| scene.phrases.shown.get(data.kind.name())).next() else {
        return;
    };
    let plural = name.ends_with('*');
    let mut slots = scene.slots.with(Slot::Shown, name.trim_end_matches('*'));
    slots.set(Slot::ShownIt, if plural { "them" } else { "it" });
    sheet.pieces.add(scene.say_with(Part::Delete, &slots), KEEP, Place::Paragraph);
}

fn finish(scene: &Scene<'_>, mut sheet: Sheet, answer: Option<&Answer<'_>>, audience: Audience) -> Draft {
    let input = scene.input;
    if let Some(sign_off) = input.brand.sign_off.as_ref().filter(|_| !scene.goes_on()) {
        sheet.pieces.add(vec![sign_off.clone()], SIGN_OFF, Place::SignOff);
    }
    let limit: Limit = scene.limit(audience);
    let text = sheet.pieces.text(limit, input.message.channel == Channel::Email);
    let length = Length::of(&text, limit);
    let promise = sheet.promised.then(|| Promise { owner: input.decision.team.clone(), due: scene.due });
    let routing = &input.decision.routing;
    let note = routing.note.clone().filter(|_| audience == Audience::Private || routing.mechanism.is_none());
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
    Draft { audience, text, length, lint, source: sheet.source, promise, note }
}
