//! Messages out of the payloads of helpdesks and platforms, and requests that answer them.

use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyByteArray, PyBytes, PyDict, PyString, PyTuple};
use twoears::adapters::Settings;
use twoears::inbound::{self, Event, Item};
use twoears::outbound::{self, Address};
use twoears::{Error, Platform};

use crate::convert::{audience as audience_of, json, kind, plain, text as text_of};
use crate::error::InputError;
use crate::keywords::dated;
use crate::message::PyMessage;

/// One message of a payload: what happened to it, what it says, and where an answer goes.
///
/// `Desk.parse` makes it; `Desk.triage` and `Desk.triage_batch` take it as they take a `Message`.
#[pyclass(frozen, eq, name = "Item", module = "twoears")]
#[derive(PartialEq)]
pub(crate) struct PyItem(Item);

impl PyItem {
    pub(crate) fn item(&self) -> &Item {
        &self.0
    }
}

/// A payload as it may come.
enum Payload {
    Bytes(PyBackedBytes),
    Text(String),
}

impl AsRef<[u8]> for Payload {
    fn as_ref(&self) -> &[u8] {
        match self {
            Self::Bytes(bytes) => bytes,
            Self::Text(text) => text.as_bytes(),
        }
    }
}

impl Payload {
    fn of(from: &Bound<'_, PyAny>) -> PyResult<Self> {
        if let Ok(text) = from.cast::<PyString>() {
            return text_of(text).map(Self::Text);
        }
        if let Ok(bytes) = from.cast::<PyBytes>() {
            return Ok(Self::Bytes(bytes.clone().into()));
        }
        if let Ok(bytes) = from.cast::<PyByteArray>() {
            return Ok(Self::Bytes(bytes.clone().into()));
        }
        if from.is_instance_of::<PyDict>() {
            return json(from, "payload").map(Self::Text);
        }
        Err(InputError::new_err(format!("a payload is bytes, text or a dict, not `{}`", kind(from))))
    }
}

/// The messages of a payload.
pub(crate) fn parse(
    payload: &Bound<'_, PyAny>,
    platform: &str,
    settings: &Settings,
) -> PyResult<Vec<PyItem>> {
    let platform = match platform {
        "auto" => None,
        name => Some(Platform::parse(name).map_err(refuse)?),
    };
    let bytes = Payload::of(payload)?;
    let parsed = payload.py().detach(|| match platform {
        Some(platform) => inbound::parse(platform, bytes.as_ref(), settings).map(Some),
        None => inbound::parse_any(bytes.as_ref(), settings),
    });
    let parsed = parsed.map_err(refuse)?.ok_or_else(|| {
        InputError::new_err("the payload looks like no platform's: name it, as one of `twoears.PLATFORMS`")
    })?;
    let items = parsed.items.into_iter();
    items.map(|item| Ok(PyItem(Item { message: dated(item.message)?, ..item }))).collect()
}

/// Payload, platform and address are what the caller gave.
fn refuse(error: impl Into<Error>) -> PyErr {
    InputError::new_err(error.into().to_string())
}

/// The request that answers an address, as a dict.
pub(crate) fn request<'py>(
    address: &Address,
    text: &Bound<'py, PyString>,
    audience: &str,
) -> PyResult<Bound<'py, PyAny>> {
    let request = outbound::request(address, &text_of(text)?, audience_of(audience)?).map_err(refuse)?;
    plain(text.py(), &request)
}

#[pymethods]
impl PyItem {
    /// Where it came from: one of `PLATFORMS`.
    #[getter]
    fn platform(&self) -> &'static str {
        self.0.platform.name()
    }

    /// What happened to it: `created`, `edited` (triage it again) or `deleted` (nothing is to be answered).
    #[getter]
    fn event(&self) -> &'static str {
        match self.0.event {
            Event::Created => "created",
            Event::Edited => "edited",
            Event::Deleted => "deleted",
        }
    }

    /// The message. Its `id` is the platform's: the same id twice is the same message.
    #[getter]
    fn message(&self) -> PyMessage {
        PyMessage::of(self.0.message.clone())
    }

    /// Which way it went: `in`, `out`, `internal` or `system`.
    #[getter]
    fn direction(&self) -> &'static str {
        twoears::Label::name(self.0.message.direction)
    }

    /// What the payload should hold and did not: `body_unavailable`, `author_unknown`, `visibility_unknown`, `time_unknown`.
    #[getter]
    fn gaps<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.0.message.gaps.iter().map(|gap| twoears::Label::name(*gap)))
    }

    /// Where an answer goes: the platform's ids by their names.
    #[getter]
    fn address<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.0.address.keys)
    }

    /// The platform's own request that sends a reply, as data: a dict with `method`, `host`, `path`, `body` and `notes`. You send
    /// it, with your token.
    ///
    /// `audience` is `public` or `private`, as a draft says. Raises `InputError` when the address lacks an id or the platform
    /// has no such way.
    ///
    /// >>> post = {"data": {"id": "7", "text": "Where is my parcel?", "author_id": "3"}}
    /// >>> (item,) = Desk().parse("x", post)
    /// >>> request = item.request("It's on its way.")
    /// >>> request.get("body")
    /// {'reply': {'in_reply_to_tweet_id': '7'}, 'text': "It's on its way."}
    #[pyo3(signature = (text, audience="public"))]
    fn request<'py>(&self, text: &Bound<'py, PyString>, audience: &str) -> PyResult<Bound<'py, PyAny>> {
        request(&self.0.address, text, audience)
    }

    /// Shows how long it is, never what it says.
    fn __repr__(&self) -> String {
        let (platform, event, direction) = (self.platform(), self.event(), self.direction());
        let length = self.0.message.text.chars().count();
        format!("Item(platform='{platform}', event='{event}', direction='{direction}', {length} characters)")
    }
}
