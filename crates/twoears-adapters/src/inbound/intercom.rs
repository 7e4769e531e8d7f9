//! Intercom: webhooks about conversations, as the pages "Webhook models", "Conversation source" and "Conversation part" of
//! its developer documentation lay them out.
//!
//! - The conversation comes with every event: its first message (`source`) and up to 500 parts, the latest. All of them
//!   become messages, oldest first, with ids that stay the same, so that what is known already can be told by its id.
//! - Bodies are HTML, and plain text in webhooks of version 2.15 and later.
//! - For X the body is a sentence about Twitter's terms, and the author is blank: [`Gap::BodyUnavailable`] and
//!   [`Gap::AuthorUnknown`]. Whether it was a post or a direct message is not told either.
//! - Notes, and what is written while assigning, are among agents: [`Direction::Internal`]. What is written while closing or
//!   opening goes to the customer.
//! - Parts without words ("assigned", "snoozed") are passed over; an event with nothing else is named in [`Parsed::passed`].
//! - Times are epoch seconds. `source` has none: it was written when the conversation began.
//! - The ids of `source` and of parts are counted apart, so that of a source begins with `source:`.
//!
//! Keys of an address: `conversation_id`; `admin_id` of the admin to whom the conversation is assigned, if any; `open`
//! ("unknown") where posts and direct messages are not told apart.

use serde::Deserialize;
use twoears_core::{Attachment, Author, AuthorKind, Channel, Direction, Gap, Message, Visibility};

use super::helpdesk::{direction, with_gaps};
use super::{Event, Item, Parsed};
use crate::outbound::Address;
use crate::read::{self, List, Obj, Text, Time, attachment_kind, html_to_text};
use crate::{Error, Platform, Settings};

#[derive(Default, Deserialize)]
#[serde(default)]
struct Payload<'a> {
    #[serde(borrow)]
    topic: Text<'a>,
    #[serde(borrow)]
    data: Obj<Data<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Data<'a> {
    #[serde(borrow)]
    item: Obj<Conversation<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Conversation<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    created_at: Time,
    #[serde(borrow)]
    admin_assignee_id: Text<'a>,
    #[serde(borrow)]
    source: Obj<Part<'a>>,
    #[serde(borrow, rename = "conversation_parts")]
    parts: Obj<Parts<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Parts<'a> {
    #[serde(borrow, rename = "conversation_parts")]
    list: List<Obj<Part<'a>>>,
}

/// A part of a conversation, or its source.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Part<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    r#type: Text<'a>,
    #[serde(borrow, rename = "part_type")]
    kind: Text<'a>,
    #[serde(borrow)]
    body: Text<'a>,
    created_at: Time,
    #[serde(borrow)]
    author: Obj<By<'a>>,
    #[serde(borrow)]
    attachments: List<Obj<File<'a>>>,
    #[serde(borrow)]
    redacted: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct By<'a> {
    #[serde(borrow)]
    r#type: Text<'a>,
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    name: Text<'a>,
    #[serde(borrow)]
    from_ai_agent: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct File<'a> {
    #[serde(borrow)]
    r#type: Text<'a>,
    #[serde(borrow)]
    content_type: Text<'a>,
    #[serde(borrow)]
    name: Text<'a>,
}

pub(crate) fn parse(payload: &[u8], settings: &Settings) -> Result<Parsed, Error> {
    let text = read::text(payload);
    let payload: Payload<'_> = read::json(&text)?;
    let topic = payload.topic.get();
    let topic = topic.ok_or_else(|| Error::payload("`topic` is missing: not a webhook of Intercom"))?;
    Ok(match topic {
        "conversation.deleted" => Parsed::passed("a conversation was deleted"),
        "conversation_part.tag.created" => Parsed::passed("a tag on a message"),
        topic if topic.starts_with("conversation") => conversation(&payload.data.item, settings),
        topic if topic.starts_with("ticket") => Parsed::passed("a ticket's status, not a message"),
        "ping" => Parsed::passed("a test of the webhook"),
        _ => Parsed::passed("an event that is not about a conversation"),
    })
}

fn conversation(conversation: &Conversation<'_>, settings: &Settings) -> Parsed {
    let (channel, visibility) = place(conversation.source.r#type.get());
    let place = Place { conversation, channel, visibility, settings };
    let mut items = Vec::new();
    let source = &conversation.source;
    if source.is_message() {
        let id = source.id.id().map(|id| format!("source:{id}"));
        items.push(place.item(source, id, source.created_at.get().or(conversation.created_at.get())));
    }
    for part in conversation.parts.list.iter().filter(|part| part.is_message()) {
        items.push(place.item(part, part.id.id(), part.created_at.get()));
    }
    if items.is_empty() {
        Parsed::passed("a conversation's status, not a message")
    } else {
        Parsed { items, passed: Vec::new() }
    }
}

impl Part<'_> {
    /// Does it say anything, or did it?
    fn is_message(&self) -> bool {
        let words = self.body.get().is_some_and(|body| !body.trim().is_empty());
        let comment = matches!(self.kind.get(), Some("comment" | "note"));
        words || comment || self.redacted.is_true() || !self.attachments.is_empty()
    }

    /// Was it written for agents alone?
    fn is_internal(&self) -> bool {
        let kind = self.kind.get().unwrap_or_default();
        kind.starts_with("note") || kind.contains("assign")
    }

    fn author(&self) -> Author {
        let kind = match self.author.r#type.get() {
            _ if self.author.from_ai_agent.is_true() => AuthorKind::Bot,
            Some("user" | "lead" | "contact" | "visitor") => AuthorKind::Customer,
            Some("admin" | "team") => AuthorKind::Agent,
            Some("bot" | "operator" | "workflow") => AuthorKind::Bot,
            _ => AuthorKind::Unknown,
        };
        Author { id: self.author.id.id(), name: self.author.name.name(), kind, ..Author::default() }
    }

    /// The words as text: HTML, or plain as newer versions send them.
    fn text(&self) -> String {
        let body = self.body.get().unwrap_or_default();
        let tag = body
            .trim_start()
            .strip_prefix('<')
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()));
        if tag { html_to_text(body) } else { self.body.text() }
    }
}

/// What all messages of a conversation share.
struct Place<'a> {
    conversation: &'a Conversation<'a>,
    channel: Channel,
    visibility: Visibility,
    settings: &'a Settings,
}

impl Place<'_> {
    fn item(&self, part: &Part<'_>, id: Option<String>, at: Option<jiff::Timestamp>) -> Item {
        let withheld = self.channel == Channel::X;
        let mut author = part.author();
        let direction =
            if part.is_internal() { Direction::Internal } else { direction(&author, self.settings) };
        if withheld && direction == Direction::In {
            // What is left of the author is an id that may not even be theirs.
            author = Author { kind: author.kind, ..Author::default() };
        }
        let event = if part.redacted.is_true() { Event::Deleted } else { Event::Created };
        let text = if withheld || event == Event::Deleted { String::new() } else { part.text() };
        let mut message = Message::new(text).channel(self.channel).visibility(self.visibility);
        message = message.direction(direction).author(author);
        if direction == Direction::Internal {
            message.visibility = Visibility::Private;
        } else if self.visibility == Visibility::Unknown {
            message = message.gap(Gap::VisibilityUnknown);
        }
        message.id = id.unwrap_or_default();
        message.thread_id = self.conversation.id.id();
        message.sent_at = at;
        for file in part.attachments.iter() {
            let kind = file.content_type.get().or(file.r#type.get()).unwrap_or_default();
            let attachment = Attachment::new(attachment_kind(kind));
            message.attachments.push(Attachment { title: file.name.name(), ..attachment });
        }
        let assignee = self.conversation.admin_assignee_id.id().filter(|id| id != "0");
        let unknown = self.visibility == Visibility::Unknown;
        let address = Address::new(Platform::Intercom)
            .with("conversation_id", message.thread_id.clone())
            .with("admin_id", assignee)
            .with("open", unknown.then(|| "unknown".to_owned()));
        Item { platform: Platform::Intercom, event, message: with_gaps(message, event), address }
    }
}

/// Where a conversation began. All are private but X, where posts and direct messages come alike.
fn place(source: Option<&str>) -> (Channel, Visibility) {
    let channel = match source.unwrap_or_default() {
        "twitter" => return (Channel::X, Visibility::Unknown),
        "email" => Channel::Email,
        "facebook" => Channel::Messenger,
        "instagram" => Channel::Instagram,
        "whatsapp" => Channel::Whatsapp,
        "sms" => Channel::Sms,
        "phone_call" | "phone_switch" => Channel::Other,
        _ => Channel::Chat,
    };
    (channel, Visibility::Private)
}
