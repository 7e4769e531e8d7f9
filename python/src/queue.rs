//! Open cases in order of priority, as time passes.

use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDateTime};
use twoears::Queue;
use twoears::queue::Entry;

use crate::convert::{datetime, now as now_of, time};
use crate::entry::{CaseOrEntry, Place, PyEntry};
use crate::error::InputError;

/// Open cases in order of priority, as time passes: highest first, then due soonest, received first, and by id. It holds no words.
///
/// Any thread may use it. `snapshot` and `Queue.restore` keep it; it can be pickled.
///
/// >>> nine, ten = "2026-11-23T09:00:00Z", "2026-11-23T10:00:00Z"
/// >>> queue = Queue()
/// >>> queue.insert(QueueEntry("steady", received=nine, base=35))
/// >>> queue.insert(QueueEntry("waiting", received=nine, base=32, ramps=[(nine, ten, 10)]))
/// >>> for place in queue.top(2, ten):
/// ...     print(place.entry.id, place.score)
/// waiting 42.0
/// steady 35.0
#[pyclass(frozen, name = "Queue", module = "twoears")]
pub(crate) struct PyQueue(Mutex<Queue>);

impl PyQueue {
    // Never waited for while the interpreter is held: another thread may work on it.
    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn listed(
        &self,
        py: Python<'_>,
        now: Timestamp,
        list: for<'a> fn(&'a Queue, Timestamp) -> Vec<&'a Entry>,
    ) -> Vec<PyEntry> {
        py.detach(|| list(&self.queue(), now).into_iter().map(PyEntry::of).collect())
    }
}

#[pymethods]
impl PyQueue {
    #[new]
    fn new() -> Self {
        Self(Mutex::default())
    }

    /// The queue of a snapshot. Raises `InputError` when the bytes are none; the error names the line and never quotes it.
    #[staticmethod]
    fn restore(py: Python<'_>, snapshot: &[u8]) -> PyResult<Self> {
        let queue = py.detach(|| Queue::restore(snapshot));
        queue.map(|queue| Self(Mutex::new(queue))).map_err(|error| InputError::new_err(error.to_string()))
    }

    /// All cases as bytes: the same cases give the same bytes. They hold the ids; keep them as you keep those.
    fn snapshot<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let bytes = py.detach(|| self.queue().snapshot());
        Ok(PyBytes::new(py, &bytes.map_err(|error| InputError::new_err(error.to_string()))?))
    }

    /// Puts a `Case` or a `QueueEntry` in, and gives back the one of the same id that it replaces; None when there was none.
    ///
    /// `id` names a case; the message's own id when left out. Raises `InputError` when a case has neither.
    #[pyo3(signature = (case, *, id=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments from Python are owned")]
    fn insert(&self, py: Python<'_>, case: CaseOrEntry<'_>, id: Option<String>) -> PyResult<Option<PyEntry>> {
        let entry = case.entry(id)?;
        Ok(py.detach(|| self.queue().insert(entry)).as_ref().map(PyEntry::of))
    }

    /// Puts new values in for a case that is there, and gives back the old ones; nothing happens when it is not there.
    #[pyo3(signature = (case, *, id=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments from Python are owned")]
    fn update(&self, py: Python<'_>, case: CaseOrEntry<'_>, id: Option<String>) -> PyResult<Option<PyEntry>> {
        let entry = case.entry(id)?;
        Ok(py.detach(|| self.queue().update(entry)).as_ref().map(PyEntry::of))
    }

    /// Takes a case out; None when it is not there.
    fn remove(&self, py: Python<'_>, id: &str) -> Option<PyEntry> {
        py.detach(|| self.queue().remove(id)).as_ref().map(PyEntry::of)
    }

    /// The case of that id; None when it is not there.
    fn get(&self, py: Python<'_>, id: &str) -> Option<PyEntry> {
        py.detach(|| self.queue().get(id).map(PyEntry::of))
    }

    /// The first `count` cases at a moment, in order, with their scores; the current time when left out.
    #[pyo3(signature = (count, now=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments from Python are owned")]
    fn top(&self, py: Python<'_>, count: usize, now: Option<Bound<'_, PyAny>>) -> PyResult<Vec<Place>> {
        let now = now_of(now.as_ref())?;
        let first = |queue: &mut Queue| -> Vec<(f64, Entry)> {
            queue.top(count, now).into_iter().map(|place| (place.score, place.entry.clone())).collect()
        };
        let first = py.detach(|| first(&mut self.queue()));
        first.iter().map(|(score, entry)| Place::of(py, *score, entry)).collect()
    }

    /// The cases for which a holding reply is wanted at a moment, longest wanted first; the current time when left out.
    #[pyo3(signature = (now=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments from Python are owned")]
    fn holding(&self, py: Python<'_>, now: Option<Bound<'_, PyAny>>) -> PyResult<Vec<PyEntry>> {
        Ok(self.listed(py, now_of(now.as_ref())?, Queue::holding))
    }

    /// The cases due before a moment, soonest due first.
    fn due_before(&self, moment: &Bound<'_, PyAny>) -> PyResult<Vec<PyEntry>> {
        Ok(self.listed(moment.py(), time(moment, "moment")?, Queue::due_before))
    }

    /// The soonest moment at which a case is due, past or future, in UTC; None when none is.
    #[getter]
    fn next_due<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDateTime>>> {
        py.detach(|| self.queue().next_due()).map(|time| datetime(py, time)).transpose()
    }

    fn __len__(&self, py: Python<'_>) -> usize {
        py.detach(|| self.queue().len())
    }

    fn __contains__(&self, py: Python<'_>, id: &str) -> bool {
        py.detach(|| self.queue().get(id).is_some())
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyBytes>,))> {
        let py = slf.py();
        Ok((py.get_type::<Self>().getattr("restore")?, (slf.get().snapshot(py)?,)))
    }

    /// Shows how many, never which.
    fn __repr__(&self, py: Python<'_>) -> String {
        format!("Queue({} cases)", self.__len__(py))
    }
}
