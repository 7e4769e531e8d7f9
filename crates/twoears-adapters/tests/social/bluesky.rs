//! Bluesky: post views, notifications, events of Jetstream.

use twoears_adapters::Platform::Bluesky;
use twoears_adapters::inbound::Event;
use twoears_core::{Attachment, AttachmentKind, AuthorKind, Channel, Direction, Visibility};

use super::{keys, one, passed};

const ANN: &str = "at://did:plc:annlee2kqtm5x7v3wq4hzr6s/app.bsky.feed.post/3m6bann1";
const LARKWAY: &str = "did:plc:larkway7ulb3o6k2pqxn4vtdy";

#[test]
fn a_post_view() {
    let item = one(Bluesky, include_str!("../payloads/bluesky/post_view.json"));
    let message = &item.message;
    assert_eq!((item.event, message.id.as_str()), (Event::Created, ANN));
    assert_eq!(
        message.text,
        "Grüße @larkway.example 👋 my parcel is late: https://parcels.example/track/very/long?id=1"
    );
    assert_eq!((message.channel, message.visibility), (Channel::Bluesky, Visibility::Public));
    assert_eq!((message.thread_id.as_deref(), message.parent_id.as_deref()), (Some(ANN), None));
    assert_eq!(message.sent_at.unwrap().to_string(), "2026-11-23T08:05:58.742Z");
    let author = &message.author;
    assert_eq!(
        (author.name.as_deref(), author.handle.as_deref()),
        (Some("Ann Lee"), Some("ann.bsky.social"))
    );
    assert_eq!((author.followers, author.verified, author.kind), (None, None, AuthorKind::Customer));
    assert_eq!((message.direction, message.reach.accepts_messages), (Direction::In, Some(true)));
    let want = [
        ("cid", "bafyreicann1"),
        ("did", "did:plc:annlee2kqtm5x7v3wq4hzr6s"),
        ("handle", "ann.bsky.social"),
        ("repo", LARKWAY),
        ("root_cid", "bafyreicann1"),
        ("root_uri", ANN),
        ("uri", ANN),
    ];
    assert_eq!(keys(&item), want);
}

#[test]
fn a_post_view_with_every_trap() {
    let item = one(Bluesky, include_str!("../payloads/bluesky/post_view_traps.json"));
    let message = &item.message;
    assert_eq!(
        message.text,
        "é see here (https://faq.example/late): https://a.example/bcdef?g=h and #late https://ok.example/whole"
    );
    let root = format!("at://{LARKWAY}/app.bsky.feed.post/3m6aroot");
    assert_eq!(
        (message.thread_id.as_deref(), message.parent_id.as_deref()),
        (Some(root.as_str()), Some(ANN))
    );
    assert_eq!(message.sent_at.unwrap().to_string(), "2026-11-23T08:05:58.742Z", "the client said 2031");
    let author = &message.author;
    assert_eq!((author.followers, author.verified, author.kind), (Some(4120), Some(true), AuthorKind::Bot));
    assert_eq!((message.language.unwrap().code(), message.reach.accepts_messages), ("de", Some(false)));
    let attachments = [
        Attachment::new(AttachmentKind::Share),
        Attachment::new(AttachmentKind::Image).title("A torn box"),
        Attachment::new(AttachmentKind::Image),
    ];
    assert_eq!(message.attachments, attachments);
    assert_eq!(item.address.key("root_cid"), Some("bafyreiroot"));
    assert_eq!(item.address.key("repo"), Some(LARKWAY));
}

#[test]
fn what_the_organisation_wrote_goes_out() {
    let item = one(Bluesky, include_str!("../payloads/bluesky/own_post.json"));
    assert_eq!((item.message.direction, item.message.author.kind), (Direction::Out, AuthorKind::Agent));
    assert_eq!(item.message.thread_id.as_deref(), Some(ANN));
}

#[test]
fn notifications() {
    let item = one(Bluesky, include_str!("../payloads/bluesky/notification_reply.json"));
    assert_eq!(item.message.text, "Still nothing. Hello?");
    assert_eq!(item.message.thread_id.as_deref(), Some(ANN));
    assert_eq!(item.message.sent_at.unwrap().to_string(), "2026-11-23T08:40:00.1Z");
    let card = Attachment::new(AttachmentKind::Share).title("Delays on the north line");
    assert_eq!(item.message.attachments, [card]);
    let like = include_str!("../payloads/bluesky/notification_like.json");
    assert_eq!(passed(Bluesky, like), ["a like"]);
    let gate = include_str!("../payloads/bluesky/post_view.json")
        .replace("app.bsky.feed.post/", "app.bsky.feed.postgate/");
    assert_eq!(passed(Bluesky, &gate), ["a record that is not a post"]);
    for (reason, what) in [
        ("repost-via-repost", "a repost"),
        ("follow", "a follower"),
        ("starterpack-joined", "a notification that is not a message"),
        ("mention", "a record that is not a post"),
    ] {
        let other = like.replace("\"reason\": \"like\"", &format!("\"reason\": \"{reason}\""));
        assert_eq!(passed(Bluesky, &other), [what]);
    }
}

#[test]
fn events_of_jetstream() {
    let item = one(Bluesky, include_str!("../payloads/bluesky/jetstream_create.json"));
    assert_eq!((item.event, item.message.id.as_str()), (Event::Created, ANN), "the same id as in a view");
    assert_eq!(item.message.sent_at.unwrap().to_string(), "2026-11-23T08:05:58.742123Z");
    assert_eq!(item.message.author.id.as_deref(), Some("did:plc:annlee2kqtm5x7v3wq4hzr6s"));
    assert_eq!((item.message.author.handle.as_deref(), item.message.reach.accepts_messages), (None, None));
    let edit = one(Bluesky, include_str!("../payloads/bluesky/jetstream_update.json"));
    assert_eq!((edit.event, edit.message.id.as_str()), (Event::Edited, ANN));
    assert_eq!(edit.message.sent_at.unwrap().to_string(), "2026-11-23T08:00:00Z");
    assert_eq!(edit.address.key("cid"), Some("bafyreicann9"));
    let gone = one(Bluesky, include_str!("../payloads/bluesky/jetstream_delete.json"));
    assert_eq!((gone.event, gone.message.id.as_str(), gone.message.text.as_str()), (Event::Deleted, ANN, ""));
    let like = include_str!("../payloads/bluesky/jetstream_like.json");
    assert_eq!(passed(Bluesky, like), ["a record that is not a post"]);
    let identity = include_str!("../payloads/bluesky/jetstream_identity.json");
    assert_eq!(passed(Bluesky, identity), ["an account's handle or keys changed"]);
}
