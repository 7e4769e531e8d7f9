//! Bluesky: a post that answers a post, or a message of the chat. Keys: `uri`, `cid`, `root_uri`, `root_cid`, `did`, `handle`,
//! `repo`, and `convo_id` where the caller knows the conversation.
//!
//! - An answer names what it answers and where the thread began, each by address and content (`cid`).
//! - Nothing finds links and mentions in a text: they are facets, by bytes of UTF-8. Of accounts only the customer's DID is
//!   known, so only the customer is mentioned.
//! - `createdAt` is required and is the caller's to set: there is no clock here.
//!
//! Shapes: the lexicons com.atproto.repo.createRecord, app.bsky.feed.post, app.bsky.richtext.facet,
//! chat.bsky.convo.getConvoForMembers and chat.bsky.convo.sendMessage.

use serde_json::{Value, json};
use twoears_core::Audience;

use super::{Address, Request};
use crate::Error;

pub(crate) fn request(address: &Address, text: &str, audience: Audience) -> Result<Request, Error> {
    let facets = facets(text, address);
    match audience {
        Audience::Public => post(address, text, facets),
        Audience::Private => chat(address, text, facets),
    }
}

fn post(address: &Address, text: &str, facets: Vec<Value>) -> Result<Request, Error> {
    let place = |uri: &str, cid: &str| -> Result<Value, Error> {
        Ok(json!({ "uri": address.need(uri)?, "cid": address.need(cid)? }))
    };
    let reply = json!({ "root": place("root_uri", "root_cid")?, "parent": place("uri", "cid")? });
    let mut record = json!({ "$type": "app.bsky.feed.post", "text": text, "reply": reply });
    if !facets.is_empty() {
        record["facets"] = Value::Array(facets);
    }
    let mut body = json!({ "collection": "app.bsky.feed.post", "record": record });
    let repo = address.key("repo");
    if let Some(repo) = repo {
        body["repo"] = json!(repo);
    }
    let request = Request::post(None, "/xrpc/com.atproto.repo.createRecord", body)
        .note("host: the PDS of the account that answers")
        .note("header `Authorization: Bearer`: the access token of a session")
        .note("set `record.createdAt` to the time of sending, as RFC 3339 (2026-11-23T08:05:57.000Z)");
    Ok(if repo.is_none() {
        request.note("set `repo` to the DID or handle of the account that answers")
    } else {
        request
    })
}

fn chat(address: &Address, text: &str, facets: Vec<Value>) -> Result<Request, Error> {
    let did = address.part("did")?;
    let mut message = json!({ "text": text });
    if !facets.is_empty() {
        message["facets"] = Value::Array(facets);
    }
    let mut body = json!({ "message": message });
    let convo = address.key("convo_id");
    if let Some(convo) = convo {
        body["convoId"] = json!(convo);
    }
    let request = Request::post(None, "/xrpc/chat.bsky.convo.sendMessage", body)
        .note("host: the PDS of the account that answers")
        .note("header `atproto-proxy: did:web:api.bsky.chat#bsky_chat`")
        .note("header `Authorization: Bearer`: a session's token that may use direct messages")
        .note("only where the customer's account takes messages (`associated.chat.allowIncoming`)");
    Ok(if convo.is_none() {
        request.note(format!(
            "first GET /xrpc/chat.bsky.convo.getConvoForMembers?members={did}, with the same headers; set `convoId` to the \
             `convo.id` that comes back"
        ))
    } else {
        request
    })
}

/// The links of a text and the mentions of the customer, by bytes.
fn facets(text: &str, address: &Address) -> Vec<Value> {
    let facet = |start: usize, end: usize, feature: Value| json!({ "index": { "byteStart": start, "byteEnd": end }, "features": [feature] });
    let mut facets = Vec::new();
    for (start, link) in links(text) {
        let feature = json!({ "$type": "app.bsky.richtext.facet#link", "uri": link });
        facets.push(facet(start, start + link.len(), feature));
    }
    if let (Some(did), Some(handle)) = (address.key("did"), address.key("handle")) {
        for (start, end) in mentions(text, handle) {
            facets.push(facet(start, end, json!({ "$type": "app.bsky.richtext.facet#mention", "did": did })));
        }
    }
    facets
}

/// The links that begin with their scheme, each with its first byte; without the punctuation after them.
fn links(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut done = 0;
    text.match_indices("http").filter_map(move |(start, _)| {
        let rest = &text[start..];
        let inside = text[..start].chars().next_back().is_some_and(char::is_alphanumeric);
        if start < done || inside || !(rest.starts_with("https://") || rest.starts_with("http://")) {
            return None;
        }
        let end =
            rest.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')).unwrap_or(rest.len());
        let link = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '”', '…']);
        // A bracket belongs to what stands around the link, unless it was opened within.
        let link = if link.contains('(') { link } else { link.trim_end_matches([')', '.', ',']) };
        done = start + end;
        (link.len() > "https://".len()).then_some((start, link))
    })
}

/// Where a text mentions that handle.
fn mentions<'t>(text: &'t str, handle: &'t str) -> impl Iterator<Item = (usize, usize)> {
    let word = |c: char| c.is_ascii_alphanumeric() || c == '-';
    text.match_indices('@').filter_map(move |(start, _)| {
        let end = start + 1 + handle.len();
        let named = text.get(start + 1..end)?.eq_ignore_ascii_case(handle);
        let free = text[..start].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '/');
        // After a full stop another label would follow; at the end of a sentence none does.
        let mut after = text[end..].chars();
        let ends = match after.next() {
            Some('.') => !after.next().is_some_and(word),
            Some(next) => !word(next),
            None => true,
        };
        (named && free && ends).then_some((start, end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Platform;

    const DID: &str = "did:plc:annlee2kqtm5x7v3wq4hzr6s";

    fn address() -> Address {
        let key = |key: &str| Some(key.to_owned());
        Address::new(Platform::Bluesky)
            .with("uri", key("at://did:plc:annlee2kqtm5x7v3wq4hzr6s/app.bsky.feed.post/3m6b"))
            .with("cid", key("bafyreic1"))
            .with("root_uri", key("at://did:plc:root/app.bsky.feed.post/3m6a"))
            .with("root_cid", key("bafyreir1"))
            .with("did", key(DID))
            .with("handle", key("ann.bsky.social"))
    }

    #[test]
    fn an_answer_names_its_parent_and_root_and_counts_bytes() {
        let text = "Grüße @ann.bsky.social. See (https://a.example/x).";
        let request = request(&address(), text, Audience::Public).unwrap();
        assert_eq!(request.path, "/xrpc/com.atproto.repo.createRecord");
        let body = json!({
            "collection": "app.bsky.feed.post",
            "record": {
                "$type": "app.bsky.feed.post",
                "text": text,
                "reply": {
                    "root": { "uri": "at://did:plc:root/app.bsky.feed.post/3m6a", "cid": "bafyreir1" },
                    "parent": {
                        "uri": "at://did:plc:annlee2kqtm5x7v3wq4hzr6s/app.bsky.feed.post/3m6b", "cid": "bafyreic1"
                    }
                },
                "facets": [
                    {
                        "index": { "byteStart": 31, "byteEnd": 50 },
                        "features": [{ "$type": "app.bsky.richtext.facet#link", "uri": "https://a.example/x" }]
                    },
                    {
                        "index": { "byteStart": 8, "byteEnd": 24 },
                        "features": [{ "$type": "app.bsky.richtext.facet#mention", "did": DID }]
                    }
                ]
            }
        });
        assert_eq!(request.body, body);
        for word in ["createdAt", "`repo`"] {
            assert!(request.notes.iter().any(|note| note.contains(word)), "{word}");
        }
    }

    #[test]
    fn a_private_answer_goes_to_the_chat() {
        let request = request(&address(), "Hi Ann", Audience::Private).unwrap();
        assert_eq!(request.path, "/xrpc/chat.bsky.convo.sendMessage");
        assert_eq!(request.body, json!({ "message": { "text": "Hi Ann" } }));
        let first = format!("getConvoForMembers?members={DID},");
        assert!(request.notes.iter().any(|note| note.contains(&first)), "{:?}", request.notes);
        let known = address().with("convo_id", Some("3kconvo".into()));
        let request = super::request(&known, "Hi Ann", Audience::Private).unwrap();
        assert_eq!(request.body["convoId"], "3kconvo");
        assert!(!request.notes.iter().any(|note| note.contains("getConvoForMembers")));
        let climbs = address().with("did", Some("did:plc:a&members=did:plc:b".into()));
        assert!(super::request(&climbs, "Hi", Audience::Private).unwrap_err().is_request());
    }

    #[test]
    fn what_lacks_its_content_cannot_be_answered_in_the_open() {
        let mut address = address();
        address.keys.remove("cid");
        let error = request(&address, "Hi", Audience::Public).unwrap_err();
        assert!(error.is_request() && error.to_string().contains("`cid`"), "{error}");
    }

    #[test]
    fn which_links_and_mentions_count() {
        let links = |text| links(text).map(|(_, link)| link).collect::<Vec<_>>();
        assert_eq!(
            links("https://a.example/b, http://c.example?"),
            ["https://a.example/b", "http://c.example"]
        );
        assert_eq!(links("https://a.example/b_(c)"), ["https://a.example/b_(c)"]);
        assert_eq!(links("xhttps://a.example https:// http a.example"), Vec::<&str>::new());
        assert_eq!(
            links("https://a.example/?u=https://b.example"),
            ["https://a.example/?u=https://b.example"]
        );
        for (text, count) in [
            ("@ann.example", 1),
            ("(@Ann.Example)", 1),
            ("@ann.example.", 1),
            ("@ann.example.org", 0),
            ("@ann.example-b", 0),
            ("mail@ann.example", 0),
            ("https://b.example/@ann.example", 0),
            ("@ann", 0),
            ("@é", 0),
        ] {
            assert_eq!(mentions(text, "ann.example").count(), count, "{text}");
        }
    }
}
