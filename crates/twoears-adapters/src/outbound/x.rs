//! X: a post that answers a post, or a direct message. Keys: `tweet_id`, `participant_id` (a direct message has no `tweet_id`).
//!
//! Shapes: docs.x.com, "Create or edit post" (POST /2/tweets), "Create DM message by participant ID". Who may be answered: X's
//! announcement of 24 February 2026.

use serde_json::json;
use twoears_core::Audience;

use super::{Address, Request};
use crate::Error;

const HOST: &str = "api.x.com";

pub(crate) fn request(address: &Address, text: &str, audience: Audience) -> Result<Request, Error> {
    match audience {
        Audience::Public => {
            if address.key("tweet_id").is_none() && address.key("participant_id").is_some() {
                return Err(Error::request("the customer wrote a direct message: answer in private"));
            }
            let body =
                json!({ "text": text, "reply": { "in_reply_to_tweet_id": address.need("tweet_id")? } });
            Ok(Request::post(Some(HOST), "/2/tweets", body)
                .note("header `Authorization: Bearer`: a user's token with the scopes tweet.read, tweet.write and users.read")
                .note(
                    "outside the tiers Enterprise and Public Utility only where the post mentions or quotes the account that answers; who reads it \
                     on X can answer there by hand",
                ))
        }
        Audience::Private => {
            let path = format!("/2/dm_conversations/with/{}/messages", address.part("participant_id")?);
            Ok(Request::post(Some(HOST), path, json!({ "text": text }))
                .note("header `Authorization: Bearer`: a user's token with the scopes dm.read, dm.write, tweet.read and users.read")
                .note("only where the customer's account takes messages from this one (`receives_your_dm`), or wrote to it first"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Platform;

    fn address(platform: Platform) -> Address {
        Address::new(platform).with("participant_id", Some("1795".into()))
    }

    #[test]
    fn an_answer_in_the_open() {
        let address = address(Platform::X).with("tweet_id", Some("1990000000000000001".into()));
        let request = request(&address, "It left today.", Audience::Public).unwrap();
        assert_eq!((request.host.as_deref(), request.path.as_str()), (Some("api.x.com"), "/2/tweets"));
        let reply = json!({ "in_reply_to_tweet_id": "1990000000000000001" });
        assert_eq!(request.body, json!({ "text": "It left today.", "reply": reply }));
        assert!(request.notes.iter().any(|note| note.contains("tweet.write")));
    }

    #[test]
    fn an_answer_in_private() {
        for platform in [Platform::X, Platform::XActivity] {
            let request = request(&address(platform), "Hi Ann", Audience::Private).unwrap();
            assert_eq!(request.path, "/2/dm_conversations/with/1795/messages");
            assert_eq!(request.body, json!({ "text": "Hi Ann" }));
        }
    }

    #[test]
    fn what_there_is_no_way_for() {
        let address = address(Platform::XActivity);
        let error = request(&address, "Hi", Audience::Public).unwrap_err();
        assert!(error.is_request() && error.to_string().contains("in private"), "{error}");
        let climbs = address.with("participant_id", Some("1/../2".into()));
        assert!(request(&climbs, "Hi", Audience::Private).unwrap_err().is_request());
        let empty = Address::new(Platform::X);
        assert!(request(&empty, "Hi", Audience::Public).unwrap_err().to_string().contains("`tweet_id`"));
    }
}
