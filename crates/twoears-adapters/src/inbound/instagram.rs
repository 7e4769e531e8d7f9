//! Instagram: comments, comments on a live broadcast, mentions and direct messages of a professional account.
//!
//! Documented in "Webhook Notification Examples" and "Mentions" of the Instagram Platform and in the Instagram reference of
//! the Graph API's webhooks. Traps:
//!
//! - A comment has no time of its own: the entry's counts.
//! - With Instagram Login, `field` and `value` stand in the entry itself; with Facebook Login, in `changes`.
//! - A comment on an ad is told twice, the second time with `media.ad_id`: the id is the same.
//! - The account's own comments and replies come too.
//! - A mention brings ids alone, no words and no author; the same comment may come as `comments` with its words.
//! - Edits and deletions of comments are not told.
//!
//! Messages: see [`messaging`](super::meta::messaging). A comment and its replies are one conversation, by the id of the
//! comment. Address: `ig_id`, then `comment_id` and `media_id` (comments; with `mention` where the account was only
//! mentioned) or `recipient_id` (messages; with `standby` where another app holds the conversation).

use serde::Deserialize;
use twoears_core::{Author, AuthorKind, Channel, Direction, Gap, Message, Visibility};

use super::meta::messaging::{Messaging, Place};
use super::meta::{Change, Who, entries};
use super::{Event, Item, Parsed};
use crate::outbound::Address;
use crate::read::{self, List, Obj, Text, Time};
use crate::{Error, Platform, Settings};

#[derive(Default, Deserialize)]
#[serde(default)]
struct Entry<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    time: Time,
    #[serde(borrow)]
    changes: List<Obj<Change<'a, Value<'a>>>>,
    #[serde(borrow)]
    field: Text<'a>,
    #[serde(borrow)]
    value: Obj<Value<'a>>,
    #[serde(borrow)]
    messaging: List<Obj<Messaging<'a>>>,
    #[serde(borrow)]
    standby: List<Obj<Messaging<'a>>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Value<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    text: Text<'a>,
    #[serde(borrow)]
    from: Obj<From<'a>>,
    #[serde(borrow)]
    media: Obj<Who<'a>>,
    #[serde(borrow)]
    parent_id: Text<'a>,
    #[serde(borrow)]
    media_id: Text<'a>,
    #[serde(borrow)]
    comment_id: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct From<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    username: Text<'a>,
}

pub(crate) fn parse(payload: &[u8], settings: &Settings) -> Result<Parsed, Error> {
    let text = read::text(payload);
    let mut parsed = Parsed::default();
    for entry in entries::<Entry<'_>>(&text, "instagram")?.iter() {
        for change in entry.changes.iter() {
            entry.change(&change.field, &change.value, settings, &mut parsed);
        }
        if entry.field.get().is_some() {
            entry.change(&entry.field, &entry.value, settings, &mut parsed);
        }
        let place = |standby| Place {
            platform: Platform::Instagram,
            channel: Channel::Instagram,
            own: &entry.id,
            own_key: "ig_id",
            time: entry.time,
            standby,
        };
        for event in entry.messaging.iter() {
            event.read(&place(false), settings, &mut parsed);
        }
        for event in entry.standby.iter() {
            event.read(&place(true), settings, &mut parsed);
        }
        let told = entry.changes.len() + entry.messaging.len() + entry.standby.len();
        if told == 0 && entry.field.get().is_none() {
            parsed.passed.push("an entry without an event");
        }
    }
    Ok(parsed)
}

impl Entry<'_> {
    fn change(&self, field: &Text<'_>, value: &Value<'_>, settings: &Settings, parsed: &mut Parsed) {
        let item = match field.get() {
            Some("comments") => self.comment(value, settings),
            Some("live_comments") => {
                let mut item = self.comment(value, settings);
                // These are told while the broadcast lasts, and not after.
                item.message.reach = item.message.reach.live(true);
                item
            }
            Some("mentions") => self.mention(value),
            Some("story_insights") => return parsed.passed.push("figures of a story"),
            _ => return parsed.passed.push("a change of the account that is not a message"),
        };
        parsed.items.push(item);
    }

    fn comment(&self, value: &Value<'_>, settings: &Settings) -> Item {
        let (id, handle) = (value.from.id.id(), value.from.username.name());
        let own = id.is_some() && id == self.id.id()
            || id.iter().chain(&handle).any(|id_or_handle| settings.is_own(id_or_handle));
        let kind = if own { AuthorKind::Agent } else { AuthorKind::Customer };
        let known = id.is_some() || handle.is_some();
        let mut message = Message::new(value.text.text())
            .direction(if own { Direction::Out } else { Direction::In })
            .author(Author { id, handle, kind, ..Author::default() });
        let comment = value.id.id();
        message.thread_id = value.parent_id.id().or_else(|| comment.clone());
        message.parent_id = value.parent_id.id().or_else(|| value.media.id.id());
        if message.text.is_empty() {
            message = message.gap(Gap::BodyUnavailable);
        }
        if !known {
            message = message.gap(Gap::AuthorUnknown);
        }
        self.item(message, comment, value.media.id.id())
    }

    /// A mention in a comment, or in the caption of somebody's post: its words have to be fetched.
    fn mention(&self, value: &Value<'_>) -> Item {
        let (comment, media) = (value.comment_id.id(), value.media_id.id());
        let author = Author { kind: AuthorKind::Customer, ..Author::default() };
        let message = Message::new("").author(author).gap(Gap::BodyUnavailable).gap(Gap::AuthorUnknown);
        let mut item = self.item(message, comment.clone(), media.clone());
        item.message.parent_id = comment.is_some().then(|| media.clone()).flatten();
        item.message.thread_id = comment.or(media);
        item.address = item.address.with("mention", Some("true".to_owned()));
        item
    }

    fn item(&self, message: Message, comment: Option<String>, media: Option<String>) -> Item {
        let mut message = message.channel(Channel::Instagram).visibility(Visibility::Public);
        message.id = comment.clone().or_else(|| media.clone()).unwrap_or_default();
        message.sent_at = self.time.get();
        if message.sent_at.is_none() {
            message = message.gap(Gap::TimeUnknown);
        }
        let address = Address::new(Platform::Instagram)
            .with("ig_id", self.id.id())
            .with("comment_id", comment)
            .with("media_id", media);
        Item { platform: Platform::Instagram, event: Event::Created, message, address }
    }
}
