use twoears_adapters::Platform;
use twoears_adapters::inbound::{Event, Parsed};
use twoears_core::{AttachmentKind, AuthorKind, Channel, Direction, Gap, Visibility};

use crate::{kinds, places, time};

const POST: &str = "104512345678901_122131676912500001";
const COMMENT: &str = "122131676912500001_542072878440001";

fn read(payload: &str) -> Parsed {
    crate::read(Platform::Facebook, payload)
}

#[test]
fn a_comment_is_read() {
    let parsed = read(include_str!("../payloads/facebook/comment.json"));
    let item = &parsed.items[0];
    let message = &item.message;
    assert_eq!((parsed.items.len(), parsed.passed.len()), (1, 0));
    assert_eq!(
        (item.platform, item.event, message.channel),
        (Platform::Facebook, Event::Created, Channel::Facebook)
    );
    assert_eq!((message.id.as_str(), message.direction), (COMMENT, Direction::In));
    assert_eq!(places(item), ["24001122334455667", COMMENT, POST]);
    assert_eq!(
        (message.author.name.as_deref(), message.author.kind),
        (Some("Ann Lee"), AuthorKind::Customer)
    );
    assert_eq!((message.visibility, time(item).as_str()), (Visibility::Public, "2026-11-23T08:05:57Z"));
    assert!(message.text.starts_with("My parcel was due") && message.gaps.is_empty());
    assert_eq!(message.author.followers, None);
    let keys: Vec<_> = item.address.keys.iter().map(|(key, id)| (key.as_str(), id.as_str())).collect();
    assert_eq!(keys, [("comment_id", COMMENT), ("page_id", "104512345678901"), ("post_id", POST)]);
}

#[test]
fn every_trap_of_the_feed() {
    let parsed = read(include_str!("../payloads/facebook/traps.json"));
    let [reply, bare, visitor, below, photos, mention, group] = parsed.items.as_slice() else {
        panic!("{} items", parsed.items.len());
    };
    // A reply belongs to the comment that it answers; half an emoji does not lose it.
    assert_eq!(places(reply), ["24001122334455668", COMMENT, COMMENT]);
    assert_eq!(kinds(reply), [AttachmentKind::Image]);
    assert!(reply.message.text.contains("half of an emoji \u{fffd}, \"quoted\"\nand"));
    // No author, no words, no time of its own: the entry's, in milliseconds.
    assert_eq!(bare.message.gaps, [Gap::BodyUnavailable, Gap::AuthorUnknown]);
    assert_eq!(time(bare), "2026-11-23T08:10:00.123Z");
    // A visitor's post is a conversation with all below it.
    assert_eq!(places(visitor), ["24001122334455669", "104512345678901_122131676912500777", "-"]);
    assert_eq!(visitor.message.direction, Direction::In);
    assert_eq!(visitor.address.key("comment_id"), None);
    assert_eq!(below.message.thread_id, visitor.message.thread_id);
    assert_ne!(below.message.id, visitor.message.id);
    // The old names of the sender, and two pictures whose link is one of them.
    assert_eq!(photos.message.author.id.as_deref(), Some("24001122334455670"));
    assert_eq!(photos.message.author.name.as_deref(), Some("Dana Wolf"));
    assert_eq!(kinds(photos), [AttachmentKind::Image, AttachmentKind::Image]);
    assert_eq!((mention.message.visibility, mention.message.direction), (Visibility::Public, Direction::In));
    // A group may be open or closed.
    assert_eq!(
        (group.message.visibility, &*group.message.gaps),
        (Visibility::Unknown, &[Gap::VisibilityUnknown][..])
    );
}

#[test]
fn what_the_page_itself_wrote_is_out() {
    let parsed = read(include_str!("../payloads/facebook/own.json"));
    let [answer, below_visitor, post] = parsed.items.as_slice() else { panic!("{}", parsed.items.len()) };
    assert!(parsed.items.iter().all(|item| item.message.direction == Direction::Out));
    assert!(parsed.items.iter().all(|item| item.message.author.kind == AuthorKind::Agent));
    assert_eq!(answer.message.thread_id.as_deref(), Some(COMMENT));
    assert_eq!(below_visitor.message.thread_id.as_deref(), Some("104512345678901_122131676912500777"));
    assert_eq!(kinds(post), [AttachmentKind::Share]);
    assert_eq!(parsed.passed, ["a post that is not published yet"]);
}

#[test]
fn edits_and_deletions_keep_the_id_and_the_rest_is_named() {
    let parsed = read(include_str!("../payloads/facebook/changed.json"));
    let [edited, deleted] = parsed.items.as_slice() else { panic!("{}", parsed.items.len()) };
    assert_eq!((edited.event, edited.message.id.as_str()), (Event::Edited, COMMENT));
    assert_eq!(edited.message.text, "My parcel was due on Friday and it came today.");
    assert_eq!((deleted.event, deleted.message.text.as_str()), (Event::Deleted, ""));
    assert_eq!(deleted.message.id, "122131676912500001_1213590066980002");
    assert!(deleted.message.gaps.is_empty());
    assert_eq!(
        parsed.passed,
        [
            "a comment or post that was hidden",
            "a reaction",
            "a recommendation: read it on the page",
            "a change of the page that is not a message",
            "a comment or post that is shown again",
            "an entry without an event",
        ]
    );
}
