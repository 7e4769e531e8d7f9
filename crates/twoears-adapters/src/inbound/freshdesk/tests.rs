use super::*;
use crate::{Audience, outbound};
use twoears_core::{Brand, Channel, Gap, Visibility};

const CREATED: &str = include_str!("../../../tests/payloads/freshdesk/created.json");
const COMMENT: &str = include_str!("../../../tests/payloads/freshdesk/customer_comment.json");
const AGENT: &str = include_str!("../../../tests/payloads/freshdesk/agent_comment.json");
const STATUS: &str = include_str!("../../../tests/payloads/freshdesk/status_only.json");

fn one(payload: &str, settings: &Settings) -> Item {
    let mut parsed = parse(payload.as_bytes(), settings).unwrap();
    assert_eq!((parsed.items.len(), parsed.passed.len()), (1, 0));
    parsed.items.remove(0)
}

#[test]
fn a_new_ticket_is_read_by_the_placeholders_own_names() {
    let item = one(CREATED, &Settings::default());
    let message = &item.message;
    assert_eq!(
        message.text,
        "Parcel still not here\n\nHello,\nmy parcel was due on Friday & there is no sign of it."
    );
    assert_eq!((message.channel, message.visibility), (Channel::Email, Visibility::Private));
    assert_eq!(message.author.id.as_deref(), Some("ann.lee@post.example"));
    assert_eq!(message.author.name.as_deref(), Some("Ann Lee"));
    assert_eq!((message.direction, message.thread_id.as_deref()), (Direction::In, Some("48121")));
    assert_eq!(message.gaps, [Gap::TimeUnknown]);
    assert_eq!(one(CREATED, &Settings::default()).message.id, message.id);
}

#[test]
fn a_comment_is_read_without_its_name_and_the_note_not_at_all() {
    let item = one(COMMENT, &Settings::default());
    let message = &item.message;
    assert_eq!(message.text, "Still nothing.\nPlease cancel : I want my money back.");
    assert_eq!((message.direction, message.author.name.as_deref()), (Direction::In, Some("Ann Lee")));
    assert_ne!(message.id, one(CREATED, &Settings::default()).message.id);
    let request = outbound::request(&item.address, "Done.", Audience::Private).unwrap();
    assert_eq!(request.path, "/api/v2/tickets/48121/reply");
}

#[test]
fn an_agents_comment_is_an_answer() {
    let item = one(AGENT, &Settings::default());
    assert_eq!((item.message.direction, item.message.author.kind), (Direction::Out, AuthorKind::Agent));
    assert_eq!(item.message.text, "Hi Ann, it is on its way.");
    // Another agent than the ticket's is known by the settings alone.
    let other = AGENT.replace("\"Sam Agent : ", "\"Kim Agent : ");
    let item = one(&other, &Settings::default());
    assert_eq!(
        (item.message.direction, item.message.gaps.contains(&Gap::AuthorUnknown)),
        (Direction::In, true)
    );
    let brand = Brand::from_toml("[inbound]\nown_ids = ['Kim Agent']").unwrap();
    assert_eq!(one(&other, &Settings::of(&brand).unwrap()).message.direction, Direction::Out);
}

#[test]
fn a_map_of_the_settings_goes_over_the_default() {
    let toml = "[inbound.freshdesk]\ntext = 'hook.words'\nid = 'hook.note'\nsent_at = 'hook.at'\nthread_id = 'hook.n'";
    let settings = Settings::of(&Brand::from_toml(toml).unwrap()).unwrap();
    let payload = r#"{"hook":{"words":"Hi : there","note":5,"at":"2026-11-23T08:05:57Z","n":7}}"#;
    let item = one(payload, &settings);
    assert_eq!((item.message.id.as_str(), item.message.text.as_str()), ("5", "Hi : there"));
    assert!(item.message.sent_at.is_some());
    assert_eq!(item.address.key("ticket_id"), Some("7"));
}

#[test]
fn what_holds_no_message_is_passed_or_refused() {
    assert_eq!(
        parse(STATUS.as_bytes(), &Settings::default()).unwrap().passed,
        ["a ticket's change without a message"]
    );
    for payload in ["{}", "{\"other\":{\"text\":\"secret\"}}", "[]", "secret", "{\"freshdesk_webhook\":7}"] {
        let error = parse(payload.as_bytes(), &Settings::default()).unwrap_err();
        assert!(error.is_payload() && !error.to_string().contains("secret"), "{error}");
    }
}

#[test]
fn cut_and_changed_payloads_are_read_or_refused() {
    for payload in [CREATED, COMMENT, AGENT, STATUS].map(str::as_bytes) {
        for end in 0..payload.len() {
            let _ = parse(&payload[..end], &Settings::default());
        }
        let mut changed = payload.to_vec();
        for at in 0..payload.len() {
            for byte in *b"\"{}[:,7\xff" {
                changed[at] = byte;
                let _ = parse(&changed, &Settings::default());
            }
            changed[at] = payload[at];
        }
    }
}
