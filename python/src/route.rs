//! Where an answer goes, which other route there is, and how much time the channel gives.

use jiff::Timestamp;
use pyo3::prelude::*;
use pyo3::types::{PyDateTime, PyTuple};
use twoears::Label;
use twoears::decide::{Fallback as OtherRoute, Routing, Window as Times};
use twoears::json::rounded;

use crate::convert::datetime;

/// Where the answer goes, and how.
#[pyclass(frozen, eq, module = "twoears")]
#[derive(PartialEq)]
pub(crate) struct Route {
    /// `public`, `private` or `none`.
    #[pyo3(get)]
    label: &'static str,
    /// Calibrated probability that the answer is right, 0 to 1.
    #[pyo3(get)]
    probability: f64,
    /// The way into private, when it goes there and one is not known to be closed.
    #[pyo3(get)]
    mechanism: Option<&'static str>,
    /// A link that opens a private conversation, where the channel has one and the settings allow it.
    #[pyo3(get)]
    link: Option<String>,
    /// What to check before the mechanism is used, why there is none, or that the time to answer is up.
    #[pyo3(get)]
    note: Option<String>,
    fallback: Option<Fallback>,
    reasons: Vec<&'static str>,
}

impl Route {
    pub(crate) fn of(routing: &Routing) -> Self {
        Self {
            label: routing.route.label.name(),
            probability: rounded(routing.route.probability),
            mechanism: routing.mechanism.map(Label::name),
            link: routing.link.clone(),
            note: routing.note.clone(),
            fallback: routing.fallback.as_ref().map(Fallback::of),
            reasons: routing.reasons.iter().map(|rule| rule.0).collect(),
        }
    }
}

#[pymethods]
impl Route {
    /// The best other route, where the channel's own way into private is closed or the customer has to open it.
    #[getter]
    fn fallback(&self) -> Option<Fallback> {
        self.fallback.clone()
    }

    /// The rules that decided.
    #[getter]
    fn reasons<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, &self.reasons)
    }

    /// Without the link, which names the customer.
    fn __repr__(&self) -> String {
        let mechanism = self.mechanism.map_or_else(|| "None".to_owned(), |name| format!("'{name}'"));
        format!("Route(label='{}', probability={:?}, mechanism={mechanism})", self.label, self.probability)
    }
}

/// Another route than the channel's own way into private, and why it is needed.
#[pyclass(frozen, get_all, eq, module = "twoears")]
#[derive(Clone, PartialEq)]
pub(crate) struct Fallback {
    /// `email`, `form`, `customer_first`, `phone` or `public`.
    route: &'static str,
    /// The organisation's own address, form or number; None for the other routes.
    to: Option<String>,
    /// Why the channel's own way does not do.
    reason: String,
}

impl Fallback {
    fn of(other: &OtherRoute) -> Self {
        Self { route: other.route.name(), to: other.to.clone(), reason: other.reason.clone() }
    }
}

#[pymethods]
impl Fallback {
    fn __repr__(&self) -> String {
        format!("Fallback(route='{}')", self.route)
    }
}

/// Until when an answer can be given where the decision says, and what is left after that.
#[pyclass(frozen, eq, module = "twoears")]
#[derive(PartialEq)]
pub(crate) struct Window {
    closes_at: Timestamp,
    /// What is left then: `template`, `human_agent`, `customer_first` or `other_route`.
    #[pyo3(get)]
    then: &'static str,
}

impl Window {
    pub(crate) fn of(window: Times) -> Self {
        Self { closes_at: window.closes_at, then: window.then.name() }
    }
}

#[pymethods]
impl Window {
    /// The moment it closes, or closed, in UTC.
    #[getter]
    fn closes_at<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDateTime>> {
        datetime(py, self.closes_at)
    }

    fn __repr__(&self) -> String {
        format!("Window(closes_at='{}', then='{}')", self.closes_at, self.then)
    }
}
