//! One open case of the queue, and its place.

use pyo3::prelude::*;
use pyo3::types::{PyDateTime, PyTuple};
use twoears::decide::{Curve, Ramp};
use twoears::queue::Entry;

use crate::case::PyCase;
use crate::convert::{datetime, time};
use crate::error::InputError;

/// An open case, as a `Queue` keeps it: without words.
///
/// `id` is your name for it, `received` when it came in, `base` the points that do not depend on time; `ramps` are at most two
/// `(from, to, points)`: points that grow evenly from one moment to another. `due` is when it wants an answer, `hold_by` from when
/// on a holding reply. Times are datetimes with a time zone or RFC 3339 text. A `Case` goes into a queue by itself.
///
/// >>> nine, ten = "2026-11-23T09:00:00Z", "2026-11-23T10:00:00Z"
/// >>> QueueEntry("case-1", received=nine, base=32, ramps=[(nine, ten, 10)]).at("2026-11-23T09:30:00Z")
/// 37.0
///
/// Raises `InputError` when a time cannot be read, or there are more ramps.
#[pyclass(frozen, eq, name = "QueueEntry", module = "twoears")]
#[derive(PartialEq)]
pub(crate) struct PyEntry(Entry);

impl PyEntry {
    pub(crate) fn of(entry: &Entry) -> Self {
        Self(entry.clone())
    }
}

/// What goes into a queue.
#[derive(FromPyObject)]
pub(crate) enum CaseOrEntry<'py> {
    Case(Bound<'py, PyCase>),
    Entry(Bound<'py, PyEntry>),
}

impl CaseOrEntry<'_> {
    /// The entry; of a case under that id, or the message's own.
    pub(crate) fn entry(&self, id: Option<String>) -> PyResult<Entry> {
        let case = match self {
            Self::Case(case) => case.get().case(),
            Self::Entry(entry) if id.is_none() => return Ok(entry.get().0.clone()),
            Self::Entry(_) => {
                return Err(InputError::new_err("a `QueueEntry` has its id: `id` goes with a case"));
            }
        };
        let id = id.unwrap_or_else(|| case.message.id.clone());
        if id.is_empty() {
            return Err(InputError::new_err("the message has no id: give the case one with `id`"));
        }
        let decision = &case.decision;
        Ok(Entry {
            id,
            curve: decision.curve,
            due: decision.respond_by,
            received: case.message.sent_at.unwrap_or(case.now),
            hold_by: decision.hold_by,
        })
    }
}

type Triple<'py> = (Bound<'py, PyAny>, Bound<'py, PyAny>, f32);

fn ramp((from, to, points): &Triple<'_>) -> PyResult<Ramp> {
    Ok(Ramp { from: time(from, "ramps")?, to: time(to, "ramps")?, points: *points })
}

#[pymethods]
impl PyEntry {
    #[new]
    #[pyo3(signature = (id, *, received, base=0.0, ramps=None, due=None, hold_by=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments from Python are owned")]
    fn new(
        id: String,
        received: Bound<'_, PyAny>,
        base: f32,
        ramps: Option<Vec<Triple<'_>>>,
        due: Option<Bound<'_, PyAny>>,
        hold_by: Option<Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let ramps = match ramps.as_deref().unwrap_or_default() {
            [] => [None, None],
            [one] => [Some(ramp(one)?), None],
            [one, other] => [Some(ramp(one)?), Some(ramp(other)?)],
            more => {
                return Err(InputError::new_err(format!(
                    "{} ramps; an entry has two at the most",
                    more.len()
                )));
            }
        };
        Ok(Self(Entry {
            id,
            curve: Curve { base, ramps },
            due: due.map(|at| time(&at, "due")).transpose()?,
            received: time(&received, "received")?,
            hold_by: hold_by.map(|at| time(&at, "hold_by")).transpose()?,
        }))
    }

    /// Your name for it.
    #[getter]
    fn id(&self) -> &str {
        &self.0.id
    }

    /// The points that do not depend on time.
    #[getter]
    fn base(&self) -> f32 {
        self.0.curve.base
    }

    /// Points that grow: at most two `(from, to, points)`.
    #[getter]
    fn ramps<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let ramps = self.0.curve.ramps.iter().flatten();
        let ramps = ramps.map(|ramp| Ok((datetime(py, ramp.from)?, datetime(py, ramp.to)?, ramp.points)));
        PyTuple::new(py, ramps.collect::<PyResult<Vec<_>>>()?)
    }

    /// Until when it wants an answer, in UTC; None when nothing is promised.
    #[getter]
    fn due<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDateTime>>> {
        self.0.due.map(|time| datetime(py, time)).transpose()
    }

    /// When it came in, in UTC.
    #[getter]
    fn received<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDateTime>> {
        datetime(py, self.0.received)
    }

    /// From when on a holding reply is wanted, in UTC; None when none is.
    #[getter]
    fn hold_by<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDateTime>>> {
        self.0.hold_by.map(|time| datetime(py, time)).transpose()
    }

    /// The priority at a moment, as long as nothing new is known.
    fn at(&self, now: &Bound<'_, PyAny>) -> PyResult<f64> {
        Ok(self.0.curve.at(time(now, "now")?))
    }

    /// Leaves the id out: it may be an address.
    fn __repr__(&self) -> String {
        format!("QueueEntry(base={:?}, received='{}')", self.0.curve.base, self.0.received)
    }
}

/// A case in its place.
#[pyclass(frozen, get_all, module = "twoears")]
pub(crate) struct Place {
    /// Its priority at that moment.
    score: f64,
    /// The case.
    entry: Py<PyEntry>,
}

impl Place {
    pub(crate) fn of(py: Python<'_>, score: f64, entry: &Entry) -> PyResult<Self> {
        Ok(Self { score, entry: Py::new(py, PyEntry::of(entry))? })
    }
}

#[pymethods]
impl Place {
    fn __repr__(&self) -> String {
        format!("Place(score={:?})", self.score)
    }
}
