//! Whether an answer is needed, and what the priority is made of: small frozen classes.

use pyo3::prelude::*;
use twoears::Label as _;
use twoears::decide::{Attention as Attends, Part as Adds};
use twoears::json::hundredths;

/// What a message needs, and why.
#[pyclass(frozen, eq, module = "twoears")]
#[derive(PartialEq)]
pub(crate) struct Attention {
    /// What it needs: `reply`, `watch` or `ignore`.
    #[pyo3(get)]
    label: &'static str,
    /// The rule that decided; `model.needs_reply` when the learned head did.
    #[pyo3(get)]
    reason: &'static str,
    says: &'static str,
}

impl Attention {
    pub(crate) fn of(attention: &Attends) -> Self {
        Self { label: attention.handling.name(), reason: attention.reason.0, says: attention.says() }
    }
}

#[pymethods]
impl Attention {
    /// The reason in words for a person.
    fn says(&self) -> &'static str {
        self.says
    }

    fn __repr__(&self) -> String {
        format!("Attention(label='{}', reason='{}')", self.label, self.reason)
    }
}

/// A part of the priority.
#[pyclass(frozen, get_all, eq, module = "twoears")]
#[derive(PartialEq)]
pub(crate) struct Part {
    /// What it is about.
    name: &'static str,
    /// What it adds.
    points: f64,
    /// What it can add at the most.
    most: f64,
}

impl Part {
    pub(crate) fn of(part: &Adds) -> Self {
        Self { name: part.name, points: hundredths(part.points), most: hundredths(part.most) }
    }
}

#[pymethods]
impl Part {
    fn __repr__(&self) -> String {
        format!("Part(name='{}', points={:?}, most={:?})", self.name, self.points, self.most)
    }
}
