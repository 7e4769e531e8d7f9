//! The Python package of twoears: classes over the Rust library, and no logic of its own.
//!
//! Text and times come in through `convert` and `message`, results go out as the frozen classes of `case`, `results`,
//! `route`, `draft` and `explain`; `desk` runs the core without holding the interpreter, `batch` on all cores.

mod batch;
mod case;
mod convert;
mod custom;
mod desk;
mod draft;
mod error;
mod explain;
mod message;
mod redact;
mod results;
mod route;

/// The compiled part of twoears; use it through `twoears`.
#[pyo3::pymodule]
mod _twoears {
    use pyo3::prelude::*;

    #[pymodule_export]
    use crate::case::PyCase;
    #[pymodule_export]
    use crate::custom::{CustomReading, HeldOut, PyCustomHead};
    #[pymodule_export]
    use crate::desk::PyDesk;
    #[pymodule_export]
    use crate::draft::{PyDraft, PyLint, PyOffer, PyPromise};
    #[pymodule_export]
    use crate::explain::{PyExplanation, PyWeight, PyWithout};
    #[pymodule_export]
    use crate::message::PyMessage;
    #[pymodule_export]
    use crate::redact::PyRedacted;
    #[pymodule_export]
    use crate::results::{Escalation, Intent, PrivateData, Reason, Scored, Sentiment};
    #[pymodule_export]
    use crate::route::{Fallback, Route, Window};

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", twoears::VERSION)
    }
}
