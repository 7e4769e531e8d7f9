//! From the library's error to the exceptions of `twoears.errors`.

use pyo3::PyErr;

pyo3::import_exception!(twoears.errors, InputError);
pyo3::import_exception!(twoears.errors, ModelError);
pyo3::import_exception!(twoears.errors, RestoreError);
pyo3::import_exception!(twoears.errors, SettingsError);
pyo3::import_exception!(twoears.errors, TwoEarsError);

/// The exception of an error.
pub(crate) fn raise(error: twoears::Error) -> PyErr {
    raise_for("", error)
}

/// The exception of an error, with what it was about in front.
pub(crate) fn raise_for(place: &str, error: impl Into<twoears::Error>) -> PyErr {
    let error = error.into();
    let says = if place.is_empty() { error.to_string() } else { format!("{place}: {error}") };
    if error.is_input() || error.is_training() {
        InputError::new_err(says)
    } else if error.is_model() {
        ModelError::new_err(says)
    } else if error.is_restore() {
        RestoreError::new_err(says)
    } else if error.is_settings() {
        SettingsError::new_err(says)
    } else {
        TwoEarsError::new_err(says)
    }
}
