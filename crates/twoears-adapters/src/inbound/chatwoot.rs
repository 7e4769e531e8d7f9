//! Chatwoot: `message_created` and `message_updated`, as webhooks and agent bots get them.
//!
//! - `message_type` is a word or a number: 0 incoming, 1 outgoing, 2 activity, 3 template.
//! - `private: true` is a note among agents; it comes as [`Direction::Internal`] and never reaches a draft.
//! - `conversation.messages` may hold another message than the event's; it is not read.
//! - Times are "2020-03-03 13:05:57 UTC", ISO 8601 or epoch seconds.

use serde::Deserialize;
use twoears_core::{Attachment, Author, AuthorKind, Channel, Direction, Gap, Message, Visibility};

use super::{Event, Item, Parsed};
use crate::outbound::Address;
use crate::read::{self, List, Obj, Text, Time, attachment_kind};
use crate::shape::Shape;
use crate::{Error, Platform, Settings};

#[derive(Default, Deserialize)]
#[serde(default)]
struct Payload<'a> {
    #[serde(borrow)]
    event: Text<'a>,
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    content: Text<'a>,
    #[serde(borrow)]
    message_type: Text<'a>,
    #[serde(borrow)]
    private: Text<'a>,
    created_at: Time,
    #[serde(borrow)]
    sender: Obj<Sender<'a>>,
    #[serde(borrow)]
    conversation: Obj<Conversation<'a>>,
    #[serde(borrow)]
    account: Obj<Id<'a>>,
    #[serde(borrow)]
    attachments: List<File<'a>>,
    #[serde(borrow)]
    content_attributes: Obj<Attributes<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Id<'a> {
    #[serde(borrow)]
    id: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Sender<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    name: Text<'a>,
    #[serde(borrow)]
    r#type: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Conversation<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    channel: Text<'a>,
    #[serde(borrow)]
    additional_attributes: Obj<Additional<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Additional<'a> {
    #[serde(borrow)]
    r#type: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Attributes<'a> {
    #[serde(borrow)]
    deleted: Text<'a>,
    #[serde(borrow)]
    in_reply_to: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct File<'a> {
    #[serde(borrow)]
    file_type: Text<'a>,
    #[serde(borrow)]
    fallback_title: Text<'a>,
}

pub(crate) fn recognises(shape: &Shape<'_>, _text: &str) -> bool {
    let event = shape.text("event").unwrap_or_default();
    ["message_", "conversation_", "webwidget_"].iter().any(|start| event.starts_with(start))
        && shape.has("account")
}

pub(crate) fn parse(payload: &[u8], settings: &Settings) -> Result<Parsed, Error> {
    let text = read::text(payload);
    item(&read::json(&text)?, settings)
}

fn item(payload: &Payload<'_>, settings: &Settings) -> Result<Parsed, Error> {
    let event = match payload.event.get() {
        Some("message_created") => Event::Created,
        Some("message_updated") => Event::Edited,
        Some(event) if event.starts_with("conversation_") => {
            return Ok(Parsed::passed("a conversation's status, not a message"));
        }
        Some(_) => return Ok(Parsed::passed("an event that is not a message")),
        None => return Err(Error::payload("`event` is missing: not a webhook of Chatwoot")),
    };
    let deleted = payload.content_attributes.deleted.is_true();
    let event = if deleted { Event::Deleted } else { event };
    let (sender, conversation) = (&payload.sender, &payload.conversation);
    let (channel, visibility) = place(conversation);
    let direction = match payload.message_type.get() {
        _ if payload.private.is_true() => Direction::Internal,
        Some("outgoing" | "template" | "1" | "3") => Direction::Out,
        Some("activity" | "2") => Direction::System,
        _ => Direction::In,
    };
    let kind = match sender.r#type.get() {
        Some("user" | "User") => AuthorKind::Agent,
        Some("agent_bot" | "AgentBot" | "captain_assistant") => AuthorKind::Bot,
        Some("contact" | "Contact") => AuthorKind::Customer,
        _ => AuthorKind::Unknown,
    };
    let own = sender.id.get().is_some_and(|id| settings.is_own(id)) && kind != AuthorKind::Customer;
    let direction = if own && direction == Direction::In { Direction::Out } else { direction };
    let author = Author { id: sender.id.id(), name: sender.name.name(), kind, ..Author::default() };
    let text = if deleted { String::new() } else { payload.content.text() };
    let mut message =
        Message::new(text).channel(channel).visibility(visibility).direction(direction).author(author);
    message.id = payload.id.id().unwrap_or_default();
    message.thread_id = conversation.id.id();
    message.parent_id = payload.content_attributes.in_reply_to.id();
    message.sent_at = payload.created_at.get();
    for file in payload.attachments.iter() {
        let attachment = Attachment::new(attachment_kind(file.file_type.get().unwrap_or_default()));
        message.attachments.push(Attachment { title: file.fallback_title.name(), ..attachment });
    }
    if message.text.is_empty() && message.attachments.is_empty() && !deleted {
        message = message.gap(Gap::BodyUnavailable);
    }
    if message.author.id.is_none() && direction == Direction::In {
        message = message.gap(Gap::AuthorUnknown);
    }
    if message.sent_at.is_none() {
        message = message.gap(Gap::TimeUnknown);
    }
    let address = Address::new(Platform::Chatwoot)
        .with("account_id", payload.account.id.id())
        .with("conversation_id", message.thread_id.clone())
        .with("message_id", Some(message.id.clone()));
    Ok(Parsed::one(Item { platform: Platform::Chatwoot, event, message, address }))
}

/// Where it was written, and who can see it: everything in Chatwoot is a private conversation but a post on X.
fn place(conversation: &Conversation<'_>) -> (Channel, Visibility) {
    let channel = match conversation.channel.get() {
        Some("Channel::WebWidget" | "Channel::Api") => Channel::Chat,
        Some("Channel::FacebookPage") => Channel::Messenger,
        Some("Channel::Instagram") => Channel::Instagram,
        Some("Channel::TwitterProfile") => Channel::X,
        Some("Channel::Whatsapp") => Channel::Whatsapp,
        Some("Channel::Sms" | "Channel::TwilioSms") => Channel::Sms,
        Some("Channel::Email") => Channel::Email,
        Some("Channel::Telegram") => Channel::Telegram,
        Some("Channel::Line") => Channel::Line,
        Some("Channel::Tiktok") => Channel::Tiktok,
        _ => Channel::Other,
    };
    let tweet = channel == Channel::X && conversation.additional_attributes.r#type.get() == Some("tweet");
    (channel, if tweet { Visibility::Public } else { Visibility::Private })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(payload: &str) -> Item {
        let mut parsed = parse(payload.as_bytes(), &Settings::default()).unwrap();
        assert_eq!(parsed.items.len(), 1);
        parsed.items.remove(0)
    }

    const WHOLE: &str = r#"{"event":"message_created","id":"901","content":"My parcel is\nlate","message_type":"incoming",
        "private":false,"created_at":"2026-11-23 08:05:57 UTC","sender":{"id":3,"name":"Ann Lee","type":"contact"},
        "conversation":{"id":12,"channel":"Channel::Whatsapp","messages":[{"content":"another one"}]},"account":{"id":1},
        "attachments":[{"file_type":"image"}],"unheard_of":{"a":[1,2]}}"#;

    #[test]
    fn a_message_is_read() {
        let item = one(WHOLE);
        let message = &item.message;
        assert_eq!((message.id.as_str(), message.text.as_str()), ("901", "My parcel is\nlate"));
        assert_eq!((message.channel, message.is_public()), (Channel::Whatsapp, false));
        assert_eq!(message.author.name.as_deref(), Some("Ann Lee"));
        assert_eq!(message.sent_at.unwrap().to_string(), "2026-11-23T08:05:57Z");
        assert_eq!((message.attachments.len(), message.gaps.len()), (1, 0));
    }

    #[test]
    fn times_and_types_come_in_every_form() {
        for time in ["\"2026-11-23T08:05:57.000Z\"", "1795421157", "\"1795421157\"", "1795421157.25"] {
            let item = one(&WHOLE.replace("\"2026-11-23 08:05:57 UTC\"", time));
            assert_eq!(item.message.sent_at.unwrap().as_second(), 1_795_421_157, "{time}");
        }
        for (kind, direction) in [
            ("0", Direction::In),
            ("1", Direction::Out),
            ("2", Direction::System),
            ("\"template\"", Direction::Out),
        ] {
            assert_eq!(one(&WHOLE.replace("\"incoming\"", kind)).message.direction, direction, "{kind}");
        }
    }

    #[test]
    fn a_note_among_agents_stays_among_agents() {
        let item = one(&WHOLE.replace("\"private\":false", "\"private\":true"));
        assert_eq!(item.message.direction, Direction::Internal);
    }

    #[test]
    fn what_is_missing_or_of_another_kind_becomes_a_gap() {
        let item =
            one(r#"{"event":"message_created","content":[1],"sender":"x","conversation":7,"created_at":{}}"#);
        assert_eq!(item.message.gaps, [Gap::BodyUnavailable, Gap::AuthorUnknown, Gap::TimeUnknown]);
    }

    #[test]
    fn an_edit_and_a_deletion_are_told_apart() {
        let edited = WHOLE.replace("message_created", "message_updated");
        assert_eq!(one(&edited).event, Event::Edited);
        let deleted =
            edited.replace("\"attachments\"", "\"content_attributes\":{\"deleted\":true},\"attachments\"");
        let item = one(&deleted);
        assert_eq!((item.event, item.message.text.as_str()), (Event::Deleted, ""));
    }

    #[test]
    fn a_tweet_is_in_the_open() {
        let tweet = WHOLE.replace(
            "\"Channel::Whatsapp\"",
            "\"Channel::TwitterProfile\",\"additional_attributes\":{\"type\":\"tweet\"}",
        );
        assert!(one(&tweet).message.is_public());
    }
}
