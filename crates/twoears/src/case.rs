//! A case: a message with what it means, what to do, and what to say.

use std::sync::OnceLock;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use twoears_core::queue::Entry;
use twoears_core::{Audience, Basis, Brand, Decision, Heard, Message, Reading};
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
    /// where that says less, and at last, where `decision.holding` says that one is due, the [holding](Self::holding) one.
    /// Written on the first call. Empty where nobody need write; where a person must, at the
    /// most the words that the settings approve, which are not [sendable](Draft::sendable).
    pub fn drafts(&self) -> &[Draft] {
        self.drafts.get_or_init(|| {
            let mut drafts = twoears_drafts::drafts(&self.input());
            if self.decision.holding {
                drafts.extend(self.holding());
            }
            drafts
        })
    }

    /// What to send when the answer takes longer than the first response may, also before that is due: that it is not there yet, who
    /// writes again, and by when. None where a person must write, where nobody need, and where there is nothing to find out.
    /// Written at each call.
    ///
    /// ```
    /// use twoears::{Desk, Form, Message};
    /// let sent = "2026-11-23T09:00:00Z".parse()?;
    /// let message = Message::new("Where is my parcel?").id("m1").sent_at(sent);
    /// let case = Desk::new()?.triage(&message, "2026-11-23T12:30:00Z".parse()?);
    /// assert!(case.decision.holding);
    /// let held = case.holding();
    /// assert!(held[0].form == Form::Holding && held[0].promise.is_some());
    /// assert_eq!(case.drafts().last(), held.last());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn holding(&self) -> Vec<Draft> {
        twoears_drafts::holding(&self.input())
    }

    /// The full replies alone, as they stand first in [`drafts`](Self::drafts): half the work where nobody chooses. Written
    /// at each call.
    pub fn full_drafts(&self) -> Vec<Draft> {
        twoears_drafts::full_drafts(&self.input())
    }

    /// What a person who answers should know: why there is no draft, what to check before sending.
    pub fn notes(&self) -> Vec<String> {
        let mut notes = twoears_drafts::notes(&self.input());
        let brief = self.brief();
        if brief.is_empty() {
            notes.extend(crate::history::to_know(self));
        }
        notes.extend(brief);
        notes
    }

    /// What was before, in words for the person who answers: how many messages wait and since when, whether what the
    /// customer says of it fits the record, other channels, earlier complaints, promises. Empty where there is nothing to
    /// say.
    ///
    /// No words of the customer stand in it; the owners of promises are named.
    pub fn history(&self) -> Vec<String> {
        crate::history::lines(self)
    }

    /// What the drafts are built on: how far the conversation had come. Keep it with a draft, and ask it before the draft
    /// is sent: [`Basis::is_stale`].
    pub fn basis(&self) -> Basis {
        Basis::of(&self.message)
    }

    /// The case as an entry of a [`Queue`](crate::Queue), under an id of the caller's that no other case has.
    ///
    /// ```
    /// use twoears::{Desk, Message, Queue};
    /// let now = "2026-11-23T09:00:00Z".parse()?;
    /// let desk = Desk::new()?;
    /// let mut queue = Queue::new();
    /// for (id, text) in [("1", "Do you open on Sundays?"), ("2", "I smell gas on the platform, help")] {
    ///     queue.insert(desk.triage(&Message::new(text), now).entry(id));
    /// }
    /// assert_eq!(queue.top(1, now)[0].entry.id, "2");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn entry(&self, id: impl Into<String>) -> Entry {
        let decision = &self.decision;
        Entry {
            id: id.into(),
            curve: decision.curve,
            due: decision.respond_by,
            received: decision
                .history
                .waiting_since
                .or(self.message.sent_at)
                .unwrap_or(self.now)
                .min(self.now),
            hold_by: decision.hold_by,
        }
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
