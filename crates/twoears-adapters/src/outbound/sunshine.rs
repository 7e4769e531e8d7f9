//! Sunshine Conversations: "Post Message" into the conversation. Keys: `app_id`, `conversation_id`.

use serde_json::json;
use twoears_core::Audience;

use super::{Address, Request};
use crate::Error;

/// Every conversation there is private: nothing can be said in the open.
pub(crate) fn request(address: &Address, text: &str, audience: Audience) -> Result<Request, Error> {
    if audience == Audience::Public {
        return Err(Error::request(
            "sunshine has private conversations alone: answer in private, or in the open on the channel itself",
        ));
    }
    let (app, conversation) = (address.part("app_id")?, address.part("conversation_id")?);
    let path = format!("/v2/apps/{app}/conversations/{conversation}/messages");
    let body = json!({ "author": { "type": "business" }, "content": { "type": "text", "text": text } });
    Ok(Request::post(None, path, body)
        .note(
            "host: `api.smooch.io` (in Europe `api.eu-1.smooch.io`), or `{subdomain}.zendesk.com` with `/sc` before the \
             path; key id and secret as basic auth",
        )
        .note("WhatsApp takes this for 24 hours after the customer's last word, then an approved template alone"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Platform;

    fn address(conversation: &str) -> Address {
        let address = Address::new(Platform::Sunshine).with("app_id", Some("5698edbf".into()));
        address.with("conversation_id", Some(conversation.into()))
    }

    #[test]
    fn a_reply_is_a_message_of_the_business() {
        let request = request(&address("13f32c6c"), "Hi Noor", Audience::Private).unwrap();
        assert_eq!((request.method.as_str(), request.host), ("POST", None));
        assert_eq!(request.path, "/v2/apps/5698edbf/conversations/13f32c6c/messages");
        let body = json!({"author": {"type": "business"}, "content": {"type": "text", "text": "Hi Noor"}});
        assert_eq!(request.body, body);
    }

    #[test]
    fn nothing_is_said_in_the_open_and_ids_stay_in_the_path() {
        assert!(request(&address("13f32c6c"), "Hi", Audience::Public).unwrap_err().is_request());
        assert!(request(&address("../users"), "Hi", Audience::Private).unwrap_err().is_request());
    }
}
