//! X, account activity: posts, direct messages, deletions.

use twoears_adapters::Platform::XActivity;
use twoears_adapters::inbound::Event;
use twoears_adapters::{Audience, outbound};
use twoears_core::{Attachment, AttachmentKind, AuthorKind, Channel, Direction, Visibility};

use super::{keys, one, parsed, passed};

#[test]
fn a_mention() {
    let item = one(XActivity, include_str!("../payloads/x_activity/mention.json"));
    let message = &item.message;
    assert_eq!((item.event, message.id.as_str()), (Event::Created, "1992500000000000001"));
    assert_eq!(message.text, "@larkway my parcel is late & wet");
    assert_eq!((message.channel, message.visibility), (Channel::X, Visibility::Public));
    assert_eq!(
        (message.direction, message.thread_id.as_deref()),
        (Direction::In, Some("1992500000000000001"))
    );
    assert_eq!(message.sent_at.unwrap().to_string(), "2026-11-23T08:05:57.657Z");
    let author = &message.author;
    assert_eq!(
        (author.id.as_deref(), author.handle.as_deref()),
        (Some("1795421157000000001"), Some("annlee"))
    );
    assert_eq!((author.followers, author.verified), (Some(1204), Some(false)));
    assert!(message.gaps.is_empty());
    let want = [("participant_id", "1795421157000000001"), ("tweet_id", "1992500000000000001")];
    assert_eq!(keys(&item), want);
}

#[test]
fn posts_with_every_trap() {
    let posts = parsed(XActivity, include_str!("../payloads/x_activity/tweets_traps.json"));
    assert_eq!(posts.passed, ["a repost"]);
    let [long, own] = posts.items.as_slice() else { unreachable!("two messages") };
    let message = &long.message;
    assert_eq!(message.text.matches("three weeks").count(), 6);
    assert!(message.text.ends_with("See https://whole.example/a/b"));
    assert_eq!(
        (message.thread_id.as_deref(), message.parent_id.as_deref()),
        (None, Some("1992500000000000000"))
    );
    assert_eq!(message.sent_at.unwrap().to_string(), "2026-11-23T08:05:57Z");
    assert_eq!(message.language, None);
    let attachments = [
        Attachment::new(AttachmentKind::Image).title("A wet box"),
        Attachment::new(AttachmentKind::Share).title("New timetable from Monday."),
    ];
    assert_eq!(message.attachments, attachments);
    assert_eq!((own.message.direction, own.message.author.kind), (Direction::Out, AuthorKind::Agent));
}

#[test]
fn direct_messages() {
    let item = one(XActivity, include_str!("../payloads/x_activity/direct_message.json"));
    let message = &item.message;
    assert_eq!(message.text, "My number is 4711 & the box is wet");
    assert_eq!((message.visibility, message.is_public()), (Visibility::Private, false));
    assert_eq!(message.thread_id.as_deref(), Some("2244994945-1795421157000000001"));
    assert_eq!(message.sent_at.unwrap().to_string(), "2026-11-23T08:05:57.657Z");
    assert_eq!((message.author.name.as_deref(), message.author.followers), (Some("Ann Lee"), Some(1204)));
    assert_eq!(message.attachments, [Attachment::new(AttachmentKind::Image)]);
    assert_eq!(keys(&item), [("participant_id", "1795421157000000001")]);
    assert!(outbound::request(&item.address, "Hi", Audience::Public).unwrap_err().is_request());

    let own = one(XActivity, include_str!("../payloads/x_activity/direct_message_own.json"));
    assert_eq!(
        (own.message.direction, own.message.author.handle.as_deref()),
        (Direction::Out, Some("larkway"))
    );
    assert_eq!(own.message.thread_id, message.thread_id);
    assert_eq!(keys(&own), keys(&item), "the customer, whoever wrote");
}

#[test]
fn deletions_and_what_else_comes() {
    let gone = parsed(XActivity, include_str!("../payloads/x_activity/delete.json"));
    let told: Vec<_> = gone.items.iter().map(|item| (item.event, item.message.direction)).collect();
    assert_eq!(told, [(Event::Deleted, Direction::In), (Event::Deleted, Direction::Out)]);
    assert_eq!(gone.items[0].message.author.id.as_deref(), Some("1795421157000000001"));
    let other = include_str!("../payloads/x_activity/likes_and_typing.json");
    assert_eq!(passed(XActivity, other), ["a like", "somebody is typing"]);
    let revoked = include_str!("../payloads/x_activity/revoked.json");
    assert_eq!(passed(XActivity, revoked), ["the account took its permission back"]);
    assert_eq!(
        passed(XActivity, r#"{"for_user_id":"1","new_events":[{}]}"#),
        ["an event that is not a message"]
    );
}
