//! A draft in the making: its pieces, what it promises, and how it is finished.

use twoears_core::Channel;
use twoears_core::decide::{After, Limit, Unit};

use super::direct;
use super::fit::{KEEP, Pieces, Place};
use super::pick::Use;
use super::scene::Scene;
use super::style;
use crate::knowledge::Answer;
use crate::phrases::Slot;
use crate::{Audience, Draft, Form, Length, Promise};

/// What goes first when room is short, and what last; sentences of an answer go between (`answer.rs`).
const SIGN_OFF: u8 = 4;
const GREETING: u8 = 2;
const EMOJI: u8 = 11;

/// A draft in the making.
pub(super) struct Sheet {
    pub(super) pieces: Pieces,
    /// What the first sentence says.
    pub(super) named: String,
    /// The article that the answer comes from.
    pub(super) source: Option<String>,
    pub(super) promised: bool,
    /// Does the first sentence say nothing, so that it goes where another follows?
    pub(super) idle: bool,
}

impl Sheet {
    /// A sheet with its greeting.
    pub(super) fn start(scene: &Scene<'_>, audience: Audience) -> Self {
        let mut pieces = Pieces::default();
        if let Some(mention) = direct::mention(scene.input.message, audience) {
            pieces.add(vec![mention], KEEP, Place::Body);
        }
        let letter = scene.input.message.channel == Channel::Email;
        let style = &scene.input.brand.style;
        if style.greeting && !scene.is_greeted() {
            let part = style::formality::greeting(letter, scene.slots.get(Slot::Name).is_some(), style);
            pieces.add(scene.say(part), GREETING, Place::Greeting);
        }
        Self { pieces, named: String::new(), source: None, promised: false, idle: false }
    }

    /// The draft, counted; it is checked once it is known to be wanted.
    pub(super) fn finish(
        mut self,
        scene: &Scene<'_>,
        answer: Option<&Answer<'_>>,
        audience: Audience,
    ) -> Draft {
        let input = scene.input;
        if let Some(answer) = answer {
            super::answer::link(scene, &mut self, answer);
        }
        let limit: Limit = scene.limit(audience);
        let (style, letter) = (&input.brand.style, input.message.channel == Channel::Email);
        let emoji = style::emoji::fitting(scene.kind, scene.is_unhappy(), style);
        if let Some(emoji) = scene.speaker.one_of(emoji, Use::Emoji).filter(|_| limit.unit != Unit::Gsm7) {
            self.pieces.add(vec![emoji.to_owned()], EMOJI, Place::Body);
        }
        if let Some(sign_off) = style::sign_off::of(input.brand, limit).filter(|_| !scene.goes_on()) {
            let closing = style::formality::closing(sign_off.to_owned(), letter, style);
            self.pieces.add(vec![closing], SIGN_OFF, Place::SignOff);
        }
        if self.idle
            && let Some(next) = self.pieces.after(&self.named)
        {
            let other = if speaks_to_them(next) { Vec::new() } else { scene.thanks_for_word() };
            self.pieces.replace(&self.named, other);
        }
        if scene.form == Form::Short {
            self.pieces.keep(letter);
        }
        let fitted = self.pieces.text(limit, letter);
        scene.lacks_room.set(scene.lacks_room.get() || fitted.lacks_room);
        let text = direct::alone(fitted.text.clone(), input.message, audience);
        let length = if text == fitted.text { fitted.length } else { Length::of(&text, limit) };
        let promise = self.promised.then(|| Promise { owner: input.decision.team.clone(), due: scene.due });
        let routing = &input.decision.routing;
        let note =
            routing.note.clone().filter(|_| audience == Audience::Private || routing.mechanism.is_none());
        let note = note.or_else(|| late(scene, promise.as_ref()));
        Draft {
            audience,
            form: scene.form,
            sendable: may_be_sent(scene),
            text,
            length,
            lint: Vec::new(),
            source: self.source,
            promise,
            note,
        }
    }
}

/// Does the first sentence of these words turn to the customer, so that nothing has to stand before it?
fn speaks_to_them(words: &str) -> bool {
    let end = words.find(['.', '?', '!']).map_or(words.len(), |end| end + 1);
    let first = words[..end].to_lowercase();
    let mut words = first.split(|c: char| !c.is_alphanumeric() && c != '\'');
    first.ends_with('?') || words.any(|word| word.starts_with("you") || word == "sorry" || word == "let")
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
