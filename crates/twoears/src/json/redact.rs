//! Redacting a JSON line: the same keys, with pseudonyms in place of personal data.

use serde_json::{Map, Value};
use twoears_core::analyze::privacy::{Part, redact_texts};
use twoears_core::{Message, PrivateKind};

use super::input;
use crate::{Desk, Error};
use twoears_core::message::mend;

/// What of a message and its parts is no text: these keys stay as they are.
const OF_MESSAGE: &[&str] = &["id", "channel", "visibility", "sent_at", "direction", "language"];
const OF_AUTHOR: &[&str] = &["followers", "vip", "verified", "first_seen", "kind"];
const OF_TURN: &[&str] = &["from", "sent_at"];
/// Of what is known from before: numbers, times and the names of channels.
const OF_CONTACT: &[&str] = &["complaints", "complete", "vulnerable"];
const OF_PAST: &[&str] = &["at", "channel", "sentiment", "complaint"];
const OF_PROMISE: &[&str] = &["id", "made_at", "due", "kept_at", "withdrawn_at", "state"];
const OF_ATTACHMENT: &[&str] = &["kind"];

/// A JSON line with pseudonyms in place of personal data, without the line end; as [`Desk::redact`], but for JSON.
///
/// All keys are kept. Texts and numbers under keys that a message does not have are searched like its text; every turn of
/// the thread is, however many there are. The message's own `id`, channel, visibility, direction, language and times stay; the
/// ids of the conversation, of its turns and of promises are searched, since some are telephone numbers.
///
/// # Errors
/// As [`parse`](super::parse): when the text is no JSON object with `text`, or a key has a value of the wrong kind.
///
/// ```
/// let desk = twoears::Desk::new()?;
/// let line = twoears::json::redact(&desk, r#"{"text":"mail ann@mail.example","to":"Ann@mail.example"}"#)?;
/// assert_eq!(line, r#"{"text":"mail <email-1>","to":"<email-1>"}"#);
/// # Ok::<(), twoears::Error>(())
/// ```
pub fn redact(desk: &Desk, json: &str) -> Result<String, Error> {
    let mut map = input::object(&mend(json))?;
    input::message(&map)?;
    let mut values: Vec<(Option<PrivateKind>, String)> = Vec::new();
    each(&mut map, &mut |kind, value| values.extend(text_of(value).map(|text| (kind, text))));
    let parts: Vec<Part<'_>> = values
        .iter()
        .map(|(kind, text)| kind.map_or(Part::Text(text), |kind| Part::Value(kind, text)))
        .collect();
    let redacted = redact_texts(&parts, desk.given());
    let mut texts = redacted.texts().zip(&values);
    each(&mut map, &mut |_, value| {
        if text_of(value).is_some()
            && let Some((text, (_, was))) = texts.next()
            && text != was
        {
            *value = Value::from(text);
        }
    });
    // Plain data into memory: keys are text and numbers came from JSON.
    Ok(serde_json::to_string(&map).unwrap_or_default())
}

/// A message as a JSON line, redacted as [`redact`].
pub fn redacted(desk: &Desk, message: &Message) -> String {
    serde_json::to_string(desk.redact(message).message()).unwrap_or_default()
}

/// The text of a value that can hold personal data.
fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

type Visit<'a> = dyn FnMut(Option<PrivateKind>, &mut Value) + 'a;

/// Every value that can hold personal data, in one order: the text, the thread, the author, then all other keys. With
/// its kind where the key says that it is personal as a whole.
fn each(map: &mut Map<String, Value>, visit: &mut Visit<'_>) {
    if let Some(text) = map.get_mut("text") {
        visit(None, text);
    }
    listed(map, "thread", OF_TURN, visit);
    match map.get_mut("author") {
        Some(Value::Object(author)) => {
            let whole =
                [("name", PrivateKind::Name), ("handle", PrivateKind::Account), ("id", PrivateKind::Account)];
            for (key, kind) in whole {
                if let Some(value) = author.get_mut(key) {
                    visit(Some(kind), value);
                }
            }
            inside(author, &[OF_AUTHOR, &["name", "handle", "id"]].concat(), visit);
        }
        Some(handle) => visit(Some(PrivateKind::Account), handle),
        None => {}
    }
    listed(map, "attachments", OF_ATTACHMENT, visit);
    if let Some(Value::Object(contact)) = map.get_mut("contact") {
        listed(contact, "past", OF_PAST, visit);
        listed(contact, "promises", OF_PROMISE, visit);
        inside(contact, &[OF_CONTACT, &["past", "promises"]].concat(), visit);
    }
    let done = ["text", "thread", "author", "attachments", "contact"];
    inside(map, &[OF_MESSAGE, &done].concat(), visit);
}

/// Every value of the objects of a list but those under the keys that are passed over.
fn listed(map: &mut Map<String, Value>, key: &str, but: &[&str], visit: &mut Visit<'_>) {
    let Some(Value::Array(items)) = map.get_mut(key) else { return };
    for item in items {
        match item {
            Value::Object(item) => inside(item, but, visit),
            other => all(other, visit),
        }
    }
}

/// Every value of an object but those under the keys that are passed over.
fn inside(map: &mut Map<String, Value>, but: &[&str], visit: &mut Visit<'_>) {
    for (_, value) in map.iter_mut().filter(|(key, _)| !but.contains(&key.as_str())) {
        all(value, visit);
    }
}

fn all(value: &mut Value, visit: &mut Visit<'_>) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| all(item, visit)),
        Value::Object(map) => inside(map, &[], visit),
        other => visit(None, other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(json: &str) -> Value {
        serde_json::from_str(&redact(&Desk::new().unwrap(), json).unwrap()).unwrap()
    }

    #[test]
    fn every_key_is_kept_and_every_text_is_searched() {
        let got = line(
            r#"{"id":"a@b.example","text":"card 4111 1111 1111 1111","channel":"x","sent_at":1763800000000,
            "author":{"name":"Ann Lee","handle":"@annlee","id":9001,"followers":12,"vip":true,"mail":"ann@mail.example"},
            "thread":[{"from":"customer","text":"my card is 4111-1111-1111-1111","sent_at":null}],
            "gold":{"intent":"billing.charge","score":0.5,"ok":true,"none":null},
            "more":["ann@mail.example",4111111111111111]}"#,
        );
        let want = serde_json::json!({
            "id": "a@b.example", "text": "card <card-1>", "channel": "x", "sent_at": 1_763_800_000_000_u64,
            "author": {"name": "<name-1>", "handle": "<account-1>", "id": "<account-2>", "followers": 12, "vip": true,
                "mail": "<email-1>"},
            "thread": [{"from": "customer", "text": "my card is <card-1>", "sent_at": null}],
            "gold": {"intent": "billing.charge", "score": 0.5, "ok": true, "none": null},
            "more": ["<email-1>", "<card-1>"],
        });
        assert_eq!(got, want);
    }

    #[test]
    fn what_is_known_from_before_is_searched_and_can_be_read_again() {
        let json = r#"{"text":"it is ann@mail.example","thread_id":"+447700900123","direction":"in","sent_at":1763800000000,
            "author":{"handle":"annlee77","kind":"customer","first_seen":1463800000000},
            "attachments":[{"kind":"image","title":"card 4111 1111 1111 1111.png"}],
            "contact":{"complaints":2,"note":"ring +44 7700 900123","past":[{"at":1763700000000,"channel":"sms",
            "sentiment":-0.5,"complaint":true,"said":"ann@mail.example"}],"promises":[{"id":4111111111111111,
            "thread_id":"annlee77","owner":"Mia","action":"write to ann@mail.example","made_at":1763700000000,
            "due":"2026-11-24T09:00:00Z"}]}}"#;
        let got = redact(&Desk::new().unwrap(), json).unwrap();
        for value in ["ann@", "7700", "4111 ", "annlee"] {
            assert!(!got.contains(value), "{value} in {got}");
        }
        let (was, is) = (input::parse(json).unwrap(), input::parse(&got).unwrap());
        assert_eq!((&was.sent_at, &was.contact.past), (&is.sent_at, &is.contact.past));
        assert_eq!(
            (was.contact.promises[0].due, was.contact.promises[0].id),
            (is.contact.promises[0].due, 4_111_111_111_111_111)
        );
        assert_eq!(is.contact.promises[0].action, "write to <email-1>");
        assert_eq!((was.author.first_seen, was.author.kind), (is.author.first_seen, is.author.kind));
    }

    #[test]
    fn turns_beyond_those_that_are_read_are_searched_too() {
        let turn = serde_json::json!({"text": "write to ann@mail.example"});
        let json =
            serde_json::json!({"text": "hi", "thread": vec![turn; 500], "author": "annlee"}).to_string();
        let got = redact(&Desk::new().unwrap(), &json).unwrap();
        assert_eq!((got.matches("<email-1>").count(), got.matches('@').count()), (500, 0));
        assert!(got.contains(r#""author":"<account-1>""#));
    }

    #[test]
    fn what_is_no_message_is_refused() {
        let desk = Desk::new().unwrap();
        for (json, part) in
            [("[1]", "a list"), (r#"{"txt":"secret"}"#, "`text` is missing"), ("{secret", "not JSON")]
        {
            let error = redact(&desk, json).unwrap_err().to_string();
            assert!(error.contains(part) && !error.contains("secret"), "{error}");
        }
    }
}
