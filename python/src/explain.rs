//! Why a question was answered as it was.

use pyo3::prelude::*;
use pyo3::types::PyTuple;
use twoears::analyze::{Explanation, Weight, Without};
use twoears::json::rounded;

use crate::convert::tuple;

/// Why a question was answered with a label.
#[pyclass(frozen, name = "Explanation", module = "twoears")]
pub(crate) struct PyExplanation {
    /// Which question: `intent`, `urgency`, `sentiment`, `private`, `escalate` or `needs_reply`.
    #[pyo3(get)]
    question: &'static str,
    /// The answer, as the case gives it; `yes` or `no` for a yes-or-no question.
    #[pyo3(get)]
    label: &'static str,
    /// The answer's probability, as the case gives it.
    #[pyo3(get)]
    probability: f64,
    /// The probability of this answer by the learned head alone, before rules.
    #[pyo3(get)]
    by_head: f64,
    /// What speaks for the answer before anything was read.
    #[pyo3(get)]
    bias: f64,
    /// The shortest part of the text without which the answer is another; None when no single part decides.
    #[pyo3(get)]
    without: Option<PyWithout>,
    weights: Vec<PyWeight>,
    rules: Vec<&'static str>,
}

impl PyExplanation {
    pub(crate) fn of(explanation: &Explanation, text: &str) -> Self {
        Self {
            question: explanation.question,
            label: explanation.label,
            probability: rounded(explanation.probability),
            by_head: rounded(explanation.by_head),
            bias: f64::from(explanation.bias),
            without: explanation.without.map(|without| PyWithout::of(without, text)),
            rules: explanation.rules.iter().map(|finding| finding.rule.0).collect(),
            weights: explanation.weights.iter().map(|weight| PyWeight::of(weight, text)).collect(),
        }
    }
}

#[pymethods]
impl PyExplanation {
    /// Words and signals, the strongest first; their weights and the bias add up to the score.
    #[getter]
    fn weights<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, &self.weights, PyWeight::clone)
    }

    /// The rules whose claim on this question was believed.
    #[getter]
    fn rules<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, &self.rules)
    }

    fn __repr__(&self) -> String {
        let Self { question, label, probability, .. } = self;
        format!("Explanation(question='{question}', label='{label}', probability={probability:?})")
    }
}

/// What the answer is when a part of the text is not there.
#[pyclass(frozen, get_all, eq, name = "Without", module = "twoears")]
#[derive(Clone, PartialEq)]
pub(crate) struct PyWithout {
    /// The first code point of the part, in the original text.
    start: usize,
    /// One past the last code point.
    end: usize,
    /// The answer without it.
    label: &'static str,
    /// That answer's probability.
    probability: f64,
}

impl PyWithout {
    fn of(without: Without, text: &str) -> Self {
        let (start, end) = without.span.code_points(text);
        Self { start, end, label: without.label, probability: rounded(without.probability) }
    }
}

#[pymethods]
impl PyWithout {
    fn __repr__(&self) -> String {
        let Self { start, end, label, probability } = self;
        format!("Without(start={start}, end={end}, label='{label}', probability={probability:?})")
    }
}

/// How much a word of the message, or a signal, spoke for a label.
#[pyclass(frozen, get_all, eq, name = "Weight", module = "twoears")]
#[derive(Clone, PartialEq)]
pub(crate) struct PyWeight {
    /// The first code point of the original text; None for a signal of the whole message.
    start: Option<usize>,
    /// One past the last code point.
    end: Option<usize>,
    /// The signal's name; None for a word.
    signal: Option<String>,
    /// What it adds to the label's score, against the mean of the question's labels.
    weight: f64,
}

impl PyWeight {
    fn of(weight: &Weight, text: &str) -> Self {
        let place = weight.span.map(|span| span.code_points(text));
        Self {
            start: place.map(|place| place.0),
            end: place.map(|place| place.1),
            signal: weight.signal.clone(),
            weight: f64::from(weight.weight),
        }
    }
}

#[pymethods]
impl PyWeight {
    fn __repr__(&self) -> String {
        let what = match (&self.signal, self.start, self.end) {
            (Some(signal), ..) => format!("signal='{signal}'"),
            (None, Some(start), Some(end)) => format!("start={start}, end={end}"),
            (None, ..) => "start=None, end=None".to_owned(),
        };
        format!("Weight({what}, weight={:.4})", self.weight)
    }
}
