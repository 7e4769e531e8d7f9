//! From a payload to the request that answers it, and nothing private on the way into a log.

use serde_json::json;
use twoears_adapters::inbound::Item;
use twoears_adapters::{Audience, Platform, outbound};

use crate::parse;

const ZENDESK: &str = include_str!("../payloads/zendesk/comment_added.json");
const ZENDESK_ON_X: &str = include_str!("../payloads/zendesk/comment_on_x.json");
const ZENDESK_CHAT: &str = include_str!("../payloads/zendesk/message_added.json");
const SUNSHINE: &str = include_str!("../payloads/sunshine/message.json");
const INTERCOM: &str = include_str!("../payloads/intercom/user_replied.json");
const INTERCOM_ON_X: &str = include_str!("../payloads/intercom/on_x.json");
const ZAMMAD: &str = include_str!("../payloads/zammad/email.json");
const ZAMMAD_CALL: &str = include_str!("../payloads/zammad/phone_typed_in.json");
const ZAMMAD_ON_X: &str = include_str!("../payloads/zammad/on_x.json");

fn last(platform: Platform, payload: &str) -> Item {
    parse(platform, payload).unwrap().items.pop().unwrap()
}

#[test]
fn what_was_read_can_be_answered_or_the_way_is_named() {
    use Audience::{Private, Public};
    for (platform, payload, audience, answer) in [
        (Platform::Zendesk, ZENDESK, Private, Ok("PUT /api/v2/tickets/71447")),
        (Platform::Zendesk, ZENDESK, Public, Ok("PUT /api/v2/tickets/71447")),
        (Platform::Zendesk, ZENDESK_ON_X, Public, Ok("PUT /api/v2/tickets/71502")),
        (Platform::Zendesk, ZENDESK_ON_X, Private, Err("answer in the open")),
        (Platform::Zendesk, ZENDESK_CHAT, Private, Err("set `app_id`")),
        (
            Platform::Sunshine,
            SUNSHINE,
            Private,
            Ok("POST /v2/apps/5698edbf2a43bd081be982f1/conversations/13f32c6cf7d0d38e6e0eba93/messages"),
        ),
        (Platform::Sunshine, SUNSHINE, Public, Err("answer in private")),
        (Platform::Intercom, INTERCOM, Private, Ok("POST /conversations/1911149811/reply")),
        (Platform::Intercom, INTERCOM, Public, Err("answer in private")),
        (Platform::Intercom, INTERCOM_ON_X, Public, Err("set `admin_id`")),
        (Platform::Zammad, ZAMMAD, Private, Ok("POST /api/v1/ticket_articles")),
        (Platform::Zammad, ZAMMAD_ON_X, Public, Ok("POST /api/v1/ticket_articles")),
        (Platform::Zammad, ZAMMAD_ON_X, Private, Ok("POST /api/v1/ticket_articles")),
    ] {
        let request = outbound::request(&last(platform, payload).address, "Hello", audience);
        match (request, answer) {
            (Ok(request), Ok(want)) => assert_eq!(format!("{} {}", request.method, request.path), want),
            (Err(error), Err(want)) => {
                assert!(error.is_request() && error.to_string().contains(want), "{error}");
            }
            (got, _) => panic!("{}: {got:?}", platform.name()),
        }
    }
}

#[test]
fn a_call_that_was_typed_in_is_answered_by_mail_to_the_caller() {
    let item = last(Platform::Zammad, ZAMMAD_CALL);
    let request = outbound::request(&item.address, "Both lids are on their way.", Audience::Private).unwrap();
    let body = json!({
        "ticket_id": 82, "type": "email", "sender": "Agent", "internal": false, "content_type": "text/plain",
        "body": "Both lids are on their way.", "to": "Edda Lindqvist <edda@example.com>",
        "subject": "Re: Order without mugs",
    });
    assert_eq!(request.body, body);
}

#[test]
fn debug_shows_neither_words_nor_who_gets_them() {
    let item = last(Platform::Zammad, ZAMMAD);
    let request = outbound::request(&item.address, "Dear Edda", Audience::Private).unwrap();
    let shown = format!("{item:?} {request:?}");
    for private in ["edda", "Edda", "mugs", "81", "104"] {
        assert!(!shown.contains(private), "{private}: {shown}");
    }
    assert!(shown.contains("in_reply_to") && shown.contains("POST"));
}
