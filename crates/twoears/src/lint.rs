//! Checking a reply that a person or another program wrote.

use twoears_core::{Audience, Timestamp};
use twoears_drafts::LintFinding;
use twoears_drafts::lint::{self, Subject};

use crate::Case;

/// A reply to be checked, with what its writer knows.
///
/// ```
/// use twoears::{Audience, Reply};
/// let reply = Reply::new("I've sent your refund on its way.").audience(Audience::Private).done(vec!["refund"]);
/// assert_eq!(reply.text(), "I've sent your refund on its way.");
/// ```
#[derive(Clone)]
pub struct Reply<'a> {
    text: &'a str,
    audience: Option<Audience>,
    done: Vec<&'a str>,
    earlier: Vec<&'a str>,
    due: Option<Timestamp>,
}

impl<'a> Reply<'a> {
    /// A reply that goes where the message came from.
    pub fn new(text: &'a str) -> Self {
        Self { text, audience: None, done: Vec::new(), earlier: Vec::new(), due: None }
    }

    /// Says who will read it.
    pub fn audience(mut self, audience: Audience) -> Self {
        self.audience = Some(audience);
        self
    }

    /// What was done for this customer, in words: the reply may claim it.
    pub fn done(mut self, done: Vec<&'a str>) -> Self {
        self.done = done;
        self
    }

    /// Replies that other customers got lately.
    pub fn earlier(mut self, earlier: Vec<&'a str>) -> Self {
        self.earlier = earlier;
        self
    }

    /// When the next word is promised.
    pub fn due(mut self, due: Timestamp) -> Self {
        self.due = Some(due);
        self
    }

    /// The text.
    pub fn text(&self) -> &'a str {
        self.text
    }
}

impl<'a> From<&'a str> for Reply<'a> {
    fn from(text: &'a str) -> Self {
        Self::new(text)
    }
}

/// Shows how long it is, never what it says.
impl std::fmt::Debug for Reply<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Reply")
            .field("bytes", &self.text.len())
            .field("audience", &self.audience)
            .finish_non_exhaustive()
    }
}

impl Case {
    /// What the rules object to in a reply to this message, errors first; places are bytes of the reply.
    ///
    /// The reply may rest on the message, its thread, the settings, and the articles of the knowledge base that answer the
    /// message or that the reply is about.
    ///
    /// ```
    /// use twoears::{Desk, Message};
    /// let case = Desk::new()?.triage(&Message::new("My phone won't charge"), "2026-11-23T09:00:00Z".parse()?);
    /// let findings = case.lint("We apologise for any inconvenience. Please call us.");
    /// let rules: Vec<&str> = findings.iter().map(|finding| finding.rule.0).collect();
    /// assert!(rules.contains(&"reply.redirect") && rules.contains(&"reply.cliche"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn lint<'a>(&self, reply: impl Into<Reply<'a>>) -> Vec<LintFinding> {
        let reply = reply.into();
        let audience = reply.audience.unwrap_or(if self.message.is_public() {
            Audience::Public
        } else {
            Audience::Private
        });
        let articles = self.articles(reply.text, audience);
        let subject = Subject::new(reply.text, &self.message, self.brand())
            .audience(audience)
            .reading(&self.reading)
            .decision(&self.decision)
            .articles(&articles)
            .done(&reply.done)
            .earlier(&reply.earlier)
            .times(self.now, reply.due);
        let mut findings = lint::check(&subject);
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        findings
    }
}
