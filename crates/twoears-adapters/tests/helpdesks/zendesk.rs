//! Zendesk.

use twoears_adapters::Platform;
use twoears_adapters::inbound::{Event, Item};
use twoears_core::{AuthorKind, Channel, Direction, Gap, Visibility};

use crate::{hostile, parse};

const PLATFORM: Platform = Platform::Zendesk;

const COMMENT: &str = include_str!("../payloads/zendesk/comment_added.json");
const ON_X: &str = include_str!("../payloads/zendesk/comment_on_x.json");
const REPLY: &str = include_str!("../payloads/zendesk/agent_reply.json");
const NOTE: &str = include_str!("../payloads/zendesk/agent_note.json");
const REDACTED: &str = include_str!("../payloads/zendesk/comment_redacted.json");
const CREATED: &str = include_str!("../payloads/zendesk/ticket_created.json");
const STATUS: &str = include_str!("../payloads/zendesk/status_changed.json");
const CHAT: &str = include_str!("../payloads/zendesk/message_added.json");
const BOT: &str = include_str!("../payloads/zendesk/answer_bot.json");

fn one(payload: &str) -> Item {
    let mut parsed = parse(PLATFORM, payload).unwrap();
    assert_eq!((parsed.items.len(), parsed.passed.len()), (1, 0));
    parsed.items.remove(0)
}

#[test]
fn a_comment_by_e_mail_is_read() {
    let Item { message, event, address, .. } = one(COMMENT);
    assert_eq!((message.id.as_str(), message.thread_id.as_deref()), ("31118220553489", Some("71447")));
    assert_eq!(message.text, "Hello,\nthe kettle leaks at the lid.\n\nCan I swap it?");
    assert_eq!((message.channel, message.is_public()), (Channel::Email, false));
    assert_eq!((message.direction, event), (Direction::In, Event::Created));
    assert_eq!(message.author.id.as_deref(), Some("58789189659033"));
    assert_eq!(message.author.name.as_deref(), Some("Imke Sandvoort"));
    assert_eq!((message.author.kind, message.author.followers), (AuthorKind::Customer, None));
    assert_eq!(message.sent_at.unwrap().to_string(), "2026-11-23T08:36:44.304701605Z");
    assert_eq!((message.gaps.len(), message.language), (0, None));
    assert_eq!((address.key("ticket_id"), address.key("open")), (Some("71447"), None));
    assert_eq!(address.key("messaging"), None);
    let on_whatsapp = one(&COMMENT.replace("\"channel\": \"mail\"", "\"channel\": \"whatsapp\""));
    assert_eq!((on_whatsapp.message.channel, on_whatsapp.message.is_public()), (Channel::Whatsapp, false));
    assert_eq!(on_whatsapp.address.key("messaging"), Some("yes"));
}

#[test]
fn a_post_on_x_stands_in_the_open_and_ids_may_be_numbers() {
    let Item { message, address, .. } = one(ON_X);
    assert_eq!((message.channel, message.visibility), (Channel::X, Visibility::Public));
    assert_eq!((message.id.as_str(), message.thread_id.as_deref()), ("31118220999", Some("71502")));
    assert_eq!(message.text, "Two hours on hold & nobody picks up");
    assert_eq!(address.key("open"), Some("yes"));
}

#[test]
fn agents_reply_to_customers_and_write_notes_among_themselves() {
    let reply = one(REPLY).message;
    assert_eq!((reply.direction, reply.author.kind), (Direction::Out, AuthorKind::Agent));
    let note = one(NOTE).message;
    assert_eq!((note.direction, note.author.kind), (Direction::Internal, AuthorKind::Agent));
    // The transcript of a chat comes as a private comment in the customer's name.
    let private = one(&COMMENT.replace("\"is_public\": true", "\"is_public\": false"));
    assert_eq!(private.message.direction, Direction::Internal);
    // Where it is not said who can see an agent's words, they stay among agents.
    let unsaid = one(&REPLY.replace("\"is_public\": true", "\"is_public\": null"));
    assert_eq!(unsaid.message.direction, Direction::Internal);
    let unsaid = one(&COMMENT.replace("\"is_public\": true", "\"is_public\": null"));
    assert_eq!(
        (unsaid.message.direction, unsaid.message.gaps),
        (Direction::In, vec![Gap::VisibilityUnknown])
    );
}

#[test]
fn a_new_ticket_carries_no_words() {
    let message = one(CREATED).message;
    assert_eq!((message.text.as_str(), message.gaps.as_slice()), ("", &[Gap::BodyUnavailable][..]));
    assert_eq!((message.id.as_str(), message.thread_id.as_deref()), ("ticket:71448", Some("71448")));
    assert_eq!((message.author.kind, message.direction), (AuthorKind::Customer, Direction::In));
    assert_eq!(message.sent_at.unwrap().to_string(), "2026-11-23T09:10:02Z");
    // Typed in by an agent: whose words they are is not told.
    let by_agent = CREATED.replace("\"submitter_id\": \"58789189659033\"", "\"submitter_id\": \"9\"");
    assert_eq!(one(&by_agent).message.author.kind, AuthorKind::Unknown);
}

#[test]
fn an_edit_keeps_the_id_of_the_comment() {
    let item = one(REDACTED);
    assert_eq!((item.event, item.message.id.as_str()), (Event::Edited, "31118220553489"));
    assert_eq!(item.message.text, "My card is \u{2587}\u{2587}\u{2587}\u{2587}, please refund it");
    let private = one(&COMMENT.replace("comment_added", "comment_made_private"));
    assert_eq!((private.event, private.message.direction), (Event::Edited, Direction::Internal));
}

/// Zendesk blackens the middle of what looks like a card's number, before anybody sees it.
#[test]
fn blackened_digits_stay_as_they_come() {
    let words = "My card is 41111 1▇▇▇▇ ▇1111";
    let message = one(&COMMENT.replace("\"body\": \"", &format!("\"body\": \"{words} "))).message;
    assert!(message.text.starts_with(words), "{}", message.text);
}

#[test]
fn a_chat_tells_who_speaks_by_the_kind_of_actor() {
    let Item { message, address, .. } = one(CHAT);
    assert_eq!((message.channel, message.visibility), (Channel::Chat, Visibility::Private));
    assert_eq!((message.direction, message.author.kind), (Direction::In, AuthorKind::Customer));
    assert_eq!((message.id.as_str(), message.thread_id.as_deref()), ("69230f1a5ecd183e284cb", Some("71520")));
    assert_eq!(address.key("conversation_id"), Some("69230ee3a96f98663935c3f2"));
    let bot = one(BOT).message;
    assert_eq!((bot.direction, bot.author.kind), (Direction::Out, AuthorKind::Bot));
    for (actor, kind) in
        [("agent", AuthorKind::Agent), ("trigger", AuthorKind::Bot), ("x", AuthorKind::Unknown)]
    {
        let other = one(&CHAT.replace("end_user", actor)).message;
        assert_eq!(other.author.kind, kind, "{actor}");
    }
}

#[test]
fn other_events_are_passed_by_name_and_other_payloads_refused() {
    let passed = |payload: &str| parse(PLATFORM, payload).unwrap().passed;
    assert_eq!(passed(STATUS), ["a ticket's status or field, not a message"]);
    for kind in
        ["ticket.merged", "ticket.soft_deleted", "ticket.attachment_linked_to_comment", "user.created"]
    {
        assert_eq!(passed(&COMMENT.replace("ticket.comment_added", kind)).len(), 1, "{kind}");
    }
    for payload in ["{}", "[]", r#"{"type":"notification_event"}"#, "nothing"] {
        assert!(parse(PLATFORM, payload).unwrap_err().is_payload(), "{payload}");
    }
}

#[test]
fn what_is_missing_becomes_a_gap() {
    let message = one(r#"{"type":"zen:event-type:ticket.comment_added","event":{"comment":7}}"#).message;
    let gaps = [Gap::VisibilityUnknown, Gap::BodyUnavailable, Gap::AuthorUnknown, Gap::TimeUnknown];
    assert_eq!(message.gaps, gaps);
    let by_subject = CHAT.replace("\"detail\": { \"id\": \"71520\" }", "\"detail\": null");
    assert_eq!(one(&by_subject).message.thread_id.as_deref(), Some("71520"));
}

#[test]
fn broken_payloads_are_errors() {
    for payload in [COMMENT, ON_X, REPLY, NOTE, REDACTED, CREATED, STATUS, CHAT, BOT] {
        hostile::check(PLATFORM, payload);
    }
}
