//! Messenger: a message to a person who wrote to the page. Keys: `page_id`, `recipient_id`, `standby`.
//!
//! Documented in "Send API" of the Messenger Platform.

use serde_json::json;
use twoears_core::Audience;

use super::{Address, Request, meta};
use crate::Error;

pub(crate) fn request(address: &Address, text: &str, audience: Audience) -> Result<Request, Error> {
    if audience == Audience::Public {
        return Err(meta::only_private(address));
    }
    let recipient = json!({ "id": address.need("recipient_id")? });
    let (path, mut body) = meta::message(address.part("page_id")?, &recipient, text);
    body["messaging_type"] = "RESPONSE".into();
    let request = meta::post(meta::GRAPH, path, body, "the page's token, with `pages_messaging`")
        .note("within 24 hours of the person's last message; a person's own answer within 7 days, with `messaging_type` `MESSAGE_TAG` and `tag` `HUMAN_AGENT`");
    Ok(meta::held(request, address))
}
