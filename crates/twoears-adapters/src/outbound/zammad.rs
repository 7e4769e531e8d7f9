//! Zammad: a new article of the ticket ("Articles" of its API documentation), of the type that the customer's has.
//!
//! Keys: `ticket_id`, `article_type`, `to`, `subject`, `in_reply_to`, as the inbound adapter tells them.
//!
//! Who wrote by e-mail, by form or by telephone gets an e-mail: both audiences are one request, since a mail reaches the
//! customer alone. A post on X is answered by a post or by a direct message. An internal article is for agents and is
//! never an answer.

use serde_json::{Value, json};
use twoears_core::Audience;

use super::{Address, Request};
use crate::Error;

pub(crate) fn request(address: &Address, text: &str, audience: Audience) -> Result<Request, Error> {
    let ticket: u64 = address.need("ticket_id")?.parse().map_err(|_| {
        Error::request(
            "`ticket_id` of the address should be a number: the id of the ticket, not its `#number`",
        )
    })?;
    let (kind, note) = answer(address.key("article_type").unwrap_or_default(), audience)?;
    let mut body = json!({
        "ticket_id": ticket, "type": kind, "sender": "Agent", "internal": false,
        "content_type": "text/plain", "body": text,
    });
    let mut set = |key: &str, value: &str| body[key] = Value::from(value);
    if matches!(kind, "email" | "sms" | "twitter status" | "twitter direct-message") {
        set("to", address.need("to")?);
    }
    if kind == "email" {
        set("subject", &subject(address.key("subject").unwrap_or_default()));
    }
    if let Some(id) = address.key("in_reply_to") {
        set("in_reply_to", id);
    }
    let request = Request::post(None, "/api/v1/ticket_articles", body);
    Ok(request.note("header `Authorization: Token token=...` with the permission `ticket.agent`").note(note))
}

/// The type of the article that answers one of this type, and what to know of it.
fn answer(kind: &str, audience: Audience) -> Result<(&'static str, &'static str), Error> {
    let private = audience == Audience::Private;
    let alone = "it reaches the customer alone";
    Ok(match kind {
        "twitter status" if private => {
            ("twitter direct-message", "only where the customer's account takes messages from ours")
        }
        "twitter status" => ("twitter status", "a post in the open, as an answer to theirs"),
        "facebook feed post" | "facebook feed comment" if private => {
            return Err(Error::request(
                "zammad has no private reply to a post on Facebook: answer in the open, or privately on the page itself",
            ));
        }
        "facebook feed post" | "facebook feed comment" => {
            ("facebook feed comment", "a comment in the open, below theirs")
        }
        "email" | "web" | "phone" | "note" | "fax" | "" => {
            ("email", "an e-mail to the customer alone; it is the answer for both audiences")
        }
        "sms" | "twitter direct-message" | "telegram personal-message" | "whatsapp message" if !private => {
            return Err(Error::request(format!(
                "an article of the type `{kind}` is private: answer in private"
            )));
        }
        "sms" => ("sms", alone),
        "twitter direct-message" => ("twitter direct-message", alone),
        "telegram personal-message" => ("telegram personal-message", alone),
        "whatsapp message" => ("whatsapp message", "within 24 hours of the customer's last word"),
        _ => {
            return Err(Error::request(
                "`article_type` of the address is none that zammad can answer; it can: email, web, phone, note, sms, \
                 twitter status, twitter direct-message, facebook feed post, facebook feed comment, \
                 telegram personal-message, whatsapp message",
            ));
        }
    })
}

/// The subject of an answer.
fn subject(subject: &str) -> String {
    let bare = subject.trim();
    let answered = bare.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("re:"));
    if answered { bare.to_owned() } else { format!("Re: {bare}").trim_end().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Platform;

    fn address(kind: &str, to: &str) -> Address {
        let keys = [("ticket_id", "81"), ("article_type", kind), ("to", to), ("in_reply_to", "77")];
        let address = Address::new(Platform::Zammad).with("subject", Some("Order without mugs".into()));
        keys.iter().fold(address, |address, (key, id)| address.with(key, Some((*id).into())))
    }

    #[test]
    fn a_mail_is_answered_by_mail_for_both_audiences() {
        for (kind, audience) in
            [("email", Audience::Private), ("email", Audience::Public), ("phone", Audience::Private)]
        {
            let request = request(&address(kind, "edda@example.com"), "Hello Edda", audience).unwrap();
            assert_eq!((request.method.as_str(), request.path.as_str()), ("POST", "/api/v1/ticket_articles"));
            let body = json!({
                "ticket_id": 81, "type": "email", "sender": "Agent", "internal": false, "content_type": "text/plain",
                "body": "Hello Edda", "to": "edda@example.com", "subject": "Re: Order without mugs", "in_reply_to": "77",
            });
            assert_eq!(request.body, body);
        }
    }

    #[test]
    fn a_post_on_x_is_answered_in_the_open_or_by_a_direct_message() {
        let post = address("twitter status", "@mugs_and_more");
        let open = request(&post, "On it", Audience::Public).unwrap();
        assert_eq!(
            (&open.body["type"], &open.body["to"]),
            (&json!("twitter status"), &json!("@mugs_and_more"))
        );
        let private = request(&post, "On it", Audience::Private).unwrap();
        assert_eq!(private.body["type"], "twitter direct-message");
        assert!(private.notes[1].contains("takes messages"));
    }

    #[test]
    fn ways_that_are_not_there_are_said() {
        let comment = address("facebook feed comment", "");
        assert_eq!(request(&comment, "a", Audience::Public).unwrap().body["type"], "facebook feed comment");
        for (kind, audience) in [
            ("facebook feed comment", Audience::Private),
            ("whatsapp message", Audience::Public),
            ("chat", Audience::Private),
        ] {
            assert!(request(&address(kind, "x"), "a", audience).unwrap_err().is_request(), "{kind}");
        }
    }

    #[test]
    fn a_mail_needs_somebody_to_go_to_and_a_ticket_a_number() {
        assert!(request(&address("email", ""), "a", Audience::Private).unwrap_err().is_request());
        let odd = address("email", "a@example.com").with("ticket_id", Some("81/../1".into()));
        assert!(request(&odd, "a", Audience::Private).unwrap_err().is_request());
    }

    #[test]
    fn a_subject_says_re_once() {
        assert_eq!(
            (subject("RE: mugs"), subject("mugs"), subject("")),
            ("RE: mugs".into(), "Re: mugs".into(), "Re:".to_owned())
        );
    }
}
