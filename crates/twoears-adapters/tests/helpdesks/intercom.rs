//! Intercom.

use twoears_adapters::Platform;
use twoears_adapters::inbound::{Event, Item};
use twoears_core::{Attachment, AttachmentKind, AuthorKind, Channel, Direction, Gap, Visibility};

use crate::{hostile, parse};

const PLATFORM: Platform = Platform::Intercom;

const CREATED: &str = include_str!("../payloads/intercom/user_created.json");
const REPLIED: &str = include_str!("../payloads/intercom/user_replied.json");
const NOTED: &str = include_str!("../payloads/intercom/admin_noted.json");
const ON_X: &str = include_str!("../payloads/intercom/on_x.json");
const PLAIN: &str = include_str!("../payloads/intercom/plain_text.json");
const REDACTED: &str = include_str!("../payloads/intercom/part_redacted.json");
const ASSIGNED: &str = include_str!("../payloads/intercom/admin_assigned.json");

fn read(payload: &str) -> Vec<Item> {
    let parsed = parse(PLATFORM, payload).unwrap();
    assert!(parsed.passed.is_empty());
    parsed.items
}

#[test]
fn a_new_conversation_is_read_from_its_source() {
    let items = read(CREATED);
    let [Item { message, address, event, .. }] = items.as_slice() else { panic!("one message") };
    assert_eq!(message.text, "Hi there,\nmy \"gold\" plan was charged twice.\nCan you look?");
    assert_eq!((message.id.as_str(), message.thread_id.as_deref()), ("source:269650473", Some("1911149811")));
    assert_eq!((message.channel, message.visibility), (Channel::Email, Visibility::Private));
    assert_eq!((message.direction, message.author.kind), (Direction::In, AuthorKind::Customer));
    assert_eq!(message.author.id.as_deref(), Some("5bc8f7421ae2d96695c18a00"));
    assert_eq!(message.author.name.as_deref(), Some("Maud Ferrier"));
    assert_eq!(message.sent_at.unwrap().to_string(), "2026-11-23T08:05:57Z");
    assert_eq!(message.attachments, [Attachment::new(AttachmentKind::File).title("invoice.pdf")]);
    assert_eq!((message.gaps.len(), *event), (0, Event::Created));
    assert_eq!((address.key("conversation_id"), address.key("admin_id")), (Some("1911149811"), None));
}

#[test]
fn a_reply_comes_with_the_history_before_it() {
    let items = read(REPLIED);
    let told: Vec<_> = items
        .iter()
        .map(|item| (item.message.id.as_str(), item.message.direction, item.message.author.kind))
        .collect();
    assert_eq!(
        told,
        [
            ("source:269650473", Direction::In, AuthorKind::Customer),
            ("4410", Direction::Out, AuthorKind::Bot),
            ("4411", Direction::Internal, AuthorKind::Agent),
            ("4412", Direction::Out, AuthorKind::Agent),
            ("4414", Direction::In, AuthorKind::Customer),
        ]
    );
    let last = &items[4];
    assert_eq!(last.message.text, "Still two charges: 1 < 2!");
    assert_eq!(last.message.sent_at.unwrap().as_second(), 1_795_425_000);
    assert_eq!(last.address.key("admin_id"), Some("814860"));
    assert!(items.iter().all(|item| item.message.thread_id.as_deref() == Some("1911149811")));
}

#[test]
fn a_note_is_internal_and_an_answer_while_closing_is_not() {
    let items = read(NOTED);
    let told: Vec<_> =
        items.iter().map(|item| (item.message.text.as_str(), item.message.direction)).collect();
    assert_eq!(
        told,
        [
            ("Where do I change my plan?", Direction::In),
            ("She asked in May as well", Direction::Internal),
            ("Please take this one", Direction::Internal),
            ("Under Settings, Plan. All the best!", Direction::Out),
        ]
    );
}

#[test]
fn on_x_neither_words_nor_author_are_told() {
    let items = read(ON_X);
    assert_eq!(items.len(), 2);
    for item in &items {
        let message = &item.message;
        assert_eq!((message.channel, message.text.as_str()), (Channel::X, ""));
        assert!(
            message.gaps.contains(&Gap::BodyUnavailable) && message.gaps.contains(&Gap::VisibilityUnknown)
        );
        assert_eq!(item.address.key("open"), Some("unknown"));
    }
    assert!(items[1].message.gaps.contains(&Gap::AuthorUnknown));
    assert_eq!((items[1].message.author.id.as_deref(), items[1].message.direction), (None, Direction::In));
}

#[test]
fn plain_text_keeps_its_lines() {
    assert_eq!(read(PLAIN)[0].message.text, "<3 the app,\nbut a < b shows wrong\n\nThanks");
}

#[test]
fn what_was_redacted_is_gone() {
    let items = read(REDACTED);
    assert_eq!((items[1].event, items[1].message.text.as_str()), (Event::Deleted, ""));
    assert_eq!((items[1].message.id.as_str(), items[1].message.gaps.len()), ("4501", 0));
}

#[test]
fn five_hundred_parts_are_read_with_the_last() {
    let part = |n: usize| {
        format!(
            r#"{{"type":"conversation_part","id":"{n}","part_type":"comment","body":"<p>{n}</p>","created_at":{},"author":{{"type":"user","id":"u"}}}}"#,
            1_795_420_000 + n
        )
    };
    let parts: Vec<String> = (1..=500).map(part).collect();
    let payload = format!(
        r#"{{"topic":"conversation.user.replied","data":{{"item":{{"id":"9","conversation_parts":{{"conversation_parts":[{}],"total_count":741}}}}}}}}"#,
        parts.join(",")
    );
    let items = read(&payload);
    assert_eq!((items.len(), items[499].message.text.as_str()), (500, "500"));
}

#[test]
fn other_events_are_passed_by_name_and_other_payloads_refused() {
    let passed = |payload: &str| parse(PLATFORM, payload).unwrap().passed;
    assert_eq!(passed(ASSIGNED), ["a conversation's status, not a message"]);
    for topic in
        ["conversation.deleted", "conversation_part.tag.created", "ticket.created", "ping", "user.created"]
    {
        assert_eq!(
            passed(&format!(r#"{{"topic":"{topic}","data":{{"item":{{"id":1}}}}}}"#)).len(),
            1,
            "{topic}"
        );
    }
    for payload in ["{}", "[]", r#"{"type":"zen:event-type:ticket.created"}"#] {
        assert!(parse(PLATFORM, payload).unwrap_err().is_payload(), "{payload}");
    }
}

#[test]
fn what_is_missing_becomes_a_gap() {
    let payload = r#"{"topic":"conversation.user.replied","data":{"item":{"conversation_parts":{"conversation_parts":[
        {"part_type":"comment","body":[1],"author":"x"}, 7]}}}}"#;
    let items = read(payload);
    assert_eq!(items[0].message.gaps, [Gap::BodyUnavailable, Gap::AuthorUnknown, Gap::TimeUnknown]);
}

#[test]
fn broken_payloads_are_errors() {
    for payload in [CREATED, REPLIED, NOTED, ON_X, PLAIN, REDACTED, ASSIGNED] {
        hostile::check(PLATFORM, payload);
    }
}
