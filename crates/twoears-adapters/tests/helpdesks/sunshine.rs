//! Sunshine.

use twoears_adapters::Platform;
use twoears_adapters::inbound::Parsed;
use twoears_core::{Attachment, AttachmentKind, AuthorKind, Channel, Direction, Gap, Visibility};

use crate::{hostile, parse};

const PLATFORM: Platform = Platform::Sunshine;

const MESSAGE: &str = include_str!("../payloads/sunshine/message.json");
const SEVERAL: &str = include_str!("../payloads/sunshine/several.json");
const BUSINESS: &str = include_str!("../payloads/sunshine/business.json");
const MASKED: &str = include_str!("../payloads/sunshine/masked.json");
const RECEIPTS: &str = include_str!("../payloads/sunshine/receipts.json");

fn read(payload: &str) -> Parsed {
    parse(PLATFORM, payload).unwrap()
}

#[test]
fn a_message_is_read_with_its_author() {
    let item = &read(MESSAGE).items[0];
    let message = &item.message;
    assert_eq!(message.text, "My booking shows the wrong day");
    assert_eq!(
        (message.id.as_str(), message.thread_id.as_deref()),
        ("69230f1aac66fb73a3c01877", Some("13f32c6cf7d0d38e6e0eba93"))
    );
    assert_eq!((message.channel, message.visibility), (Channel::Chat, Visibility::Private));
    assert_eq!((message.direction, message.author.kind), (Direction::In, AuthorKind::Customer));
    assert_eq!(message.author.id.as_deref(), Some("cbec0073faeda4dfcd21d0f1"));
    assert_eq!(message.author.name.as_deref(), Some("Noor Haddad"));
    assert_eq!(message.author.first_seen.unwrap().to_string(), "2025-02-01T10:00:00Z");
    assert_eq!(message.sent_at.unwrap().to_string(), "2026-11-23T18:06:37.547Z");
    assert_eq!((message.language.unwrap().code(), message.gaps.len()), ("nl", 0));
    assert_eq!(item.address.key("app_id"), Some("5698edbf2a43bd081be982f1"));
    assert_eq!(item.address.key("conversation_id"), Some("13f32c6cf7d0d38e6e0eba93"));
}

#[test]
fn one_payload_holds_several_events() {
    let parsed = read(SEVERAL);
    assert_eq!(parsed.passed, ["a customer read or types", "a tap on a button"]);
    let [photo, place, form] = parsed.items.as_slice() else { panic!("three messages") };
    assert_eq!(
        (photo.message.channel, photo.message.text.as_str()),
        (Channel::Whatsapp, "It came like this")
    );
    assert_eq!(photo.message.attachments, [Attachment::new(AttachmentKind::Image).title("box.jpg")]);
    assert_eq!(photo.message.parent_id.as_deref(), Some("69230f00ac66fb73a3c01800"));
    assert_eq!((place.message.channel, place.message.gaps.len()), (Channel::Telegram, 0));
    assert_eq!(place.message.text, "", "the words beside a place are the service's");
    assert_eq!(place.message.attachments, [Attachment::new(AttachmentKind::Location).title("Pier 4")]);
    assert_eq!(form.message.text, "Name: Ilse\nCity: Ghent");
    assert_ne!(photo.message.thread_id, place.message.thread_id);
}

#[test]
fn agents_and_programs_answer() {
    let parsed = read(BUSINESS);
    let kinds: Vec<_> =
        parsed.items.iter().map(|item| (item.message.direction, item.message.author.kind)).collect();
    assert_eq!(
        kinds,
        [
            (Direction::Out, AuthorKind::Agent),
            (Direction::Out, AuthorKind::Bot),
            (Direction::Out, AuthorKind::Bot)
        ]
    );
    assert_eq!(parsed.items[0].message.author.name.as_deref(), Some("Lotte"));
}

#[test]
fn masked_digits_stay_as_they_come() {
    let message = &read(MASKED).items[0].message;
    assert_eq!(message.text, "the tracking number is XXXXXXXXXXXXXXXX4821 and it does not move");
    assert_eq!((message.channel, message.author.name.as_deref()), (Channel::Messenger, Some("Jonas Weidt")));
}

#[test]
fn other_events_are_passed_by_name_and_other_payloads_refused() {
    let parsed = read(RECEIPTS);
    assert!(parsed.items.is_empty());
    assert_eq!(
        parsed.passed,
        [
            "a delivery receipt",
            "a conversation's status, not a message",
            "a customer's profile changed",
            "a conversation was handed over",
            "an event that is not a message"
        ]
    );
    assert_eq!(read(r#"{"events":[]}"#).passed, ["no events"]);
    let many = format!(r#"{{"events":[{}7]}}"#, "7,".repeat(1_000));
    assert!(read(&many).passed[1_000].starts_with("events beyond"));
    for payload in ["{}", "[]", r#"{"trigger":"message:appUser","messages":[]}"#] {
        assert!(parse(PLATFORM, payload).unwrap_err().is_payload(), "{payload}");
    }
}

#[test]
fn what_is_missing_becomes_a_gap() {
    let parsed = read(r#"{"events":[{"type":"conversation:message","payload":{"message":[]}},7]}"#);
    assert_eq!(parsed.items[0].message.gaps, [Gap::BodyUnavailable, Gap::AuthorUnknown, Gap::TimeUnknown]);
    assert_eq!(parsed.passed, ["an event that is not a message"]);
}

#[test]
fn broken_payloads_are_errors() {
    for payload in [MESSAGE, SEVERAL, BUSINESS, MASKED, RECEIPTS] {
        hostile::check(PLATFORM, payload);
    }
}
