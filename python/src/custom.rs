//! Labels of the organisation's own, from and to Python.

use std::path::{Path, PathBuf};

use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyList, PyMapping, PyString, PyTuple};
use twoears::json::rounded;
use twoears::{CustomHead, CustomLearned, Example, Journal};

use crate::convert::{kind, quoted, text, tuple};
use crate::error::{InputError, ModelError, raise_for};

/// A head with labels of your own, as `Desk.learn` makes it.
#[pyclass(frozen, name = "CustomHead", module = "twoears")]
pub(crate) struct PyCustomHead {
    head: CustomHead,
    held_out: Option<HeldOut>,
}

/// What a head gets right on examples that were held out.
#[pyclass(frozen, get_all, eq, module = "twoears")]
#[derive(Clone, PartialEq)]
pub(crate) struct HeldOut {
    /// The share whose best label is right.
    accuracy: f64,
    /// The share whose conformal set holds the right label.
    covered: f64,
    /// Labels in a conformal set, on average.
    set_size: f64,
    /// Examples that were held out in turn.
    examples: u32,
}

#[pymethods]
impl HeldOut {
    fn __repr__(&self) -> String {
        format!("HeldOut(accuracy={:?}, examples={})", self.accuracy, self.examples)
    }
}

impl PyCustomHead {
    pub(crate) fn of(head: CustomHead) -> Self {
        Self { head, held_out: None }
    }

    pub(crate) fn learned(learned: CustomLearned) -> Self {
        let held = learned.held_out;
        let held_out = HeldOut {
            accuracy: rounded(held.accuracy),
            covered: rounded(held.covered),
            set_size: rounded(held.set_size),
            examples: held.examples,
        };
        Self { head: learned.head, held_out: Some(held_out) }
    }

    pub(crate) fn head(&self) -> &CustomHead {
        &self.head
    }
}

#[pymethods]
impl PyCustomHead {
    /// A head from its file.
    ///
    /// Raises `ModelError` when the file cannot be read or is no such head.
    #[staticmethod]
    #[expect(clippy::needless_pass_by_value, reason = "arguments from Python are owned")]
    fn load(py: Python<'_>, path: PathBuf) -> PyResult<Self> {
        py.detach(|| load(&path)).map(Self::of)
    }

    /// What it is called.
    #[getter]
    fn name(&self) -> &str {
        self.head.name()
    }

    /// Its labels.
    #[getter]
    fn labels<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, self.head.labels(), ToString::to_string)
    }

    /// How good it is on examples that were held out; None for a head from a file.
    #[getter]
    fn held_out(&self) -> Option<HeldOut> {
        self.held_out.clone()
    }

    /// Writes its file.
    ///
    /// Raises `OSError` when the file cannot be written.
    fn save(&self, py: Python<'_>, path: PathBuf) -> PyResult<()> {
        Ok(py.detach(|| std::fs::write(path, self.head.to_bytes()))?)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let labels = self.head.labels().len();
        Ok(format!("CustomHead(name={}, labels={labels})", quoted(py, self.name())?))
    }
}

/// What a head of your own says of a message.
#[pyclass(frozen, eq, module = "twoears")]
#[derive(PartialEq)]
pub(crate) struct CustomReading {
    /// The answer.
    #[pyo3(get)]
    label: String,
    /// Calibrated probability that the answer is right, 0 to 1.
    #[pyo3(get)]
    probability: f64,
    /// How little the message looks like any of the labels, 0 to 1; one half is passed by one in twenty examples.
    #[pyo3(get)]
    out_of_scope: f64,
    alternatives: Vec<(String, f64)>,
    set: Vec<String>,
}

impl CustomReading {
    pub(crate) fn of(said: &twoears::CustomReading) -> Self {
        let pair = |(label, share): &(std::sync::Arc<str>, f32)| (label.to_string(), rounded(*share));
        Self {
            label: said.label.to_string(),
            probability: rounded(said.probability),
            out_of_scope: rounded(said.out_of_scope),
            alternatives: said.alternatives.iter().map(pair).collect(),
            set: said.set.iter().map(ToString::to_string).collect(),
        }
    }
}

#[pymethods]
impl CustomReading {
    /// The next best labels with their probabilities, most probable first.
    #[getter]
    fn alternatives<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, &self.alternatives, Clone::clone)
    }

    /// Labels that hold the right one at the head's stated error rate (conformal).
    #[getter]
    fn set<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, &self.set)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("CustomReading(label={}, probability={:?})", quoted(py, &self.label)?, self.probability))
    }
}

/// Where a head comes from.
#[derive(FromPyObject)]
pub(crate) enum Head<'py> {
    Learned(PyRef<'py, PyCustomHead>),
    File(PathBuf),
}

/// What a desk gets of its organisation's own.
#[derive(Default)]
pub(crate) struct Own {
    pub(crate) heads: Vec<CustomHead>,
    pub(crate) journal: Option<Journal>,
}

impl Own {
    pub(crate) fn of(py: Python<'_>, heads: Vec<Head<'_>>, journal: Option<&str>) -> PyResult<Self> {
        let mut own = Self::default();
        for head in heads {
            own.heads.push(match head {
                Head::Learned(head) => head.head.clone(),
                Head::File(path) => py.detach(|| load(&path))?,
            });
        }
        let journal = journal.map(|json| py.detach(|| Journal::from_json(json))).transpose();
        own.journal = journal.map_err(|error| raise_for("", error))?;
        Ok(own)
    }
}

fn load(path: &Path) -> PyResult<CustomHead> {
    let place = path.display().to_string();
    let bytes = twoears::read_capped(path, twoears::custom::MOST_BYTES as u64)
        .map_err(|error| ModelError::new_err(format!("{place}: {error}")))?;
    CustomHead::from_bytes(bytes).map_err(|error| raise_for(&place, error))
}

/// Examples from an iterable of pairs or mappings.
pub(crate) fn examples(from: &Bound<'_, PyAny>, name: &str) -> PyResult<Vec<Example>> {
    let mut examples = Vec::new();
    for (place, item) in from.try_iter()?.enumerate() {
        let item = item?;
        let wrong = |what: &str| InputError::new_err(format!("example {place}: {what}"));
        let (said, label) = if let Ok(map) = item.cast::<PyMapping>() {
            let key = if map.contains(name)? { name } else { "label" };
            if !map.contains("text")? || !map.contains(key)? {
                return Err(wrong(&format!("needs `text`, and `{name}` or `label`")));
            }
            (map.get_item("text")?, map.get_item(key)?)
        } else if let Ok(pair) = item.extract::<(Bound<'_, PyAny>, Bound<'_, PyAny>)>() {
            pair
        } else {
            return Err(wrong("is neither a (text, label) pair nor a mapping"));
        };
        let string = |value: &Bound<'_, PyAny>, key: &str| -> PyResult<String> {
            let found = value.cast::<PyString>();
            text(found.map_err(|_| wrong(&format!("`{key}` must be text, not {}", kind(value))))?)
        };
        let labels = match label.cast::<PyList>() {
            Ok(list) => list.iter().map(|label| string(&label, "label")).collect::<PyResult<Vec<_>>>()?,
            Err(_) => vec![string(&label, "label")?],
        };
        examples.push(Example { text: string(&said, "text")?, labels });
    }
    Ok(examples)
}

/// The labels of a correction.
pub(crate) fn labels(from: &Bound<'_, PyDict>) -> PyResult<Vec<(String, String)>> {
    let mut labels = Vec::new();
    for (question, label) in from {
        let question: String = question.extract()?;
        let label = if label.is_instance_of::<PyBool>() {
            if label.is_truthy()? { "yes" } else { "no" }.to_owned()
        } else {
            let found = label.cast::<PyString>();
            text(found.map_err(|_| {
                InputError::new_err(format!("`{question}` must be text, not {}", kind(&label)))
            })?)?
        };
        labels.push((question, label));
    }
    Ok(labels)
}
