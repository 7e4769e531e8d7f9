//! What a draft was built on.

use jiff::Timestamp;
use pyo3::prelude::*;
use pyo3::types::{PyDateTime, PyMapping};
use twoears::message::Mark as Marks;
use twoears::{Basis, Label};

use crate::convert::{datetime, in_calendar, json};
use crate::error::InputError;
use crate::keywords::thread;

/// What a draft was built on: how far the conversation had come. It holds no words; keep it with the draft, and ask it before the
/// draft is sent.
///
/// `Basis(mapping)` takes it back from the JSON line: `case.to_dict()["basis"]`.
///
/// >>> case = Desk().triage("Where is it?", id="7")
/// >>> case.basis.is_stale([{"from": "customer", "text": "Where is it?", "id": "7"}])
/// >>> case.basis.is_stale([{"from": "customer", "id": "7"}, {"from": "organisation", "id": "8"}])
/// 'answered'
///
/// Raises `InputError` when the mapping is none.
#[pyclass(frozen, eq, name = "Basis", module = "twoears")]
#[derive(PartialEq)]
pub(crate) struct PyBasis(Basis);

impl PyBasis {
    pub(crate) fn of(basis: Basis) -> Self {
        Self(basis)
    }
}

#[pymethods]
impl PyBasis {
    #[new]
    fn new(basis: &Bound<'_, PyMapping>) -> PyResult<Self> {
        let basis: Basis = serde_json::from_str(&json(basis, "basis")?).map_err(|_| {
            InputError::new_err(
                "`basis` holds `turns`, `message`, `last`, `answer`, as the JSON line has them",
            )
        })?;
        for mark in [Some(&basis.message), basis.last.as_ref(), basis.answer.as_ref()].into_iter().flatten() {
            mark.at.map_or(Ok(()), |at| in_calendar(at, "basis").map(drop))?;
        }
        Ok(Self(basis))
    }

    /// Earlier turns that were known.
    #[getter]
    fn turns(&self) -> usize {
        self.0.turns
    }

    /// The message that the draft answers.
    #[getter]
    fn message(&self) -> Mark {
        Mark::of(&self.0.message)
    }

    /// The last of the earlier turns; None when there was none.
    #[getter]
    fn last(&self) -> Option<Mark> {
        self.0.last.as_ref().map(Mark::of)
    }

    /// The organisation's last turn; None when there was none.
    #[getter]
    fn answer(&self) -> Option<Mark> {
        self.0.answer.as_ref().map(Mark::of)
    }

    /// Has the conversation gone on since? `thread` is the whole of it as it is now, with or without the message itself.
    ///
    /// None when the draft still fits, else `answered`, `customer_wrote`, or `unknown_thread` when it is another conversation.
    /// Raises `InputError` when a turn cannot be read.
    #[pyo3(signature = (thread))]
    fn is_stale(&self, thread: &Bound<'_, PyAny>) -> PyResult<Option<&'static str>> {
        let now = self::thread(thread)?;
        Ok(self.0.is_stale(&now).map(Label::name))
    }

    /// Shows how far, never which.
    fn __repr__(&self) -> String {
        format!("Basis({} turns)", self.0.turns)
    }
}

/// Which turn of a conversation: its id and time, as far as they are known.
#[pyclass(frozen, eq, module = "twoears")]
#[derive(Clone, PartialEq)]
pub(crate) struct Mark {
    /// The platform's id.
    #[pyo3(get)]
    id: Option<String>,
    at: Option<Timestamp>,
}

impl Mark {
    pub(crate) fn of(mark: &Marks) -> Self {
        Self { id: mark.id.clone(), at: mark.at }
    }
}

#[pymethods]
impl Mark {
    /// When it was said, in UTC.
    #[getter]
    fn at<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDateTime>>> {
        self.at.map(|time| datetime(py, time)).transpose()
    }

    /// Shows whether there is an id, not which.
    fn __repr__(&self) -> String {
        let shown = |there: bool| if there { "'…'" } else { "None" };
        format!("Mark(id={}, at={})", shown(self.id.is_some()), shown(self.at.is_some()))
    }
}
