//! The one error of building a desk and of reading input.

/// Why a desk could not be built, or a line of input not be read.
///
/// Triage itself cannot fail. The message says what was wrong and where; it never holds a customer's text.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] Kind);

#[derive(Debug, thiserror::Error)]
enum Kind {
    #[error(transparent)]
    Core(#[from] twoears_core::Error),
    #[error(transparent)]
    Drafts(#[from] twoears_drafts::Error),
    #[cfg(feature = "adapters")]
    #[error(transparent)]
    Adapters(#[from] twoears_adapters::Error),
    #[error("{0}")]
    Input(String),
}

impl Error {
    pub(crate) fn input(what: impl Into<String>) -> Self {
        Self(Kind::Input(what.into()))
    }

    /// Is a setting, a label or the knowledge base at fault?
    pub fn is_settings(&self) -> bool {
        match &self.0 {
            Kind::Core(error) => error.is_settings() || error.is_label(),
            Kind::Drafts(_) => true,
            #[cfg(feature = "adapters")]
            Kind::Adapters(error) => error.is_settings(),
            Kind::Input(_) => false,
        }
    }

    /// Are the model's bytes at fault?
    pub fn is_model(&self) -> bool {
        matches!(&self.0, Kind::Core(error) if error.is_model())
    }

    /// Are the rows or examples to learn from at fault?
    pub fn is_training(&self) -> bool {
        matches!(&self.0, Kind::Core(error) if error.is_training())
    }

    /// May private values not be put back into that text?
    pub fn is_restore(&self) -> bool {
        matches!(&self.0, Kind::Core(error) if error.is_restore())
    }

    /// Is a line of input at fault?
    pub fn is_input(&self) -> bool {
        match &self.0 {
            #[cfg(feature = "adapters")]
            Kind::Adapters(error) => error.is_payload(),
            Kind::Input(_) => true,
            Kind::Core(_) | Kind::Drafts(_) => false,
        }
    }
}

impl From<twoears_core::Error> for Error {
    fn from(error: twoears_core::Error) -> Self {
        Self(Kind::Core(error))
    }
}

impl From<twoears_drafts::Error> for Error {
    fn from(error: twoears_drafts::Error) -> Self {
        Self(Kind::Drafts(error))
    }
}

#[cfg(feature = "adapters")]
impl From<twoears_adapters::Error> for Error {
    fn from(error: twoears_adapters::Error) -> Self {
        Self(Kind::Adapters(error))
    }
}
