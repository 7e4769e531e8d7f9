//! X, second version of the API: posts that were looked up, streamed, or come from a timeline, one (`data` is an object) or many
//! (a list).
//!
//! - A post alone has no author but an id, and neither time nor conversation: they need `expansions` and `tweet.fields`.
//!   Authors stand in `includes.users`; one that is missing there keeps the id.
//! - One's own posts arrive too; they are [`Direction::Out`](twoears_core::Direction::Out).
//! - A long post is cut in `text`; the whole stands in `note_tweet`, with its own links.
//! - Signs are escaped as in HTML, links shortened to t.co; both are undone.
//! - A post that is edited gets a new id. The first of `edit_history_tweet_ids` stays the message's id; what answers it goes to
//!   the newest.
//! - A repost says nothing of its own and is passed. A quote is a message: the quoted post is an attachment.
//! - Posts in `includes.tweets` are what others refer to, not events; the text of a quoted one is the attachment's title.
//! - An account that is protected writes for its followers.
//!
//! Keys of the address: `tweet_id`, `participant_id` (who wrote it).
//!
//! Shapes: docs.x.com, "Data dictionary" (post, user, media), "Filtered stream", "Edit posts", "Compliance data objects".

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IgnoredAny;
use twoears_core::{Attachment, AttachmentKind, Author, Channel, Message, Reach, Visibility};

use super::x_text::{Entities, whole};
use super::{Event, Item, Parsed, post};
use crate::outbound::Address;
use crate::read::{self, List, Obj, Several, Text, Time, attachment_kind};
use crate::{Error, Platform, Settings};

#[derive(Default, Deserialize)]
#[serde(default)]
struct Payload<'a> {
    #[serde(borrow)]
    data: Several<Post<'a>>,
    #[serde(borrow)]
    includes: Obj<Includes<'a>>,
    errors: List<IgnoredAny>,
    #[serde(borrow)]
    meta: Obj<Meta<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Post<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    text: Text<'a>,
    #[serde(borrow)]
    note_tweet: Obj<Note<'a>>,
    #[serde(borrow)]
    entities: Obj<Entities<'a>>,
    #[serde(borrow)]
    author_id: Text<'a>,
    #[serde(borrow)]
    conversation_id: Text<'a>,
    created_at: Time,
    #[serde(borrow)]
    lang: Text<'a>,
    #[serde(borrow)]
    referenced_tweets: List<Obj<Reference<'a>>>,
    #[serde(borrow)]
    edit_history_tweet_ids: List<Text<'a>>,
    #[serde(borrow)]
    attachments: Obj<Attachments<'a>>,
    #[serde(borrow)]
    delete: Obj<Delete<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Note<'a> {
    #[serde(borrow)]
    text: Text<'a>,
    #[serde(borrow)]
    entities: Obj<Entities<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Reference<'a> {
    #[serde(borrow)]
    r#type: Text<'a>,
    #[serde(borrow)]
    id: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Attachments<'a> {
    #[serde(borrow)]
    media_keys: List<Text<'a>>,
}

/// A deletion, as the compliance stream tells it.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Delete<'a> {
    #[serde(borrow)]
    tweet: Obj<Deleted<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Deleted<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    author_id: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Includes<'a> {
    #[serde(borrow)]
    users: List<Obj<User<'a>>>,
    #[serde(borrow)]
    tweets: List<Obj<Included<'a>>>,
    #[serde(borrow)]
    media: List<Obj<File<'a>>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct User<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    name: Text<'a>,
    #[serde(borrow)]
    username: Text<'a>,
    #[serde(borrow)]
    verified: Text<'a>,
    #[serde(borrow)]
    protected: Text<'a>,
    #[serde(borrow)]
    receives_your_dm: Text<'a>,
    #[serde(borrow)]
    public_metrics: Obj<Metrics<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Metrics<'a> {
    #[serde(borrow)]
    followers_count: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Included<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    text: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct File<'a> {
    #[serde(borrow)]
    media_key: Text<'a>,
    #[serde(borrow)]
    r#type: Text<'a>,
    #[serde(borrow)]
    alt_text: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Meta<'a> {
    #[serde(borrow)]
    result_count: Text<'a>,
}

/// What posts refer to, by id.
struct Lookup<'p, 'a> {
    users: BTreeMap<&'p str, &'p User<'a>>,
    tweets: BTreeMap<&'p str, &'p Included<'a>>,
    media: BTreeMap<&'p str, &'p File<'a>>,
}

impl<'p, 'a> Lookup<'p, 'a> {
    fn of(includes: &'p Includes<'a>) -> Self {
        Self {
            users: includes.users.iter().filter_map(|user| Some((user.id.get()?, &**user))).collect(),
            tweets: includes.tweets.iter().filter_map(|tweet| Some((tweet.id.get()?, &**tweet))).collect(),
            media: includes
                .media
                .iter()
                .filter_map(|media| Some((media.media_key.get()?, &**media)))
                .collect(),
        }
    }
}

pub(crate) fn parse(payload: &[u8], settings: &Settings) -> Result<Parsed, Error> {
    let text = read::text(payload);
    let payload: Obj<Payload<'_>> = read::json(&text)?;
    let lookup = Lookup::of(&payload.includes);
    let mut parsed = Parsed::default();
    for tweet in payload.data.iter() {
        match one(tweet, &lookup, settings) {
            Ok(item) => parsed.items.push(item),
            Err(what) => parsed.passed.push(what),
        }
    }
    if !payload.errors.is_empty() {
        parsed.passed.push("a problem that X reports");
    }
    if parsed == Parsed::default() {
        if payload.meta.result_count.get().is_none() {
            return Err(Error::payload("nothing of X: there should be `data`, a post or a list of posts"));
        }
        parsed.passed.push("an empty page");
    }
    Ok(parsed)
}

/// A post, or in words what else it is.
fn one(tweet: &Post<'_>, lookup: &Lookup<'_, '_>, settings: &Settings) -> Result<Item, &'static str> {
    if let Some(id) = tweet.delete.tweet.id.id() {
        return Ok(deleted(id, tweet.delete.tweet.author_id.id(), settings));
    }
    let newest = tweet.id.id().ok_or("an event that is not a post")?;
    let refers = |kind: &str| tweet.referenced_tweets.iter().find(|other| other.r#type.get() == Some(kind));
    if refers("retweeted").is_some() {
        return Err("a repost");
    }
    let edited = tweet.edit_history_tweet_ids.len() > 1;
    let first = tweet.edit_history_tweet_ids.first().and_then(Text::id).unwrap_or_else(|| newest.clone());
    let user = tweet.author_id.get().and_then(|id| lookup.users.get(id));
    let own = |id: &Text<'_>| id.get().is_some_and(|id| settings.is_own(id));
    let direction = post::direction(own(&tweet.author_id) || user.is_some_and(|user| own(&user.username)));
    let author = Author {
        id: tweet.author_id.id(),
        name: user.and_then(|user| user.name.name()),
        handle: user.and_then(|user| user.username.name()),
        followers: user.and_then(|user| user.public_metrics.followers_count.count()),
        verified: user.and_then(|user| user.verified.flag()),
        kind: post::kind(direction, false),
        ..Author::default()
    };
    let protected = user.is_some_and(|user| user.protected.is_true());
    let text = match tweet.note_tweet.text.get() {
        Some(note) => whole(note, &tweet.note_tweet.entities, &[]),
        None => whole(tweet.text.get().unwrap_or_default(), &tweet.entities, &[]),
    };
    let mut message = Message::new(text)
        .id(first)
        .channel(Channel::X)
        .visibility(if protected { Visibility::Followers } else { Visibility::Public })
        .direction(direction)
        .author(author)
        .reach(Reach {
            accepts_messages: user.and_then(|user| user.receives_your_dm.flag()),
            ..Reach::default()
        });
    message.parent_id = refers("replied_to").and_then(|parent| parent.id.id());
    let thread = tweet.conversation_id.id();
    message.thread_id = thread.or_else(|| post::thread_of(&message.id, message.parent_id.as_deref()));
    message.sent_at = tweet.created_at.get();
    message.language = post::language(&tweet.lang);
    for key in tweet.attachments.media_keys.iter() {
        let media = key.get().and_then(|key| lookup.media.get(key));
        let kind = media
            .map_or(AttachmentKind::Other, |media| attachment_kind(media.r#type.get().unwrap_or_default()));
        let title = media.and_then(|media| media.alt_text.name());
        message.attachments.push(Attachment { title, ..Attachment::new(kind) });
    }
    if let Some(quoted) = refers("quoted") {
        let title = quoted.id.get().and_then(|id| lookup.tweets.get(id)?.text.name());
        message.attachments.push(Attachment { title, ..Attachment::new(AttachmentKind::Share) });
    }
    let event = if edited { Event::Edited } else { Event::Created };
    let address = Address::new(Platform::X)
        .with("tweet_id", Some(newest))
        .with("participant_id", message.author.id.clone());
    Ok(Item { platform: Platform::X, event, message: post::with_gaps(message, event), address })
}

fn deleted(id: String, author: Option<String>, settings: &Settings) -> Item {
    let own = author.as_deref().is_some_and(|author| settings.is_own(author));
    let message = post::deleted(id.clone(), author.clone(), own).channel(Channel::X);
    let message = post::with_gaps(message.visibility(Visibility::Public), Event::Deleted);
    let address = Address::new(Platform::X).with("tweet_id", Some(id)).with("participant_id", author);
    Item { platform: Platform::X, event: Event::Deleted, message, address }
}
