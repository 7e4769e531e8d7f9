//! What a rule objects to, and how it is mended.

use serde::Serialize;
use twoears_core::decide::Severity;
use twoears_core::{RuleId, Span};

use super::text::Text;

/// What a rule objects to. Its words may quote the reply, never the customer's personal data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LintFinding {
    /// The rule.
    pub rule: RuleId,
    /// How grave it is.
    pub severity: Severity,
    /// Where, in bytes of the reply; none where the whole reply is meant.
    pub span: Option<Span>,
    /// What it found, in words for the person who sends the reply.
    pub says: String,
    /// What would mend it, where that can be said.
    pub fix: Option<Fix>,
}

/// A change that mends a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// What is replaced, in bytes of the reply.
    pub span: Span,
    /// What takes its place; empty where it is left out.
    pub text: String,
}

/// Collects what one rule objects to. Places are those of [`Text::lower`].
pub(super) struct Found<'a> {
    text: &'a Text<'a>,
    rule: RuleId,
    severity: Severity,
    out: &'a mut Vec<LintFinding>,
}

impl<'a> Found<'a> {
    pub(super) fn new(
        text: &'a Text<'a>,
        rule: RuleId,
        severity: Severity,
        out: &'a mut Vec<LintFinding>,
    ) -> Self {
        Self { text, rule, severity, out }
    }

    /// Objects to the reply as a whole.
    pub(super) fn whole(&mut self, says: impl Into<String>) {
        self.add(None, says.into(), None);
    }

    /// Objects to a place.
    pub(super) fn at(&mut self, place: Span, says: impl Into<String>) {
        self.add(Some(self.text.original(place)), says.into(), None);
    }

    /// Objects to a place, and says what would stand there better.
    pub(super) fn fix(&mut self, place: Span, says: impl Into<String>, instead: impl Into<String>) {
        let span = self.text.original(place);
        self.add(Some(span), says.into(), Some(Fix { span, text: instead.into() }));
    }

    /// The same for a place of the reply as it was written.
    pub(super) fn written(&mut self, span: Span, says: impl Into<String>, instead: Option<&str>) {
        self.add(Some(span), says.into(), instead.map(|text| Fix { span, text: text.to_owned() }));
    }

    fn add(&mut self, span: Option<Span>, says: String, fix: Option<Fix>) {
        self.out.push(LintFinding { rule: self.rule, severity: self.severity, span, says, fix });
    }
}

/// The reply with every fix made that does not cross an earlier one.
///
/// ```
/// use twoears_core::{Brand, Message};
/// use twoears_drafts::lint::{Subject, check, fixed};
/// let (message, brand) = (Message::new("my app spins"), Brand::default());
/// let reply = "Sorry your app spins!!! Close it and open it again.";
/// let findings = check(&Subject::new(reply, &message, &brand));
/// assert_eq!(fixed(reply, &findings), "Sorry your app spins. Close it and open it again.");
/// ```
pub fn fixed(reply: &str, findings: &[LintFinding]) -> String {
    let mut fixes: Vec<&Fix> = findings.iter().filter_map(|finding| finding.fix.as_ref()).collect();
    fixes.sort_by_key(|fix| (fix.span.start, fix.span.end));
    let (mut text, mut end) = (String::with_capacity(reply.len()), 0);
    for fix in fixes {
        let range = fix.span.range();
        if range.start < end {
            continue;
        }
        let Some(before) = reply.get(end..range.start) else { continue };
        text.push_str(before);
        text.push_str(&fix.text);
        end = range.end;
    }
    text.push_str(reply.get(end..).unwrap_or(""));
    text
}
