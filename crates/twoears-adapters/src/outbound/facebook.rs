//! Facebook: a comment below a comment or post, or the one private reply to it. Keys: `page_id`, `post_id`, `comment_id`,
//! `mention`.
//!
//! Documented in "Comment replies" of the Graph API and "Private Replies" of the Messenger Platform.

use serde_json::json;
use twoears_core::Audience;

use super::{Address, Request, meta};
use crate::Error;

const ONCE: &str = "one private reply to a comment or post, within 7 days of it; it goes on only when the person answers, \
                    then for 24 hours after each of their messages";

pub(crate) fn request(address: &Address, text: &str, audience: Audience) -> Result<Request, Error> {
    let object = if address.key("comment_id").is_some() { "comment_id" } else { "post_id" };
    if audience == Audience::Public {
        let path = format!("/{}/comments", address.part(object)?);
        let token = "the page's token, with `pages_manage_engagement`";
        return Ok(meta::post(meta::GRAPH, path, json!({ "message": text }), token));
    }
    if address.key("mention").is_some() {
        return Err(Error::request("a mention on facebook takes no private reply: answer it in the open"));
    }
    let recipient = json!({ object: address.need(object)? });
    let (path, body) = meta::message(address.part("page_id")?, &recipient, text);
    Ok(meta::post(meta::GRAPH, path, body, "the page's token, with `pages_messaging`").note(ONCE))
}
