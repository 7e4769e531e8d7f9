//! Suggested replies.

use pyo3::prelude::*;
use pyo3::types::{PyDateTime, PyTuple};
use twoears::decide::Offer;
use twoears::{Draft, LintFinding};

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

    /// How much it says: `full`, `short`, or `holding` where the answer is not there yet.
    #[getter]
    fn form(&self) -> String {
        name(self.0.form)
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
        tuple(py, &self.0.lint, |finding| PyLint::of(finding, &self.0.text))
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

/// Something to look at in a reply before it is sent.
#[pyclass(frozen, get_all, eq, name = "Lint", module = "twoears")]
#[derive(PartialEq)]
pub(crate) struct PyLint {
    /// The stable name of the rule.
    rule: &'static str,
    /// How grave it is: `error` or `warning`.
    severity: &'static str,
    /// First code point of the reply that is meant; None, together with `end`, when the whole reply is.
    start: Option<usize>,
    /// One past the last code point.
    end: Option<usize>,
    /// What is wrong, in words for a person.
    says: String,
    /// What would mend it: `(start, end, text)`; None where that cannot be said.
    fix: Option<(usize, usize, String)>,
}

impl PyLint {
    pub(crate) fn of(finding: &LintFinding, reply: &str) -> Self {
        let place = finding.span.map(|span| span.code_points(reply));
        let fix = finding.fix.as_ref().map(|fix| {
            let (start, end) = fix.span.code_points(reply);
            (start, end, fix.text.clone())
        });
        Self {
            rule: finding.rule.0,
            severity: finding.severity.name(),
            start: place.map(|place| place.0),
            end: place.map(|place| place.1),
            says: finding.says.clone(),
            fix,
        }
    }
}

#[pymethods]
impl PyLint {
    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!(
            "Lint(rule='{}', severity='{}', says={})",
            self.rule,
            self.severity,
            quoted(py, &self.says)?
        ))
    }
}

/// What the person who answers may offer, by the settings; no draft promises it.
#[pyclass(frozen, get_all, eq, name = "Offer", module = "twoears")]
#[derive(PartialEq)]
pub(crate) struct PyOffer {
    /// Its short name in the settings.
    name: String,
    /// What may be offered, in words for a person.
    says: String,
}

impl PyOffer {
    pub(crate) fn of(offer: &Offer) -> Self {
        Self { name: offer.name.clone(), says: offer.says.clone() }
    }
}

#[pymethods]
impl PyOffer {
    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Offer(name={}, says={})", quoted(py, &self.name)?, quoted(py, &self.says)?))
    }
}
