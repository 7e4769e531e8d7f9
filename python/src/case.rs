//! A message that was triaged.

use pyo3::prelude::*;
use pyo3::types::{PyDateTime, PyDict, PyTuple};
use twoears::json::rounded;
use twoears::json::{self, Drafts};
use twoears::{Case, Label as _};

use crate::convert::{datetime, quoted, tuple};
use crate::custom::CustomReading;
use crate::draft::PyDraft;
use crate::results::{Escalation, Intent, PrivateData, Reason, Scored, Sentiment};
use crate::route::{Route, Window};

/// A message that was triaged: what it means, what to do, and what to say.
///
/// `start` and `end` of everything in it count code points of the original text, as `text[start:end]` does.
#[pyclass(frozen, name = "Case", module = "twoears")]
pub(crate) struct PyCase(Case);

impl PyCase {
    pub(crate) fn new(case: Case) -> Self {
        Self(case)
    }
}

#[pymethods]
impl PyCase {
    /// The caller's id of the message; empty when there is none.
    #[getter]
    fn id(&self) -> &str {
        &self.0.message.id
    }

    /// Which language, by its ISO 639 code; `und` when there is no telling.
    #[getter]
    fn language(&self) -> Scored {
        let language = self.0.reading.language;
        Scored::of(language.label.code(), language.probability)
    }

    /// What it is about.
    #[getter]
    fn intent(&self) -> Intent {
        Intent::of(&self.0.reading.intent)
    }

    /// How soon an answer is needed: `critical`, `high`, `normal` or `low`.
    #[getter]
    fn urgency(&self) -> Scored {
        let urgency = self.0.reading.urgency;
        Scored::of(urgency.label.name(), urgency.probability)
    }

    /// What the writer shows.
    #[getter]
    fn sentiment(&self) -> Sentiment {
        Sentiment::of(&self.0.reading)
    }

    /// Does it need a reply?
    #[getter]
    fn needs_reply(&self) -> bool {
        self.0.reading.needs_reply.label
    }

    /// Personal data in the text, in text order.
    #[getter]
    fn private_data<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, &self.0.reading.private_data, |data| PrivateData::of(data, &self.0.message.text))
    }

    /// Where the answer goes, and how.
    #[getter]
    fn route(&self) -> Route {
        Route::of(&self.0.decision.routing)
    }

    /// Whom it must go to; None when it need not.
    #[getter]
    fn escalate(&self) -> Option<Escalation> {
        self.0.decision.escalate.as_ref().map(Escalation::of)
    }

    /// What happens: `reply`, `private_reply`, `person` or `watch`.
    #[getter]
    fn action(&self) -> &'static str {
        self.0.decision.action.name()
    }

    /// Who answers for it, by the settings; None when they name nobody.
    #[getter]
    fn team(&self) -> Option<&str> {
        self.0.decision.team.as_deref()
    }

    /// The place in the queue: 0 to 100, higher first.
    #[getter]
    fn priority(&self) -> f64 {
        rounded(self.0.decision.priority)
    }

    /// When the first reply is due, in UTC; None when no reply is needed.
    #[getter]
    fn respond_by<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDateTime>>> {
        self.0.decision.respond_by.map(|time| datetime(py, time)).transpose()
    }

    /// The time that the channel gives to answer, or to write in private; None where it gives any.
    #[getter]
    fn window(&self) -> Option<Window> {
        self.0.decision.window.map(Window::of)
    }

    /// Every rule that spoke, with its place in the text.
    #[getter]
    fn reasons<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, &self.0.decision.reasons, |finding| Reason::of(finding, &self.0.message.text))
    }

    /// Suggested replies, best first; written when first asked for.
    ///
    /// Empty where a person must write or nobody need.
    #[getter]
    fn drafts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let drafts = py.detach(|| self.0.drafts());
        tuple(py, drafts, PyDraft::of)
    }

    /// What a person who answers should know: why there is no draft, what to check before sending.
    #[getter]
    fn notes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let notes = py.detach(|| self.0.notes());
        PyTuple::new(py, notes)
    }

    /// What is known, for the person who must take the message; empty where no person must. Part of the notes.
    #[getter]
    fn brief<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.0.brief())
    }

    /// What the organisation's own heads say, by their names.
    #[getter]
    fn custom<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let said = PyDict::new(py);
        for (name, reading) in &self.0.reading.custom {
            said.set_item(&**name, CustomReading::of(reading))?;
        }
        Ok(said)
    }

    /// The name of the model that read it.
    #[getter]
    fn model(&self) -> &str {
        self.0.model()
    }

    /// The case as a JSON line, as the command line tool prints it, without the line end.
    ///
    /// With `drafts=False`, `drafts` and `notes` stay empty, which is several times faster.
    #[pyo3(signature = (*, drafts=true))]
    fn to_json(&self, py: Python<'_>, drafts: bool) -> String {
        let drafts = if drafts { Drafts::Yes } else { Drafts::No };
        py.detach(|| json::line(&self.0, drafts))
    }

    /// The case as plain dicts, lists and values: `json.loads(case.to_json())`.
    #[pyo3(signature = (*, drafts=true))]
    fn to_dict<'py>(&self, py: Python<'py>, drafts: bool) -> PyResult<Bound<'py, PyAny>> {
        py.import("json")?.call_method1("loads", (self.to_json(py, drafts),))
    }

    /// Shows labels, never the text.
    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let (reading, decision) = (&self.0.reading, &self.0.decision);
        let (intent, urgency) = (json::intent_name(&reading.intent), reading.urgency.label.name());
        let (action, priority) = (decision.action.name(), self.priority());
        let id = quoted(py, self.id())?;
        Ok(format!(
            "Case(id={id}, intent='{intent}', urgency='{urgency}', action='{action}', priority={priority:?})"
        ))
    }
}
