//! One rule run over one reply, for its tests.

use std::sync::LazyLock;

use twoears_core::decide::Severity;
use twoears_core::{Brand, Intent, Language, Message, Ranked, Reading, Scored, Sentiment, Urgency};

use super::finding::Found;
use super::{LintFinding, Look, Rule, Subject};

pub(super) static BRAND: LazyLock<Brand> = LazyLock::new(Brand::default);

/// What one rule says first to a reply.
pub(super) fn run(rule: &Rule, message: &Message, text: &str) -> Option<String> {
    with(rule, message, text, |subject| subject)
}

/// The same after a change to what the reply rests on.
pub(super) fn with<'a>(
    rule: &Rule,
    message: &'a Message,
    text: &'a str,
    change: impl FnOnce(Subject<'a>) -> Subject<'a>,
) -> Option<String> {
    all(rule, change(Subject::new(text, message, &BRAND))).into_iter().next().map(|finding| finding.says)
}

/// Everything that one rule says to a reply.
pub(super) fn all(rule: &Rule, subject: Subject<'_>) -> Vec<LintFinding> {
    let look = Look::new(&subject);
    let mut out = Vec::new();
    (rule.check)(&look, &mut Found::new(&look.text, rule.id, Severity::Error, &mut out));
    out
}

/// What a neutral question in English means, to be changed by the test.
pub(super) fn reading() -> Reading {
    fn sure<L>(label: L) -> Scored<L> {
        Scored { label, probability: 0.9 }
    }
    Reading {
        language: sure(Language::ENGLISH),
        intent: Ranked {
            label: Intent::OrderStatus,
            probability: 0.9,
            alternatives: Vec::new(),
            set: vec![Intent::OrderStatus],
            unclear: false,
        },
        urgency: sure(Urgency::Normal),
        sentiment: sure(Sentiment::Neutral),
        sentiment_score: 0.0,
        private: sure(false),
        escalate: sure(false),
        needs_reply: sure(true),
        private_data: Vec::new(),
        findings: Vec::new(),
        custom: Vec::new(),
    }
}
