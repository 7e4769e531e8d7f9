//! WhatsApp: a text message to the person, or to the group. Keys: `phone_number_id`, `wa_id`, `user_id`, `group_id`.
//!
//! Documented in "Text messages", "Business-scoped user IDs" and "Groups API" of the WhatsApp Business Platform. A number goes
//! into `to`, a user id into `recipient`: in `to` it would be taken for a number, and the message lost without an error.

use serde_json::json;
use twoears_core::Audience;

use super::{Address, Request, meta};
use crate::Error;

/// In a group, a public reply is one that the group reads.
pub(crate) fn request(address: &Address, text: &str, audience: Audience) -> Result<Request, Error> {
    let path = format!("/{}/messages", address.part("phone_number_id")?);
    let mut body = json!({
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "type": "text",
        "text": { "preview_url": false, "body": text },
    });
    match (audience, address.key("group_id"), address.key("wa_id")) {
        (Audience::Public, None, _) => return Err(meta::only_private(address)),
        (Audience::Public, Some(group), _) => {
            body["recipient_type"] = "group".into();
            body["to"] = group.into();
        }
        (Audience::Private, _, Some(number)) => body["to"] = number.into(),
        (Audience::Private, _, None) => body["recipient"] = address.need("user_id")?.into(),
    }
    Ok(meta::post(meta::GRAPH, path, body, "a token with `whatsapp_business_messaging`")
        .note("within 24 hours of the person's last message; then an approved template only"))
}
