//! The two clocks of a conversation.

use jiff::Timestamp;
use pyo3::prelude::*;
use pyo3::types::PyDateTime;
use twoears::decide::{Clock as Times, Clocks as Both};

use crate::convert::datetime;

/// Until somebody answers, and until the matter is resolved.
#[pyclass(frozen, get_all, eq, module = "twoears")]
#[derive(PartialEq)]
pub(crate) struct Clocks {
    /// It starts with the customer's first turn that nobody answered; None when no reply is needed.
    first_response: Option<Clock>,
    /// It starts with the customer's first turn and stands still while we wait for them; None when no reply is needed.
    resolution: Option<Clock>,
}

impl Clocks {
    pub(crate) fn of(clocks: Both) -> Self {
        Self {
            first_response: clocks.first_response.map(Clock::of),
            resolution: clocks.resolution.map(Clock::of),
        }
    }
}

#[pymethods]
impl Clocks {
    fn __repr__(&self) -> String {
        let shown = |clock: &Option<Clock>| clock.as_ref().map_or_else(|| "None".to_owned(), Clock::__repr__);
        format!(
            "Clocks(first_response={}, resolution={})",
            shown(&self.first_response),
            shown(&self.resolution)
        )
    }
}

/// A clock of a conversation.
#[pyclass(frozen, eq, module = "twoears")]
#[derive(Clone, PartialEq)]
pub(crate) struct Clock {
    started_at: Timestamp,
    /// Is the start assumed, because the turn that it starts with carries no time?
    #[pyo3(get)]
    assumed: bool,
    due_at: Timestamp,
    met_at: Option<Timestamp>,
    /// Seconds that did not count because we waited for the customer.
    #[pyo3(get)]
    paused_s: i64,
}

impl Clock {
    fn of(clock: Times) -> Self {
        Self {
            started_at: clock.started_at,
            assumed: clock.assumed,
            due_at: clock.due_at,
            met_at: clock.met_at,
            paused_s: clock.paused.as_secs(),
        }
    }
}

#[pymethods]
impl Clock {
    /// When it started, in UTC.
    #[getter]
    fn started_at<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDateTime>> {
        datetime(py, self.started_at)
    }

    /// When it is due, in UTC.
    #[getter]
    fn due_at<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDateTime>> {
        datetime(py, self.due_at)
    }

    /// When it was met, in UTC; None as long as it is not.
    #[getter]
    fn met_at<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDateTime>>> {
        self.met_at.map(|time| datetime(py, time)).transpose()
    }

    fn __repr__(&self) -> String {
        format!("Clock(started_at='{}', due_at='{}')", self.started_at, self.due_at)
    }
}
