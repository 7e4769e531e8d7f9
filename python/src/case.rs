//! A message that was triaged.

use pyo3::prelude::*;
use pyo3::types::{PyDateTime, PyDict, PyString, PyTuple};
use twoears::json::rounded;
use twoears::json::{self, Drafts};
use twoears::{Case, Label as _, Reply};

use crate::attention::{Attention, Part};
use crate::basis::PyBasis;
use crate::clocks::Clocks;
use crate::convert::{self, datetime, quoted, text as text_of, time, tuple};
use crate::custom::CustomReading;
use crate::draft::{PyDraft, PyLint, PyOffer};
use crate::history::History;
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

    pub(crate) fn case(&self) -> &Case {
        &self.0
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

    /// What the priority is made of.
    #[getter]
    fn priority_parts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, &self.0.decision.parts, Part::of)
    }

    /// Does it need a reply, and why?
    #[getter]
    fn attention(&self) -> Attention {
        Attention::of(&self.0.decision.attention)
    }

    /// When the first reply is due, in UTC; None when no reply is needed.
    #[getter]
    fn respond_by<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDateTime>>> {
        self.0.decision.respond_by.map(|time| datetime(py, time)).transpose()
    }

    /// When the matter should be resolved, in UTC; None when no reply is needed.
    #[getter]
    fn resolve_by<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDateTime>>> {
        self.0.decision.resolve_by.map(|time| datetime(py, time)).transpose()
    }

    /// From when on a holding reply should go out as long as nobody answered, in UTC; None when no reply is needed.
    #[getter]
    fn hold_by<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDateTime>>> {
        self.0.decision.hold_by.map(|time| datetime(py, time)).transpose()
    }

    /// The two clocks: until somebody answers, and until the matter is resolved.
    #[getter]
    fn clocks(&self) -> Clocks {
        Clocks::of(self.0.decision.clocks)
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

    /// What the person who answers may offer, by the settings; no draft promises it.
    #[getter]
    fn offers<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, &self.0.decision.offers, PyOffer::of)
    }

    /// What was before: in the thread, and with the customer over all channels.
    #[getter]
    fn history(&self) -> History {
        History::of(&self.0)
    }

    /// How far the conversation had come; ask it before a draft is sent.
    #[getter]
    fn basis(&self) -> PyBasis {
        PyBasis::of(self.0.basis())
    }

    /// What to send when the answer takes longer than the first response may, also before that is due.
    ///
    /// Empty where a person must write, where nobody need, and where there is nothing to find out. Written at each call.
    fn holding<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let drafts = py.detach(|| self.0.holding());
        tuple(py, &drafts, PyDraft::of)
    }

    /// What the rules object to in a reply to this message that a person or another program wrote; errors first.
    ///
    /// `audience` is `public` or `private`; where the message was written when left out. `done` says what was done for the
    /// customer ("refund"), which the reply may then claim; `earlier` are replies that others got lately; `due` is when the
    /// next word is promised. Raises `InputError` when one of them cannot be read.
    #[pyo3(signature = (reply, *, audience=None, done=None, earlier=None, due=None))]
    fn lint<'py>(
        &self,
        reply: &Bound<'py, PyString>,
        audience: Option<&str>,
        done: Option<Vec<String>>,
        earlier: Option<Vec<String>>,
        due: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        let (py, text) = (reply.py(), text_of(reply)?);
        let (done, earlier) = (done.unwrap_or_default(), earlier.unwrap_or_default());
        let mut given = Reply::new(&text)
            .done(done.iter().map(String::as_str).collect())
            .earlier(earlier.iter().map(String::as_str).collect());
        if let Some(audience) = audience {
            given = given.audience(convert::audience(audience)?);
        }
        if let Some(due) = due {
            given = given.due(time(&due, "due")?);
        }
        let findings = py.detach(|| self.0.lint(given));
        tuple(py, &findings, |finding| PyLint::of(finding, &text))
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
