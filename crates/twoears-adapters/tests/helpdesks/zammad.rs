//! Zammad.

use twoears_adapters::Platform;
use twoears_adapters::inbound::Item;
use twoears_core::{Attachment, AttachmentKind, AuthorKind, Channel, Direction, Gap, Visibility};

use crate::{hostile, parse};

const PLATFORM: Platform = Platform::Zammad;

const MAIL: &str = include_str!("../payloads/zammad/email.json");
const CALL: &str = include_str!("../payloads/zammad/phone_typed_in.json");
const NOTE: &str = include_str!("../payloads/zammad/internal_note.json");
const REPLY: &str = include_str!("../payloads/zammad/agent_reply.json");
const QUOTED: &str = include_str!("../payloads/zammad/quoted_mail.json");
const ON_X: &str = include_str!("../payloads/zammad/on_x.json");
const STATE: &str = include_str!("../payloads/zammad/state_changed.json");

fn one(payload: &str) -> Item {
    let mut parsed = parse(PLATFORM, payload).unwrap();
    assert_eq!((parsed.items.len(), parsed.passed.len()), (1, 0));
    parsed.items.remove(0)
}

#[test]
fn a_mail_is_read_with_its_customer() {
    let Item { message, address, .. } = one(MAIL);
    assert_eq!(
        message.text,
        "Good morning,\nthe café order came without the mugs & lids.\n- 6 mugs\n- 6 lids"
    );
    assert_eq!((message.id.as_str(), message.thread_id.as_deref()), ("104", Some("81")));
    assert_eq!((message.channel, message.visibility), (Channel::Email, Visibility::Private));
    assert_eq!((message.direction, message.author.kind), (Direction::In, AuthorKind::Customer));
    assert_eq!(
        (message.author.id.as_deref(), message.author.name.as_deref()),
        (Some("8"), Some("Edda Lindqvist"))
    );
    assert!(message.author.vip && message.author.verified.is_none());
    assert_eq!(message.author.first_seen.unwrap().to_string(), "2024-11-13T12:57:48.779Z");
    assert_eq!(message.sent_at.unwrap().to_string(), "2026-11-23T08:34:35.318Z");
    assert_eq!(message.attachments, [Attachment::new(AttachmentKind::Image).title("mugs.jpeg")]);
    assert!(message.gaps.is_empty());
    assert_eq!(address.key("to"), Some("Edda Lindqvist <edda@example.com>"));
    assert_eq!(address.key("in_reply_to"), Some("<CAF=1a2b@mail.example.com>"));
}

#[test]
fn what_a_mail_quotes_and_what_a_program_sends_are_told_apart() {
    let message = one(QUOTED).message;
    assert_eq!(message.text, "Thanks, the lids came. One is cracked though.");
    assert_eq!((message.direction, message.author.kind), (Direction::In, AuthorKind::Customer));
    let message = one(&QUOTED.replace("Thanks, the lids came. One is cracked though.", "")).message;
    assert!(message.text.starts_with("Ruben Falk wrote:"), "nothing but what is quoted");
    let message = one(&QUOTED.replace("\"is-auto-response\": false", "\"is-auto-response\": true")).message;
    assert_eq!((message.direction, message.author.kind), (Direction::In, AuthorKind::Bot));
}

#[test]
fn who_typed_a_call_in_did_not_say_it() {
    let message = one(CALL).message;
    assert_eq!(
        (message.author.id.as_deref(), message.author.name.as_deref()),
        (Some("8"), Some("Edda Lindqvist"))
    );
    assert_eq!((message.author.kind, message.direction), (AuthorKind::Customer, Direction::In));
    assert_eq!((message.channel, message.visibility), (Channel::Other, Visibility::Private));
    // Without the origin, `from` says it.
    let by_from = one(&CALL.replace("\"origin_by_id\": 8", "\"origin_by_id\": null")).message;
    assert_eq!(by_from.author.id.as_deref(), Some("8"));
    // With neither, it is not known, and it is not the agent.
    let unknown = CALL.replace("\"origin_by_id\": 8", "\"origin_by_id\": null");
    let unknown =
        one(&unknown.replace("\"from\": \"Edda Lindqvist <edda@example.com>\"", "\"from\": \"\"")).message;
    assert_eq!((unknown.author.id, unknown.author.name), (None, None));
    assert_eq!(unknown.gaps, [Gap::AuthorUnknown]);
}

#[test]
fn what_is_for_staff_stays_with_staff() {
    let note = one(NOTE).message;
    assert_eq!((note.direction, note.author.kind), (Direction::Internal, AuthorKind::Agent));
    assert_eq!((note.author.name.as_deref(), note.author.vip), (Some("Ruben Falk"), false));
    let below_a_post =
        NOTE.replace("\"create_article_type\": \"email\"", "\"create_article_type\": \"twitter status\"");
    let below_a_post = below_a_post.replace("\"internal\": true", "\"internal\": false");
    assert_eq!(one(&below_a_post).message.visibility, Visibility::Private);
    // The note about the customer is nowhere in what comes out.
    let written = serde_json::to_string(&one(MAIL)).unwrap();
    assert!(MAIL.contains("asks for a discount") && !written.contains("discount"));
}

#[test]
fn agents_and_the_system_write_too() {
    let Item { message, address, .. } = one(REPLY);
    assert_eq!((message.direction, message.author.kind), (Direction::Out, AuthorKind::Agent));
    assert_eq!(message.text, "Hello Edda,\n\nthe mugs are on their way. 5 < 6, I know.");
    assert_eq!(address.key("to"), Some("Edda Lindqvist <edda@example.com>"));
    let system = REPLY.replace("\"sender\": \"Agent\"", "\"sender\": \"System\"");
    assert_eq!(one(&system).message.direction, Direction::Out);
    let system = system.replace("\"type\": \"email\"", "\"type\": \"note\"");
    assert_eq!(one(&system).message.direction, Direction::System);
}

#[test]
fn a_post_on_x_stands_in_the_open_and_a_direct_message_does_not() {
    let Item { message, address, .. } = one(ON_X);
    assert_eq!((message.channel, message.visibility), (Channel::X, Visibility::Public));
    assert_eq!(message.author.handle.as_deref(), Some("@mugs_and_more"));
    assert_eq!(
        (address.key("to"), address.key("in_reply_to")),
        (Some("@mugs_and_more"), Some("1992345678901234567"))
    );
    let direct = one(&ON_X.replace("twitter status", "twitter direct-message")).message;
    assert_eq!((direct.channel, direct.visibility), (Channel::X, Visibility::Private));
    let other = one(&ON_X.replace("twitter status", "carrier pigeon")).message;
    assert_eq!(other.gaps, [Gap::VisibilityUnknown]);
}

#[test]
fn other_events_are_passed_by_name_and_other_payloads_refused() {
    let parsed = parse(PLATFORM, STATE).unwrap();
    assert_eq!((parsed.items.len(), parsed.passed), (0, vec!["a ticket's change, without an article"]));
    for payload in ["{}", "[]", r#"{"event":"message_created","id":7}"#, r#"{"ticket":7}"#] {
        assert!(parse(PLATFORM, payload).unwrap_err().is_payload(), "{payload}");
    }
}

#[test]
fn what_is_missing_becomes_a_gap() {
    let message = one(r#"{"ticket":7,"article":{"id":1,"body":{},"sender":[]}}"#).message;
    let gaps = [Gap::VisibilityUnknown, Gap::BodyUnavailable, Gap::AuthorUnknown, Gap::TimeUnknown];
    assert_eq!(message.gaps, gaps);
}

#[test]
fn broken_payloads_are_errors() {
    for payload in [MAIL, CALL, NOTE, REPLY, QUOTED, ON_X, STATE] {
        hostile::check(PLATFORM, payload);
    }
}
