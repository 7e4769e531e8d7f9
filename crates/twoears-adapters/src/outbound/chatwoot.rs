//! Chatwoot: a message into the conversation. Keys: `account_id`, `conversation_id`.

use serde_json::json;
use twoears_core::Audience;

use super::{Address, Request};
use crate::Error;

/// Both audiences are the same request: whether a conversation stands in the open is the inbox's matter.
pub(crate) fn request(address: &Address, text: &str, _audience: Audience) -> Result<Request, Error> {
    let (account, conversation) = (address.part("account_id")?, address.part("conversation_id")?);
    let path = format!("/api/v1/accounts/{account}/conversations/{conversation}/messages");
    let body = json!({ "content": text, "message_type": "outgoing", "private": false });
    Ok(Request::post(None, path, body).note("header `api_access_token`: an agent's or an agent bot's token"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Platform;

    #[test]
    fn a_reply_is_not_a_note() {
        let address = Address::new(Platform::Chatwoot);
        let address = address.with("account_id", Some("1".into())).with("conversation_id", Some("12".into()));
        let request = request(&address, "Hi Ann", Audience::Private).unwrap();
        assert_eq!(request.path, "/api/v1/accounts/1/conversations/12/messages");
        assert_eq!(request.body["private"], false);
    }

    #[test]
    fn an_id_cannot_climb_out_of_the_path() {
        for id in ["../2", "1/..", "..", "1?x=", "1 2", "1%2f"] {
            let address = Address::new(Platform::Chatwoot);
            let address =
                address.with("account_id", Some(id.into())).with("conversation_id", Some("12".into()));
            assert!(request(&address, "a", Audience::Private).unwrap_err().is_request(), "{id}");
        }
    }
}
