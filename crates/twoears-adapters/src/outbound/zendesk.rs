//! Zendesk: a comment on the ticket ("Update Ticket" of the Ticketing API), or a message into its conversation.
//!
//! Keys: `ticket_id`; `open` for a post that everybody can read; `messaging` for a chat or a messenger; `conversation_id`
//! of such a ticket, and with it `app_id`, which no payload tells and the caller adds.
//!
//! A comment with `public: false` is a note among agents and reaches no customer, so it is never a private answer. On a
//! ticket by e-mail, form or private message the public comment is the private answer: both audiences are one request.

use serde_json::json;
use twoears_core::Audience;

use super::{Address, Request};
use crate::Error;

pub(crate) fn request(address: &Address, text: &str, audience: Audience) -> Result<Request, Error> {
    let ticket = address.part("ticket_id")?;
    if address.key("conversation_id").is_some() {
        return message(address, text);
    }
    let open = address.key("open").is_some();
    if open && audience == Audience::Private {
        return Err(Error::request(
            "zendesk has no private answer to a post in the open: a comment that is not public is a note among agents; \
             answer in the open, or by the channel's own private message",
        ));
    }
    let body = json!({ "ticket": { "comment": { "body": text, "public": true } } });
    let path = format!("/api/v2/tickets/{ticket}");
    let request = Request { method: "PUT".to_owned(), ..Request::post(None, path, body) };
    let request =
        request.note("host: the organisation's own `{subdomain}.zendesk.com`; scope `tickets:write`");
    Ok(if open {
        request.note("a post in the open: see to it that the account answers posts from comments, and that it appeared")
    } else if address.key("messaging").is_some() {
        request.note(
            "a chat or a messenger: see to it that the comment reaches the customer; the documented way is a message into \
             the conversation, by `conversation_id` of the messaging event and `app_id`",
        )
    } else {
        request.note(
            "`public: true` is what the customer gets, and nobody else; it is the answer for both audiences",
        )
    })
}

/// A message into the conversation of a messaging ticket, as Zendesk's guide "Sending messages" says.
fn message(address: &Address, text: &str) -> Result<Request, Error> {
    if address.key("app_id").is_none() {
        return Err(Error::request(
            "a messaging ticket is answered through Sunshine Conversations: set `app_id` in the address to the id of \
             the account's app",
        ));
    }
    let (app, conversation) = (address.part("app_id")?, address.part("conversation_id")?);
    let path = format!("/sc/v2/apps/{app}/conversations/{conversation}/messages");
    let body = json!({ "author": { "type": "business" }, "content": { "type": "text", "text": text } });
    Ok(Request::post(None, path, body).note(
        "host: the organisation's own `{subdomain}.zendesk.com`; key of the Conversations API, as basic auth",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Platform;

    fn address(keys: &[(&str, &str)]) -> Address {
        let address = Address::new(Platform::Zendesk).with("ticket_id", Some("71447".into()));
        keys.iter().fold(address, |address, (key, id)| address.with(key, Some((*id).into())))
    }

    #[test]
    fn a_comment_reaches_the_customer_for_both_audiences() {
        for audience in [Audience::Private, Audience::Public] {
            let request = request(&address(&[]), "Hi Imke", audience).unwrap();
            assert_eq!((request.method.as_str(), request.path.as_str()), ("PUT", "/api/v2/tickets/71447"));
            assert_eq!(request.body, json!({"ticket": {"comment": {"body": "Hi Imke", "public": true}}}));
            assert!(request.notes[1].contains("both audiences"));
        }
    }

    #[test]
    fn a_note_among_agents_is_no_private_answer() {
        let open = address(&[("open", "yes")]);
        assert!(request(&open, "Hi", Audience::Public).is_ok());
        let error = request(&open, "Hi", Audience::Private).unwrap_err();
        assert!(error.is_request() && error.to_string().contains("note among agents"));
    }

    #[test]
    fn a_chat_is_answered_in_its_conversation() {
        let chat = address(&[("conversation_id", "69230ee3")]);
        let error = request(&chat, "Hi", Audience::Private).unwrap_err();
        assert!(error.is_request() && error.to_string().contains("`app_id`"));
        let comment = request(&address(&[("messaging", "yes")]), "Hi", Audience::Private).unwrap();
        assert!(comment.notes[1].contains("reaches the customer"));
        let chat = address(&[("conversation_id", "69230ee3"), ("app_id", "5698edbf")]);
        let request = request(&chat, "Hi Rui", Audience::Private).unwrap();
        assert_eq!(request.path, "/sc/v2/apps/5698edbf/conversations/69230ee3/messages");
        let body = json!({"author": {"type": "business"}, "content": {"type": "text", "text": "Hi Rui"}});
        assert_eq!((request.method.as_str(), request.body), ("POST", body));
    }

    #[test]
    fn an_id_cannot_climb_out_of_the_path() {
        for id in ["../1", "1?x", "a/b"] {
            let address = Address::new(Platform::Zendesk).with("ticket_id", Some(id.into()));
            assert!(request(&address, "a", Audience::Public).unwrap_err().is_request(), "{id}");
        }
        assert!(request(&Address::new(Platform::Zendesk), "a", Audience::Public).unwrap_err().is_request());
    }
}
