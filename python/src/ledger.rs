//! Promises with their owners and times.

use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use pyo3::prelude::*;
use twoears::ledger::Entry;
use twoears::{Label, Ledger};

use crate::convert::{now as now_of, time};
use crate::error::InputError;
use crate::history::Promised;

/// The ledger of promises: who does what by when, and whether it was done. You keep it: `to_json`, `Ledger.from_json`, or pickle.
///
/// Times are datetimes with a time zone or RFC 3339 text, the current time when left out. Any thread may use it.
///
/// >>> ledger = Ledger()
/// >>> nine, two, six = (f"2026-11-23T{hour}:00:00Z" for hour in ("09", 14, 18))
/// >>> number = ledger.promise("Mia", "find the parcel", made_at=nine, due=two, thread_id="t1")
/// >>> owed = [promised.to_dict() for promised in ledger.of_thread("t1", six)]
/// >>> case = Desk().triage("Where is it?", contact={"promises": owed}, now=six)
/// >>> case.history.promises[0].state, ledger.keep(number, six)
/// ('broken', 'kept_late')
#[pyclass(frozen, name = "Ledger", module = "twoears")]
pub(crate) struct PyLedger(Mutex<Ledger>);

impl PyLedger {
    // Never waited for while the interpreter is held: another thread may work on it.
    fn ledger(&self) -> MutexGuard<'_, Ledger> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[expect(clippy::needless_pass_by_value, reason = "an error on its way to another")]
fn refuse(error: impl ToString) -> PyErr {
    InputError::new_err(error.to_string())
}

fn shown<'a>(entries: impl Iterator<Item = &'a Entry>, now: Timestamp) -> Vec<Promised> {
    entries.map(|entry| Promised::of(entry.clone(), now)).collect()
}

#[pymethods]
impl PyLedger {
    #[new]
    fn new() -> Self {
        Self(Mutex::default())
    }

    /// From what `to_json` gave. Raises `InputError` when it is none, or of a newer version.
    #[staticmethod]
    fn from_json(py: Python<'_>, json: &str) -> PyResult<Self> {
        let ledger = py.detach(|| Ledger::from_json(json)).map_err(refuse)?;
        Ok(Self(Mutex::new(ledger)))
    }

    /// The ledger as JSON, with a version.
    fn to_json(&self, py: Python<'_>) -> String {
        py.detach(|| self.ledger().to_json())
    }

    /// Writes a promise down and gives its number.
    ///
    /// Raises `InputError` when it has no owner or no action, is due before it is made, or the ledger is full.
    #[pyo3(signature = (owner, action, *, due, made_at=None, message_id=None, thread_id=None))]
    #[expect(clippy::too_many_arguments, reason = "each is a keyword in Python")]
    #[expect(clippy::needless_pass_by_value, reason = "arguments from Python are owned")]
    fn promise(
        &self,
        py: Python<'_>,
        owner: String,
        action: String,
        due: Bound<'_, PyAny>,
        made_at: Option<Bound<'_, PyAny>>,
        message_id: Option<String>,
        thread_id: Option<String>,
    ) -> PyResult<u64> {
        let (made_at, due) = (now_of(made_at.as_ref())?, time(&due, "due")?);
        let entry = Entry { message_id, thread_id, ..Entry::new(owner, action, made_at, due) };
        py.detach(|| self.ledger().promise(entry)).map_err(refuse)
    }

    /// Notes that a promise was kept, and gives its state: `kept` or `kept_late`.
    ///
    /// Raises `InputError` when there is no such promise, it was made after that, or it was withdrawn.
    #[pyo3(signature = (id, at=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments from Python are owned")]
    fn keep(&self, py: Python<'_>, id: u64, at: Option<Bound<'_, PyAny>>) -> PyResult<&'static str> {
        let at = now_of(at.as_ref())?;
        py.detach(|| self.ledger().keep(id, at)).map(Label::name).map_err(refuse)
    }

    /// Notes that a promise was taken back in time, the customer knowing: `withdrawn`.
    ///
    /// Raises `InputError` when there is no such promise, it was made after that, kept, or is broken.
    #[pyo3(signature = (id, at=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments from Python are owned")]
    fn withdraw(&self, py: Python<'_>, id: u64, at: Option<Bound<'_, PyAny>>) -> PyResult<&'static str> {
        let at = now_of(at.as_ref())?;
        py.detach(|| self.ledger().withdraw(id, at)).map(Label::name).map_err(refuse)
    }

    /// Those that are open at a moment, the soonest due first.
    #[pyo3(signature = (now=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments from Python are owned")]
    fn open(&self, py: Python<'_>, now: Option<Bound<'_, PyAny>>) -> PyResult<Vec<Promised>> {
        let now = now_of(now.as_ref())?;
        Ok(py.detach(|| shown(self.ledger().open(now), now)))
    }

    /// Those that are broken at a moment, the longest overdue first.
    #[pyo3(signature = (now=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments from Python are owned")]
    fn broken(&self, py: Python<'_>, now: Option<Bound<'_, PyAny>>) -> PyResult<Vec<Promised>> {
        let now = now_of(now.as_ref())?;
        Ok(py.detach(|| shown(self.ledger().broken(now), now)))
    }

    /// The promises made in a conversation, oldest first, as they stand at a moment.
    #[pyo3(signature = (thread_id, now=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments from Python are owned")]
    fn of_thread(
        &self,
        py: Python<'_>,
        thread_id: &str,
        now: Option<Bound<'_, PyAny>>,
    ) -> PyResult<Vec<Promised>> {
        let now = now_of(now.as_ref())?;
        Ok(py.detach(|| shown(self.ledger().of_thread(thread_id), now)))
    }

    /// Takes out what was kept or withdrawn before a moment, oldest first. What is open or broken stays.
    fn take_settled(&self, moment: &Bound<'_, PyAny>) -> PyResult<Vec<Promised>> {
        let moment_of = time(moment, "moment")?;
        let taken = moment.py().detach(|| self.ledger().take_settled(moment_of));
        Ok(shown(taken.iter(), moment_of))
    }

    fn __len__(&self, py: Python<'_>) -> usize {
        py.detach(|| self.ledger().len())
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        let py = slf.py();
        Ok((py.get_type::<Self>().getattr("from_json")?, (slf.get().to_json(py),)))
    }

    /// Shows how many, never what.
    fn __repr__(&self, py: Python<'_>) -> String {
        format!("Ledger({} promises)", self.__len__(py))
    }
}
