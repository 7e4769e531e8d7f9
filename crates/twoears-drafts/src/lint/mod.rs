//! Rules that a reply must pass: as composed, as a person changed it, or as another program wrote it. One file a rule, in one
//! table; `docs/lint.md` lists them.

mod acts;
mod asks_again;
mod asks_private;
mod banned;
mod bare_link;
mod blame;
mod claims_done;
mod cliche;
mod disclosure;
mod duplicate;
mod empathy_without_object;
mod empty_opening;
mod finding;
mod hidden;
mod jargon;
mod link_not_allowed;
mod markup;
mod mention;
mod more_than_one_question;
mod name;
mod no_acknowledgement;
mod no_next_step;
mod over_apology;
mod passive;
mod phrases;
mod placeholder;
mod plain;
mod private_value;
mod promise_closed;
mod promise_without_time;
mod reading_ease;
mod redirect;
mod second_redirect;
mod segments;
mod self_talk;
mod shared;
mod shouting;
mod subject;
#[cfg(test)]
mod testing;
mod text;
mod third_account;
mod tone;
mod too_long;
mod truncated;
mod unanswered;
mod unsupported;
mod wrong_language;

use twoears_core::decide::{Limit, Severity, Unit};
use twoears_core::{Brand, RuleId};

use crate::{Audience, Error, Length};
use acts::Acts;
pub use duplicate::Sent;
pub(crate) use empty_opening::says_nothing;
use finding::Found;
pub use finding::{Fix, LintFinding, fixed};
pub use subject::{Sender, Subject};
use text::Text;

/// The limit of a channel that has none of its own, or whose limit is not known.
pub const UNKNOWN: Limit = Limit::new(1000, Unit::Chars);

/// A rule.
pub struct Rule {
    /// Its stable name: `reply.too_long`.
    pub id: RuleId,
    /// How grave it is, unless the settings say otherwise.
    pub severity: Severity,
    /// What it looks for, in words for a person.
    pub about: &'static str,
    /// Tells what it objects to.
    check: fn(&Look<'_>, &mut Found<'_>),
}

/// Every rule, in the order of their findings. To add one: a file with a `RULE`, a line here.
pub const RULES: &[&Rule] = &[
    &private_value::RULE,
    &asks_private::RULE,
    &mention::RULE,
    &unsupported::RULE,
    &claims_done::RULE,
    &link_not_allowed::RULE,
    &disclosure::RULE,
    &too_long::RULE,
    &redirect::RULE,
    &second_redirect::RULE,
    &unanswered::RULE,
    &no_next_step::RULE,
    &promise_without_time::RULE,
    &promise_closed::RULE,
    &banned::RULE,
    &asks_again::RULE,
    &bare_link::RULE,
    &no_acknowledgement::RULE,
    &empty_opening::RULE,
    &third_account::RULE,
    &duplicate::RULE,
    &more_than_one_question::RULE,
    &cliche::RULE,
    &shouting::RULE,
    &placeholder::RULE,
    &hidden::RULE,
    &wrong_language::RULE,
    &truncated::RULE,
    &segments::RULE,
    &markup::RULE,
    &name::RULE,
    &tone::RULE,
    &blame::RULE,
    &over_apology::RULE,
    &empathy_without_object::RULE,
    &self_talk::RULE,
    &passive::RULE,
    &jargon::RULE,
    &reading_ease::RULE,
];

/// Rules that have nothing to say where the message is not known: what they compare the reply with stands in it.
const OF_MESSAGE: &[&RuleId] = &[
    &unsupported::RULE.id,
    &no_acknowledgement::RULE.id,
    &unanswered::RULE.id,
    &no_next_step::RULE.id,
    &asks_again::RULE.id,
    &second_redirect::RULE.id,
    &name::RULE.id,
    &tone::RULE.id,
    &wrong_language::RULE.id,
];

/// A reply as the rules see it: taken apart once.
struct Look<'a> {
    /// The reply and what it may rest on.
    subject: &'a Subject<'a>,
    /// Its text.
    text: Text<'a>,
    /// What its words do.
    acts: Acts,
    /// How much of the channel's limit it takes.
    length: Length,
}

impl<'a> Look<'a> {
    fn new(subject: &'a Subject<'a>) -> Self {
        let length = Length::of(subject.text, limit(subject));
        let text = Text::new(subject.text, subject.brand);
        let acts = Acts::of(&text);
        Self { subject, text, acts, length }
    }

    /// Does the reply hold a sentence of one of the articles?
    fn answers(&self) -> bool {
        let mut sentences = self.subject.articles.iter().flat_map(|article| &article.sentences);
        sentences.any(|sentence| holds(self.subject.text, sentence))
    }
}

/// Checks a reply by every rule that the settings do not switch off; where the message has no text, only by those that need
/// none.
///
/// ```
/// use twoears_core::{Brand, Message};
/// use twoears_drafts::lint::{self, Subject};
/// let (message, brand) = (Message::new("Where is my parcel?"), Brand::default());
/// let findings = lint::check(&Subject::new("We apologise for any inconvenience caused.", &message, &brand));
/// let cliche = findings.iter().find(|finding| finding.rule.0 == "reply.cliche").unwrap();
/// assert_eq!(cliche.span.map(|span| (span.start, span.end)), Some((17, 34)));
/// ```
pub fn check(subject: &Subject<'_>) -> Vec<LintFinding> {
    let look = Look::new(subject);
    let mut findings = Vec::new();
    let alone = subject.message.text.trim().is_empty() && subject.message.thread.is_empty();
    for rule in RULES {
        if alone && OF_MESSAGE.contains(&&rule.id) {
            continue;
        }
        if let Some(severity) = subject.brand.lint.severity(rule.id.0, rule.severity) {
            (rule.check)(&look, &mut Found::new(&look.text, rule.id, severity, &mut findings));
        }
    }
    findings
}

/// Do the settings name only rules that exist?
///
/// # Errors
/// When they name another; the error names it and the nearest that exists.
///
/// ```
/// use twoears_core::Brand;
/// let brand = Brand::from_toml("[lint]\n'reply.clich' = 'off'")?;
/// let error = twoears_drafts::lint::check_settings(&brand).unwrap_err();
/// assert!(error.is_lint() && error.to_string().contains("reply.cliche"));
/// # Ok::<(), twoears_core::Error>(())
/// ```
pub fn check_settings(brand: &Brand) -> Result<(), Error> {
    for name in brand.lint.rules() {
        if !RULES.iter().any(|rule| rule.id.0 == name) {
            let start = |other: &&&Rule| {
                let shared = name.bytes().zip(other.id.0.bytes()).take_while(|(one, other)| one == other);
                shared.count()
            };
            let near = RULES.iter().max_by_key(start).map_or("", |rule| rule.id.0);
            return Err(Error::lint(name, near));
        }
    }
    Ok(())
}

/// How long a reply may be where it goes.
fn limit(subject: &Subject<'_>) -> Limit {
    let (channels, channel) = (&subject.brand.channels, subject.message.channel);
    let limit = match subject.audience {
        Audience::Public => channels.public(channel),
        Audience::Private => channels.private(channel),
    };
    limit.unwrap_or(UNKNOWN)
}

/// Whether a text holds a sentence, but for the case of its first letter.
fn holds(text: &str, sentence: &str) -> bool {
    let rest = sentence.chars().next().and_then(|first| sentence.get(first.len_utf8()..)).unwrap_or("");
    !rest.is_empty() && text.contains(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use twoears_core::Message;

    #[test]
    fn names_are_unique_and_told() {
        for (at, rule) in RULES.iter().enumerate() {
            assert!(rule.id.0.starts_with("reply.") && !rule.about.is_empty(), "{}", rule.id.0);
            assert!(RULES[..at].iter().all(|other| other.id.0 != rule.id.0), "{}", rule.id.0);
        }
    }

    #[test]
    fn settings_switch_rules() {
        let message = Message::new("my train");
        let text = "We apologise for any inconvenience with your train.";
        for (settings, want) in [
            ("", Some(Severity::Warning)),
            ("[lint]\n'reply.cliche' = 'off'", None),
            ("[lint]\n'reply.cliche' = 'error'", Some(Severity::Error)),
        ] {
            let brand = Brand::from_toml(settings).unwrap();
            check_settings(&brand).unwrap();
            let findings = check(&Subject::new(text, &message, &brand));
            let cliche = findings.iter().find(|finding| finding.rule.0 == "reply.cliche");
            assert_eq!(cliche.map(|finding| finding.severity), want, "{settings}");
        }
    }
}
