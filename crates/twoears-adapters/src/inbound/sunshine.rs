//! Sunshine Conversations: webhooks of version 2, as the schemas of its published API specification lay them out
//! (`conversationMessageEvent`, `authorWebhook`, `sourceWebhook`, `content`).
//!
//! - `events` is a list: one payload may hold messages of several conversations, with receipts between them.
//! - The service masks the first 16 digits of longer runs of digits before anybody sees them. The text comes as it is: a
//!   number with signs in it is no order number, and asking the customer to type it again gets the same.
//! - `author.type` is `business` for agents and for programs; `subtypes` with `AI` and the source tell programs.
//! - `source.type` tells the channel of what customers write. What the business writes comes from its own tools
//!   (`zd:agentWorkspace`, `api:conversations`), so there the channel is not told, and counts as chat.
//! - `altText` of a file is its name by default. `recentNotifications` are other messages and are not read.
//! - The profile's locale is a hint at the language; profiles come only when the webhook asks for them (`includeFullUser`).
//!
//! Keys of an address: `app_id`, `conversation_id`, `message_id`.

use serde::Deserialize;
use twoears_core::{Attachment, AttachmentKind, Author, AuthorKind, Channel, Language, Message, Visibility};

use super::helpdesk::{direction, with_gaps};
use super::{Event, Item, Parsed};
use crate::outbound::Address;
use crate::read::{self, LIST_ENTRIES, List, Obj, Text, Time, attachment_kind};
use crate::{Error, Platform, Settings};

#[derive(Default, Deserialize)]
#[serde(default)]
struct Payload<'a> {
    #[serde(borrow)]
    app: Obj<Id<'a>>,
    #[serde(borrow)]
    events: Option<List<Obj<Change<'a>>>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Id<'a> {
    #[serde(borrow)]
    id: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[serde(rename_all = "camelCase")]
struct Change<'a> {
    #[serde(borrow)]
    r#type: Text<'a>,
    created_at: Time,
    #[serde(borrow)]
    payload: Obj<Told<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Told<'a> {
    #[serde(borrow)]
    conversation: Obj<Id<'a>>,
    #[serde(borrow)]
    message: Obj<Sent<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[serde(rename_all = "camelCase")]
struct Sent<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    received: Time,
    #[serde(borrow)]
    author: Obj<By<'a>>,
    #[serde(borrow)]
    content: Obj<Content<'a>>,
    #[serde(borrow)]
    source: Obj<Source<'a>>,
    #[serde(borrow)]
    quoted_message: Obj<Quoted<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[serde(rename_all = "camelCase")]
struct By<'a> {
    #[serde(borrow)]
    r#type: Text<'a>,
    #[serde(borrow)]
    subtypes: List<Text<'a>>,
    #[serde(borrow)]
    user_id: Text<'a>,
    #[serde(borrow)]
    display_name: Text<'a>,
    #[serde(borrow)]
    user: Obj<User<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[serde(rename_all = "camelCase")]
struct User<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    signed_up_at: Time,
    #[serde(borrow)]
    profile: Obj<Profile<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[serde(rename_all = "camelCase")]
struct Profile<'a> {
    #[serde(borrow)]
    given_name: Text<'a>,
    #[serde(borrow)]
    surname: Text<'a>,
    #[serde(borrow)]
    locale: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[serde(rename_all = "camelCase")]
struct Content<'a> {
    #[serde(borrow)]
    r#type: Text<'a>,
    #[serde(borrow)]
    text: Text<'a>,
    #[serde(borrow)]
    text_fallback: Text<'a>,
    #[serde(borrow)]
    alt_text: Text<'a>,
    #[serde(borrow)]
    media_type: Text<'a>,
    #[serde(borrow)]
    location: Obj<Location<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Location<'a> {
    #[serde(borrow)]
    name: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Source<'a> {
    #[serde(borrow)]
    r#type: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Quoted<'a> {
    #[serde(borrow)]
    message: Obj<Id<'a>>,
}

pub(crate) fn parse(payload: &[u8], settings: &Settings) -> Result<Parsed, Error> {
    let text = read::text(payload);
    let payload: Payload<'_> = read::json(&text)?;
    let events = payload.events.as_ref().ok_or_else(|| {
        Error::payload("`events` is missing: not a webhook of version 2 of Sunshine Conversations")
    })?;
    let mut parsed = Parsed::default();
    for event in events.iter() {
        match event.r#type.get() {
            Some("conversation:message") => parsed.items.push(item(&payload.app, event, settings)),
            kind => parsed.passed.push(passed(kind.unwrap_or_default())),
        }
    }
    match events.len() {
        0 => parsed.passed.push("no events"),
        LIST_ENTRIES => parsed.passed.push("events beyond the first thousand, if there were any"),
        _ => {}
    }
    Ok(parsed)
}

/// What an event is that holds no message, in words.
fn passed(kind: &str) -> &'static str {
    match kind {
        "conversation:read" | "conversation:typing" => "a customer read or types",
        "conversation:postback" => "a tap on a button",
        kind if kind.starts_with("conversation:message:delivery") => "a delivery receipt",
        kind if kind.starts_with("conversation:") => "a conversation's status, not a message",
        kind if kind.starts_with("user:") || kind.starts_with("client:") => "a customer's profile changed",
        kind if kind.starts_with("switchboard:") => "a conversation was handed over",
        _ => "an event that is not a message",
    }
}

fn item(app: &Id<'_>, event: &Change<'_>, settings: &Settings) -> Item {
    let (conversation, sent) = (&event.payload.conversation, &event.payload.message);
    let author = author(sent);
    let direction = direction(&author, settings);
    let content = &sent.content;
    let text = match content.text.text() {
        // The words beside a place are the service's own, for channels that show no map.
        _ if content.r#type.get() == Some("location") => String::new(),
        text if text.is_empty() => content.text_fallback.text(),
        text => text,
    };
    let mut message =
        Message::new(text).channel(channel(sent.source.r#type.get())).visibility(Visibility::Private);
    message = message.direction(direction).author(author);
    message.id = sent.id.id().unwrap_or_default();
    message.thread_id = conversation.id.id();
    message.parent_id = sent.quoted_message.message.id.id();
    message.sent_at = sent.received.get().or(event.created_at.get());
    message.language = language(sent.author.user.profile.locale.get());
    message.attachments.extend(attachment(content));
    let address = Address::new(Platform::Sunshine)
        .with("app_id", app.id.id())
        .with("conversation_id", message.thread_id.clone())
        .with("message_id", Some(message.id.clone()));
    let event = Event::Created;
    Item { platform: Platform::Sunshine, event, message: with_gaps(message, event), address }
}

fn author(sent: &Sent<'_>) -> Author {
    let by = &sent.author;
    let program = by.subtypes.iter().any(|kind| kind.get() == Some("AI"))
        || matches!(sent.source.r#type.get(), Some("zd:answerBot" | "zd:ultimate" | "officehours"));
    let kind = match by.r#type.get() {
        Some("user") => AuthorKind::Customer,
        Some("business") if program => AuthorKind::Bot,
        Some("business") => AuthorKind::Agent,
        _ => AuthorKind::Unknown,
    };
    let profile = &by.user.profile;
    let names = [profile.given_name.name(), profile.surname.name()];
    let names: Vec<String> = names.into_iter().flatten().collect();
    let name = by.display_name.name().or_else(|| (!names.is_empty()).then(|| names.join(" ")));
    let id = by.user_id.id().or_else(|| by.user.id.id());
    Author { id, name, kind, first_seen: by.user.signed_up_at.get(), ..Author::default() }
}

/// What a message holds beside words.
fn attachment(content: &Content<'_>) -> Option<Attachment> {
    let kind = match content.r#type.get()? {
        "image" => AttachmentKind::Image,
        "file" => match content.media_type.get().map(attachment_kind) {
            Some(AttachmentKind::Other) | None => AttachmentKind::File,
            Some(kind) => kind,
        },
        "location" => AttachmentKind::Location,
        "carousel" | "list" => AttachmentKind::Other,
        _ => return None,
    };
    Some(Attachment { kind, title: content.alt_text.name().or_else(|| content.location.name.name()) })
}

fn channel(source: Option<&str>) -> Channel {
    match source.unwrap_or_default() {
        "whatsapp" => Channel::Whatsapp,
        "messenger" => Channel::Messenger,
        "instagram" => Channel::Instagram,
        "twitter" => Channel::X,
        "telegram" => Channel::Telegram,
        "line" => Channel::Line,
        "twilio" | "messagebird" | "sms" => Channel::Sms,
        "mailgun" => Channel::Email,
        "viber" | "wechat" | "kakao" | "apple" | "googlercs" | "slack" => Channel::Other,
        _ => Channel::Chat,
    }
}

/// The language of a locale such as `en-GB`.
fn language(locale: Option<&str>) -> Option<Language> {
    locale?.split(['-', '_']).next()?.parse().ok()
}
