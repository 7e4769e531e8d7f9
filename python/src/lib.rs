//! The Python package of twoears: classes over the Rust library, and no logic of its own.
//!
//! Text and times come in through `convert` and `keywords`, payloads through `item`; results go out as the frozen classes of
//! `message`, `case`, `attention`, `basis`, `clocks`, `history`, `results`, `route`, `draft` and `explain`. `desk` runs the core without
//! holding the interpreter, `batch` on all cores; `inbox`, `queue` and `ledger` are what changes as messages come and go.

mod attention;
mod basis;
mod batch;
mod case;
mod clocks;
mod convert;
mod custom;
mod desk;
mod draft;
mod entry;
mod error;
mod explain;
mod history;
mod inbox;
mod item;
mod keywords;
mod ledger;
mod message;
mod queue;
mod redact;
mod results;
mod route;

/// The compiled part of twoears; use it through `twoears`.
#[pyo3::pymodule]
mod _twoears {
    use pyo3::prelude::*;
    use pyo3::types::PyTuple;

    #[pymodule_export]
    use crate::attention::{Attention, Part};
    #[pymodule_export]
    use crate::basis::{Mark, PyBasis};
    #[pymodule_export]
    use crate::case::PyCase;
    #[pymodule_export]
    use crate::clocks::{Clock, Clocks};
    #[pymodule_export]
    use crate::custom::{CustomReading, HeldOut, PyCustomHead};
    #[pymodule_export]
    use crate::desk::PyDesk;
    #[pymodule_export]
    use crate::draft::{PyDraft, PyLint, PyOffer, PyPromise};
    #[pymodule_export]
    use crate::entry::{Place, PyEntry};
    #[pymodule_export]
    use crate::explain::{PyExplanation, PyWeight, PyWithout};
    #[pymodule_export]
    use crate::history::{Declared, History, Promised};
    #[pymodule_export]
    use crate::inbox::{PyInbox, PyOpen};
    #[pymodule_export]
    use crate::item::PyItem;
    #[pymodule_export]
    use crate::ledger::PyLedger;
    #[pymodule_export]
    use crate::message::PyMessage;
    #[pymodule_export]
    use crate::queue::PyQueue;
    #[pymodule_export]
    use crate::redact::PyRedacted;
    #[pymodule_export]
    use crate::results::{Escalation, Intent, PrivateData, Reason, Scored, Sentiment};
    #[pymodule_export]
    use crate::route::{Fallback, Route, Window};

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        let platforms: Vec<_> = twoears::Platform::all().map(twoears::Platform::name).collect();
        module.add("PLATFORMS", PyTuple::new(module.py(), platforms)?)?;
        module.add("__version__", twoears::VERSION)
    }
}
