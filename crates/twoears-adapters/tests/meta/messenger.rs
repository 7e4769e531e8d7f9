use twoears_adapters::Platform;
use twoears_adapters::inbound::{Event, Parsed};
use twoears_core::{AttachmentKind, AuthorKind, Channel, Direction, Gap, Visibility};

use crate::{kinds, places, time};

const PERSON: &str = "25007700900001234";
const FIRST: &str = "m_1fTq8oLumEyIp3Q2MR-aY7IfLZDamVrALniheU";

fn read(payload: &str) -> Parsed {
    crate::read(Platform::Messenger, payload)
}

#[test]
fn a_message_is_read() {
    let parsed = read(include_str!("../payloads/messenger/message.json"));
    let item = &parsed.items[0];
    let message = &item.message;
    assert_eq!((parsed.items.len(), parsed.passed.len()), (1, 0));
    assert_eq!((item.platform, message.channel), (Platform::Messenger, Channel::Messenger));
    assert_eq!((message.id.as_str(), message.text.as_str()), (FIRST, "Hello, where is my parcel?"));
    assert_eq!((places(item), time(item).as_str()), ([PERSON, PERSON, "-"], "2026-11-23T08:05:57.627Z"));
    assert_eq!((message.visibility, message.author.name.as_deref()), (Visibility::Private, None));
    assert!(message.gaps.is_empty());
    assert_eq!(item.address.key("page_id"), Some("104512345678901"));
    assert_eq!((item.address.key("recipient_id"), item.address.key("standby")), (Some(PERSON), None));
}

#[test]
fn every_trap_of_a_conversation() {
    let parsed = read(include_str!("../payloads/messenger/traps.json"));
    let [reply, quick, postback, start, unsupported, standby] = parsed.items.as_slice() else {
        panic!("{} items", parsed.items.len());
    };
    assert_eq!(places(reply), [PERSON, PERSON, FIRST]);
    assert_eq!(
        kinds(reply),
        [AttachmentKind::Image, AttachmentKind::Sticker, AttachmentKind::Share, AttachmentKind::Video]
    );
    let titles: Vec<_> = reply.message.attachments.iter().filter_map(|one| one.title.as_deref()).collect();
    assert_eq!(titles, ["Track your parcel", "Unboxing"]);
    assert_eq!(quick.message.text, "Yes, please");
    // A tap on a button says what stands on it.
    assert_eq!(
        (postback.message.id.as_str(), postback.message.text.as_str()),
        ("m_postback", "Talk to a person")
    );
    assert_eq!(
        (start.message.id.as_str(), start.message.direction),
        ("25007700900001234:1795421262000", Direction::In)
    );
    assert_eq!(unsupported.message.gaps, [Gap::BodyUnavailable]);
    assert_eq!(
        (standby.message.text.as_str(), standby.address.key("standby")),
        ("Are you a robot?", Some("true"))
    );
}

#[test]
fn an_echo_is_out_and_stays_in_the_conversation() {
    let parsed = read(include_str!("../payloads/messenger/echo.json"));
    assert_eq!(parsed.items.len(), 2);
    for item in &parsed.items {
        assert_eq!((item.message.direction, item.message.author.kind), (Direction::Out, AuthorKind::Agent));
        assert_eq!(places(item), ["104512345678901", PERSON, "-"]);
        assert_eq!(item.address.key("recipient_id"), Some(PERSON));
    }
    assert_eq!(parsed.items[1].message.text, "Shall we call you?");
}

#[test]
fn edits_and_deletions_keep_the_id_and_the_rest_is_named() {
    let parsed = read(include_str!("../payloads/messenger/events.json"));
    let [edited, deleted] = parsed.items.as_slice() else { panic!("{}", parsed.items.len()) };
    assert_eq!((edited.event, edited.message.id.as_str()), (Event::Edited, FIRST));
    assert_eq!(edited.message.text, "Hello, where is my second parcel?");
    assert_eq!(
        (deleted.event, deleted.message.text.as_str(), deleted.message.gaps.len()),
        (Event::Deleted, "", 0)
    );
    assert_eq!(
        parsed.passed,
        [
            "a delivery receipt",
            "a read receipt",
            "a reaction",
            "a conversation opened by a link or an ad",
            "a conversation handed from one app to another",
            "an opt-in",
            "an event that is not a message",
        ]
    );
}

#[test]
fn both_adapters_of_a_page_read_all_of_its_webhook() {
    for (platform, payload) in crate::PAYLOADS {
        if matches!(platform, Platform::Facebook | Platform::Messenger) {
            assert_eq!(crate::read(Platform::Facebook, payload), read(payload));
        }
    }
}
