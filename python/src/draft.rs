//! Suggested replies.

use pyo3::prelude::*;
use pyo3::types::{PyDateTime, PyTuple};
use twoears::Draft;

use crate::convert::{datetime, name, quoted, tuple};

/// A suggested reply. It is never sent by itself: a person reads it first.
#[pyclass(frozen, name = "Draft", module = "twoears")]
pub(crate) struct PyDraft(Draft);

impl PyDraft {
    pub(crate) fn of(draft: &Draft) -> Self {
        Self(draft.clone())
    }

    pub(crate) fn draft(&self) -> &Draft {
        &self.0
    }
}

#[pymethods]
impl PyDraft {
    /// Who will read it: `public` or `private`.
    #[getter]
    fn audience(&self) -> String {
        name(self.0.audience)
    }

    /// May it be sent as it is, once a person has read it? False for the words that the settings approve for a crisis.
    #[getter]
    fn sendable(&self) -> bool {
        self.0.sendable
    }

    /// The text to send.
    #[getter]
    fn text(&self) -> &str {
        &self.0.text
    }

    /// How much of the channel's limit it uses, counted as the channel counts.
    #[getter]
    fn length(&self) -> u32 {
        self.0.length.used
    }

    /// The most that the channel takes.
    #[getter]
    fn limit(&self) -> u32 {
        self.0.length.limit
    }

    /// What both are counted in: `weighted`, `graphemes`, `mastodon`, `chars`, `utf8` or `gsm7`.
    #[getter]
    fn unit(&self) -> String {
        name(self.0.length.unit)
    }

    /// What to look at before sending; empty when nothing is wrong.
    #[getter]
    fn lint<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, &self.0.lint, |finding| PyLint { rule: finding.rule.0, says: finding.says.clone() })
    }

    /// The article of the knowledge base that the answer comes from; None when it comes from none.
    #[getter]
    fn source(&self) -> Option<&str> {
        self.0.source.as_deref()
    }

    /// What it promises: who finds out, and by when the customer hears again; None when it promises nothing.
    #[getter]
    fn promise(&self, py: Python<'_>) -> PyResult<Option<PyPromise>> {
        let of = |promise: &twoears::Promise| {
            Ok(PyPromise { owner: promise.owner.clone(), due: datetime(py, promise.due)?.unbind() })
        };
        self.0.promise.as_ref().map(of).transpose()
    }

    /// A word to the person who sends it.
    #[getter]
    fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// Shows how long it is, never what it says.
    fn __repr__(&self) -> String {
        let (audience, unit) = (self.audience(), self.unit());
        let (length, limit) = (self.length(), self.limit());
        format!("Draft(audience='{audience}', length={length}, limit={limit}, unit='{unit}')")
    }
}

/// What a draft promises.
#[pyclass(frozen, get_all, name = "Promise", module = "twoears")]
pub(crate) struct PyPromise {
    /// The team of the settings that finds out; None when whoever sends the draft does.
    owner: Option<String>,
    /// The latest moment of the next word to the customer: a datetime in UTC.
    due: Py<PyDateTime>,
}

#[pymethods]
impl PyPromise {
    /// Shows that there is an owner, and when it is due.
    fn __repr__(&self) -> String {
        format!("Promise(owner={}, due={})", if self.owner.is_some() { "'…'" } else { "None" }, self.due)
    }
}

/// Something to look at in a draft before it is sent.
#[pyclass(frozen, get_all, eq, name = "Lint", module = "twoears")]
#[derive(PartialEq)]
pub(crate) struct PyLint {
    /// The stable name of the rule.
    rule: &'static str,
    /// What is wrong, in words for a person.
    says: String,
}

#[pymethods]
impl PyLint {
    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Lint(rule='{}', says={})", self.rule, quoted(py, &self.says)?))
    }
}
