//! What was before.

use jiff::Timestamp;
use pyo3::prelude::*;
use pyo3::types::{PyDateTime, PyTuple};
use twoears::ledger::Entry;
use twoears::{Case, Label as _};

use crate::basis::Mark;
use crate::convert::{datetime, plain, tuple};

/// What was before: in the thread, and with the customer over all channels. What nobody told is None.
#[pyclass(frozen, eq, module = "twoears")]
#[derive(PartialEq)]
pub(crate) struct History {
    /// The customer's messages since the last answer, with this one.
    #[pyo3(get)]
    since_answer: usize,
    waiting_since: Option<Timestamp>,
    /// Did they write before without an answer, as the thread shows or as they say?
    #[pyo3(get)]
    repeat: bool,
    /// How often they say they wrote, and where; None when they name no number.
    #[pyo3(get)]
    declared: Option<Declared>,
    /// How often they wrote by the record, with this message.
    #[pyo3(get)]
    counted: Option<usize>,
    /// Do they say more than the record shows? It may be incomplete.
    #[pyo3(get)]
    disagrees: bool,
    /// Is it the first message that the organisation has from them?
    #[pyo3(get)]
    first_contact: Option<bool>,
    /// How often they complained before.
    #[pyo3(get)]
    complaints: Option<usize>,
    /// Is it their first complaint?
    #[pyo3(get)]
    first_complaint: Option<bool>,
    channels: Vec<&'static str>,
    /// How their feeling moves: `falling`, `rising`, `steady` or `unknown`.
    #[pyo3(get)]
    sentiment: &'static str,
    /// The organisation's last turn in the thread; None when there is none.
    #[pyo3(get)]
    answer: Option<Mark>,
    promises: Vec<Promised>,
    says: Vec<String>,
}

impl History {
    pub(crate) fn of(case: &Case) -> Self {
        let history = &case.decision.history;
        Self {
            since_answer: history.since_answer,
            waiting_since: history.waiting_since,
            repeat: history.is_repeat(),
            declared: history.declared_times.map(|declared| {
                let (start, end) = declared.span.code_points(&case.message.text);
                Declared { times: declared.times, start, end }
            }),
            counted: history.counted,
            disagrees: history.disagreement().is_some(),
            first_contact: history.first_contact,
            complaints: history.complaints,
            first_complaint: history.first_complaint,
            channels: history.channels.iter().map(|channel| channel.name()).collect(),
            sentiment: history.trend.name(),
            answer: history.answer.as_ref().map(Mark::of),
            promises: history
                .broken
                .iter()
                .chain(&history.open)
                .map(|entry| Promised::of(entry.clone(), case.now))
                .collect(),
            says: case.history(),
        }
    }
}

#[pymethods]
impl History {
    /// Since when they wait, in UTC.
    #[getter]
    fn waiting_since<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDateTime>>> {
        self.waiting_since.map(|time| datetime(py, time)).transpose()
    }

    /// Other channels on which they wrote in the 30 days before.
    #[getter]
    fn channels<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, &self.channels)
    }

    /// Promises to them that are broken, then those that are open.
    #[getter]
    fn promises<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, &self.promises, Clone::clone)
    }

    /// All of it in words for a person who answers; empty when there is nothing to say.
    fn says<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, &self.says)
    }

    fn __repr__(&self) -> String {
        let Self { since_answer, complaints, promises, .. } = self;
        let complaints = complaints.map_or_else(|| "None".to_owned(), |count| count.to_string());
        let promises = promises.len();
        format!("History(since_answer={since_answer}, complaints={complaints}, {promises} promises)")
    }
}

/// How often customers say that they wrote.
#[pyclass(frozen, get_all, eq, module = "twoears")]
#[derive(Clone, PartialEq)]
pub(crate) struct Declared {
    /// How often, with this message.
    times: u32,
    /// The first code point of the text that says so.
    start: usize,
    /// One past the last code point.
    end: usize,
}

#[pymethods]
impl Declared {
    fn __repr__(&self) -> String {
        format!("Declared(times={}, start={}, end={})", self.times, self.start, self.end)
    }
}

/// A promise that was made to a customer.
#[pyclass(frozen, eq, module = "twoears")]
#[derive(Clone, PartialEq)]
pub(crate) struct Promised {
    entry: Entry,
    /// How it stands: `open`, `kept`, `kept_late`, `broken` or `withdrawn`.
    #[pyo3(get)]
    state: &'static str,
}

impl Promised {
    pub(crate) fn of(entry: Entry, now: Timestamp) -> Self {
        let state = entry.state(now).name();
        Self { entry, state }
    }
}

#[pymethods]
impl Promised {
    /// The ledger's number for it; 0 when no ledger has it.
    #[getter]
    fn id(&self) -> u64 {
        self.entry.id
    }

    /// The message in answer to which it was made.
    #[getter]
    fn message_id(&self) -> Option<&str> {
        self.entry.message_id.as_deref()
    }

    /// The conversation in which it was made.
    #[getter]
    fn thread_id(&self) -> Option<&str> {
        self.entry.thread_id.as_deref()
    }

    /// Who keeps it: a person or a team.
    #[getter]
    fn owner(&self) -> &str {
        &self.entry.owner
    }

    /// What will be done.
    #[getter]
    fn action(&self) -> &str {
        &self.entry.action
    }

    /// When it was made, in UTC.
    #[getter]
    fn made_at<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDateTime>> {
        datetime(py, self.entry.made_at)
    }

    /// The latest moment at which it is kept in time, in UTC.
    #[getter]
    fn due<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDateTime>> {
        datetime(py, self.entry.due)
    }

    /// The promise as a ledger writes it and `contact` takes it.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.entry)
    }

    /// Shows when and how, never who or what.
    fn __repr__(&self) -> String {
        format!("Promised(id={}, due='{}', state='{}')", self.entry.id, self.entry.due, self.state)
    }
}
