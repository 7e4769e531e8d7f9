//! X, second version: posts that were looked up, streamed or listed.

use twoears_adapters::Platform::X;
use twoears_adapters::inbound::Event;
use twoears_adapters::{Audience, outbound};
use twoears_core::{Attachment, AttachmentKind, AuthorKind, Channel, Direction, Gap, Visibility};

use super::{keys, one, parsed, passed};

#[test]
fn a_post_of_the_stream() {
    let item = one(X, include_str!("../payloads/x/filtered_stream.json"));
    let message = &item.message;
    assert_eq!((item.event, message.id.as_str()), (Event::Created, "1992500000000000001"));
    assert_eq!(
        message.text,
        "@larkway my card was charged twice & nobody answers https://bank.example/statement?month=11&year=2026"
    );
    assert_eq!((message.channel, message.visibility), (Channel::X, Visibility::Public));
    assert_eq!(
        (message.direction, message.thread_id.as_deref()),
        (Direction::In, Some("1992500000000000001"))
    );
    assert_eq!(message.sent_at.unwrap().to_string(), "2026-11-23T08:05:57Z");
    let author = &message.author;
    assert_eq!((author.name.as_deref(), author.handle.as_deref()), (Some("Ann Lee"), Some("annlee")));
    assert_eq!(
        (author.followers, author.verified, author.kind),
        (Some(1204), Some(false), AuthorKind::Customer)
    );
    assert_eq!(message.reach.accepts_messages, Some(false));
    let picture = Attachment::new(AttachmentKind::Image).title("Two charges on a bank statement");
    assert_eq!(message.attachments, [picture]);
    assert!(message.gaps.is_empty());
    let want = [("participant_id", "1795421157000000001"), ("tweet_id", "1992500000000000001")];
    assert_eq!(keys(&item), want);
}

#[test]
fn a_page_of_mentions_with_every_trap() {
    let page = parsed(X, include_str!("../payloads/x/mentions_timeline_traps.json"));
    assert_eq!(page.passed, ["a repost", "a problem that X reports"]);
    let [long, own, bare] = page.items.as_slice() else { unreachable!("three messages") };

    let message = &long.message;
    assert_eq!(
        (long.event, message.id.as_str()),
        (Event::Edited, "1992500000000000010"),
        "the first id stays"
    );
    assert_eq!(long.address.key("tweet_id"), Some("1992500000000000012"), "what is answered is the newest");
    assert!(message.text.ends_with("weeks. See https://whole.example/a/b <sigh>"));
    assert_eq!(message.text.matches("three weeks").count(), 12);
    assert_eq!(message.thread_id.as_deref(), Some("1992400000000000000"));
    assert_eq!(message.parent_id.as_deref(), Some("1992400000000000005"));
    assert_eq!((message.visibility, message.author.followers), (Visibility::Followers, None));
    assert_eq!((message.language.unwrap().code(), message.author.name.as_deref()), ("id", None));
    assert_eq!(
        message.attachments,
        [Attachment::new(AttachmentKind::Share).title("New timetable from Monday.")]
    );

    assert_eq!((own.message.direction, own.message.author.kind), (Direction::Out, AuthorKind::Agent));
    assert_eq!(own.message.text, "@annlee I'm sorry, Ann.");
    assert_eq!(own.message.thread_id.as_deref(), Some("1992500000000000001"));

    assert_eq!(bare.message.gaps, [Gap::AuthorUnknown, Gap::TimeUnknown]);
    assert_eq!(bare.message.thread_id.as_deref(), Some("1992500000000000015"));
    assert!(outbound::request(&bare.address, "Hi", Audience::Private).unwrap_err().is_request());
}

#[test]
fn what_else_comes() {
    assert_eq!(passed(X, include_str!("../payloads/x/empty_page.json")), ["an empty page"]);
    assert_eq!(passed(X, include_str!("../payloads/x/not_found.json")), ["a problem that X reports"]);
    assert_eq!(passed(X, include_str!("../payloads/x/chat_event.json")), ["an event that is not a post"]);
    let gone = one(X, include_str!("../payloads/x/compliance_delete.json"));
    assert_eq!((gone.event, gone.message.id.as_str()), (Event::Deleted, "1992500000000000001"));
    assert_eq!((gone.message.text.as_str(), gone.message.direction), ("", Direction::In));
}
