//! What a case is made of: small frozen classes.

use pyo3::prelude::*;
use pyo3::types::PyTuple;
use twoears::decide::Escalation as Escalates;
use twoears::json::{self, rounded};
use twoears::{Finding, Label, Ranked, Reading};

use crate::convert::{quoted, tuple};

/// A label and how sure the model is of it.
#[pyclass(frozen, get_all, eq, module = "twoears")]
#[derive(PartialEq)]
pub(crate) struct Scored {
    /// The answer.
    label: &'static str,
    /// Calibrated probability that the answer is right, 0 to 1.
    probability: f64,
}

impl Scored {
    pub(crate) fn of(label: &'static str, probability: f32) -> Self {
        Self { label, probability: rounded(probability) }
    }
}

#[pymethods]
impl Scored {
    fn __repr__(&self) -> String {
        format!("Scored(label='{}', probability={:?})", self.label, self.probability)
    }
}

/// What a message is about, with the runners-up.
#[pyclass(frozen, eq, module = "twoears")]
#[derive(PartialEq)]
pub(crate) struct Intent {
    /// The answer.
    #[pyo3(get)]
    label: &'static str,
    /// Calibrated probability that the answer is right, 0 to 1.
    #[pyo3(get)]
    probability: f64,
    alternatives: Vec<(&'static str, f64)>,
    set: Vec<&'static str>,
}

impl Intent {
    pub(crate) fn of(ranked: &Ranked<twoears::Intent>) -> Self {
        Self {
            label: json::intent_name(ranked),
            probability: rounded(ranked.probability),
            alternatives: ranked
                .alternatives
                .iter()
                .map(|(label, share)| (label.name(), rounded(*share)))
                .collect(),
            set: ranked.set.iter().map(|label| label.name()).collect(),
        }
    }
}

#[pymethods]
impl Intent {
    /// The next best labels with their probabilities, most probable first.
    #[getter]
    fn alternatives<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, &self.alternatives, |pair| *pair)
    }

    /// Labels that hold the right one at the model's stated error rate (conformal).
    #[getter]
    fn set<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, &self.set)
    }

    fn __repr__(&self) -> String {
        format!("Intent(label='{}', probability={:?})", self.label, self.probability)
    }
}

/// What the writer shows.
#[pyclass(frozen, get_all, eq, module = "twoears")]
#[derive(PartialEq)]
pub(crate) struct Sentiment {
    /// The answer.
    label: &'static str,
    /// Calibrated probability that the answer is right, 0 to 1.
    probability: f64,
    /// From -1, very negative, to 1, very positive.
    score: f64,
}

impl Sentiment {
    pub(crate) fn of(reading: &Reading) -> Self {
        Self {
            label: reading.sentiment.label.name(),
            probability: rounded(reading.sentiment.probability),
            score: rounded(reading.sentiment_score),
        }
    }
}

#[pymethods]
impl Sentiment {
    fn __repr__(&self) -> String {
        let Self { label, probability, score } = self;
        format!("Sentiment(label='{label}', probability={probability:?}, score={score:?})")
    }
}

/// Personal data in the text: what kind and where, never the value.
#[pyclass(frozen, get_all, eq, module = "twoears")]
#[derive(PartialEq)]
pub(crate) struct PrivateData {
    /// What kind: `card`, `email`, `phone` …
    kind: &'static str,
    /// The first code point of the original text.
    start: usize,
    /// One past the last code point.
    end: usize,
}

impl PrivateData {
    pub(crate) fn of(data: &twoears::PrivateData, text: &str) -> Self {
        let (start, end) = data.span.code_points(text);
        Self { kind: data.kind.name(), start, end }
    }
}

#[pymethods]
impl PrivateData {
    fn __repr__(&self) -> String {
        format!("PrivateData(kind='{}', start={}, end={})", self.kind, self.start, self.end)
    }
}

/// A trained person must take the message.
#[pyclass(frozen, get_all, eq, module = "twoears")]
#[derive(PartialEq)]
pub(crate) struct Escalation {
    /// The person or role of the settings.
    to: String,
    /// The rule that decided; `model.escalate` when the learned head did.
    reason: &'static str,
    /// For what: `safety`, `self_harm`, `legal` ...; `other` when the learned head decided.
    matter: &'static str,
}

impl Escalation {
    pub(crate) fn of(escalation: &Escalates) -> Self {
        Self { to: escalation.to.clone(), reason: escalation.reason.0, matter: escalation.matter.name() }
    }
}

#[pymethods]
impl Escalation {
    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let to = quoted(py, &self.to)?;
        Ok(format!("Escalation(to={to}, reason='{}', matter='{}')", self.reason, self.matter))
    }
}

/// A rule that spoke, and where.
#[pyclass(frozen, get_all, eq, module = "twoears")]
#[derive(PartialEq)]
pub(crate) struct Reason {
    /// The stable name of the rule.
    rule: &'static str,
    /// The first code point of the original text; None when the whole message is meant.
    start: Option<usize>,
    /// One past the last code point.
    end: Option<usize>,
}

impl Reason {
    pub(crate) fn of(finding: &Finding, text: &str) -> Self {
        let place = finding.span.map(|span| span.code_points(text));
        Self { rule: finding.rule.0, start: place.map(|place| place.0), end: place.map(|place| place.1) }
    }
}

#[pymethods]
impl Reason {
    fn __repr__(&self) -> String {
        match (self.start, self.end) {
            (Some(start), Some(end)) => format!("Reason(rule='{}', start={start}, end={end})", self.rule),
            _ => format!("Reason(rule='{}', start=None, end=None)", self.rule),
        }
    }
}
