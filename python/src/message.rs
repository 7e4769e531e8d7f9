//! One inbound message.

use pyo3::prelude::*;
use pyo3::types::{PyDateTime, PyDict, PyString, PyTuple};
use twoears::{From, Label as _, Message};

use crate::convert::{self, tuple};
use crate::keywords::{Keywords, build};

/// One inbound message: what was written, by whom, where, and what was said before.
///
/// `text` is all that is needed. The keywords:
///
/// - `id`, `thread_id`, `parent_id`: the platform's ids of the message, its conversation, and the message that it answers;
/// - `channel`: a name such as `x` or `email` (one that is not known counts as `other`);
/// - `visibility`: `public`, `unlisted`, `followers`, `private` or `unknown`; `direction`: `in`, `out`, `internal` or `system`;
/// - `author`: a handle, or a mapping with any of `id`, `name`, `handle`, `followers`, `vip`, `verified`, `first_seen` and
///   `kind`; the keywords `name`, `handle`, `followers` and `vip` go over it;
/// - `sent_at`: a `datetime` with a time zone, RFC 3339 text or an epoch; `language`: a code, a hint;
/// - `thread`: a list of mappings with `from` (`customer` or `organisation`), `text` and perhaps `id` and `sent_at`, oldest first;
/// - `attachments`: a list of mappings with `kind` and `title`;
/// - `contact`: what is known of the customer from before, a mapping with any of `past` (a list of mappings with `at`,
///   `channel`, `sentiment`, `complaint`), `complete`, `complaints`, `vulnerable` and `promises`, as a ledger writes them;
/// - `accepts_messages` (does their account take messages from you?), `private_reply_sent` (was this post answered in private
///   already?) and `live` (a comment on a live broadcast: is it still on?): how the writer can be reached in private. In a
///   mapping they stand under `reach`.
///
/// None is unknown.
///
/// >>> Message("Where is it?", channel="email", contact={"complaints": 2}).contact["complaints"]
/// 2
///
/// Raises `InputError` when a value is of the wrong kind; the error names the key and never shows the value.
#[pyclass(frozen, name = "Message", module = "twoears")]
pub(crate) struct PyMessage(Message);

impl PyMessage {
    pub(crate) fn of(message: Message) -> Self {
        Self(message)
    }

    pub(crate) fn message(&self) -> &Message {
        &self.0
    }
}

#[pymethods]
impl PyMessage {
    #[new]
    #[pyo3(signature = (text, **more))]
    fn new(text: &Bound<'_, PyString>, more: Option<&Bound<'_, PyDict>>) -> PyResult<Self> {
        build(text, &Keywords::of("Message", more)?).map(Self)
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

    /// Who wrote it: a dict with `id`, `name`, `handle`, `followers`, `vip`, `verified`, `first_seen` and `kind`.
    #[getter]
    fn author<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let author = &self.0.author;
        let dict = PyDict::new(py);
        dict.set_item("id", &author.id)?;
        dict.set_item("name", &author.name)?;
        dict.set_item("handle", &author.handle)?;
        dict.set_item("followers", author.followers)?;
        dict.set_item("vip", author.vip)?;
        dict.set_item("verified", author.verified)?;
        dict.set_item("first_seen", author.first_seen.map(|time| convert::datetime(py, time)).transpose()?)?;
        dict.set_item("kind", author.kind.name())?;
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

    /// Which way it went: `in`, `out`, `internal` or `system`.
    #[getter]
    fn direction(&self) -> &'static str {
        self.0.direction.name()
    }

    /// The platform's id of the conversation; None when there is none.
    #[getter]
    fn thread_id(&self) -> Option<&str> {
        self.0.thread_id.as_deref()
    }

    /// The platform's id of the message that this one answers; None when it answers none.
    #[getter]
    fn parent_id(&self) -> Option<&str> {
        self.0.parent_id.as_deref()
    }

    /// The language that the platform takes it for; a hint.
    #[getter]
    fn language(&self) -> Option<&'static str> {
        self.0.language.map(twoears::Language::code)
    }

    /// What came with it: pairs of a kind and a name or description, which may be None.
    #[getter]
    fn attachments<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, &self.0.attachments, |thing| (thing.kind.name(), thing.title.clone()))
    }

    /// What the payload should hold and did not: `body_unavailable`, `author_unknown`, `visibility_unknown`, `time_unknown`.
    #[getter]
    fn gaps<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, &self.0.gaps, |gap| gap.name())
    }

    /// What is known of the writer from before: a dict with `past`, `complaints`, `complete`, `vulnerable` and `promises`.
    #[getter]
    fn contact<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        convert::plain(py, &self.0.contact)
    }

    /// Shows how long it is, never what it says.
    fn __repr__(&self) -> String {
        let length = self.0.text.chars().count();
        format!("Message(channel='{}', {length} characters)", self.channel())
    }
}
