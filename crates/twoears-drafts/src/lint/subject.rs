//! A reply and what it may rest on.

use jiff::Timestamp;
use twoears_core::{Brand, Decision, Message, PrivateData, Reading};

use crate::Audience;
use crate::knowledge::Article;

/// Who sends a reply.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sender {
    /// A person, who read it first.
    #[default]
    Person,
    /// A program, by itself.
    Program,
}

/// A reply and what it may rest on. Only the text, the message and the settings are needed; what else is known makes the
/// rules see more.
///
/// ```
/// use twoears_core::{Brand, Message};
/// use twoears_drafts::Audience;
/// use twoears_drafts::lint::{Subject, check};
/// let (message, brand) = (Message::new("Where is my parcel?"), Brand::default());
/// let subject = Subject::new("What is your full name and address?", &message, &brand);
/// assert!(check(&subject).iter().any(|finding| finding.rule.0 == "reply.asks_private"));
/// assert!(!check(&subject.audience(Audience::Private)).iter().any(|finding| finding.rule.0 == "reply.asks_private"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The text of the reply.
    pub text: &'a str,
    /// Who will read it.
    pub audience: Audience,
    /// Who sends it: a person, unless it is said otherwise.
    pub sender: Sender,
    /// The message that it answers, with its thread.
    pub message: &'a Message,
    /// What the message means: without it, no rule knows of its personal data, language or mood.
    pub reading: Option<&'a Reading>,
    /// What was decided: the link into private and the team.
    pub decision: Option<&'a Decision>,
    /// The organisation's settings.
    pub brand: &'a Brand,
    /// The articles that the answer may rest on.
    pub articles: &'a [&'a Article],
    /// When the next word is promised, when it is.
    pub due: Option<Timestamp>,
    /// The time that promises count from.
    pub now: Option<Timestamp>,
    /// What was done for this customer, in words ("refund", "transferred to Payments"): a reply may claim it.
    pub done: &'a [&'a str],
    /// Replies that other customers got lately: none of them should get this one word for word.
    pub earlier: &'a [&'a str],
}

impl<'a> Subject<'a> {
    /// A reply to a message: read by everybody where the message is public, by the customer alone otherwise.
    pub fn new(text: &'a str, message: &'a Message, brand: &'a Brand) -> Self {
        let audience = if message.is_public() { Audience::Public } else { Audience::Private };
        Self {
            text,
            audience,
            sender: Sender::Person,
            message,
            reading: None,
            decision: None,
            brand,
            articles: &[],
            due: None,
            now: None,
            done: &[],
            earlier: &[],
        }
    }

    /// Says who will read it.
    pub fn audience(mut self, audience: Audience) -> Self {
        self.audience = audience;
        self
    }

    /// Says who sends it.
    pub fn sender(mut self, sender: Sender) -> Self {
        self.sender = sender;
        self
    }

    /// Adds what the message means.
    pub fn reading(mut self, reading: &'a Reading) -> Self {
        self.reading = Some(reading);
        self
    }

    /// Adds what was decided.
    pub fn decision(mut self, decision: &'a Decision) -> Self {
        self.decision = Some(decision);
        self
    }

    /// Adds the articles that the answer may rest on.
    pub fn articles(mut self, articles: &'a [&'a Article]) -> Self {
        self.articles = articles;
        self
    }

    /// Adds the time: now, and when the next word is promised.
    pub fn times(mut self, now: Timestamp, due: Option<Timestamp>) -> Self {
        (self.now, self.due) = (Some(now), due);
        self
    }

    /// Adds what was done for this customer.
    pub fn done(mut self, done: &'a [&'a str]) -> Self {
        self.done = done;
        self
    }

    /// Adds replies that other customers got lately.
    pub fn earlier(mut self, earlier: &'a [&'a str]) -> Self {
        self.earlier = earlier;
        self
    }

    /// The personal data that the message shows.
    pub(super) fn private_data(&self) -> &'a [PrivateData] {
        self.reading.map_or(&[], |reading| &reading.private_data)
    }

    /// The link into private, when there is one.
    pub(super) fn link(&self) -> Option<&'a str> {
        self.decision.and_then(|decision| decision.routing.link.as_deref())
    }
}
