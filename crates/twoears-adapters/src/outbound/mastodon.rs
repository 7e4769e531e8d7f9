//! Mastodon: a status that answers a status. Keys: `status_id`, `acct`, `visibility`.
//!
//! - Nobody is told of an answer but those that its text mentions, so who is answered is mentioned in any case.
//! - A private answer is a status too: everybody whom it mentions reads it. It mentions the customer and nobody else.
//! - An answer in the open is as open as what it answers, never more.
//!
//! Shape: Mastodon's documentation, "statuses API methods", "Post a new status".

use serde_json::json;
use twoears_core::Audience;

use super::{Address, Request};
use crate::Error;

pub(crate) fn request(address: &Address, text: &str, audience: Audience) -> Result<Request, Error> {
    let (status, acct) = (address.need("status_id")?, address.need("acct")?);
    if mention_len(&format!("@{acct}")) != Some(acct.len() + 1) {
        return Err(Error::request("`acct` of the address cannot be mentioned"));
    }
    let told = |mention: &str| mention[1..].eq_ignore_ascii_case(acct);
    let visibility = match (audience, address.key("visibility")) {
        (Audience::Private, _) => "direct",
        (Audience::Public, Some(open @ ("public" | "unlisted" | "private"))) => open,
        (Audience::Public, Some("direct")) => {
            return Err(Error::request("the customer wrote in private: answer in private"));
        }
        (Audience::Public, _) => {
            return Err(Error::request("who can see the customer's post is not known: answer in private"));
        }
    };
    if audience == Audience::Private && mentions(text).any(|mention| !told(mention)) {
        return Err(Error::request(
            "the text mentions another account, which would read it too: mention the customer alone, by `acct`",
        ));
    }
    let text =
        if mentions(text).any(told) { text.to_owned() } else { format!("@{acct} {}", text.trim_start()) };
    let body = json!({ "status": text, "in_reply_to_id": status, "visibility": visibility });
    let request = Request::post(None, "/api/v1/statuses", body)
        .note("host: the server of the account that answers")
        .note("header `Authorization: Bearer`: a user's token with the scope write:statuses")
        .note("header `Idempotency-Key`: a value of its own for each reply, so that none is posted twice");
    Ok(match audience {
        Audience::Private => {
            request.note("everyone whom the text mentions reads it, and nothing encrypts it: let it mention the customer alone")
        }
        Audience::Public => request,
    })
}

/// The mentions in a text as Mastodon's `Account::MENTION_RE` finds them: `@name` and `@name@server`, not after a letter, a
/// digit, `_`, `/` or `=`.
fn mentions(text: &str) -> impl Iterator<Item = &str> {
    let mut end = 0;
    text.match_indices('@').filter_map(move |(at, _)| {
        let before = text[..at].chars().next_back();
        let inside = before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '/' | '='));
        let length = mention_len(&text[at..]).filter(|_| at >= end && !inside)?;
        end = at + length;
        Some(&text[at..end])
    })
}

/// The bytes of a mention at the start of a text.
fn mention_len(text: &str) -> Option<usize> {
    let run = |text: &str, word: fn(char) -> bool| {
        let run = text.find(|c| !word(c) && !matches!(c, '.' | '-')).unwrap_or(text.len());
        text[..run].trim_end_matches(['.', '-']).len()
    };
    let name = text.strip_prefix('@')?;
    let local = run(name, |c| c.is_ascii_alphanumeric() || c == '_');
    if local == 0 || name.starts_with(['.', '-']) {
        return None;
    }
    let server = name[local..].strip_prefix('@').filter(|server| !server.starts_with(['.', '-']));
    let server = server.map_or(0, |server| run(server, |c| c.is_alphanumeric() || c == '_'));
    Some(1 + local + if server > 0 { server + 1 } else { 0 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Platform;

    fn address(visibility: &str) -> Address {
        Address::new(Platform::Mastodon)
            .with("status_id", Some("115600".into()))
            .with("acct", Some("ann@social.example".into()))
            .with("visibility", Some(visibility.into()))
    }

    #[test]
    fn an_answer_is_as_open_as_what_it_answers() {
        for open in ["public", "unlisted", "private"] {
            let request = request(&address(open), "It left today.", Audience::Public).unwrap();
            assert_eq!((request.host, request.path.as_str()), (None, "/api/v1/statuses"));
            let body = json!({
                "status": "@ann@social.example It left today.", "in_reply_to_id": "115600", "visibility": open
            });
            assert_eq!(request.body, body);
        }
        for closed in ["direct", "circle", ""] {
            assert!(request(&address(closed), "Hi", Audience::Public).unwrap_err().is_request(), "{closed}");
        }
    }

    #[test]
    fn a_private_answer_mentions_exactly_the_customer() {
        for (text, sent) in [
            ("It left today.", "@ann@social.example It left today."),
            ("@Ann@Social.example hello", "@Ann@Social.example hello"),
            ("Hello @ann@social.example.", "Hello @ann@social.example."),
            ("See https://a.example/@bob", "@ann@social.example See https://a.example/@bob"),
            ("Write to help@larkway.example", "@ann@social.example Write to help@larkway.example"),
        ] {
            let request = request(&address("public"), text, Audience::Private).unwrap();
            assert_eq!(
                (request.body["status"].as_str(), &request.body["visibility"]),
                (Some(sent), &json!("direct"))
            );
        }
        for text in [
            "@bob hello",
            "hello .@bob",
            "(@bob@b.example)",
            "@ann hello",
            "@ann@social.example.evil hello",
            "@ann@social.example @bob",
            "@ann@social.example\u{a0}@bob",
            "@@bob",
        ] {
            assert!(request(&address("public"), text, Audience::Private).unwrap_err().is_request(), "{text}");
        }
    }

    #[test]
    fn an_account_that_cannot_be_mentioned_is_refused() {
        for acct in ["ann bob", "ann@a.example @bob", "@ann", "", "ann@", "änn"] {
            let address = address("public").with("acct", Some(acct.into()));
            let address = if acct.is_empty() { Address { keys: [].into(), ..address } } else { address };
            assert!(request(&address, "hi", Audience::Private).unwrap_err().is_request(), "{acct}");
        }
    }
}
