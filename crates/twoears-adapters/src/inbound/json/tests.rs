use super::*;
use crate::inbound::Event;
use crate::{Audience, outbound};
use twoears_core::{AuthorKind, Brand, Channel, Direction, Gap};

const OWN: &str = include_str!("../../../tests/payloads/json/own_names.json");
const MAPPED: &str = include_str!("../../../tests/payloads/mapped/mapped.json");
const EDIT: &str = include_str!("../../../tests/payloads/json/edit.json");
const NOTE: &str = include_str!("../../../tests/payloads/json/note.json");

const MAP: &str = "[inbound.json]
id = 'data.key.uuid'
text = 'data.body.plain | data.body.html'
html = '=yes'
sent_at = 'data.when'
thread_id = 'data.room'
visibility = 'data.is_public'
channel = '=bluesky'
'author.id' = 'data.writer.ref'
'author.name' = 'data.writer.shown'
'author.followers' = 'data.writer.fans'
parent_id = 'data.history.-1.t'";

fn one(payload: &str, settings: &Settings) -> Item {
    let mut parsed = parse(payload.as_bytes(), settings).unwrap();
    assert_eq!((parsed.items.len(), parsed.passed.len()), (1, 0));
    parsed.items.remove(0)
}

#[test]
fn fields_are_found_by_their_own_names() {
    let message = one(OWN, &Settings::default()).message;
    assert_eq!((message.id.as_str(), message.text.as_str()), ("m-1", "Where is my parcel?"));
    assert_eq!(
        (message.channel, message.is_public(), message.direction),
        (Channel::Chat, false, Direction::In)
    );
    assert_eq!((message.author.followers, message.author.verified), (Some(1204), Some(true)));
    assert_eq!((message.author.id.as_deref(), message.author.kind), (Some("7"), AuthorKind::Customer));
    assert_eq!(message.sent_at.unwrap().as_second(), 1_795_421_157);
    assert_eq!((message.language, message.gaps.len()), ("en".parse().ok(), 0));
}

#[test]
fn a_map_leads_to_fields_anywhere() {
    let settings = Settings::of(&Brand::from_toml(MAP).unwrap()).unwrap();
    let message = one(MAPPED, &settings).message;
    assert_eq!((message.id.as_str(), message.text.as_str()), ("0193-77", "It broke."));
    assert_eq!((message.channel, message.is_public()), (Channel::Bluesky, true));
    assert_eq!((message.author.followers, message.author.name.as_deref()), (Some(12_000), Some("Ann Lee")));
    assert_eq!(message.sent_at.unwrap().as_second(), 1_795_421_157);
    assert_eq!(message.parent_id.as_deref(), Some("second"));
}

#[test]
fn edits_deletions_and_notes_are_told() {
    let item = one(EDIT, &Settings::default());
    assert_eq!(
        (item.event, item.message.id.as_str(), item.message.channel),
        (Event::Edited, "m-1", Channel::X)
    );
    let item = one(&EDIT.replace("updated", "deleted"), &Settings::default());
    assert_eq!((item.event, item.message.text.as_str()), (Event::Deleted, ""));
    assert_eq!(one(NOTE, &Settings::default()).message.direction, Direction::Internal);
    let own = Settings::of(&Brand::from_toml("[inbound]\nown_ids = ['7']").unwrap()).unwrap();
    assert_eq!(one(OWN, &own).message.direction, Direction::Out);
}

#[test]
fn what_cannot_be_read_is_left_out() {
    let message = one(
        r#"{"text":"hi","channel":"pigeon","sent_at":"soon","visibility":"who knows"}"#,
        &Settings::default(),
    )
    .message;
    assert_eq!(message.gaps, [Gap::AuthorUnknown, Gap::VisibilityUnknown, Gap::TimeUnknown]);
    assert!(parse(b"{\"a\":1}", &Settings::default()).unwrap_err().is_payload());
    let item = one(OWN, &Settings::default());
    assert!(outbound::request(&item.address, "a", Audience::Private).unwrap_err().is_request());
}

#[test]
fn cut_and_changed_payloads_are_read_or_refused() {
    let settings = Settings::of(&Brand::from_toml(MAP).unwrap()).unwrap();
    for payload in [OWN, MAPPED, EDIT, NOTE].map(str::as_bytes) {
        for settings in [&settings, &Settings::default()] {
            for end in 0..payload.len() {
                let _ = parse(&payload[..end], settings);
            }
            let mut changed = payload.to_vec();
            for at in 0..payload.len() {
                for byte in *b"\"{}[:,7\xff" {
                    changed[at] = byte;
                    let _ = parse(&changed, settings);
                }
                changed[at] = payload[at];
            }
        }
    }
}
