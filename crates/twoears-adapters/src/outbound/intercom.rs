//! Intercom: "Reply to a conversation", in the name of an admin.
//!
//! Keys: `conversation_id`; `admin_id`, in whose name the reply goes: the conversation's assignee where the payload tells
//! one, else the caller's to add; `open`, where posts and direct messages are not told apart.

use serde_json::json;
use twoears_core::Audience;

use super::{Address, Request};
use crate::Error;

/// A reply goes where the conversation is: private everywhere but on X, where the conversation tells.
pub(crate) fn request(address: &Address, text: &str, audience: Audience) -> Result<Request, Error> {
    let conversation = address.part("conversation_id")?;
    let unsure = address.key("open").is_some();
    if audience == Audience::Public && !unsure {
        return Err(Error::request(
            "intercom has private conversations alone: answer in private, or in the open on the channel itself",
        ));
    }
    if address.key("admin_id").is_none() {
        return Err(Error::request(
            "a reply on intercom goes in an admin's name: set `admin_id` in the address to the admin's id",
        ));
    }
    let admin = address.need("admin_id")?;
    let path = format!("/conversations/{conversation}/reply");
    let body = json!({ "message_type": "comment", "type": "admin", "admin_id": admin, "body": text });
    let request = Request::post(Some("api.intercom.io"), path, body).note(
        "bearer token with the permission to write conversations; a workspace in Europe is at `api.eu.intercom.io`, in \
         Australia at `api.au.intercom.io`",
    );
    Ok(if unsure {
        request.note("on X: look first whether it is a post or a direct message; the reply goes where the conversation is")
    } else {
        request
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Platform;

    fn address(keys: &[(&str, &str)]) -> Address {
        let address = Address::new(Platform::Intercom);
        keys.iter().fold(address, |address, (key, id)| address.with(key, Some((*id).into())))
    }

    #[test]
    fn a_reply_goes_in_an_admins_name() {
        let whole = address(&[("conversation_id", "1911149811"), ("admin_id", "814860")]);
        let request = request(&whole, "Hi Maud", Audience::Private).unwrap();
        assert_eq!(
            (request.method.as_str(), request.path.as_str()),
            ("POST", "/conversations/1911149811/reply")
        );
        let body =
            json!({"message_type": "comment", "type": "admin", "admin_id": "814860", "body": "Hi Maud"});
        assert_eq!((request.host.as_deref(), request.body), (Some("api.intercom.io"), body));
    }

    #[test]
    fn what_is_missing_is_said() {
        let no_admin = address(&[("conversation_id", "1911149811")]);
        let error = request(&no_admin, "Hi", Audience::Private).unwrap_err();
        assert!(error.is_request() && error.to_string().contains("`admin_id`"));
        let climbing = address(&[("conversation_id", "../admins"), ("admin_id", "1")]);
        assert!(request(&climbing, "Hi", Audience::Private).unwrap_err().is_request());
    }

    #[test]
    fn nothing_is_said_in_the_open_but_perhaps_on_x() {
        let private = address(&[("conversation_id", "1"), ("admin_id", "2")]);
        assert!(request(&private, "Hi", Audience::Public).unwrap_err().is_request());
        let on_x = address(&[("conversation_id", "1"), ("admin_id", "2"), ("open", "unknown")]);
        let request = request(&on_x, "Hi", Audience::Public).unwrap();
        assert!(request.notes[1].contains("post or a direct message"));
    }
}
