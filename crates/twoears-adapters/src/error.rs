//! The one error of reading a payload and of writing a request.

/// Why a payload could not be read or a request not be written. It says what and where, never what stood there.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] Kind);

#[derive(Debug, thiserror::Error)]
enum Kind {
    #[error("{0}")]
    Payload(String),
    #[error("request: {0}")]
    Request(String),
    #[error("settings: {0}")]
    Settings(String),
}

impl Error {
    pub(crate) fn payload(what: impl Into<String>) -> Self {
        Self(Kind::Payload(what.into()))
    }

    pub(crate) fn request(what: impl Into<String>) -> Self {
        Self(Kind::Request(what.into()))
    }

    pub(crate) fn settings(what: impl Into<String>) -> Self {
        Self(Kind::Settings(what.into()))
    }

    /// A syntax error of JSON: what and at which column, without the text around it.
    pub(crate) fn json(error: &serde_json::Error) -> Self {
        // What is JSON and not an object: the words of serde would repeat it.
        if error.is_data() {
            return Self::payload("a JSON object is needed");
        }
        let what = error.to_string();
        let what = what.split(" at line ").next().unwrap_or_default();
        Self::payload(format!("not JSON: {what}, at line {}, column {}", error.line(), error.column()))
    }

    /// Is a payload at fault?
    pub fn is_payload(&self) -> bool {
        matches!(self.0, Kind::Payload(_))
    }

    /// Is it what a request was to be made of: an address that lacks a key, or a way that the platform does not have?
    pub fn is_request(&self) -> bool {
        matches!(self.0, Kind::Request(_))
    }

    /// Is a setting at fault?
    pub fn is_settings(&self) -> bool {
        matches!(self.0, Kind::Settings(_))
    }
}
