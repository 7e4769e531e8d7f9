//! A case: a message with what it means, what to do, and what to say.

use std::sync::OnceLock;

use jiff::Timestamp;
use twoears_core::{Decision, Heard, Message, Reading};
use twoears_drafts::{Draft, DraftInput};

use crate::Desk;

/// A message that was triaged.
#[derive(Clone)]
pub struct Case {
    /// The message.
    pub message: Message,
    /// What it means.
    pub reading: Reading,
    /// What to do.
    pub decision: Decision,
    /// The time that the decision was made for.
    pub now: Timestamp,
    heard: Heard,
    desk: Desk,
    drafts: OnceLock<Vec<Draft>>,
}

impl Case {
    pub(crate) fn new(
        message: Message,
        heard: Heard,
        reading: Reading,
        decision: Decision,
        now: Timestamp,
        desk: Desk,
    ) -> Self {
        Self { message, reading, decision, now, heard, desk, drafts: OnceLock::new() }
    }

    fn input(&self) -> DraftInput<'_> {
        DraftInput {
            message: &self.message,
            heard: &self.heard,
            reading: &self.reading,
            decision: &self.decision,
            brand: self.desk.brand(),
            knowledge: self.desk.knowledge(),
            now: self.now,
        }
    }

    /// Suggested replies, best first; written on the first call. Empty where nobody need write; where a person must, at the
    /// most the words that the settings approve, which are not [sendable](Draft::sendable).
    pub fn drafts(&self) -> &[Draft] {
        self.drafts.get_or_init(|| twoears_drafts::drafts(&self.input()))
    }

    /// What a person who answers should know: why there is no draft, what to check before sending.
    pub fn notes(&self) -> Vec<String> {
        let mut notes = twoears_drafts::notes(&self.input());
        notes.extend(self.brief());
        notes
    }

    /// What is known, for the person who must take the message: the matter and its words, where it was written, since
    /// when, what was said before, which kinds of personal data it shows, reach, until when. Nothing where no person must.
    ///
    /// Words of the message are not repeated, and the writer is not named.
    pub fn brief(&self) -> Vec<String> {
        crate::brief::brief(self)
    }

    /// What was heard of the message.
    pub fn heard(&self) -> &Heard {
        &self.heard
    }

    /// The name of the model that read it.
    pub fn model(&self) -> &str {
        self.desk.model().name()
    }

    /// The rules that spoke, in words for a person.
    pub fn says(&self) -> Vec<&'static str> {
        let findings = self.reading.findings.iter();
        findings.filter_map(|finding| twoears_core::analyze::rules::says(finding.rule)).collect()
    }
}

/// Shows labels, never the text.
impl std::fmt::Debug for Case {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Case")
            .field("message", &self.message)
            .field("intent", &self.reading.intent.label)
            .field("urgency", &self.reading.urgency.label)
            .field("action", &self.decision.action)
            .finish_non_exhaustive()
    }
}
