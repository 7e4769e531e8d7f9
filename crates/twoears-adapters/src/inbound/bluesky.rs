//! Bluesky: a post view (`app.bsky.feed.defs#postView`), a notification with its record, and an event of Jetstream.
//!
//! - `createdAt` is the client's word; `indexedAt`, and for Jetstream `time_us` (microseconds), is when it was seen.
//! - Facets count in bytes of UTF-8, and clients get them wrong: one that overlaps, lies outside or splits a character is
//!   passed over. Apps shorten the link that is shown, so the whole one is put in its place.
//! - A like, a repost and a follow are notifications with a record too; they are passed.
//! - Followers are told in the detailed profile alone, and Jetstream tells nothing of the author but the DID.
//! - An update of a post's record is an edit, a deletion tells the place alone: both keep the `at://` address, which is the id.
//! - A program calls itself one by the label `bot` on its account.
//! - Who takes messages: `associated.chat.allowIncoming`, where `following` means those whom they follow.
//!
//! Keys of the address: `uri`, `cid`, `root_uri`, `root_cid`, `did` and `handle` (who wrote it), `repo` (one's own DID, where
//! the post mentions or answers it).
//!
//! Shapes: the lexicons app.bsky.feed.defs, app.bsky.feed.post, app.bsky.notification.listNotifications,
//! app.bsky.actor.defs and app.bsky.richtext.facet; Jetstream's README.

use jiff::Timestamp;
use twoears_core::{Attachment, AttachmentKind, Author, Channel, Message, Reach, Visibility};

use super::{Event, Item, Parsed, post};
use crate::outbound::Address;
use crate::read::{self, Obj};
use crate::shape::Shape;
use crate::{Error, Platform, Settings};

mod facets;
mod shape;

use shape::{Embed, Feature, Profile, Record, Top};

/// The collection of posts.
const POSTS: &str = "app.bsky.feed.post";

/// A view of a post, a notification, or an event of Jetstream.
pub(crate) fn recognises(shape: &Shape<'_>, _text: &str) -> bool {
    let post = |key: &str| shape.text(key).is_some_and(|uri| uri.starts_with("at://"));
    post("uri") || shape.has("post.uri") || (shape.has("did") && shape.has("kind"))
}

pub(crate) fn parse(payload: &[u8], settings: &Settings) -> Result<Parsed, Error> {
    let text = read::text(payload);
    let top: Obj<Top<'_>> = read::json(&text)?;
    match top.kind.get() {
        Some("commit") => return Ok(commit(&top, settings)),
        Some("identity") => return Ok(Parsed::passed("an account's handle or keys changed")),
        Some("account") => return Ok(Parsed::passed("an account was opened, closed or suspended")),
        Some(_) => return Ok(Parsed::passed("an event that is not a post")),
        None => {}
    }
    let Some(uri) = top.uri.id().filter(|uri| uri.starts_with("at://")) else {
        return Err(Error::payload(
            "nothing of Bluesky: there should be `uri` of a post, or `kind` of Jetstream",
        ));
    };
    match top.reason.get() {
        None | Some("mention" | "reply" | "quote" | "subscribed-post") => {}
        Some("like" | "like-via-repost") => return Ok(Parsed::passed("a like")),
        Some("repost" | "repost-via-repost") => return Ok(Parsed::passed("a repost")),
        Some("follow") => return Ok(Parsed::passed("a follower")),
        Some(_) => return Ok(Parsed::passed("a notification that is not a message")),
    }
    // `at://did/collection/key`
    if uri.split('/').nth(3) != Some(POSTS) {
        return Ok(Parsed::passed("a record that is not a post"));
    }
    let sent_at = top.indexed_at.get().or(top.record.created_at.get());
    let post = Post { uri, cid: top.cid.id(), record: &top.record, author: &top.author, sent_at };
    Ok(Parsed::one(item(post, Event::Created, settings)))
}

/// An event of Jetstream about a record.
fn commit(top: &Top<'_>, settings: &Settings) -> Parsed {
    let commit = &top.commit;
    if commit.collection.get() != Some(POSTS) {
        return Parsed::passed("a record that is not a post");
    }
    let (Some(did), Some(rkey)) = (top.did.id(), commit.rkey.id()) else {
        return Parsed::passed("a post without its place");
    };
    let uri = format!("at://{did}/{POSTS}/{rkey}");
    let seen = top.time_us.get().and_then(|time| Timestamp::from_microsecond(time.parse().ok()?).ok());
    let written = commit.record.created_at.get();
    let author = Profile { did: top.did.clone(), ..Profile::default() };
    let (event, sent_at) = match commit.operation.get() {
        Some("delete") => {
            let own = settings.is_own(&did);
            let message = post::deleted(uri.clone(), Some(did), own).channel(Channel::Bluesky);
            let message = post::with_gaps(message.visibility(Visibility::Public), Event::Deleted);
            let address = Address::new(Platform::Bluesky).with("uri", Some(uri));
            return Parsed::one(Item {
                platform: Platform::Bluesky,
                event: Event::Deleted,
                message,
                address,
            });
        }
        // Jetstream saw the change, not the post; the client's word counts unless it lies ahead.
        Some("update") => {
            let written = written.filter(|written| seen.is_none_or(|seen| *written <= seen));
            (Event::Edited, written.or(seen))
        }
        _ => (Event::Created, seen.or(written)),
    };
    let post = Post { uri, cid: commit.cid.id(), record: &commit.record, author: &author, sent_at };
    Parsed::one(item(post, event, settings))
}

/// A post, from wherever it came.
struct Post<'p, 'a> {
    uri: String,
    cid: Option<String>,
    record: &'p Record<'a>,
    author: &'p Profile<'a>,
    sent_at: Option<Timestamp>,
}

fn item(post: Post<'_, '_>, event: Event, settings: &Settings) -> Item {
    let Post { uri, cid, record, author: profile, sent_at } = post;
    let own = |id: &read::Text<'_>| id.get().is_some_and(|id| settings.is_own(id));
    let direction = post::direction(own(&profile.did) || own(&profile.handle));
    let bot = profile.labels.iter().any(|label| label.val.get() == Some("bot") && !label.neg.is_true());
    let author = Author {
        id: profile.did.id(),
        name: profile.display_name.name(),
        handle: profile.handle.name(),
        followers: profile.followers_count.count(),
        verified: profile.verification.verified_status.get().map(|status| status == "valid"),
        kind: post::kind(direction, bot),
        ..Author::default()
    };
    let text = facets::whole_links(record.text.get().unwrap_or_default(), &record.facets);
    let reply = &record.reply;
    let mut message = Message::new(text)
        .channel(Channel::Bluesky)
        .visibility(Visibility::Public)
        .direction(direction)
        .author(author)
        .reach(Reach { accepts_messages: accepts_messages(profile), ..Reach::default() });
    message.parent_id = reply.parent.uri.id();
    message.thread_id = reply.root.uri.id().or_else(|| post::thread_of(&uri, message.parent_id.as_deref()));
    message.sent_at = sent_at;
    message.language = record.langs.first().and_then(post::language);
    attach(&mut message, &record.embed);
    attach(&mut message, &record.embed.media);
    let (root_uri, root_cid) = if message.parent_id.is_none() {
        (Some(uri.clone()), cid.clone())
    } else {
        (reply.root.uri.id(), reply.root.cid.id())
    };
    let address = Address::new(Platform::Bluesky)
        .with("uri", Some(uri.clone()))
        .with("cid", cid)
        .with("root_uri", root_uri)
        .with("root_cid", root_cid)
        .with("did", message.author.id.clone())
        .with("handle", message.author.handle.clone())
        .with("repo", own_did(record, settings));
    message.id = uri;
    Item { platform: Platform::Bluesky, event, message: post::with_gaps(message, event), address }
}

/// One's own DID, where the post mentions it or answers it: a payload does not say whose it is.
fn own_did(record: &Record<'_>, settings: &Settings) -> Option<String> {
    let mentioned =
        record.facets.iter().flat_map(|facet| facet.features.iter()).map(|feature| feature.did.get());
    let answered = [&record.reply.parent.uri, &record.reply.root.uri].map(|uri| {
        let (did, _) = uri.get()?.strip_prefix("at://")?.split_once('/')?;
        Some(did)
    });
    let own = mentioned.chain(answered).flatten().find(|did| settings.is_own(did))?;
    Some(own.to_owned())
}

/// Does the author's account take messages from whom the payload is for?
fn accepts_messages(profile: &Profile<'_>) -> Option<bool> {
    match profile.associated.chat.allow_incoming.get()? {
        "all" => Some(true),
        "none" => Some(false),
        // `viewer` says whom they follow, where somebody asked who is known: then it has `muted` in any case.
        "following" => {
            let viewer = &profile.viewer;
            viewer.muted.flag().map(|_| viewer.followed_by.get().is_some())
        }
        _ => None,
    }
}

/// What a record has embedded.
fn attach<M>(message: &mut Message, embed: &Embed<'_, M>) {
    let mut add = |kind, title| message.attachments.push(Attachment { title, ..Attachment::new(kind) });
    for image in embed.images.iter() {
        add(AttachmentKind::Image, image.alt.name());
    }
    match embed.r#type.get() {
        Some("app.bsky.embed.video") => add(AttachmentKind::Video, embed.alt.name()),
        Some("app.bsky.embed.external") => add(AttachmentKind::Share, embed.external.title.name()),
        Some("app.bsky.embed.record" | "app.bsky.embed.recordWithMedia") => add(AttachmentKind::Share, None),
        _ => {}
    }
}

/// Is a feature a link?
fn link<'f>(feature: &'f Feature<'_>) -> Option<&'f str> {
    feature.uri.get().filter(|_| feature.r#type.get() == Some("app.bsky.richtext.facet#link"))
}
