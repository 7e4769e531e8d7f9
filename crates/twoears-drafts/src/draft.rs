//! What composing yields.

use jiff::Timestamp;
use serde::Serialize;
use twoears_core::ledger::Entry;
use twoears_core::{Audience, Message};

use crate::Length;
use crate::lint::LintFinding;

/// What a draft promises: who writes again, and by when at the latest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Promise {
    /// The team of the settings that finds out; none when whoever sends the draft does.
    pub owner: Option<String>,
    /// The latest moment of the next word to the customer.
    pub due: Timestamp,
}

/// What a promise of a draft says will be done.
const ACTION: &str = "write back to the customer";

impl Promise {
    /// The promise as an entry for the [ledger](twoears_core::ledger), once the draft was sent at `sent_at` by `sender`, who
    /// keeps it where no team does. It names the message and its conversation by their ids.
    ///
    /// ```
    /// use twoears_core::{Ledger, Message};
    /// use twoears_drafts::Promise;
    /// let promise = Promise { owner: None, due: "2026-11-23T14:00:00Z".parse()? };
    /// let message = Message::new("Where is my parcel?").id("m1").thread_id("t1");
    /// let mut ledger = Ledger::new();
    /// let id = ledger.promise(promise.entry(&message, "Mia", "2026-11-23T09:00:00Z".parse()?))?;
    /// assert_eq!(ledger.entry(id).map(|entry| entry.owner.as_str()), Some("Mia"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn entry(&self, message: &Message, sender: &str, sent_at: Timestamp) -> Entry {
        let owner = self.owner.as_deref().unwrap_or(sender);
        Entry {
            message_id: Some(message.id.clone()).filter(|id| !id.is_empty()),
            thread_id: message.thread_id.clone(),
            ..Entry::new(owner, ACTION, sent_at, self.due)
        }
    }
}

/// How much a draft says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Everything that there is room for.
    #[default]
    Full,
    /// What happened and the one next step; in a letter also the greeting.
    Short,
    /// That the answer is not there yet, and by when it or another word comes.
    Holding,
}

/// A reply that a person may send as it is, change, or throw away.
///
/// Its text never stands in a log by accident: `Debug` shows lengths only.
#[derive(Clone, PartialEq, Serialize)]
pub struct Draft {
    /// Who will read it.
    pub audience: Audience,
    /// How much it says.
    pub form: Form,
    /// May it be sent as it is, once a person has read it? Approved words for a crisis may not: whoever takes the message
    /// decides whether and when they are said. Nor may what comes when the channel takes templates alone, or nothing.
    pub sendable: bool,
    /// The text to send.
    pub text: String,
    /// How much of the channel's limit it takes.
    pub length: Length,
    /// What the lint rules object to; empty for a draft as composed.
    pub lint: Vec<LintFinding>,
    /// The article that the answer comes from, by its name.
    pub source: Option<String>,
    /// What it promises, when it does.
    pub promise: Option<Promise>,
    /// A word to the person who sends it.
    pub note: Option<String>,
}

impl std::fmt::Debug for Draft {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Draft")
            .field("audience", &self.audience)
            .field("form", &self.form)
            .field("sendable", &self.sendable)
            .field("length", &self.length)
            .field("lint", &self.lint)
            .field("source", &self.source)
            .field("promise", &self.promise)
            .finish_non_exhaustive()
    }
}
