//! From single items to open cases.

use std::sync::{Mutex, MutexGuard, PoisonError};

use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};
use twoears::inbox::{Inbox, Open, Taken};

use crate::convert::{plain, time, tuple};
use crate::item::{self, PyItem};
use crate::message::PyMessage;

/// Joins items of any platforms into open cases: what one customer and the organisation say to each other in one conversation.
///
/// What is delivered twice counts once, what comes late finds its place. Any thread may use it.
///
/// >>> inbox = Inbox()
/// >>> post = {"data": {"id": "7", "text": "Where is my parcel?", "author_id": "3"}}
/// >>> (item,) = Desk().parse("x", post)
/// >>> inbox.take(item), inbox.take(item)
/// ('opened', 'duplicate')
/// >>> len(inbox.open())
/// 1
#[pyclass(frozen, name = "Inbox", module = "twoears")]
pub(crate) struct PyInbox(Mutex<Inbox>);

impl PyInbox {
    // Never waited for while the interpreter is held: another thread may work on it.
    fn inbox(&self) -> MutexGuard<'_, Inbox> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[pymethods]
impl PyInbox {
    #[new]
    fn new() -> Self {
        Self(Mutex::default())
    }

    /// Takes an item in and says what became of it.
    ///
    /// `opened` and `followed`: a customer wrote; `answered` and `posted`: the organisation did, in a case or to nobody known;
    /// `edited`; `deleted`; `duplicate`: it came before; `noted`: no part of a case; `full`: it was not taken, and `forget_before`
    /// makes room.
    fn take(&self, item: &Bound<'_, PyItem>) -> &'static str {
        let taken = item.get().item().clone();
        match item.py().detach(|| self.inbox().take(taken)) {
            Taken::Opened => "opened",
            Taken::Followed => "followed",
            Taken::Answered => "answered",
            Taken::Posted => "posted",
            Taken::Edited => "edited",
            Taken::Deleted => "deleted",
            Taken::Duplicate => "duplicate",
            Taken::Noted => "noted",
            Taken::Full => "full",
        }
    }

    /// Every case in which a customer has the last word, in the order in which they were opened.
    fn open(&self, py: Python<'_>) -> Vec<PyOpen> {
        py.detach(|| self.inbox().open().map(PyOpen).collect())
    }

    /// Forgets answered cases of which nothing was said since a moment.
    fn forget_before(&self, moment: &Bound<'_, PyAny>) -> PyResult<()> {
        let at = time(moment, "moment")?;
        moment.py().detach(|| self.inbox().forget_before(at));
        Ok(())
    }

    /// How many cases are known, open or answered.
    fn __len__(&self, py: Python<'_>) -> usize {
        py.detach(|| self.inbox().len())
    }

    fn __repr__(&self, py: Python<'_>) -> String {
        format!("Inbox({} cases)", self.__len__(py))
    }
}

/// A case in which the customer has the last word.
#[pyclass(frozen, eq, name = "Open", module = "twoears")]
#[derive(PartialEq)]
pub(crate) struct PyOpen(Open);

impl PyOpen {
    pub(crate) fn open(&self) -> &Open {
        &self.0
    }
}

#[pymethods]
impl PyOpen {
    /// Where it came from: one of `PLATFORMS`.
    #[getter]
    fn platform(&self) -> &'static str {
        self.0.platform.name()
    }

    /// What was written since the last answer, oldest first; each has all other turns of the case as its thread.
    #[getter]
    fn messages<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, &self.0.messages, |message| PyMessage::of(message.clone()))
    }

    /// Where an answer goes: the platform's ids by their names.
    #[getter]
    fn address<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.0.address.keys)
    }

    /// The platform's own request that sends a reply, as `Item.request`.
    #[pyo3(signature = (text, audience="public"))]
    fn request<'py>(&self, text: &Bound<'py, PyString>, audience: &str) -> PyResult<Bound<'py, PyAny>> {
        item::request(&self.0.address, text, audience)
    }

    /// Shows how many messages, never what they say.
    fn __repr__(&self) -> String {
        format!("Open(platform='{}', {} messages)", self.platform(), self.0.messages.len())
    }
}
