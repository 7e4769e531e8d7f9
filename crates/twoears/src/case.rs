//! A case: a message with what it means, what to do, and what to say.

use std::sync::OnceLock;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use twoears_core::{Audience, Brand, Decision, Heard, Message, Reading};
use twoears_drafts::knowledge::Article;
use twoears_drafts::{Draft, DraftInput, Length, lint};

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

    /// Suggested replies, best first: the full ones, public before private, then of each a [short](crate::Form::Short) one
    /// where that says less. Written on the first call. Empty where nobody need write; where a person must, at the
    /// most the words that the settings approve, which are not [sendable](Draft::sendable).
    pub fn drafts(&self) -> &[Draft] {
        self.drafts.get_or_init(|| twoears_drafts::drafts(&self.input()))
    }

    /// The full replies alone, as they stand first in [`drafts`](Self::drafts): half the work where nobody chooses. Written
    /// at each call.
    pub fn full_drafts(&self) -> Vec<Draft> {
        twoears_drafts::full_drafts(&self.input())
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

    /// How long a reply is, counted as its channel counts.
    pub fn length(&self, reply: &str, audience: Audience) -> Length {
        let (channels, channel) = (&self.brand().channels, self.message.channel);
        let limit = match audience {
            Audience::Public => channels.public(channel),
            Audience::Private => channels.private(channel),
        };
        Length::of(reply, limit.unwrap_or(lint::UNKNOWN))
    }

    /// The articles that a reply may rest on: those that answer the message, and those that it is about itself.
    pub(crate) fn articles(&self, reply: &str, audience: Audience) -> Vec<&Article> {
        let today = self.now.to_zoned(TimeZone::UTC).date();
        let intent = self.reading.intent.label;
        let find = |text: &str| self.desk.knowledge().find(text, intent, today, audience);
        let mut articles: Vec<&Article> = Vec::new();
        for answer in [find(&self.message.text), find(reply)].into_iter().flatten() {
            if !articles.iter().any(|known| known.name == answer.article.name) {
                articles.push(answer.article);
            }
        }
        articles
    }

    /// The settings.
    pub(crate) fn brand(&self) -> &Brand {
        self.desk.brand()
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
