//! Zendesk: event webhooks, as the pages "Ticket events" and "Messaging events" of its developer documentation lay them out.
//!
//! - `ticket.comment_added` holds the words; `ticket.created` does not: it comes as a message with
//!   [`Gap::BodyUnavailable`], and its words with the event of the first comment. `detail.description` is a copy of
//!   them and is not read, or one message would come twice.
//! - `is_public: false` is a note among agents, whoever wrote it: [`Direction::Internal`]. Where it is not said, what an
//!   agent wrote is taken for a note.
//! - `messaging_ticket.message_added` tells the ticket's id alone: a chat, whose channel is not told.
//! - `via.channel` is how the ticket began; a later comment may have come by e-mail.
//! - Digits that look like the number of a card come blackened but for the first six and the last four (`12345 1▇▇▇▇ ▇2348`, page
//!   "Automatically redacting credit card numbers").
//! - A redaction (`comment_redacted`) and a comment made private come as [`Event::Edited`], with the words where they are told.
//! - Ids are texts or numbers; times have nine decimals.
//! - A webhook that a trigger or an automation sends has a body of the organisation's own making: that is not read here.
//!
//! Keys of an address: `ticket_id`, `comment_id`; `open` ("yes") for a post that everybody can read; `messaging` ("yes")
//! for a ticket of a chat or a messenger, with `conversation_id` where the event tells it.

use serde::Deserialize;
use twoears_core::{Author, AuthorKind, Channel, Direction, Gap, Message, Visibility};

use super::helpdesk::{direction, with_gaps};
use super::{Event, Item, Parsed};
use crate::outbound::Address;
use crate::read::{self, Obj, Text, Time, html_to_text};
use crate::{Error, Platform, Settings};

/// What every type of event begins with.
const TYPE: &str = "zen:event-type:";

#[derive(Default, Deserialize)]
#[serde(default)]
struct Payload<'a> {
    #[serde(borrow)]
    r#type: Text<'a>,
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    subject: Text<'a>,
    time: Time,
    #[serde(borrow)]
    detail: Obj<Detail<'a>>,
    #[serde(borrow)]
    event: Obj<Change<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Detail<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    created_at: Time,
    #[serde(borrow)]
    requester_id: Text<'a>,
    #[serde(borrow)]
    submitter_id: Text<'a>,
    #[serde(borrow)]
    via: Obj<Via<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Via<'a> {
    #[serde(borrow)]
    channel: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Change<'a> {
    #[serde(borrow)]
    comment: Obj<Words<'a>>,
    #[serde(borrow)]
    message: Obj<Words<'a>>,
    #[serde(borrow)]
    actor: Obj<Person<'a>>,
    #[serde(borrow)]
    conversation_id: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Words<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    body: Text<'a>,
    #[serde(borrow)]
    html_body: Text<'a>,
    #[serde(borrow)]
    is_public: Text<'a>,
    #[serde(borrow)]
    author: Obj<Person<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Person<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    name: Text<'a>,
    #[serde(borrow)]
    is_staff: Text<'a>,
    #[serde(borrow)]
    r#type: Text<'a>,
}

pub(crate) fn parse(payload: &[u8], settings: &Settings) -> Result<Parsed, Error> {
    let text = read::text(payload);
    let payload: Payload<'_> = read::json(&text)?;
    let kind = payload.r#type.get().and_then(|kind| kind.strip_prefix(TYPE));
    let kind = kind.ok_or_else(|| {
        Error::payload(format!("`type` should begin with `{TYPE}`: not an event webhook of Zendesk"))
    })?;
    Ok(match kind {
        "ticket.comment_added" | "ticket.comment_created" => comment(&payload, Event::Created, settings),
        "ticket.comment_redacted" | "ticket.comment_made_private" => {
            comment(&payload, Event::Edited, settings)
        }
        "ticket.created" => ticket(&payload, settings),
        "messaging_ticket.message_added" => message(&payload, settings),
        "ticket.attachment_linked_to_comment" | "ticket.attachment_redacted_from_comment" => {
            Parsed::passed("an attachment of a comment that came by itself")
        }
        "ticket.soft_deleted" | "ticket.permanently_deleted" | "ticket.marked_as_spam" => {
            Parsed::passed("a ticket was deleted or marked as spam")
        }
        "ticket.merged" => Parsed::passed("a ticket was merged into another"),
        kind if kind.starts_with("ticket.") => Parsed::passed("a ticket's status or field, not a message"),
        kind if kind.starts_with("messaging") => Parsed::passed("a messaging event or figure, not a message"),
        _ => Parsed::passed("an event that is not about a ticket"),
    })
}

/// A comment on a ticket, for the customer or among agents.
fn comment(payload: &Payload<'_>, event: Event, settings: &Settings) -> Parsed {
    let (detail, comment) = (&payload.detail, &payload.event.comment);
    let by = &comment.author;
    let requester = by.id.id().is_some_and(|id| Some(id) == detail.requester_id.id());
    let kind = match by.is_staff.flag() {
        Some(true) => AuthorKind::Agent,
        Some(false) => AuthorKind::Customer,
        None if requester => AuthorKind::Customer,
        None => AuthorKind::Unknown,
    };
    let author = Author { id: by.id.id(), name: by.name.name(), kind, ..Author::default() };
    let made_private = payload.r#type.get().is_some_and(|kind| kind.ends_with("made_private"));
    let public = if made_private { Some(false) } else { comment.is_public.flag() };
    let direction = match (public, direction(&author, settings)) {
        (Some(false), _) | (None, Direction::Out) => Direction::Internal,
        (_, direction) => direction,
    };
    let text = match comment.body.text() {
        text if text.trim().is_empty() => html_to_text(comment.html_body.get().unwrap_or_default()),
        text => text,
    };
    let (channel, visibility) = place(detail.via.channel.get());
    let visibility = if direction == Direction::Internal { Visibility::Private } else { visibility };
    let mut message = Message::new(text).channel(channel).direction(direction).author(author);
    if public.is_none() && direction == Direction::In {
        message = message.gap(Gap::VisibilityUnknown);
    }
    message.sent_at = payload.time.get();
    one(payload, message.visibility(visibility), event, comment.id.id())
}

/// A new ticket: somebody wrote, and the words come with another event.
fn ticket(payload: &Payload<'_>, settings: &Settings) -> Parsed {
    let detail = &payload.detail;
    let (requester, submitter) = (detail.requester_id.id(), detail.submitter_id.id());
    // Who submits for another is an agent as a rule; whose words they are is not told.
    let kind = if requester.is_some() && requester == submitter {
        AuthorKind::Customer
    } else {
        AuthorKind::Unknown
    };
    let author = Author { id: requester, kind, ..Author::default() };
    let (channel, visibility) = place(detail.via.channel.get());
    let direction = direction(&author, settings);
    let mut message =
        Message::default().channel(channel).visibility(visibility).direction(direction).author(author);
    message.sent_at = detail.created_at.get().or(payload.time.get());
    let id = ticket_id(payload).map(|id| format!("ticket:{id}"));
    one(payload, message, Event::Created, id)
}

/// A message of a messaging conversation.
fn message(payload: &Payload<'_>, settings: &Settings) -> Parsed {
    let (actor, words) = (&payload.event.actor, &payload.event.message);
    let built_in = actor.id.get().is_some_and(|id| id.starts_with("zd:"));
    let kind = match actor.r#type.get() {
        _ if built_in => AuthorKind::Bot,
        Some("end_user") => AuthorKind::Customer,
        Some("agent") => AuthorKind::Agent,
        Some("trigger" | "system" | "bot") => AuthorKind::Bot,
        _ => AuthorKind::Unknown,
    };
    let author = Author { id: actor.id.id(), name: actor.name.name(), kind, ..Author::default() };
    let direction = direction(&author, settings);
    let mut message = Message::new(words.body.text()).channel(Channel::Chat).direction(direction);
    message = message.visibility(Visibility::Private).author(author);
    message.sent_at = payload.time.get();
    one(payload, message, Event::Created, words.id.id())
}

/// The message with its ids, gaps and address. Where it has no id of its own, the event's stands in: it is the same at
/// every delivery.
fn one(payload: &Payload<'_>, mut message: Message, event: Event, id: Option<String>) -> Parsed {
    message.id = id.or_else(|| payload.id.id()).unwrap_or_default();
    message.thread_id = ticket_id(payload);
    if message.visibility == Visibility::Unknown {
        message = message.gap(Gap::VisibilityUnknown);
    }
    let open = message.visibility == Visibility::Public;
    let mail = matches!(message.channel, Channel::Email | Channel::Sms | Channel::Other);
    let address = Address::new(Platform::Zendesk)
        .with("ticket_id", message.thread_id.clone())
        .with("comment_id", payload.event.comment.id.id())
        .with("conversation_id", payload.event.conversation_id.id())
        .with("open", open.then(|| "yes".to_owned()))
        .with("messaging", (!open && !mail).then(|| "yes".to_owned()));
    Parsed::one(Item { platform: Platform::Zendesk, event, message: with_gaps(message, event), address })
}

/// The ticket: by its detail, or by the subject `zen:ticket:141`.
fn ticket_id(payload: &Payload<'_>) -> Option<String> {
    let subject = || payload.subject.get()?.strip_prefix("zen:ticket:").map(str::to_owned);
    payload.detail.id.id().or_else(subject).filter(|id| !id.is_empty() && id.len() <= read::ID_BYTES)
}

/// Where a ticket came from and who can see it. What a form or an app opens is answered by e-mail.
fn place(via: Option<&str>) -> (Channel, Visibility) {
    let channel = match via.unwrap_or_default() {
        "twitter" | "twitter_favorite" => return (Channel::X, Visibility::Public),
        "facebook_post" => return (Channel::Facebook, Visibility::Public),
        "mail" | "email" | "mailgun" | "connect_mail" | "web" | "web_form" | "web_service" | "helpcenter"
        | "api" | "mobile" | "closed_ticket" => Channel::Email,
        "twitter_dm" | "sunshine_conversations_twitter_dm" => Channel::X,
        "facebook_message" | "sunshine_conversations_facebook_messenger" => Channel::Messenger,
        "instagram_dm" => Channel::Instagram,
        "whatsapp" => Channel::Whatsapp,
        "telegram" => Channel::Telegram,
        "line" => Channel::Line,
        "sms" | "text_message" | "twilio_sms" | "messagebird_sms" | "connect_sms" => Channel::Sms,
        "chat"
        | "chat_transcript"
        | "chat_offline_message"
        | "native_messaging"
        | "web_widget"
        | "mobile_sdk"
        | "answer_bot"
        | "answer_bot_api"
        | "answer_bot_for_sdk"
        | "answer_bot_for_web_widget"
        | "sunshine_conversations_api"
        | "omnichannel" => Channel::Chat,
        "viber"
        | "wechat"
        | "kakaotalk"
        | "apple_business_chat"
        | "google_business_messages"
        | "google_rcs"
        | "phone_call_inbound"
        | "phone_call_outbound"
        | "api_phone_call_inbound"
        | "api_phone_call_outbound"
        | "voicemail"
        | "api_voicemail"
        | "side_conversation" => Channel::Other,
        _ => return (Channel::Other, Visibility::Unknown),
    };
    (channel, Visibility::Private)
}
