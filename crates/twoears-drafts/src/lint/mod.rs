//! Rules that a reply must pass, as composed or as a person changed it; one file a rule, in one table.

mod asks_private;
mod bare_link;
mod cliche;
mod mention;
mod more_than_one_question;
mod no_acknowledgement;
mod private_value;
mod redirect;
mod shouting;
mod too_long;
mod unsupported;

use jiff::Timestamp;
use serde::Serialize;
use twoears_core::{Brand, Message, PrivateData, RuleId};

use crate::knowledge::Article;
use crate::{Audience, Length};

/// A reply and what it may rest on.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The text of the reply.
    pub text: &'a str,
    /// Who will read it.
    pub audience: Audience,
    /// How much of the channel's limit it takes.
    pub length: Length,
    /// The message that it answers.
    pub message: &'a Message,
    /// The personal data that the message shows.
    pub private_data: &'a [PrivateData],
    /// The organisation's settings.
    pub brand: &'a Brand,
    /// The article that the answer comes from.
    pub article: Option<&'a Article>,
    /// The link into private, when there is one.
    pub link: Option<&'a str>,
    /// When the next word is promised, when it is.
    pub due: Option<Timestamp>,
}

/// What a rule objects to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LintFinding {
    /// The rule.
    pub rule: RuleId,
    /// What it found, in words for the person who sends the reply.
    pub says: String,
}

/// A rule.
pub struct Rule {
    /// Its stable name: `reply.too_long`.
    pub id: RuleId,
    /// What it looks for, in words for a person.
    pub about: &'static str,
    /// What it objects to, or nothing.
    pub check: fn(&Subject<'_>) -> Option<String>,
}

/// Every rule, in the order of their findings. To add one: a file with a `RULE`, a line here.
pub const RULES: &[&Rule] = &[
    &private_value::RULE,
    &asks_private::RULE,
    &mention::RULE,
    &unsupported::RULE,
    &too_long::RULE,
    &no_acknowledgement::RULE,
    &bare_link::RULE,
    &redirect::RULE,
    &more_than_one_question::RULE,
    &cliche::RULE,
    &shouting::RULE,
];

/// Checks a reply by every rule.
///
/// ```
/// use twoears_core::decide::{Limit, Unit};
/// use twoears_core::{Brand, Message};
/// use twoears_drafts::{Audience, Length, lint};
/// let (message, brand) = (Message::new("Where is my parcel?"), Brand::default());
/// let text = "We apologise for any inconvenience caused.";
/// let length = Length::of(text, Limit::new(280, Unit::Weighted));
/// let subject = lint::Subject {
///     text, length, audience: Audience::Public, message: &message, private_data: &[], brand: &brand,
///     article: None, link: None, due: None,
/// };
/// let rules: Vec<_> = lint::check(&subject).into_iter().map(|finding| finding.rule.0).collect();
/// assert_eq!(rules, ["reply.no_acknowledgement", "reply.cliche"]);
/// ```
pub fn check(subject: &Subject<'_>) -> Vec<LintFinding> {
    let find = |rule: &&Rule| (rule.check)(subject).map(|says| LintFinding { rule: rule.id, says });
    RULES.iter().filter_map(find).collect()
}

/// The links in a text.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let starts = text.match_indices("http").map(|(at, _)| at);
    starts.filter_map(|at| crate::length::link_len(&text[at..]).map(|bytes| &text[at..at + bytes]))
}

/// The text without its links.
fn without_links(text: &str) -> String {
    links(text).fold(text.to_owned(), |text, link| text.replacen(link, " ", 1))
}

/// Does the reply hold a sentence of the article?
fn answers(subject: &Subject<'_>) -> bool {
    subject
        .article
        .is_some_and(|article| article.sentences.iter().any(|sentence| holds(subject.text, sentence)))
}

/// Whether a text holds a sentence, but for the case of its first letter.
fn holds(text: &str, sentence: &str) -> bool {
    let rest = sentence.chars().next().and_then(|first| sentence.get(first.len_utf8()..)).unwrap_or("");
    !rest.is_empty() && text.contains(rest)
}

#[cfg(test)]
mod testing {
    use super::*;
    use std::sync::LazyLock;
    use twoears_core::decide::{Limit, Unit};

    static BRAND: LazyLock<Brand> = LazyLock::new(Brand::default);

    /// What one rule says to a public reply to a message on X.
    pub(super) fn run(rule: &Rule, message: &Message, text: &str) -> Option<String> {
        with(rule, message, text, |_| {})
    }

    /// The same after a change to what the reply rests on.
    pub(super) fn with<'a>(
        rule: &Rule,
        message: &'a Message,
        text: &'a str,
        change: impl FnOnce(&mut Subject<'a>),
    ) -> Option<String> {
        let length = Length::of(text, Limit::new(280, Unit::Weighted));
        let mut subject = Subject {
            text,
            audience: Audience::Public,
            length,
            message,
            private_data: &[],
            brand: &BRAND,
            article: None,
            link: None,
            due: None,
        };
        change(&mut subject);
        (rule.check)(&subject)
    }
}
