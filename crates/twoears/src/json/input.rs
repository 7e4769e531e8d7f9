//! From a JSON line to a message. Only `text` is needed; unknown keys are passed over.

use jiff::Timestamp;
use serde_json::{Map, Value};
use twoears_core::{Author, Channel, From, Label as _, Message, Reach, Thread, Turn, Visibility};

use super::surrogates::mend;
use crate::Error;

/// Turns of a thread that are kept: the last ones.
const TURNS: usize = 200;
/// From here on an epoch is in milliseconds: seconds reach it in the year 5138.
const MILLISECONDS_FROM: u64 = 100_000_000_000;

/// A message from a JSON object.
///
/// Keys: `text` (needed), `id` (text or number), `channel`, `visibility`, `author` {`id`, `name`, `handle`,
/// `followers`, `vip`}, `sent_at` (RFC 3339, a date and time in UTC, or an epoch in seconds or
/// milliseconds), `thread` (a list of {`from`:
/// `customer` or `organisation`, `text`, `sent_at`}), `reach` {`accepts_messages`, `private_reply_sent`, `live`: true,
/// false, or nothing when not known}. A channel that is not known counts as `other`.
///
/// # Errors
/// When the text is no JSON object, has no `text`, or a key has a value of the wrong kind; the error names the key and
/// never shows the value.
///
/// ```
/// let message = twoears::json::parse(r#"{"text":"Where is it?","channel":"twitter","id":7}"#)?;
/// assert_eq!((message.id.as_str(), message.channel), ("7", twoears::Channel::X));
/// assert!(twoears::json::parse(r#"{"txt":"?"}"#).unwrap_err().to_string().contains("`text` is missing"));
/// # Ok::<(), twoears::Error>(())
/// ```
pub fn parse(json: &str) -> Result<Message, Error> {
    message(&object(&mend(json))?)
}

/// A JSON object.
pub(super) fn object(json: &str) -> Result<Map<String, Value>, Error> {
    let value: Value = serde_json::from_str(json).map_err(|error| {
        let what = error.to_string();
        let what = what.split(" at line ").next().unwrap_or_default();
        Error::input(format!("not JSON: {what}, at column {}", error.column()))
    })?;
    match value {
        Value::Object(map) => Ok(map),
        other => Err(Error::input(format!("a JSON object with `text` is needed, not {}", kind(&other)))),
    }
}

/// A message from the keys of a JSON object, as [`parse`].
///
/// # Errors
/// As [`parse`].
pub fn message(map: &Map<String, Value>) -> Result<Message, Error> {
    let text = match map.get("text") {
        None => return Err(Error::input("`text` is missing")),
        Some(Value::String(text)) => text.clone(),
        Some(other) => return Err(wrong("text", "text", other)),
    };
    let mut message = Message::new(text);
    message.id = label(map, "id")?.unwrap_or_default();
    let name = text_of(map, "channel")?.unwrap_or_default().trim().to_lowercase();
    let in_private = PRIVATE_ENDINGS.iter().find_map(|ending| name.strip_suffix(ending));
    message.channel = channel(in_private.unwrap_or(&name).trim_end_matches(['_', '-', ' ']));
    message.visibility = match text_of(map, "visibility")? {
        None | Some("") if in_private.is_some() => Visibility::Private,
        None | Some("") => Visibility::Unknown,
        Some("direct") => Visibility::Private,
        Some(name) => Visibility::parse(name).map_err(|_| {
            Error::input("`visibility` is none of public, unlisted, followers, private, unknown")
        })?,
    };
    message.sent_at = time(map, "sent_at")?;
    match map.get("author") {
        None | Some(Value::Null) => {}
        Some(Value::Object(author)) => message.author = self::author(author)?,
        Some(Value::String(handle)) => message.author = Author::new(handle.as_str()),
        Some(other) => return Err(wrong("author", "an object", other)),
    }
    match map.get("thread") {
        None | Some(Value::Null) => {}
        Some(Value::Array(turns)) => message.thread = thread(turns)?,
        Some(other) => return Err(wrong("thread", "a list", other)),
    }
    match map.get("reach") {
        None | Some(Value::Null) => {}
        Some(Value::Object(reach)) => message.reach = self::reach(reach)?,
        Some(other) => return Err(wrong("reach", "an object", other)),
    }
    Ok(message)
}

fn reach(map: &Map<String, Value>) -> Result<Reach, Error> {
    Ok(Reach {
        accepts_messages: yes(map, "reach", "accepts_messages")?,
        private_reply_sent: yes(map, "reach", "private_reply_sent")?,
        live: yes(map, "reach", "live")?,
    })
}

/// Yes, no, or not known.
fn yes(map: &Map<String, Value>, of: &str, key: &str) -> Result<Option<bool>, Error> {
    match map.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Bool(yes)) => Ok(Some(*yes)),
        Some(other) => Err(wrong(&format!("{of}.{key}"), "true or false", other)),
    }
}

fn author(map: &Map<String, Value>) -> Result<Author, Error> {
    let followers = match map.get("followers") {
        None | Some(Value::Null) => None,
        Some(count) => match whole(count) {
            Some(count) if count >= 0 => Some(count.unsigned_abs()),
            _ => return Err(wrong("author.followers", "a number from 0 on", count)),
        },
    };
    let vip = yes(map, "author", "vip")?.unwrap_or(false);
    let text = |key| text_of(map, key).map(|text| text.map(str::to_owned));
    Ok(Author { id: label(map, "id")?, name: text("name")?, handle: text("handle")?, followers, vip })
}

fn thread(turns: &[Value]) -> Result<Thread, Error> {
    let last = turns.iter().skip(turns.len().saturating_sub(TURNS));
    let turns: Result<Vec<Turn>, Error> = last
        .map(|turn| {
            let Value::Object(map) = turn else { return Err(wrong("thread", "a list of objects", turn)) };
            let from = match text_of(map, "from")? {
                Some("customer" | "in" | "user") | None => From::Customer,
                Some("organisation" | "organization" | "agent" | "out") => From::Organisation,
                Some(_) => return Err(Error::input("`thread.from` is neither customer nor organisation")),
            };
            let text = text_of(map, "text")?.unwrap_or_default().to_owned();
            Ok(Turn { from, text, sent_at: time(map, "sent_at")? })
        })
        .collect();
    turns.map(Thread::new)
}

/// What a channel's name ends in when its private messages are meant: `dm`, `x_dm`, `instagram direct`.
const PRIVATE_ENDINGS: &[&str] = &["dm", "direct_message", "direct message", "direct", "private_message"];

/// A channel by its name or by what people also call it.
fn channel(name: &str) -> Channel {
    match name {
        "twitter" | "tweet" | "x.com" => Channel::X,
        "fb" => Channel::Facebook,
        "insta" | "ig" => Channel::Instagram,
        "mail" | "e-mail" => Channel::Email,
        "web" | "webchat" | "web_chat" | "livechat" | "live_chat" | "web_widget" => Channel::Chat,
        "text" | "text_message" => Channel::Sms,
        "wa" => Channel::Whatsapp,
        other => Channel::parse(other).unwrap_or_default(),
    }
}

fn text_of<'a>(map: &'a Map<String, Value>, key: &str) -> Result<Option<&'a str>, Error> {
    match map.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(other) => Err(wrong(key, "text", other)),
    }
}

/// Text, or a number as text: ids come as both.
fn label(map: &Map<String, Value>, key: &str) -> Result<Option<String>, Error> {
    match map.get(key) {
        // Tables with gaps make floats of ids: 7.0 is 7.
        Some(number @ Value::Number(_)) => {
            Ok(Some(whole(number).map_or_else(|| number.to_string(), |id| id.to_string())))
        }
        _ => text_of(map, key).map(|text| text.map(str::to_owned)),
    }
}

fn time(map: &Map<String, Value>, key: &str) -> Result<Option<Timestamp>, Error> {
    let unreadable =
        || Error::input(format!("`{key}` is no time: RFC 3339 such as 2026-11-22T09:00:00Z is needed"));
    match map.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => written_time(text).map(Some).ok_or_else(unreadable),
        Some(Value::Number(number)) => {
            let epoch =
                number.as_i64().or_else(|| number.as_f64().map(|f| f as i64)).ok_or_else(unreadable)?;
            let read = if epoch.unsigned_abs() >= MILLISECONDS_FROM {
                Timestamp::from_millisecond
            } else {
                Timestamp::from_second
            };
            read(epoch).map(Some).map_err(|_| unreadable())
        }
        Some(other) => Err(wrong(key, "a time", other)),
    }
}

/// RFC 3339, or a date and time without a zone, which helpdesks mean as UTC and sometimes say so.
fn written_time(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    text.parse().ok().or_else(|| {
        let civil: jiff::civil::DateTime = text.trim_end_matches(" UTC").parse().ok()?;
        jiff::tz::Offset::UTC.to_timestamp(civil).ok()
    })
}

/// A number without its fraction; none when it is no number or too large to be exact.
fn whole(value: &Value) -> Option<i64> {
    /// From here on floats skip whole numbers.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    value
        .as_i64()
        .or_else(|| value.as_f64().filter(|number| number.abs() < EXACT).map(|number| number as i64))
}

fn wrong(key: &str, want: &str, got: &Value) -> Error {
    Error::input(format!("`{key}` must be {want}, not {}", kind(got)))
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_read() {
        let message = parse(
            r#"{"id":"a","text":"hi \ud83d","channel":"Mastodon","visibility":"unlisted","sent_at":1763800000000,"extra":[1],
            "author":{"id":9,"name":"Ann","handle":"@ann","followers":12.0,"vip":true},
            "thread":[{"from":"customer","text":"one","sent_at":"2026-11-22T09:00:00Z"},{"from":"agent","text":"two"}],
            "reach":{"accepts_messages":false,"private_reply_sent":true,"live":null}}"#,
        )
        .unwrap();
        assert_eq!(message.text, "hi \u{fffd}");
        assert_eq!((message.channel, message.visibility), (Channel::Mastodon, Visibility::Unlisted));
        assert_eq!((message.author.followers, message.author.vip), (Some(12), true));
        assert_eq!(message.author.id.as_deref(), Some("9"));
        assert_eq!(message.thread.turns().len(), 2);
        assert_eq!(message.reach, Reach::default().accepts_messages(false).private_reply_sent(true));
        assert_eq!(message.sent_at.unwrap().as_second(), 1_763_800_000);
        for (time, second) in
            [("\"2020-03-03 13:05:57 UTC\"", 1_583_240_757), ("\"2020-03-03T13:05:57\"", 1_583_240_757)]
        {
            let message = parse(&format!(r#"{{"text":"a","sent_at":{time}}}"#)).unwrap();
            assert_eq!(message.sent_at.unwrap().as_second(), second, "{time}");
        }
        assert!(parse(r#"{"text":"a","sent_at":-9223372036854775808}"#).is_err());
    }

    #[test]
    fn a_channel_may_say_that_it_is_private() {
        for (name, channel, public) in [
            ("dm", Channel::Other, false),
            ("X_DM", Channel::X, false),
            ("instagram direct", Channel::Instagram, false),
            ("twitter", Channel::X, true),
            ("fax", Channel::Other, true),
        ] {
            let message = parse(&format!(r#"{{"text":"a","channel":"{name}"}}"#)).unwrap();
            assert_eq!((message.channel, message.is_public()), (channel, public), "{name}");
        }
    }

    #[test]
    fn errors_name_the_key_and_not_the_value() {
        for (json, part) in [
            ("", "not JSON"),
            ("[1]", "a list"),
            (r#"{"text":null}"#, "`text` must be text, not null"),
            (r#"{"text":"a","author":{"followers":"secret"}}"#, "author.followers"),
            (r#"{"text":"a","sent_at":"secret"}"#, "`sent_at` is no time"),
            (r#"{"text":"a","visibility":"secret"}"#, "visibility"),
            (r#"{"text":"a","thread":{"a":"secret"}}"#, "`thread` must be a list"),
            (r#"{"text":"a","reach":"secret"}"#, "`reach` must be an object"),
            (r#"{"text":"a","reach":{"live":"secret"}}"#, "`reach.live` must be true or false"),
            (r#"{"text":"secret"#, "not JSON: EOF while parsing a string"),
        ] {
            let error = parse(json).unwrap_err();
            assert!(error.is_input());
            let shown = error.to_string();
            assert!(shown.contains(part) && !shown.contains("secret"), "{json}: {shown}");
        }
    }
}
