//! X, webhooks of the Account Activity API: posts, direct messages and deletions that concern one account, `for_user_id`.
//!
//! - Posts have the shape of the first version: ids also as numbers too large for some languages (`id_str` is the id), times as
//!   `Mon Nov 23 08:05:57 +0000 2026`, a long post cut in `text` and whole in `extended_tweet`.
//! - What the account itself writes comes too, posts and direct messages; so do reposts, which are passed.
//! - No conversation is named for a post. One that answers nothing begins its thread; else `parent_id` is all there is. A direct
//!   message belongs to the conversation of its two accounts, named as the second version does: the smaller id, `-`, the other.
//! - Who writes a direct message stands in `users`, by id.
//! - A deletion tells the id of the post and whose it was.
//! - A payload can hold several kinds of events.
//!
//! Keys of the address: `tweet_id` for a post, `participant_id` (the customer) for both.
//!
//! Shapes: developer.x.com, "Account Activity data objects", "Message create object", "Example payloads" and "Tweet updates".

use std::collections::BTreeMap;

use jiff::Timestamp;
use twoears_core::{Attachment, AttachmentKind, Author, Channel, Direction, Message, Visibility};

use super::x_text::whole;
use super::{Event, Item, Parsed, post};
use crate::outbound::Address;
use crate::read::{self, Obj, Text, attachment_kind};
use crate::{Error, Platform, Settings};

mod shape;

use shape::{Delete, Direct, Payload, Post, User};

pub(crate) fn parse(payload: &[u8], settings: &Settings) -> Result<Parsed, Error> {
    let text = read::text(payload);
    let payload: Obj<Payload<'_>> = read::json(&text)?;
    let users = payload.users.iter().filter_map(|(id, user)| Some((id.get()?, &**user))).collect();
    let account = Account { id: payload.for_user_id.get(), users, settings };
    let mut parsed = Parsed::default();
    for tweet in payload.tweet_create_events.iter() {
        match account.tweet(tweet) {
            Some(item) => parsed.items.push(item),
            None => parsed.passed.push("a repost"),
        }
    }
    for event in payload.direct_message_events.iter() {
        match account.direct(event) {
            Some(item) => parsed.items.push(item),
            None => parsed.passed.push("an event of a conversation that is not a message"),
        }
    }
    for event in payload.tweet_delete_events.iter() {
        match account.deleted(event) {
            Some(item) => parsed.items.push(item),
            None => parsed.passed.push("a deletion without an id"),
        }
    }
    parsed.passed.extend(payload.others());
    if parsed == Parsed::default() {
        if payload.for_user_id.get().is_none() {
            return Err(Error::payload(
                "nothing of X's account activity: there should be `for_user_id` and a list of events",
            ));
        }
        parsed.passed.push("an event that is not a message");
    }
    Ok(parsed)
}

/// Whose events they are, and whom they name.
struct Account<'p, 'a> {
    id: Option<&'p str>,
    users: BTreeMap<&'p str, &'p User<'a>>,
    settings: &'p Settings,
}

impl Account<'_, '_> {
    fn is_own(&self, id: Option<&str>) -> bool {
        id.is_some() && (id == self.id || id.is_some_and(|id| self.settings.is_own(id)))
    }

    /// A post; none for a repost.
    fn tweet(&self, tweet: &Post<'_>) -> Option<Item> {
        if either(&tweet.retweeted_status.id_str, &tweet.retweeted_status.id).is_some() {
            return None;
        }
        let user = &tweet.user;
        let writer = either(&user.id_str, &user.id);
        let handle = user.screen_name.get().filter(|name| !name.is_empty());
        let own = self.is_own(writer.as_deref()) || handle.is_some_and(|name| self.settings.is_own(name));
        let direction = post::direction(own);
        let long = &tweet.extended_tweet;
        let (text, entities, media) = if let Some(full) = long.full_text.get() {
            (full, &long.entities, &long.extended_entities.media)
        } else {
            let text = tweet.full_text.get().or(tweet.text.get()).unwrap_or_default();
            (text, &tweet.entities, &tweet.extended_entities.media)
        };
        let mut message = Message::new(whole(text, entities, &[]))
            .id(either(&tweet.id_str, &tweet.id).unwrap_or_default())
            .channel(Channel::X)
            .visibility(if user.protected.is_true() { Visibility::Followers } else { Visibility::Public })
            .direction(direction)
            .author(author(user, writer, direction));
        message.parent_id = either(&tweet.in_reply_to_status_id_str, &tweet.in_reply_to_status_id);
        message.thread_id = post::thread_of(&message.id, message.parent_id.as_deref());
        message.sent_at = tweet.timestamp_ms.get().or_else(|| written(&tweet.created_at));
        message.language = post::language(&tweet.lang);
        for media in media.iter() {
            let kind = attachment_kind(media.r#type.get().unwrap_or_default());
            message
                .attachments
                .push(Attachment { title: media.ext_alt_text.name(), ..Attachment::new(kind) });
        }
        let quoted = &tweet.quoted_status;
        if either(&quoted.id_str, &quoted.id).is_some() {
            let title = quoted.text.name();
            message.attachments.push(Attachment { title, ..Attachment::new(AttachmentKind::Share) });
        }
        let address = Address::new(Platform::XActivity)
            .with("tweet_id", Some(message.id.clone()))
            .with("participant_id", message.author.id.clone());
        Some(item(Event::Created, message, address))
    }

    /// A direct message; none for any other event of a conversation.
    fn direct(&self, event: &Direct<'_>) -> Option<Item> {
        let id = event.id.id().filter(|_| event.r#type.get() == Some("message_create"))?;
        let create = &event.message_create;
        let (sender, recipient) = (create.sender_id.id(), create.target.recipient_id.id());
        let direction = post::direction(self.is_own(sender.as_deref()));
        let nobody = User::default();
        let user = sender.as_deref().and_then(|id| self.users.get(id).copied()).unwrap_or(&nobody);
        let data = &create.message_data;
        let media = &data.attachment.media;
        let own: Vec<&str> = media.url.get().into_iter().collect();
        let mut message = Message::new(whole(data.text.get().unwrap_or_default(), &data.entities, &own))
            .id(id)
            .channel(Channel::X)
            .visibility(Visibility::Private)
            .direction(direction)
            .author(author(user, sender.clone(), direction));
        message.thread_id =
            sender.as_deref().zip(recipient.as_deref()).map(|(one, other)| conversation(one, other));
        message.sent_at = event.created_timestamp.get();
        if let Some(kind) = data.attachment.r#type.get() {
            let kind = if kind == "media" { media.r#type.get().unwrap_or_default() } else { kind };
            let title = media.ext_alt_text.name();
            message.attachments.push(Attachment { title, ..Attachment::new(attachment_kind(kind)) });
        }
        let customer = if direction == Direction::Out { recipient } else { sender };
        let address = Address::new(Platform::XActivity).with("participant_id", customer);
        Some(item(Event::Created, message, address))
    }

    fn deleted(&self, event: &Delete<'_>) -> Option<Item> {
        let (id, writer) = (event.status.id.id()?, event.status.user_id.id());
        let own = self.is_own(writer.as_deref());
        let message = post::deleted(id.clone(), writer.clone(), own).channel(Channel::X);
        let address =
            Address::new(Platform::XActivity).with("tweet_id", Some(id)).with("participant_id", writer);
        Some(item(Event::Deleted, message.visibility(Visibility::Public), address))
    }
}

fn item(event: Event, message: Message, address: Address) -> Item {
    Item { platform: Platform::XActivity, event, message: post::with_gaps(message, event), address }
}

fn author(user: &User<'_>, id: Option<String>, direction: Direction) -> Author {
    Author {
        id,
        name: user.name.name(),
        handle: user.screen_name.name(),
        followers: user.followers_count.count(),
        verified: user.verified.flag(),
        kind: post::kind(direction, false),
        ..Author::default()
    }
}

/// An id as text, where that is there, else as a number.
fn either(text: &Text<'_>, number: &Text<'_>) -> Option<String> {
    text.id().or_else(|| number.id())
}

/// A time as the first version writes it, `Mon Nov 23 08:05:57 +0000 2026`.
fn written(time: &Text<'_>) -> Option<Timestamp> {
    Timestamp::strptime("%a %b %d %H:%M:%S %z %Y", time.get().filter(|time| time.len() <= 64)?).ok()
}

/// The conversation of two accounts, as the second version names it.
fn conversation(one: &str, other: &str) -> String {
    // Ids are numbers without zeros before them: the shorter is the smaller.
    let (small, large) = if (one.len(), one) <= (other.len(), other) { (one, other) } else { (other, one) };
    format!("{small}-{large}")
}
