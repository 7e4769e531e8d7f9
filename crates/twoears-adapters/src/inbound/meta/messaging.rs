//! One event of a conversation, in `messaging[]` or `standby[]`: the same for Messenger and for messages on Instagram.
//!
//! Documented in "Webhook Events Reference" of the Messenger Platform and in "Webhook Notification Examples" of the
//! Instagram Platform. Traps:
//!
//! - `is_echo`: what the page or account itself sent; then sender and recipient change places.
//! - The sender's id is scoped to the page or account and comes without a name.
//! - `is_deleted`: taken back; `message_edit`: changed. Both keep the `mid`.
//! - `is_unsupported`: something was sent that the platform does not pass on.
//! - `standby`: another app holds the conversation; a postback comes there without its payload.
//! - Delivery and read receipts, reactions and handovers come in the same list.

use serde::Deserialize;
use serde::de::IgnoredAny;
use twoears_core::{
    Attachment, AttachmentKind, Author, AuthorKind, Channel, Direction, Gap, Message, Visibility,
};

use super::Who;
use crate::inbound::{Event, Item, Parsed};
use crate::outbound::Address;
use crate::read::{List, Obj, Text, Time, attachment_kind};
use crate::{Platform, Settings};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Messaging<'a> {
    #[serde(borrow)]
    sender: Obj<Who<'a>>,
    #[serde(borrow)]
    recipient: Obj<Who<'a>>,
    timestamp: Time,
    #[serde(borrow)]
    message: Option<Obj<Body<'a>>>,
    #[serde(borrow)]
    message_edit: Option<Obj<Body<'a>>>,
    #[serde(borrow)]
    postback: Option<Obj<Body<'a>>>,
    delivery: Option<IgnoredAny>,
    read: Option<IgnoredAny>,
    reaction: Option<IgnoredAny>,
    referral: Option<IgnoredAny>,
    optin: Option<IgnoredAny>,
    pass_thread_control: Option<IgnoredAny>,
    take_thread_control: Option<IgnoredAny>,
    request_thread_control: Option<IgnoredAny>,
}

/// A message, an edit (`mid`, `text`) or a postback (`mid`, `title`).
#[derive(Default, Deserialize)]
#[serde(default)]
struct Body<'a> {
    #[serde(borrow)]
    mid: Text<'a>,
    #[serde(borrow)]
    text: Text<'a>,
    #[serde(borrow)]
    title: Text<'a>,
    #[serde(borrow)]
    is_echo: Text<'a>,
    #[serde(borrow)]
    is_deleted: Text<'a>,
    #[serde(borrow)]
    reply_to: Obj<ReplyTo<'a>>,
    #[serde(borrow)]
    attachments: List<Obj<File<'a>>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ReplyTo<'a> {
    #[serde(borrow)]
    mid: Text<'a>,
    #[serde(borrow)]
    story: Obj<Who<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct File<'a> {
    #[serde(borrow)]
    r#type: Text<'a>,
    #[serde(borrow)]
    title: Text<'a>,
    #[serde(borrow)]
    payload: Obj<Inside<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Inside<'a> {
    #[serde(borrow)]
    title: Text<'a>,
    #[serde(borrow)]
    text: Text<'a>,
    #[serde(borrow)]
    sticker_id: Text<'a>,
}

/// Where a conversation is held.
pub(crate) struct Place<'a> {
    pub(crate) platform: Platform,
    pub(crate) channel: Channel,
    /// The id of the page or account.
    pub(crate) own: &'a Text<'a>,
    /// What the address calls that id.
    pub(crate) own_key: &'static str,
    /// When the webhook was sent; it counts where the event has no time.
    pub(crate) time: Time,
    /// Does another app hold the conversation?
    pub(crate) standby: bool,
}

impl Messaging<'_> {
    /// Adds the event to what the payload held.
    pub(crate) fn read(&self, place: &Place<'_>, settings: &Settings, parsed: &mut Parsed) {
        if let Some(body) = &self.message {
            let deleted = body.is_deleted.is_true();
            let event = if deleted { Event::Deleted } else { Event::Created };
            parsed.items.push(self.item(body, event, place, settings));
        } else if let Some(body) = &self.message_edit {
            parsed.items.push(self.item(body, Event::Edited, place, settings));
        } else if let Some(body) = &self.postback {
            parsed.items.push(self.item(body, Event::Created, place, settings));
        } else {
            parsed.passed.push(self.passed());
        }
    }

    fn passed(&self) -> &'static str {
        let handover = [&self.pass_thread_control, &self.take_thread_control, &self.request_thread_control];
        if self.delivery.is_some() {
            "a delivery receipt"
        } else if self.read.is_some() {
            "a read receipt"
        } else if self.reaction.is_some() {
            "a reaction"
        } else if self.referral.is_some() {
            "a conversation opened by a link or an ad"
        } else if self.optin.is_some() {
            "an opt-in"
        } else if handover.iter().any(|told| told.is_some()) {
            "a conversation handed from one app to another"
        } else {
            "an event that is not a message"
        }
    }

    fn item(&self, body: &Body<'_>, event: Event, place: &Place<'_>, settings: &Settings) -> Item {
        let sender = self.sender.id.id();
        let own = place.own.id();
        let out = body.is_echo.is_true()
            || sender.is_some() && sender == own
            || sender.as_deref().is_some_and(|id| settings.is_own(id));
        let customer = if out { self.recipient.id.id() } else { sender.clone() };
        let kind = if out { AuthorKind::Agent } else { AuthorKind::Customer };
        let author = Author { id: sender, kind, ..Author::default() };
        let direction = if out { Direction::Out } else { Direction::In };
        let text = if event == Event::Deleted { String::new() } else { body.words() };
        let mut message = Message::new(text)
            .channel(place.channel)
            .visibility(Visibility::Private)
            .direction(direction)
            .author(author);
        message.sent_at = self.timestamp.get().or(place.time.get());
        message.thread_id.clone_from(&customer);
        message.parent_id = body.reply_to.mid.id().or_else(|| body.reply_to.story.id.id());
        if event != Event::Deleted {
            message.attachments = body.attachments();
        }
        message.id = body.mid.id().unwrap_or_else(|| self.made_id());
        if message.text.is_empty() && message.attachments.is_empty() && event != Event::Deleted {
            message = message.gap(Gap::BodyUnavailable);
        }
        if message.author.id.is_none() {
            message = message.gap(Gap::AuthorUnknown);
        }
        if message.sent_at.is_none() {
            message = message.gap(Gap::TimeUnknown);
        }
        let address = Address::new(place.platform)
            .with(place.own_key, own)
            .with("recipient_id", customer)
            .with("standby", place.standby.then(|| "true".to_owned()));
        Item { platform: place.platform, event, message, address }
    }

    /// Old postbacks have no `mid`: then sender and time name the event, the same in each delivery.
    fn made_id(&self) -> String {
        match (self.sender.id.id(), self.timestamp.get()) {
            (Some(sender), Some(at)) => format!("{sender}:{}", at.as_millisecond()),
            _ => String::new(),
        }
    }
}

impl Body<'_> {
    /// What was written; of a button its title; of a template that the page sent, the words in it.
    fn words(&self) -> String {
        let inside = self.attachments.iter().map(|file| &file.payload.text);
        let mut texts = [&self.text, &self.title].into_iter().chain(inside);
        texts.find(|text| text.get().is_some_and(|text| !text.is_empty())).map(Text::text).unwrap_or_default()
    }

    fn attachments(&self) -> Vec<Attachment> {
        let story = self.reply_to.story.id.get().map(|_| Attachment::new(AttachmentKind::Share));
        story.into_iter().chain(self.attachments.iter().map(|file| file.read())).collect()
    }
}

impl File<'_> {
    fn read(&self) -> Attachment {
        let kind = match self.r#type.get().unwrap_or_default() {
            "image" if self.payload.sticker_id.get().is_some() => AttachmentKind::Sticker,
            "like_heart" => AttachmentKind::Sticker,
            // A link that somebody shared comes as `fallback`.
            "fallback" | "ig_post" | "ig_story" => AttachmentKind::Share,
            word => attachment_kind(word),
        };
        Attachment { title: self.title.name().or_else(|| self.payload.title.name()), ..Attachment::new(kind) }
    }
}
