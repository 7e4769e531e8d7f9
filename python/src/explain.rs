//! Why a question was answered as it was.

use pyo3::prelude::*;
use pyo3::types::PyTuple;
use twoears::analyze::{Explanation, Weight};
use twoears::json::rounded;

use crate::convert::tuple;

/// Why a question was answered with a label.
#[pyclass(frozen, name = "Explanation", module = "twoears")]
pub(crate) struct PyExplanation {
    /// Which question: `intent`, `urgency`, `sentiment`, `private`, `escalate` or `needs_reply`.
    #[pyo3(get)]
    question: &'static str,
    /// Which label; `yes` for a yes-or-no question.
    #[pyo3(get)]
    label: &'static str,
    /// The learned head's own probability of the label, before rules.
    #[pyo3(get)]
    probability: f64,
    /// What speaks for the label before anything was read.
    #[pyo3(get)]
    bias: f64,
    weights: Vec<PyWeight>,
}

impl PyExplanation {
    pub(crate) fn of(explanation: &Explanation, text: &str) -> Self {
        Self {
            question: explanation.question,
            label: explanation.label,
            probability: rounded(explanation.probability),
            bias: f64::from(explanation.bias),
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

    fn __repr__(&self) -> String {
        let Self { question, label, probability, .. } = self;
        format!("Explanation(question='{question}', label='{label}', probability={probability:?})")
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
