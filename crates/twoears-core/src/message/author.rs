//! Who wrote the message.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::label::labels;

labels! {
    /// What kind of account wrote it.
    AuthorKind, "author kind" {
        /// A customer, or somebody who may become one.
        Customer = "customer",
        /// Somebody of the organisation.
        Agent = "agent",
        /// A program, the organisation's or another's.
        Bot = "bot",
        /// Not known: taken for a customer.
        Unknown = "unknown",
    }
}

#[expect(clippy::derivable_impls, reason = "the variants are written by a macro")]
impl Default for AuthorKind {
    fn default() -> Self {
        Self::Unknown
    }
}

/// The writer, as far as the caller knows. A missing follower count is unknown, never nought.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Author {
    /// The platform's id; on X the numeric id, which a direct-message link needs.
    pub id: Option<String>,
    /// The name shown.
    pub name: Option<String>,
    /// The handle, with or without `@`.
    pub handle: Option<String>,
    /// How many follow them.
    pub followers: Option<u64>,
    /// Does the organisation count them among its important customers?
    pub vip: bool,
    /// Has the platform verified the account?
    pub verified: Option<bool>,
    /// Since when the organisation knows them.
    pub first_seen: Option<Timestamp>,
    /// What kind of account it is.
    pub kind: AuthorKind,
}

impl Author {
    /// An author of that handle.
    pub fn new(handle: impl Into<String>) -> Self {
        Self { handle: Some(handle.into()), ..Self::default() }
    }

    /// Sets the name shown.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets the platform's id.
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets how many follow them.
    pub fn followers(mut self, followers: u64) -> Self {
        self.followers = Some(followers);
        self
    }

    /// Sets what kind of account it is.
    pub fn kind(mut self, kind: AuthorKind) -> Self {
        self.kind = kind;
        self
    }

    /// The handle as a mention, when it can be one: an `@`, then letters, digits, `_`, `-` and `.`, and perhaps a server.
    ///
    /// ```
    /// use twoears_core::Author;
    /// assert_eq!(Author::new("@ann@social.example").mention().as_deref(), Some("@ann@social.example"));
    /// assert_eq!(Author::new("ann @bob").mention(), None);
    /// ```
    pub fn mention(&self) -> Option<String> {
        let bare = self.handle.as_deref()?.trim().trim_start_matches('@');
        let fine = |part: &str| {
            !part.is_empty()
                && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'))
        };
        let mut parts = bare.split('@');
        let named = parts.next().is_some_and(fine) && parts.next().is_none_or(fine) && parts.next().is_none();
        named.then(|| format!("@{bare}"))
    }

    /// The name to greet them by: the first word of the name shown, when it looks like a person's name.
    ///
    /// Letters, an apostrophe or a hyphen; starts with a capital; 2 to 20 letters; not a handle, not shouting.
    ///
    /// ```
    /// use twoears_core::Author;
    /// assert_eq!(Author::new("x").name("Ann-Marie Lee").first_name(), Some("Ann-Marie"));
    /// assert_eq!(Author::new("x").name("xX_slayer_99").first_name(), None);
    /// ```
    pub fn first_name(&self) -> Option<&str> {
        const TITLES: &[&str] = &["Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Sir", "The", "Team", "Official"];
        let first = self.name.as_deref()?.split_whitespace().next()?;
        let letters = first.chars().filter(|c| c.is_alphabetic()).count();
        let lower = first.chars().filter(|c| c.is_lowercase()).count();
        let fine = first.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '-' | '’'))
            && first.chars().next().is_some_and(char::is_uppercase)
            && (2..=20).contains(&letters)
            && lower * 2 >= letters
            && !TITLES.contains(&first);
        fine.then_some(first)
    }
}

/// Shows what is known, never the values.
impl std::fmt::Debug for Author {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Author")
            .field("name", &self.name.is_some())
            .field("handle", &self.handle.is_some())
            .field("followers", &self.followers)
            .field("vip", &self.vip)
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}
