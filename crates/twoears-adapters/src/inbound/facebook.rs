//! Facebook: posts and comments on a page, the `feed` changes of the page's webhook, and where the page is mentioned.
//!
//! Documented in "Webhooks for Pages" and the Page reference of the Graph API. Traps:
//!
//! - The page's own posts and comments come too: `from.id` is then the page's id.
//! - `verb` says `add`, `edit` or `edited`, `remove`, `hide`; a reaction is an `item` like a comment.
//! - `parent_id` is the comment that is answered, or else the post.
//! - `from` is left out where the app may not know it; older apps get `sender_id` and `sender_name`.
//! - A sticker or a moving picture may come as a comment without any word.
//! - `published: 0` is a post that nobody can see yet.
//!
//! A conversation is a comment with the replies below it, not all that hundreds of people write below one post:
//! `thread_id` is the first comment's id, and its `parent_id` leads to the post. Where the post is a visitor's, the
//! conversation is the post with all below it. What the page itself writes right below a post belongs to the post.
//!
//! Address: `page_id`, `post_id`, and for comments `comment_id`, which is also the key of the private reply; `mention` where
//! the page was only mentioned, and no private reply is possible.

use serde::Deserialize;
use serde::de::IgnoredAny;
use twoears_core::{
    Attachment, AttachmentKind, Author, AuthorKind, Channel, Direction, Gap, Message, Visibility,
};

use super::meta::Change;
use super::{Event, Item, Parsed};
use crate::outbound::Address;
use crate::read::{List, Obj, Text, Time};
use crate::{Platform, Settings};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Feed<'a> {
    #[serde(borrow)]
    item: Text<'a>,
    #[serde(borrow)]
    verb: Text<'a>,
    #[serde(borrow)]
    from: Obj<From<'a>>,
    #[serde(borrow)]
    sender_id: Text<'a>,
    #[serde(borrow)]
    sender_name: Text<'a>,
    #[serde(borrow)]
    message: Text<'a>,
    #[serde(borrow)]
    post_id: Text<'a>,
    #[serde(borrow)]
    comment_id: Text<'a>,
    #[serde(borrow)]
    share_id: Text<'a>,
    #[serde(borrow)]
    parent_id: Text<'a>,
    created_time: Time,
    #[serde(borrow)]
    published: Text<'a>,
    #[serde(borrow)]
    photo: Text<'a>,
    photos: List<IgnoredAny>,
    #[serde(borrow)]
    video: Text<'a>,
    #[serde(borrow)]
    link: Text<'a>,
    #[serde(borrow)]
    post: Obj<Post<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct From<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    name: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Post<'a> {
    #[serde(borrow)]
    status_type: Text<'a>,
}

#[cfg(feature = "facebook")]
pub(crate) fn parse(payload: &[u8], settings: &Settings) -> Result<Parsed, crate::Error> {
    super::meta::page::parse(payload, settings)
}

/// Adds one change of a page to what the payload held.
pub(crate) fn read(
    change: &Change<'_, Feed<'_>>,
    page: &Text<'_>,
    time: Time,
    settings: &Settings,
    parsed: &mut Parsed,
) {
    let feed = &change.value;
    let visibility = match change.field.get() {
        Some("feed" | "mention") => Visibility::Public,
        // The group may be open or closed.
        Some("group_feed") => Visibility::Unknown,
        Some("ratings") => return parsed.passed.push("a recommendation: read it on the page"),
        _ => return parsed.passed.push("a change of the page that is not a message"),
    };
    match feed.event() {
        Ok(event) => {
            let mut item = feed.item(event, page, settings);
            if change.field.get() == Some("mention") {
                item.address = item.address.with("mention", Some("true".to_owned()));
            }
            let message = &mut item.message;
            message.visibility = visibility;
            message.sent_at = message.sent_at.or(time.get());
            if visibility == Visibility::Unknown {
                message.gaps.push(Gap::VisibilityUnknown);
            }
            if message.sent_at.is_none() {
                message.gaps.push(Gap::TimeUnknown);
            }
            parsed.items.push(item);
        }
        Err(what) => parsed.passed.push(what),
    }
}

impl Feed<'_> {
    fn is_comment(&self) -> bool {
        self.item.get() == Some("comment")
    }

    /// What happened, or in words why it is no message.
    fn event(&self) -> Result<Event, &'static str> {
        match self.item.get() {
            Some("comment" | "post" | "status" | "photo" | "video" | "share" | "link" | "note" | "album") => {
            }
            Some("reaction" | "like") => return Err("a reaction"),
            _ => return Err("a change of the page that is not a message"),
        }
        if self.published.flag() == Some(false) {
            return Err("a post that is not published yet");
        }
        match self.verb.get() {
            Some("add") | None => Ok(Event::Created),
            Some("edit" | "edited" | "update") => Ok(Event::Edited),
            Some("remove" | "delete") => Ok(Event::Deleted),
            Some("hide") => Err("a comment or post that was hidden"),
            Some("unhide") => Err("a comment or post that is shown again"),
            Some(_) => Err("something done to a comment or post"),
        }
    }

    fn item(&self, event: Event, page: &Text<'_>, settings: &Settings) -> Item {
        let author = self.from.id.id().or_else(|| self.sender_id.id());
        let own = author.as_deref().is_some_and(|id| Some(id) == page.get() || settings.is_own(id));
        let kind = if own { AuthorKind::Agent } else { AuthorKind::Customer };
        let name = self.from.name.name().or_else(|| self.sender_name.name());
        let author = Author { id: author, name, kind, ..Author::default() };
        let deleted = event == Event::Deleted;
        let text = if deleted { String::new() } else { self.message.text() };
        let direction = if own { Direction::Out } else { Direction::In };
        let mut message = Message::new(text).channel(Channel::Facebook).direction(direction).author(author);
        message.sent_at = self.created_time.get();
        if !deleted {
            message.attachments = self.attachments();
        }
        let post = self.post_id.id().or_else(|| self.share_id.id());
        let comment = self.comment_id.id().filter(|_| self.is_comment());
        message.id = comment.clone().or_else(|| post.clone()).unwrap_or_default();
        if self.is_comment() {
            message.parent_id = self.parent_id.id().or_else(|| post.clone());
            let below_post = message.parent_id == post;
            let of_post = own || self.post.status_type.get() == Some("wall_post");
            message.thread_id = match (below_post, of_post) {
                (true, true) => post.clone(),
                (true, false) => comment.clone(),
                (false, _) => message.parent_id.clone(),
            };
        } else {
            message.thread_id.clone_from(&post);
        }
        if message.text.is_empty() && message.attachments.is_empty() && !deleted {
            message = message.gap(Gap::BodyUnavailable);
        }
        if message.author.id.is_none() {
            message = message.gap(Gap::AuthorUnknown);
        }
        let address = Address::new(Platform::Facebook)
            .with("page_id", page.id())
            .with("post_id", post)
            .with("comment_id", comment);
        Item { platform: Platform::Facebook, event, message, address }
    }

    fn attachments(&self) -> Vec<Attachment> {
        let item = self.item.get().unwrap_or_default();
        let pictures = match self.photos.len() {
            0 => usize::from(self.photo.get().is_some() || item == "photo"),
            many => many,
        };
        let video = self.video.get().is_some() || item == "video";
        // On a photo or a video, `link` is the thing itself.
        let shared = item == "share" || self.link.get().is_some() && pictures == 0 && !video;
        let mut attachments = vec![Attachment::new(AttachmentKind::Image); pictures];
        attachments.extend(video.then(|| Attachment::new(AttachmentKind::Video)));
        attachments.extend(shared.then(|| Attachment::new(AttachmentKind::Share)));
        attachments
    }
}
