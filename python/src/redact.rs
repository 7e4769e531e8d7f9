//! Redacted texts.

use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};
use twoears::{Audience, Redacted};

use crate::convert::{self, text as text_of, tuple};
use crate::draft::PyDraft;
use crate::error::{InputError, raise_for};
use crate::message::PyMessage;

/// A message in which pseudonyms such as `<card-1>` stand for personal data, and the way back for private eyes.
///
/// The values are kept in ordinary memory for as long as this lives; it cannot be pickled, and shows none of them.
#[pyclass(frozen, name = "Redacted", module = "twoears")]
pub(crate) struct PyRedacted(Redacted);

impl PyRedacted {
    pub(crate) fn new(redacted: Redacted) -> Self {
        Self(redacted)
    }
}

/// What values are put back into.
#[derive(FromPyObject)]
pub(crate) enum TextOrDraft<'py> {
    Draft(Bound<'py, PyDraft>),
    Text(Bound<'py, PyString>),
}

#[pymethods]
impl PyRedacted {
    /// The text with pseudonyms.
    #[getter]
    fn text(&self) -> &str {
        self.0.text()
    }

    /// The message with pseudonyms in its text, its thread and its author's name, handle and id.
    #[getter]
    fn message(&self) -> PyMessage {
        PyMessage::of(self.0.message().clone())
    }

    /// The pseudonyms in the order of their first appearance.
    #[getter]
    fn pseudonyms<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, self.0.pseudonyms(), ToString::to_string)
    }

    /// Puts the values back into a private draft, or a text that the customer alone will read, and gives the text.
    ///
    /// `draft` is a `Draft`, or a text with `audience="private"`; a text of which that is not said counts as public. What
    /// came out of this redaction comes back as it was; elsewhere a pseudonym becomes the value as it was first
    /// written, and one that is not known stays as it is.
    ///
    /// Raises `RestoreError` when the audience is public: everybody could read the values there. Raises `InputError` when
    /// the audience is neither `public` nor `private`, or is said of a `Draft`, which knows its own.
    #[pyo3(signature = (draft, *, audience=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments from Python are owned")]
    fn restore(&self, draft: TextOrDraft<'_>, audience: Option<&str>) -> PyResult<String> {
        let (text, audience) = match (&draft, audience) {
            (TextOrDraft::Draft(draft), None) => {
                let draft = draft.get().draft();
                (draft.text.clone(), draft.audience)
            }
            (TextOrDraft::Draft(_), Some(_)) => {
                return Err(InputError::new_err("a `Draft` knows its audience: `audience` goes with a text"));
            }
            (TextOrDraft::Text(text), said) => {
                (text_of(text)?, said.map_or(Ok(Audience::Public), convert::audience)?)
            }
        };
        self.0.restore(&text, audience).map_err(|error| raise_for("", error))
    }

    fn __str__(&self) -> &str {
        self.text()
    }

    /// Shows how much was found, never what.
    fn __repr__(&self) -> String {
        let length = self.0.text().chars().count();
        format!("Redacted({length} characters, {} pseudonyms)", self.0.pseudonyms().len())
    }
}
