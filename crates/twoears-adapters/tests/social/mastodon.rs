//! Mastodon: statuses, notifications, messages of the stream.

use twoears_adapters::Platform::Mastodon;
use twoears_adapters::inbound::Event;
use twoears_core::{Attachment, AttachmentKind, AuthorKind, Channel, Direction, Gap, Visibility};

use super::{keys, one, passed};

const STATUS: &str = include_str!("../payloads/mastodon/status.json");

#[test]
fn a_status() {
    let item = one(Mastodon, STATUS);
    let message = &item.message;
    assert_eq!(item.event, Event::Created);
    assert_eq!(message.id, "115598002910000001");
    assert_eq!(message.text, "@larkway My card was charged twice for the 8:15. Can you help?");
    assert_eq!((message.channel, message.visibility), (Channel::Mastodon, Visibility::Public));
    assert_eq!(message.direction, Direction::In);
    assert_eq!(
        (message.thread_id.as_deref(), message.parent_id.as_deref()),
        (Some("115598002910000001"), None)
    );
    assert_eq!(message.sent_at.unwrap().to_string(), "2026-11-23T08:05:57.901Z");
    assert_eq!(message.language.unwrap().code(), "en");
    let author = &message.author;
    assert_eq!((author.id.as_deref(), author.name.as_deref()), (Some("109333"), Some("Ann Lee")));
    assert_eq!(author.handle.as_deref(), Some("annlee@social.example"));
    assert_eq!((author.followers, author.kind), (Some(1204), AuthorKind::Customer));
    assert!(message.gaps.is_empty() && message.attachments.is_empty() && author.first_seen.is_none());
    let want =
        [("acct", "annlee@social.example"), ("status_id", "115598002910000001"), ("visibility", "public")];
    assert_eq!(keys(&item), want);
}

#[test]
fn a_status_with_every_trap() {
    let item = one(Mastodon, include_str!("../payloads/mastodon/status_traps.json"));
    let message = &item.message;
    assert_eq!(item.event, Event::Edited);
    assert_eq!(
        message.text,
        "complaint, long\n@larkway still waiting & still \"in transit\":\nsee \
         https://www.parcels.example/track/very/long/path?id=1&x=2\nGrüße 👋🏽"
    );
    assert_eq!((message.visibility, message.is_public()), (Visibility::Private, false));
    assert_eq!(
        (message.thread_id.as_deref(), message.parent_id.as_deref()),
        (None, Some("115598002910000001"))
    );
    assert_eq!(message.language.unwrap().code(), "de");
    assert_eq!((message.author.followers, message.author.kind), (Some(0), AuthorKind::Bot));
    let attachments = [
        Attachment::new(AttachmentKind::Image).title("A torn box on a doorstep"),
        Attachment::new(AttachmentKind::Video),
        Attachment::new(AttachmentKind::Other),
        Attachment::new(AttachmentKind::Share),
    ];
    assert_eq!(message.attachments, attachments);
}

#[test]
fn what_the_organisation_wrote_is_known_by_handle_and_server() {
    let own = include_str!("../payloads/mastodon/own_status.json");
    let item = one(Mastodon, own);
    assert_eq!((item.message.direction, item.message.author.kind), (Direction::Out, AuthorKind::Agent));
    assert_eq!(item.message.visibility, Visibility::Unlisted);
    let elsewhere = own.replace("\"acct\": \"larkway\"", "\"acct\": \"larkway@evil.example\"");
    assert_eq!(one(Mastodon, &elsewhere).message.direction, Direction::In);
}

#[test]
fn notifications() {
    let item = one(Mastodon, include_str!("../payloads/mastodon/notification_mention.json"));
    assert_eq!((item.event, item.message.id.as_str()), (Event::Created, "115598002910000005"));
    assert_eq!(item.message.visibility, Visibility::Followers);
    assert_eq!(passed(Mastodon, include_str!("../payloads/mastodon/boost.json")), ["a boost"]);
    let favourite = include_str!("../payloads/mastodon/notification_favourite.json");
    assert_eq!(passed(Mastodon, favourite), ["a favourite"]);
    for (kind, what) in [
        ("reblog", "a boost"),
        ("poll", "a poll ended"),
        ("quoted_update", "a status that was quoted was changed"),
        ("moderation_warning", "a notification that is not a message"),
    ] {
        assert_eq!(passed(Mastodon, &favourite.replace("\"favourite\"", &format!("\"{kind}\""))), [what]);
    }
    assert_eq!(
        passed(Mastodon, include_str!("../payloads/mastodon/notification_follow.json")),
        ["a follower"]
    );
    let update = favourite.replace("\"favourite\"", "\"update\"");
    assert_eq!(one(Mastodon, &update).event, Event::Edited);
}

#[test]
fn messages_of_the_stream() {
    let item = one(Mastodon, include_str!("../payloads/mastodon/stream_update.json"));
    assert_eq!(item.message.text, "The lift at Nordstadt is broken again 😡");
    assert_eq!(item.event, Event::Created);
    let edit = one(Mastodon, include_str!("../payloads/mastodon/stream_edit.json"));
    assert_eq!((edit.event, edit.message.id.as_str()), (Event::Edited, "115598002910000001"));
    assert!(edit.message.text.contains("charged three times"));
    let mention = one(Mastodon, include_str!("../payloads/mastodon/stream_notification.json"));
    assert_eq!(mention.message.id, "115598002910000005");
    let direct = one(Mastodon, include_str!("../payloads/mastodon/stream_conversation.json"));
    assert_eq!(
        (direct.message.id.as_str(), direct.message.visibility),
        ("115598002910000007", Visibility::Private)
    );
    let filters = include_str!("../payloads/mastodon/stream_filters_changed.json");
    assert_eq!(passed(Mastodon, filters), ["filters were changed"]);
}

#[test]
fn a_deletion_tells_the_id_alone() {
    let item = one(Mastodon, include_str!("../payloads/mastodon/stream_delete.json"));
    assert_eq!((item.event, item.message.id.as_str()), (Event::Deleted, "115598002910000001"));
    assert_eq!((item.message.text.as_str(), item.message.channel), ("", Channel::Mastodon));
    assert_eq!(item.message.gaps, [Gap::AuthorUnknown, Gap::VisibilityUnknown, Gap::TimeUnknown]);
}

#[test]
fn what_is_missing_becomes_a_gap() {
    let item = one(Mastodon, r#"{"id":7,"content":"","account":null,"visibility":"circle"}"#);
    let gaps = [Gap::BodyUnavailable, Gap::AuthorUnknown, Gap::VisibilityUnknown, Gap::TimeUnknown];
    assert_eq!((item.message.id.as_str(), item.message.gaps.as_slice()), ("7", gaps.as_slice()));
}
