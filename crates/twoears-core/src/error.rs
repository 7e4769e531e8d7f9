//! One opaque error for everything that can fail while loading settings, models or training rows.

/// Why something could not be loaded or built.
///
/// Reading a message never fails, so no function that takes a message returns this. The message names what
/// was wrong and where; what kind it is can be asked with the `is_*` methods.
///
/// ```
/// let error = twoears_core::Brand::from_toml("sign_off = 3").unwrap_err();
/// assert!(error.is_settings());
/// assert!(error.to_string().contains("sign_off"));
/// ```
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] Kind);

#[derive(Debug, thiserror::Error)]
enum Kind {
    #[error("settings: {0}")]
    Settings(String),
    #[error("model: {0}")]
    Model(String),
    #[error("label: {0}")]
    Label(String),
    #[error("training: {0}")]
    Training(String),
    #[error("restore: {0}")]
    Restore(&'static str),
    #[error("queue: {0}")]
    Queue(String),
    #[error("ledger: {0}")]
    Ledger(String),
}

impl Error {
    /// A setting that cannot be used; `what` names the key and the line where they are known.
    pub fn settings(what: impl Into<String>) -> Self {
        Self(Kind::Settings(what.into()))
    }

    /// Model bytes that cannot be read; `what` names the tensor or key.
    pub fn model(what: impl Into<String>) -> Self {
        Self(Kind::Model(what.into()))
    }

    /// A label that is not one of the known ones.
    pub(crate) fn label(what: impl Into<String>) -> Self {
        Self(Kind::Label(what.into()))
    }

    /// Training rows that cannot be used.
    pub fn training(what: impl Into<String>) -> Self {
        Self(Kind::Training(what.into()))
    }

    /// Values that may not be put back; `what` says what to do instead.
    pub(crate) fn restore(what: &'static str) -> Self {
        Self(Kind::Restore(what))
    }

    /// A snapshot of a queue that cannot be used; `what` names the line and the field.
    pub(crate) fn queue(what: impl Into<String>) -> Self {
        Self(Kind::Queue(what.into()))
    }

    /// A promise that cannot be written down or changed, or a ledger that cannot be read.
    pub(crate) fn ledger(what: impl Into<String>) -> Self {
        Self(Kind::Ledger(what.into()))
    }

    /// Is a setting at fault?
    pub fn is_settings(&self) -> bool {
        matches!(self.0, Kind::Settings(_))
    }

    /// Are the model's bytes at fault?
    pub fn is_model(&self) -> bool {
        matches!(self.0, Kind::Model(_))
    }

    /// Is an unknown label at fault?
    pub fn is_label(&self) -> bool {
        matches!(self.0, Kind::Label(_))
    }

    /// Are the training rows at fault?
    pub fn is_training(&self) -> bool {
        matches!(self.0, Kind::Training(_))
    }

    /// Is a ledger, or what was asked of it, at fault?
    pub fn is_ledger(&self) -> bool {
        matches!(self.0, Kind::Ledger(_))
    }

    /// May private values not be put back into that text?
    pub fn is_restore(&self) -> bool {
        matches!(self.0, Kind::Restore(_))
    }

    /// Is a snapshot of a queue at fault?
    pub fn is_queue(&self) -> bool {
        matches!(self.0, Kind::Queue(_))
    }
}
