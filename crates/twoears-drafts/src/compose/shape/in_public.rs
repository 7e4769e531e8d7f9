//! The public word before private: what happened, where it goes on, with what, and why.

use twoears_core::decide::{Mechanism, Other};
use twoears_core::{Channel, Label as _, PrivateKind};

use super::super::acknowledge::acknowledge;
use super::super::answer::give;
use super::super::fit::{KEEP, Place};
use super::super::next::{ask_fact, promise};
use super::super::scene::Scene;
use super::super::sheet::Sheet;
use crate::phrases::{Part, Slot};
use crate::{Audience, Draft};

/// From this limit on a public word also holds the answer that the knowledge base has for everybody.
const ROOM: u32 = 1000;

/// What everybody may read; `open` when nothing has to go on in private.
pub(in super::super) fn word(scene: &Scene<'_>, open: bool) -> Draft {
    let mut sheet = Sheet::start(scene, Audience::Public);
    acknowledge(scene, &mut sheet);
    delete(scene, &mut sheet);
    let part = moved(scene);
    // Where nothing goes on in private, what can be said to all is said here.
    let stays = matches!(part, Part::MoveNowhere | Part::MoveUnknown);
    let roomy = !open && (stays || scene.limit(Audience::Public).most >= ROOM);
    let answer = if roomy { scene.answer(Audience::Public) } else { None };
    if let Some(answer) = &answer {
        give(scene, &mut sheet, answer, Audience::Public);
    }
    // Nobody is led into private for a word that asks for nothing.
    let idle = stays && scene.unsure && scene.wants_nothing();
    if !open && scene.wrote_in_private() {
        // Nobody is asked to write where they wrote already.
        promise(scene, &mut sheet, Part::TakeOn);
    } else if open || idle {
        (super::of(scene).next)(scene, &mut sheet);
    } else if !(stays && !scene.needs_more() && answer.is_none() && ask_fact(scene, &mut sheet)) {
        lead(scene, &mut sheet, part);
    }
    sheet.finish(scene, answer.as_ref(), Audience::Public)
}

/// Leads the way into private, with what is needed there.
fn lead(scene: &Scene<'_>, sheet: &mut Sheet, part: Part) {
    let routing = &scene.input.decision.routing;
    let way = routing.mechanism.and_then(|way| scene.phrases.ways.get(way.name()));
    let to = routing.fallback.as_ref().and_then(|fallback| fallback.to.as_deref());
    let mut slots = scene.slots.view();
    slots.set(Slot::Link, routing.link.as_deref().unwrap_or(""));
    slots.set(Slot::Way, way.map_or("", String::as_str));
    slots.set(Slot::Contact, to.unwrap_or(""));
    slots.set(Slot::Needed, scene.needed().unwrap_or(""));
    let mut said = scene.say_with(part, &slots);
    slots.set(Slot::Needed, "");
    said.extend(scene.say_with(part, &slots));
    let said = super::super::acknowledge::shorter_after_first(said);
    sheet.pieces.add(said, KEEP, Place::Paragraph);
    sheet.promised = part == Part::MoveNowhere;
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
        // Nobody knows the channel: that it has no private messages would be a guess.
        _ if scene.input.message.channel == Channel::Other => Part::MoveUnknown,
        (None, Some(Other::Public) | None) => Part::MoveNowhere,
    }
}

/// Asks to take personal data out of a public post, by its kind and never by its value.
pub(in super::super) fn delete(scene: &Scene<'_>, sheet: &mut Sheet) {
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
    // Thanks for a message say nothing before this; thanks for the word that they sent do.
    if sheet.idle {
        sheet.pieces.replace(&sheet.named, scene.thanks_for_word());
        sheet.idle = false;
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::draft;

    #[test]
    fn a_channel_that_nobody_knows_is_not_said_to_lack_messages() {
        let draft = draft("order.status", "normal negative private", "where is my parcel");
        assert!(draft.text.contains("a private message with your order number"), "{}", draft.text);
        assert!(draft.lint.is_empty() && draft.promise.is_none(), "{:?} {}", draft.lint, draft.text);
    }

    #[test]
    fn who_wrote_in_private_is_not_asked_to() {
        let draft =
            draft("service.contact", "normal negative private", "please check your DMs, I wrote at noon");
        assert!(!draft.text.contains("send us") && draft.promise.is_some(), "{}", draft.text);
    }

    #[test]
    fn who_is_led_into_private_hears_with_what() {
        let text = "what a mess, three weeks of this and nothing done by anybody at your end";
        let draft = draft("service.contact", "high negative private unsure", text);
        assert!(draft.text.contains("your order or account number"), "{}", draft.text);
    }

    #[test]
    fn what_was_given_is_not_asked_for() {
        let draft = draft("order.status", "normal negative private", "where is my parcel LP204881337");
        assert!(!draft.text.contains("with your order number"), "{}", draft.text);
    }

    #[test]
    fn a_harmless_fact_is_asked_where_nothing_goes_on_in_private() {
        let draft = draft("product.fault", "high negative private", "the app crashes every single time");
        assert!(draft.text.contains('?') && draft.lint.is_empty(), "{:?} {}", draft.lint, draft.text);
    }
}
