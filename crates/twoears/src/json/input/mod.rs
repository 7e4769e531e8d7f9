//! From a JSON line to a message. Only `text` is needed; unknown keys are passed over.

mod attachments;
mod author;
mod channel;
mod contact;
mod fields;
#[cfg(test)]
mod tests;
mod thread;

use serde_json::{Map, Value};
use twoears_core::message::mend;
use twoears_core::{Author, Direction, Label as _, Language, Message, Reach, Visibility};

use crate::Error;
use fields::{Fields, kind};

/// A message from a JSON object.
///
/// Keys: `text` (needed), `id` (text or number), `channel`, `visibility`, `author` {`id`, `name`, `handle`,
/// `followers`, `vip`, `verified`, `first_seen`, `kind`}, `sent_at` (RFC 3339, a date and time in UTC, or an epoch in
/// seconds or milliseconds), `thread` (a list of {`id`, `from`: `customer` or `organisation`, `text`, `sent_at`}), `reach`
/// {`accepts_messages`, `private_reply_sent`, `live`: true, false, or nothing when not known}, `thread_id`, `parent_id`,
/// `direction` (`in`, `out`, `internal`, `system`), `language` (a code; a hint), `attachments` (a list of {`kind`, `title`}),
/// and `contact`, what is known from before: {`past` (a list of {`at`, `channel`, `sentiment`: -1 to 1, `complaint`}, oldest
/// first), `complete` (is `past` all that there was?), `complaints` (a number), `vulnerable`, `promises` (a list of `owner`,
/// `action`, `made_at`, `due` and perhaps `id`, `message_id`, `thread_id`, `kept_at`, `withdrawn_at`, as the
/// [`Ledger`](crate::Ledger) writes them)}. A channel, a language or a kind of attachment that is not known counts as other,
/// unknown, other.
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
    let fields = Fields::of(map);
    let text = match map.get("text") {
        None => return Err(Error::input("`text` is missing")),
        Some(Value::String(text)) => text.clone(),
        Some(other) => return Err(fields.wrong("text", "text", other)),
    };
    let mut message = Message::new(text);
    message.id = fields.label("id")?.unwrap_or_default();
    let (channel, in_private) = channel::read(fields.text("channel")?.unwrap_or_default());
    message.channel = channel;
    message.visibility = match fields.text("visibility")? {
        None | Some("") if in_private => Visibility::Private,
        None | Some("") => Visibility::Unknown,
        Some("direct") => Visibility::Private,
        Some(name) => Visibility::parse(name).map_err(|_| {
            Error::input("`visibility` is none of public, unlisted, followers, private, unknown")
        })?,
    };
    message.sent_at = fields.time("sent_at")?;
    match map.get("author") {
        None | Some(Value::Null) => {}
        Some(Value::Object(author)) => message.author = author::author(&Fields::under(author, "author"))?,
        Some(Value::String(handle)) => message.author = Author::new(handle.as_str()),
        Some(other) => return Err(fields.wrong("author", "an object", other)),
    }
    message.thread = thread::thread(fields.list("thread")?)?;
    if let Some(reach) = fields.object("reach")? {
        message.reach = self::reach(&Fields::under(reach, "reach"))?;
    }
    message.thread_id = fields.label("thread_id")?;
    message.parent_id = fields.label("parent_id")?;
    message.direction = match fields.text("direction")? {
        None | Some("") => Direction::In,
        Some(name) => Direction::parse(name)
            .map_err(|_| Error::input("`direction` is none of in, out, internal, system"))?,
    };
    // `en-GB` and `en_GB` are `en`.
    let language = fields.text("language")?.unwrap_or_default();
    let code = language.split(['-', '_']).next().unwrap_or_default();
    message.language = code.to_ascii_lowercase().parse::<Language>().ok();
    message.attachments = attachments::attachments(fields.list("attachments")?)?;
    if let Some(contact) = fields.object("contact")? {
        message.contact = contact::contact(&Fields::under(contact, "contact"))?;
    }
    Ok(message)
}

fn reach(fields: &Fields<'_>) -> Result<Reach, Error> {
    Ok(Reach {
        accepts_messages: fields.yes("accepts_messages")?,
        private_reply_sent: fields.yes("private_reply_sent")?,
        live: fields.yes("live")?,
    })
}
