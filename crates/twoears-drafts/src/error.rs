//! One opaque error for everything that can fail while loading a knowledge base, phrases, approved texts or rules.

/// Why a knowledge base, a file of phrases or an approved text could not be loaded.
///
/// Composing a draft never fails, so no function that takes a message returns this.
///
/// ```
/// use twoears_drafts::Knowledge;
/// let article = ("wifi.md".to_owned(), "+++\nlinks = 3\n+++\n# Wifi?\nYes.".to_owned());
/// let error = Knowledge::from_articles([article]).unwrap_err();
/// assert!(error.is_article());
/// assert!(error.to_string().starts_with("article `wifi.md`, line 2"));
/// ```
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] Kind);

#[derive(Debug, thiserror::Error)]
enum Kind {
    #[error("article `{name}`, line {line}: {what}")]
    Article { name: String, line: usize, what: String },
    #[error("phrases: {0}")]
    Phrases(String),
    #[error("`vetted.{matter}`: {what}")]
    Vetted { matter: &'static str, what: String },
    #[error("`lint.{name}`: there is no such rule; the nearest is `{near}`")]
    Lint { name: String, near: &'static str },
    #[error("knowledge base `{path}`: {what}")]
    Read { path: String, what: String },
}

impl Error {
    pub(crate) fn article(name: &str, line: usize, what: impl Into<String>) -> Self {
        Self(Kind::Article { name: name.to_owned(), line, what: what.into() })
    }

    pub(crate) fn phrases(what: impl Into<String>) -> Self {
        Self(Kind::Phrases(what.into()))
    }

    pub(crate) fn vetted(matter: &'static str, what: String) -> Self {
        Self(Kind::Vetted { matter, what })
    }

    pub(crate) fn lint(name: &str, near: &'static str) -> Self {
        Self(Kind::Lint { name: name.to_owned(), near })
    }

    pub(crate) fn read(path: &std::path::Path, what: impl std::fmt::Display) -> Self {
        Self(Kind::Read { path: path.display().to_string(), what: what.to_string() })
    }

    /// Is an article of the knowledge base at fault?
    pub fn is_article(&self) -> bool {
        matches!(self.0, Kind::Article { .. })
    }

    /// Are the phrases at fault?
    pub fn is_phrases(&self) -> bool {
        matches!(self.0, Kind::Phrases(_))
    }

    /// Does an approved text not fit?
    pub fn is_vetted(&self) -> bool {
        matches!(self.0, Kind::Vetted { .. })
    }

    /// Do the settings name a rule for replies that does not exist?
    pub fn is_lint(&self) -> bool {
        matches!(self.0, Kind::Lint { .. })
    }

    /// Could a folder or file not be read?
    pub fn is_read(&self) -> bool {
        matches!(self.0, Kind::Read { .. })
    }
}
