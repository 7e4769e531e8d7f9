//! Instagram: a reply to a comment, the one private reply to it, an answer to a mention, or a direct message. Keys: `ig_id`,
//! `comment_id`, `media_id`, `mention`, `recipient_id`, `standby`.
//!
//! Documented in "Comment Moderation", "Send a Private Reply to a Commenter", "Send Messages" and "Mentions" of the Instagram
//! Platform.

use serde_json::json;
use twoears_core::Audience;

use super::{Address, Request, meta};
use crate::Error;

const HOST: &str = "graph.instagram.com";
const LOGIN: &str =
    "with Facebook Login the host is graph.facebook.com, and messages go to the linked page's id";
const ONCE: &str = "one private reply to a comment, within 7 days of it, on a live broadcast only while it lasts; it goes on \
                    only when the person answers, then for 24 hours after each of their messages";

pub(crate) fn request(address: &Address, text: &str, audience: Audience) -> Result<Request, Error> {
    let (comment, mention) = (address.key("comment_id"), address.key("mention").is_some());
    match (audience, address.key("recipient_id")) {
        (Audience::Public, Some(_)) => Err(meta::only_private(address)),
        (Audience::Private, Some(recipient)) => {
            let request = messages(address, &json!({ "id": recipient }), text)?;
            Ok(meta::held(request.note("within 24 hours of the person's last message"), address))
        }
        (Audience::Public, None) if mention => {
            let mut body = json!({ "media_id": address.need("media_id")?, "message": text });
            if let Some(comment) = comment {
                body["comment_id"] = comment.into();
            }
            Ok(comments(format!("/{}/mentions", address.part("ig_id")?), body))
        }
        (Audience::Private, None) if mention => {
            Err(Error::request("a mention on instagram takes no private reply: answer it in the open"))
        }
        (Audience::Public, None) => {
            let path = format!("/{}/replies", address.part("comment_id")?);
            Ok(comments(path, json!({ "message": text })))
        }
        (Audience::Private, None) => {
            let recipient = json!({ "comment_id": address.need("comment_id")? });
            Ok(messages(address, &recipient, text)?.note(ONCE))
        }
    }
}

fn comments(path: String, body: serde_json::Value) -> Request {
    meta::post(HOST, path, body, "the account's token, with `instagram_business_manage_comments`").note(LOGIN)
}

fn messages(address: &Address, recipient: &serde_json::Value, text: &str) -> Result<Request, Error> {
    let (path, body) = meta::message(address.part("ig_id")?, recipient, text);
    let token = "the account's token, with `instagram_business_manage_messages`";
    Ok(meta::post(HOST, path, body, token).note(LOGIN))
}
