//! Mastodon: a status, a notification with a status, and a message of the stream, whose `payload` is JSON within JSON.
//!
//! - `content` is HTML; links and mentions stand in it in parts, some hidden. `spoiler_text` is plain and comes first.
//! - A favourite, a boost and a poll that ended come with one's own status: they are passed. A boost among statuses has a
//!   `reblog`; that is passed too, since the status itself comes by its own event.
//! - `edited_at`, a `status.update` and a notification `update` mean: changed, read it again. The id stays.
//! - `delete` tells an id and nothing else, not even whose status it was.
//! - No conversation is named. A status that answers nothing begins its thread; for one that answers another `parent_id` is
//!   all there is, as deep as it may lie.
//! - `acct` has no server for accounts of the server that was asked; one's own handle is also known by the server in `url`.
//! - The account's `created_at` says since when it is on the server, not since when the organisation knows somebody.
//!
//! Keys of the address: `status_id`, `acct` (who wrote it), `visibility` (as Mastodon calls it).
//!
//! Shapes: Mastodon's documentation, entities "Status", "Notification" and "Conversation", "streaming API methods".

use serde::Deserialize;
use serde::de::IgnoredAny;
use twoears_core::{Attachment, AttachmentKind, Author, Channel, Message, Visibility};

use super::{Event, Item, Parsed, post};
use crate::outbound::Address;
use crate::read::{self, List, Obj, Text, Time, attachment_kind, html_to_text};
use crate::shape::Shape;
use crate::{Error, Platform, Settings};

/// A status; at the top also what holds one: a notification, a conversation, a message of the stream.
#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "Inner: Deserialize<'de> + Default"))]
struct Post<'a, Inner = IgnoredAny> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    content: Text<'a>,
    #[serde(borrow)]
    spoiler_text: Text<'a>,
    #[serde(borrow)]
    visibility: Text<'a>,
    created_at: Time,
    edited_at: Time,
    #[serde(borrow)]
    in_reply_to_id: Text<'a>,
    #[serde(borrow)]
    language: Text<'a>,
    #[serde(borrow)]
    account: Obj<Account<'a>>,
    #[serde(borrow)]
    media_attachments: List<Obj<Media<'a>>>,
    #[serde(borrow)]
    reblog: Obj<Id<'a>>,
    #[serde(borrow)]
    quote: Obj<Quote<'a>>,
    #[serde(borrow)]
    event: Text<'a>,
    #[serde(borrow)]
    payload: Text<'a>,
    #[serde(borrow)]
    r#type: Text<'a>,
    #[serde(borrow)]
    unread: Text<'a>,
    status: Obj<Inner>,
    last_status: Obj<Inner>,
}

/// What comes as a whole payload.
type Top<'a> = Post<'a, Post<'a>>;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Account<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    acct: Text<'a>,
    #[serde(borrow)]
    display_name: Text<'a>,
    #[serde(borrow)]
    url: Text<'a>,
    #[serde(borrow)]
    bot: Text<'a>,
    #[serde(borrow)]
    followers_count: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Media<'a> {
    #[serde(borrow)]
    r#type: Text<'a>,
    #[serde(borrow)]
    description: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Quote<'a> {
    #[serde(borrow)]
    state: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Id<'a> {
    #[serde(borrow)]
    id: Text<'a>,
}

/// A status, a notification about one, or a message of the stream.
pub(crate) fn recognises(shape: &Shape<'_>, _text: &str) -> bool {
    let kind = ["content", "status", "type"].iter().any(|key| shape.has(key));
    (shape.has("account") && kind) || (shape.has("stream") && shape.has("event"))
}

pub(crate) fn parse(payload: &[u8], settings: &Settings) -> Result<Parsed, Error> {
    let text = read::text(payload);
    let top: Obj<Top<'_>> = read::json(&text)?;
    let Some(event) = top.event.get() else { return entity(&top, Event::Created, settings) };
    let event = match event {
        "update" | "notification" | "conversation" => Event::Created,
        "status.update" => Event::Edited,
        "delete" => return Ok(deleted(&top.payload)),
        "filters_changed" => return Ok(Parsed::passed("filters were changed")),
        "notifications_merged" => return Ok(Parsed::passed("notifications were merged")),
        event if event.starts_with("announcement") => {
            return Ok(Parsed::passed("an announcement of the server"));
        }
        _ => return Ok(Parsed::passed("an event that is not a message")),
    };
    let inner = top.payload.get().ok_or_else(|| {
        Error::payload("`payload` of a message of Mastodon's stream: there should be JSON, as a text")
    })?;
    let inner = read::text(inner.as_bytes());
    let inner: Obj<Top<'_>> = read::json(&inner)?;
    entity(&inner, event, settings)
}

/// A status, a notification or a conversation.
fn entity(top: &Top<'_>, event: Event, settings: &Settings) -> Result<Parsed, Error> {
    if top.content.get().is_some() {
        return Ok(status(top, event, settings));
    }
    if let Some(kind) = top.r#type.get() {
        let event = match kind {
            "mention" | "status" | "quote" => event,
            "update" => Event::Edited,
            "reblog" => return Ok(Parsed::passed("a boost")),
            "favourite" => return Ok(Parsed::passed("a favourite")),
            "follow" | "follow_request" => return Ok(Parsed::passed("a follower")),
            "poll" => return Ok(Parsed::passed("a poll ended")),
            "quoted_update" => return Ok(Parsed::passed("a status that was quoted was changed")),
            _ => return Ok(Parsed::passed("a notification that is not a message")),
        };
        return Ok(match top.status.id.get() {
            Some(_) => status(&top.status, event, settings),
            None => Parsed::passed("a notification without its status"),
        });
    }
    if top.unread.get().is_some() {
        return Ok(match top.last_status.id.get() {
            Some(_) => status(&top.last_status, event, settings),
            None => Parsed::passed("a conversation without a status"),
        });
    }
    if top.id.get().is_some() && (top.account.id.get().is_some() || top.visibility.get().is_some()) {
        return Ok(status(top, event, settings));
    }
    Err(Error::payload(
        "nothing of Mastodon: there should be `content` of a status, `type` of a notification, or `event` of the stream",
    ))
}

fn status<Inner>(post: &Post<'_, Inner>, event: Event, settings: &Settings) -> Parsed {
    if post.reblog.id.get().is_some() {
        return Parsed::passed("a boost");
    }
    let edited = event == Event::Created && post.edited_at.get().is_some();
    let event = if edited { Event::Edited } else { event };
    let visibility = match post.visibility.get() {
        Some("public") => Visibility::Public,
        Some("unlisted") => Visibility::Unlisted,
        Some("private") => Visibility::Followers,
        Some("direct") => Visibility::Private,
        _ => Visibility::Unknown,
    };
    let account = &post.account;
    let direction = post::direction(is_own(account, settings));
    let author = Author {
        id: account.id.id(),
        name: account.display_name.name(),
        handle: account.acct.name(),
        followers: account.followers_count.count(),
        kind: post::kind(direction, account.bot.is_true()),
        ..Author::default()
    };
    let mut text = post.spoiler_text.text().trim().to_owned();
    let content = html_to_text(post.content.get().unwrap_or_default());
    if !text.is_empty() && !content.is_empty() {
        text.push('\n');
    }
    text.push_str(&content);
    let text = read::first_bytes(&text, read::TEXT_BYTES);
    let mut message = Message::new(text)
        .channel(Channel::Mastodon)
        .visibility(visibility)
        .direction(direction)
        .author(author);
    message.id = post.id.id().unwrap_or_default();
    message.parent_id = post.in_reply_to_id.id();
    message.thread_id = post::thread_of(&message.id, message.parent_id.as_deref());
    message.sent_at = post.created_at.get();
    message.language = post::language(&post.language);
    for media in post.media_attachments.iter() {
        let attachment = Attachment::new(attachment_kind(media.r#type.get().unwrap_or_default()));
        message.attachments.push(Attachment { title: media.description.name(), ..attachment });
    }
    if post.quote.state.get().is_some() {
        message.attachments.push(Attachment::new(AttachmentKind::Share));
    }
    let address = Address::new(Platform::Mastodon)
        .with("status_id", Some(message.id.clone()))
        .with("acct", message.author.handle.clone())
        .with("visibility", post.visibility.name());
    Parsed::one(Item {
        platform: Platform::Mastodon,
        event,
        message: post::with_gaps(message, event),
        address,
    })
}

/// A status that was taken back; the stream tells its id alone.
fn deleted(id: &Text<'_>) -> Parsed {
    let Some(id) = id.id() else { return Parsed::passed("a deletion without an id") };
    let message = post::deleted(id.clone(), None, false).channel(Channel::Mastodon);
    let address = Address::new(Platform::Mastodon).with("status_id", Some(id));
    Parsed::one(Item {
        platform: Platform::Mastodon,
        event: Event::Deleted,
        message: post::with_gaps(message, Event::Deleted),
        address,
    })
}

/// Is it an account of the organisation: by its id, its handle, or its handle with the server's name?
fn is_own(account: &Account<'_>, settings: &Settings) -> bool {
    let named = |id: &Text<'_>| id.get().is_some_and(|id| settings.is_own(id));
    if named(&account.id) || named(&account.acct) {
        return true;
    }
    let host = account.url.get().and_then(|url| url.strip_prefix("https://")?.split('/').next());
    match (account.acct.get(), host) {
        (Some(acct), Some(host)) if !acct.contains('@') => settings.is_own(&format!("{acct}@{host}")),
        _ => false,
    }
}
