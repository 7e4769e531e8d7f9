//! What a message from Python may hold: the keys of a mapping, and the keywords of a call.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyMapping, PyString};
use serde_json::{Map, Value};
use twoears::{Message, Thread};

use crate::convert::{self, in_calendar, kind, scalar};
use crate::error::{InputError, raise};
use crate::item::PyItem;
use crate::message::PyMessage;

// The keys that are read, as `twoears::json::message` names them; whatever else a mapping holds is passed over.
const MESSAGE: &[&str] = &[
    "text",
    "id",
    "channel",
    "visibility",
    "author",
    "sent_at",
    "thread",
    "reach",
    "thread_id",
    "parent_id",
    "direction",
    "language",
    "attachments",
    "contact",
];
const AUTHOR: &[&str] = &["id", "name", "handle", "followers", "vip", "verified", "first_seen", "kind"];
const TURN: &[&str] = &["id", "from", "text", "sent_at"];
const REACH: &[&str] = &["accepts_messages", "private_reply_sent", "live"];
const ATTACHMENT: &[&str] = &["kind", "title"];
const CONTACT: &[&str] = &["past", "complaints", "complete", "vulnerable", "promises"];
const PAST: &[&str] = &["at", "channel", "sentiment", "complaint"];
const PROMISE: &[&str] =
    &["id", "message_id", "thread_id", "owner", "action", "made_at", "due", "kept_at", "withdrawn_at"];

/// Keys of the author that are keywords by themselves; of a message all are but `text`, and of its reach all.
const OF_AUTHOR: &[&str] = &["name", "handle", "followers", "vip"];

/// What keywords say of a message: the keys of a mapping, and some of what stands under them. None counts as not said.
#[derive(Default)]
pub(crate) struct Keywords<'a, 'py>(Option<&'a Bound<'py, PyDict>>);

impl<'a, 'py> Keywords<'a, 'py> {
    /// The keywords of a call; `TypeError` as Python itself raises it when there is no such keyword.
    pub(crate) fn of(call: &str, given: Option<&'a Bound<'py, PyDict>>) -> PyResult<Self> {
        let lists = [MESSAGE, OF_AUTHOR, REACH];
        let known = |name: &str| name != "text" && lists.iter().any(|keys| keys.contains(&name));
        for (name, _) in given.into_iter().flatten() {
            let name = name.cast::<PyString>()?.to_string_lossy().into_owned();
            if !known(&name) {
                let says = format!("{call}() got an unexpected keyword argument '{name}'");
                return Err(PyTypeError::new_err(says));
            }
        }
        Ok(Self(given))
    }

    fn is_empty(&self) -> bool {
        self.0.into_iter().flatten().all(|(_, value)| value.is_none())
    }

    /// What was said for the keys of a list.
    fn said(&self, keys: &[&'static str]) -> PyResult<Vec<(&'static str, Bound<'py, PyAny>)>> {
        let mut said = Vec::new();
        let Some(given) = self.0 else { return Ok(said) };
        for &key in keys {
            let value = given.get_item(key)?.filter(|value| !value.is_none());
            said.extend(value.map(|value| (key, value)));
        }
        Ok(said)
    }

    /// Puts what was said into the message's keys, over what stands there.
    fn put(&self, map: &mut Map<String, Value>) -> PyResult<()> {
        for (key, value) in self.said(MESSAGE)? {
            map.insert(key.to_owned(), field(&value, key)?);
        }
        for (key, value) in self.said(OF_AUTHOR)? {
            let author = map.entry("author").or_insert(Value::Null);
            match author {
                Value::Object(_) => {}
                Value::String(handle) => *author = serde_json::json!({ "handle": std::mem::take(handle) }),
                _ => *author = Value::Object(Map::new()),
            }
            author[key] = scalar(&value, key)?;
        }
        for (key, value) in self.said(REACH)? {
            let reach = map.entry("reach").or_insert(Value::Null);
            if !reach.is_object() {
                *reach = Value::Object(Map::new());
            }
            reach[key] = scalar(&value, key)?;
        }
        Ok(())
    }
}

/// The message that a Python value and keywords stand for.
pub(crate) fn build(from: &Bound<'_, PyAny>, more: &Keywords<'_, '_>) -> PyResult<Message> {
    let from = &convert::unwrapped(from)?;
    let whole = if let Ok(item) = from.cast::<PyItem>() {
        Some((item.get().item().message.clone(), "an `Item`"))
    } else {
        from.cast::<PyMessage>().ok().map(|message| (message.get().message().clone(), "a `Message`"))
    };
    if let Some((message, name)) = whole {
        if more.is_empty() {
            return Ok(message);
        }
        return Err(InputError::new_err(format!("{name} is whole: keywords go with text or a mapping")));
    }
    let mut map = if let Ok(string) = from.cast::<PyString>() {
        let text = convert::text(string)?;
        if more.is_empty() {
            return Ok(Message::new(text));
        }
        Map::from_iter([("text".to_owned(), Value::String(text))])
    } else if let Ok(mapping) = from.cast::<PyMapping>() {
        convert::keys(mapping, MESSAGE, field)?
    } else {
        let kind = kind(from);
        return Err(InputError::new_err(format!(
            "text, a mapping, a `Message` or an `Item` is needed, not `{kind}`"
        )));
    };
    more.put(&mut map)?;
    twoears::json::message(&map).map_err(raise).and_then(dated)
}

/// The turns of a conversation, as a message has them.
pub(crate) fn thread(turns: &Bound<'_, PyAny>) -> PyResult<Thread> {
    let mut map = Map::from_iter([("text".to_owned(), Value::String(String::new()))]);
    map.insert("thread".to_owned(), field(turns, "thread")?);
    twoears::json::message(&map).map_err(raise).and_then(dated).map(|message| message.thread)
}

/// The message, when Python's calendar has all its times.
pub(crate) fn dated(message: Message) -> PyResult<Message> {
    let (turns, contact) = (message.thread.turns(), &message.contact);
    let promises = contact.promises.iter();
    let times = [(message.sent_at, "sent_at"), (message.author.first_seen, "author.first_seen")];
    let times = times.into_iter().chain(turns.iter().map(|turn| (turn.sent_at, "thread")));
    let times = times.chain(contact.past.iter().map(|past| (past.at, "contact.past")));
    let times = times.chain(
        promises.flat_map(|entry| [entry.made_at, entry.due].map(|at| (Some(at), "contact.promises"))),
    );
    for (time, key) in times {
        time.map_or(Ok(()), |time| in_calendar(time, key).map(drop))?;
    }
    Ok(message)
}

/// The value of a key of a message.
fn field(value: &Bound<'_, PyAny>, key: &str) -> PyResult<Value> {
    let value = &convert::unwrapped(value)?;
    match key {
        "author" => object(value, key, AUTHOR),
        "reach" => object(value, key, REACH),
        "thread" => objects(value, key, TURN),
        "attachments" => objects(value, key, ATTACHMENT),
        "contact" => match value.cast::<PyMapping>() {
            Ok(mapping) => Ok(Value::Object(convert::keys(mapping, CONTACT, contact)?)),
            Err(_) => scalar(value, key),
        },
        _ => scalar(value, key),
    }
}

/// The value of a key of what is known from before.
fn contact(value: &Bound<'_, PyAny>, key: &str) -> PyResult<Value> {
    let value = &convert::unwrapped(value)?;
    match key {
        "past" => objects(value, key, PAST),
        "promises" => objects(value, key, PROMISE),
        _ => scalar(value, key),
    }
}

fn objects(value: &Bound<'_, PyAny>, key: &str, keys: &[&str]) -> PyResult<Value> {
    if !is_row(value) {
        return scalar(value, key);
    }
    let items = value.try_iter()?.map(|item| object(&convert::unwrapped(&item?)?, key, keys));
    Ok(Value::Array(items.collect::<PyResult<_>>()?))
}

/// Is it laid out in a row: a list, a tuple, an array of numpy?
fn is_row(value: &Bound<'_, PyAny>) -> bool {
    value.len().is_ok() && !value.is_instance_of::<PyString>() && value.cast::<PyMapping>().is_err()
}

fn object(value: &Bound<'_, PyAny>, key: &str, keys: &[&str]) -> PyResult<Value> {
    match value.cast::<PyMapping>() {
        Ok(mapping) => Ok(Value::Object(convert::keys(mapping, keys, scalar)?)),
        Err(_) => scalar(value, key),
    }
}
