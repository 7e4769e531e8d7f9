//! One promise.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::label::labels;

/// Bytes of an id that are kept at the most; the longest of the platforms in use take less than 200.
const ID_BYTES: usize = 512;
/// Bytes of an owner's name or of what is promised, at the most: a line of each.
const WORDS_BYTES: usize = 1000;

labels! {
    /// How a promise stands.
    State, "state of a promise" {
        /// Its time has not passed, and nothing has happened yet.
        Open = "open",
        /// It was kept, at the latest when it was due.
        Kept = "kept",
        /// It was kept after it was due.
        KeptLate = "kept_late",
        /// It was due and is neither kept nor withdrawn.
        Broken = "broken",
        /// It was taken back before it was due, and the customer told so.
        Withdrawn = "withdrawn",
    }
}

/// A promise: who does what by when. `id` is given by the ledger.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The ledger's number for it, from 1 on; 0 until the ledger has it.
    #[serde(default)]
    pub id: u64,
    /// The message in answer to which it was made.
    #[serde(default)]
    pub message_id: Option<String>,
    /// The conversation in which it was made.
    #[serde(default)]
    pub thread_id: Option<String>,
    /// Who keeps it: a person or a team.
    pub owner: String,
    /// What will be done.
    pub action: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// The latest moment at which it is kept in time.
    pub due: Timestamp,
    /// When it was kept.
    #[serde(default)]
    pub kept_at: Option<Timestamp>,
    /// When it was taken back.
    #[serde(default)]
    pub withdrawn_at: Option<Timestamp>,
}

impl Entry {
    /// A promise that `owner` does `action` until `due`.
    pub fn new(
        owner: impl Into<String>,
        action: impl Into<String>,
        made_at: Timestamp,
        due: Timestamp,
    ) -> Self {
        Self {
            id: 0,
            message_id: None,
            thread_id: None,
            owner: owner.into(),
            action: action.into(),
            made_at,
            due,
            kept_at: None,
            withdrawn_at: None,
        }
    }

    /// Sets the message in answer to which it was made.
    pub fn message(mut self, id: impl Into<String>) -> Self {
        self.message_id = Some(id.into());
        self
    }

    /// Sets the conversation in which it was made.
    pub fn thread(mut self, id: impl Into<String>) -> Self {
        self.thread_id = Some(id.into());
        self
    }

    /// How it stands at a moment. What has been written down counts whatever the moment; only whether an open promise is
    /// broken depends on it: at `due` it is still open, right after it is broken.
    pub fn state(&self, now: Timestamp) -> State {
        match (self.kept_at, self.withdrawn_at) {
            (Some(at), _) if at <= self.due => State::Kept,
            (Some(_), _) => State::KeptLate,
            (None, Some(_)) => State::Withdrawn,
            (None, None) if now > self.due => State::Broken,
            (None, None) => State::Open,
        }
    }

    /// Is it neither kept nor withdrawn?
    pub fn is_unsettled(&self) -> bool {
        self.kept_at.is_none() && self.withdrawn_at.is_none()
    }

    /// # Errors
    /// What is wrong: an owner or an action is missing, a text is too long, or its times contradict each other.
    pub(super) fn check(&self) -> Result<(), String> {
        let fail = |what: String| Err(what);
        for (name, words) in [("owner", &self.owner), ("action", &self.action)] {
            if words.trim().is_empty() {
                return fail(format!(
                    "`{name}` is empty: a promise has somebody who keeps it and something that is done"
                ));
            }
            if words.len() > WORDS_BYTES {
                return fail(format!("`{name}` has {} bytes; at most {WORDS_BYTES} are kept", words.len()));
            }
        }
        for (name, id) in [("message_id", &self.message_id), ("thread_id", &self.thread_id)] {
            if let Some(bytes) = id.as_ref().map(String::len).filter(|bytes| *bytes > ID_BYTES) {
                return fail(format!("`{name}` has {bytes} bytes; at most {ID_BYTES} are kept"));
            }
        }
        if self.due < self.made_at {
            return fail("`due` lies before `made_at`: nobody can keep that".to_owned());
        }
        if self.kept_at.is_some() && self.withdrawn_at.is_some() {
            return fail("`kept_at` and `withdrawn_at` exclude each other: leave one out".to_owned());
        }
        if self.kept_at.is_some_and(|at| at < self.made_at) {
            return fail("`kept_at` lies before `made_at`".to_owned());
        }
        if self.withdrawn_at.is_some_and(|at| at < self.made_at || at > self.due) {
            return fail("`withdrawn_at` must lie between `made_at` and `due`".to_owned());
        }
        Ok(())
    }
}

/// Shows times and lengths, never words or ids: what was promised may tell of the customer.
impl std::fmt::Debug for Entry {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Entry")
            .field("id", &self.id)
            .field("action_bytes", &self.action.len())
            .field("made_at", &self.made_at)
            .field("due", &self.due)
            .field("kept_at", &self.kept_at)
            .field("withdrawn_at", &self.withdrawn_at)
            .finish_non_exhaustive()
    }
}
