//! Messages from Python: text, a mapping with `text`, or a `Message`, with keywords that say more.

use pyo3::prelude::*;
use pyo3::types::{PyDateTime, PyDict, PyMapping, PyString, PyTuple};
use serde_json::{Map, Value};
use twoears::{From, Label as _, Message};

use crate::convert::{self, in_calendar, kind, scalar, tuple};
use crate::error::{InputError, raise};

// The keys that are read, as `twoears::json::message` names them; whatever else a mapping holds is passed over.
const MESSAGE: &[&str] = &["text", "id", "channel", "visibility", "author", "sent_at", "thread", "reach"];
const AUTHOR: &[&str] = &["id", "name", "handle", "followers", "vip"];
const TURN: &[&str] = &["from", "text", "sent_at"];
const REACH: &[&str] = &["accepts_messages", "private_reply_sent", "live"];

/// What keywords say of a message.
#[derive(Default)]
pub(crate) struct Keywords<'py> {
    pub(crate) id: Option<Bound<'py, PyAny>>,
    pub(crate) channel: Option<Bound<'py, PyAny>>,
    pub(crate) visibility: Option<Bound<'py, PyAny>>,
    pub(crate) author: Option<Bound<'py, PyAny>>,
    pub(crate) name: Option<Bound<'py, PyAny>>,
    pub(crate) handle: Option<Bound<'py, PyAny>>,
    pub(crate) followers: Option<Bound<'py, PyAny>>,
    pub(crate) vip: Option<Bound<'py, PyAny>>,
    pub(crate) sent_at: Option<Bound<'py, PyAny>>,
    pub(crate) thread: Option<Bound<'py, PyAny>>,
    pub(crate) accepts_messages: Option<Bound<'py, PyAny>>,
    pub(crate) private_reply_sent: Option<Bound<'py, PyAny>>,
    pub(crate) live: Option<Bound<'py, PyAny>>,
}

impl<'py> Keywords<'py> {
    fn of_message(&self) -> [(&'static str, Option<&Bound<'py, PyAny>>); 6] {
        [
            ("id", self.id.as_ref()),
            ("channel", self.channel.as_ref()),
            ("visibility", self.visibility.as_ref()),
            ("author", self.author.as_ref()),
            ("sent_at", self.sent_at.as_ref()),
            ("thread", self.thread.as_ref()),
        ]
    }

    fn of_author(&self) -> [(&'static str, Option<&Bound<'py, PyAny>>); 4] {
        [
            ("name", self.name.as_ref()),
            ("handle", self.handle.as_ref()),
            ("followers", self.followers.as_ref()),
            ("vip", self.vip.as_ref()),
        ]
    }

    fn of_reach(&self) -> [(&'static str, Option<&Bound<'py, PyAny>>); 3] {
        [
            ("accepts_messages", self.accepts_messages.as_ref()),
            ("private_reply_sent", self.private_reply_sent.as_ref()),
            ("live", self.live.as_ref()),
        ]
    }

    fn is_empty(&self) -> bool {
        let (author, reach) = (self.of_author(), self.of_reach());
        self.of_message().iter().chain(&author).chain(&reach).all(|(_, value)| value.is_none())
    }

    /// Puts what was said into the message's keys, over what stands there.
    fn put(&self, map: &mut Map<String, Value>) -> PyResult<()> {
        for (key, value) in self.of_message() {
            if let Some(value) = value {
                map.insert(key.to_owned(), field(value, key)?);
            }
        }
        for (key, value) in self.of_author() {
            let Some(value) = value else { continue };
            let author = map.entry("author").or_insert(Value::Null);
            match author {
                Value::Object(_) => {}
                Value::String(handle) => *author = serde_json::json!({ "handle": std::mem::take(handle) }),
                _ => *author = Value::Object(Map::new()),
            }
            author[key] = scalar(value, key)?;
        }
        for (key, value) in self.of_reach() {
            let Some(value) = value else { continue };
            let reach = map.entry("reach").or_insert(Value::Null);
            if !reach.is_object() {
                *reach = Value::Object(Map::new());
            }
            reach[key] = scalar(value, key)?;
        }
        Ok(())
    }
}

/// The message that a Python value and keywords stand for.
pub(crate) fn build(from: &Bound<'_, PyAny>, more: &Keywords<'_>) -> PyResult<Message> {
    let from = &convert::unwrapped(from)?;
    if let Ok(message) = from.cast::<PyMessage>() {
        if more.is_empty() {
            return Ok(message.get().0.clone());
        }
        return Err(InputError::new_err("a `Message` is whole: keywords go with text or a mapping"));
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
        return Err(InputError::new_err(format!("text, a mapping or a `Message` is needed, not `{kind}`")));
    };
    more.put(&mut map)?;
    let message = twoears::json::message(&map).map_err(raise)?;
    if let Some(sent_at) = message.sent_at {
        in_calendar(sent_at, "sent_at")?;
    }
    Ok(message)
}

/// The value of a key of a message.
fn field(value: &Bound<'_, PyAny>, key: &str) -> PyResult<Value> {
    let value = &convert::unwrapped(value)?;
    match key {
        "author" => object(value, key, AUTHOR),
        "reach" => object(value, key, REACH),
        "thread" if is_row(value) => {
            let turns = value.try_iter()?.map(|turn| object(&convert::unwrapped(&turn?)?, key, TURN));
            Ok(Value::Array(turns.collect::<PyResult<_>>()?))
        }
        _ => scalar(value, key),
    }
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

/// One inbound message: what was written, by whom, where, and what was said before.
///
/// `text` is all that is needed. `channel` is a name such as `x` or `email` (one that is not known counts as `other`),
/// `visibility` one of `public`, `unlisted`, `followers`, `private` and `unknown`, `sent_at` a `datetime` with a time
/// zone, RFC 3339 text or an epoch, `thread` a list of mappings with `from` (`customer` or `organisation`), `text` and
/// perhaps `sent_at`, oldest first. `author` is a handle or a mapping with any of `id`, `name`, `handle`, `followers`
/// and `vip`; the keywords of the same names go over it. `accepts_messages` (does their account take messages from
/// you?), `private_reply_sent` (was this post answered in private already?) and `live` (a comment on a live broadcast: is
/// it still on?) say how the writer can be reached in private; None is unknown. In a mapping they stand under `reach`.
///
/// Raises `InputError` when a value is of the wrong kind; the error names the key and never shows the value.
#[pyclass(frozen, name = "Message", module = "twoears")]
pub(crate) struct PyMessage(Message);

impl PyMessage {
    pub(crate) fn of(message: Message) -> Self {
        Self(message)
    }
}

#[pymethods]
impl PyMessage {
    #[new]
    #[pyo3(signature = (text, *, id=None, channel=None, visibility=None, author=None, name=None, handle=None,
        followers=None, vip=None, sent_at=None, thread=None, accepts_messages=None, private_reply_sent=None,
        live=None))]
    #[expect(clippy::too_many_arguments, reason = "each is a keyword in Python")]
    fn new<'py>(
        text: &Bound<'py, PyString>,
        id: Option<Bound<'py, PyAny>>,
        channel: Option<Bound<'py, PyAny>>,
        visibility: Option<Bound<'py, PyAny>>,
        author: Option<Bound<'py, PyAny>>,
        name: Option<Bound<'py, PyAny>>,
        handle: Option<Bound<'py, PyAny>>,
        followers: Option<Bound<'py, PyAny>>,
        vip: Option<Bound<'py, PyAny>>,
        sent_at: Option<Bound<'py, PyAny>>,
        thread: Option<Bound<'py, PyAny>>,
        accepts_messages: Option<Bound<'py, PyAny>>,
        private_reply_sent: Option<Bound<'py, PyAny>>,
        live: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Self> {
        let more = Keywords {
            id,
            channel,
            visibility,
            author,
            name,
            handle,
            followers,
            vip,
            sent_at,
            thread,
            accepts_messages,
            private_reply_sent,
            live,
        };
        build(text, &more).map(Self)
    }

    /// The caller's id; empty when there is none.
    #[getter]
    fn id(&self) -> &str {
        &self.0.id
    }

    /// What was written.
    #[getter]
    fn text(&self) -> &str {
        &self.0.text
    }

    /// Where it was written.
    #[getter]
    fn channel(&self) -> &'static str {
        self.0.channel.name()
    }

    /// Who can see it; `unknown` follows the channel's habit.
    #[getter]
    fn visibility(&self) -> &'static str {
        self.0.visibility.name()
    }

    /// Who wrote it: a dict with `id`, `name`, `handle`, `followers` and `vip`.
    #[getter]
    fn author<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let author = &self.0.author;
        let dict = PyDict::new(py);
        dict.set_item("id", &author.id)?;
        dict.set_item("name", &author.name)?;
        dict.set_item("handle", &author.handle)?;
        dict.set_item("followers", author.followers)?;
        dict.set_item("vip", author.vip)?;
        Ok(dict)
    }

    /// When it was sent, in UTC; None when not known.
    #[getter]
    fn sent_at<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDateTime>>> {
        self.0.sent_at.map(|time| convert::datetime(py, time)).transpose()
    }

    /// What was said before, oldest first: pairs of `customer` or `organisation` and the text.
    #[getter]
    fn thread<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, self.0.thread.turns(), |turn| {
            let from = match turn.from {
                From::Customer => "customer",
                From::Organisation => "organisation",
            };
            (from, turn.text.clone())
        })
    }

    /// How the writer can be reached in private: a dict with `accepts_messages`, `private_reply_sent` and `live`.
    #[getter]
    fn reach<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let reach = self.0.reach;
        let dict = PyDict::new(py);
        dict.set_item("accepts_messages", reach.accepts_messages)?;
        dict.set_item("private_reply_sent", reach.private_reply_sent)?;
        dict.set_item("live", reach.live)?;
        Ok(dict)
    }

    /// Shows how long it is, never what it says.
    fn __repr__(&self) -> String {
        let length = self.0.text.chars().count();
        format!("Message(channel='{}', {length} characters)", self.channel())
    }
}
