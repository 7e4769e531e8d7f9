//! What requests to Meta's Graph API share.

use serde_json::Value;

use super::Request;

/// Where pages and WhatsApp are written to.
#[cfg(any(feature = "facebook", feature = "messenger", feature = "whatsapp"))]
pub(crate) const GRAPH: &str = "graph.facebook.com";

/// The version that is current, and what says so: the Graph API changelog, read in November 2026 (introduced 29 July 2026).
const VERSION: &str = "put the version in front of the path: `/v26.0` is the current one (Graph API changelog, 2026-07-29); \
                       without it, the app's oldest counts";

/// A request to the Graph API, with the notes that each needs.
pub(crate) fn post(host: &str, path: String, body: Value, token: &str) -> Request {
    Request::post(Some(host), path, body)
        .note(format!("header `Authorization: Bearer`: {token}"))
        .note(VERSION)
}

/// A message to somebody: `POST /{own}/messages`.
#[cfg(any(feature = "facebook", feature = "messenger", feature = "instagram"))]
pub(crate) fn message(own: &str, recipient: &Value, text: &str) -> (String, Value) {
    (format!("/{own}/messages"), serde_json::json!({ "recipient": recipient, "message": { "text": text } }))
}

/// Says so where another app holds the conversation.
#[cfg(any(feature = "messenger", feature = "instagram"))]
pub(crate) fn held(request: Request, address: &super::Address) -> Request {
    match address.key("standby") {
        None => request,
        Some(_) => request.note("another app holds this conversation: take thread control before sending"),
    }
}

/// The error where a conversation is private and the reply was to be public.
#[cfg(any(feature = "messenger", feature = "instagram", feature = "whatsapp"))]
pub(crate) fn only_private(address: &super::Address) -> crate::Error {
    crate::Error::request(format!(
        "this is a private conversation on {}: there is no reply in the open, answer in private",
        address.platform.name()
    ))
}
