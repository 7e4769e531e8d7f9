//! Runs all rules over a message.

use std::sync::{LazyLock, OnceLock};

use regex::{Regex, RegexBuilder};

use super::RULES;
use super::triggers::{PatternSet, Triggers};
use crate::analyze::{Question, steering};
use crate::label::{Intent, Matter, Urgency};
use crate::listen::Heard;
use crate::{Finding, Message, RuleId, Span};

/// What a rule claims when it fires; `None` where it says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Claims {
    /// The intent is this.
    pub intent: Option<Intent>,
    /// The urgency is at least this.
    pub urgency: Option<Urgency>,
    /// The answer must be private (or, `Some(false)`, need not).
    pub private: Option<bool>,
    /// A trained person must take it.
    pub escalate: Option<bool>,
    /// It needs a reply, or none.
    pub needs_reply: Option<bool>,
}

impl Claims {
    /// Claims nothing: a start for `Claims { urgency: …, ..Claims::NONE }`.
    pub const NONE: Self =
        Self { intent: None, urgency: None, private: None, escalate: None, needs_reply: None };

    /// Is anything claimed on this question?
    pub fn about(&self, question: Question) -> bool {
        match question {
            Question::Intent => self.intent.is_some(),
            Question::Urgency => self.urgency.is_some(),
            Question::Sentiment => false,
            Question::Private => self.private.is_some(),
            Question::Escalate => self.escalate.is_some(),
            Question::NeedsReply => self.needs_reply.is_some(),
        }
    }
}

/// What a check may look at besides the match.
pub struct Context<'a> {
    /// The message, for its `sent_at` and thread.
    pub message: &'a Message,
    /// What was heard of it.
    pub heard: &'a Heard,
}

/// One match of a rule's pattern.
#[derive(Clone, Copy, Debug)]
pub struct Hit<'a> {
    /// The matched part of [`Heard::lower`].
    pub text: &'a str,
    /// Where it stands in [`Heard::lower`].
    pub span: Span,
}

/// A rule. Patterns are matched against [`Heard::lower`], in ASCII mode: `\b`, `\w`, `\d` know ASCII alone, and `.` and
/// negated classes are not allowed (they could match half a character).
pub struct Rule {
    /// Its stable name.
    pub id: RuleId,
    /// What it saw, in words for a person: "says that they waited or wrote before".
    pub says: &'static str,
    /// Patterns, any of which may match.
    pub patterns: &'static [&'static str],
    /// What only looks like it: a match that shares a byte with a veto's match does not count.
    pub vetoes: &'static [&'static str],
    /// What it claims, unless `check` says otherwise.
    pub claims: Claims,
    /// For what a person is called, when it calls one: such a message never gets a draft that may be sent as it is.
    pub matter: Option<Matter>,
    /// A closer look at a match; `None` lets it go.
    pub check: Option<fn(&Context<'_>, Hit<'_>) -> Option<Claims>>,
    /// Looked at without any pattern, on every message; for what patterns cannot say.
    pub always: Option<fn(&Context<'_>) -> Option<Claims>>,
}

impl Rule {
    /// A rule of nothing: a start for `Rule { id: …, ..Rule::NONE }`.
    pub const NONE: Self = Self {
        id: RuleId(""),
        says: "",
        patterns: &[],
        vetoes: &[],
        claims: Claims::NONE,
        matter: None,
        check: None,
        always: None,
    };
}

/// A rule that fired: the finding, and what it claims.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// The finding, with its place in the original text.
    pub original: Finding,
    /// What it claims.
    pub claims: Claims,
}

/// Patterns are compiled when they are first triggered; the program of one stays below this many bytes.
const PROGRAM_BYTES: usize = 4 << 20;

/// Matches of one pattern that are looked at: a check reads around each, and a text may be full of them.
const HITS_LOOKED_AT: usize = 32;

/// The patterns of all rules, one after the other, and which of them a text triggers. Each runs by itself: one set of
/// all has so many states that its lazy automaton never warms up (measured: 300 µs a message against 10).
struct Compiled {
    triggers: Triggers,
    patterns: Vec<OnceLock<Option<Regex>>>,
    vetoes: Vec<OnceLock<Option<Regex>>>,
}

const _: () = assert!(patterns_of(RULES) <= PatternSet::MOST, "a wider PatternSet is needed");

const fn patterns_of(rules: &[&Rule]) -> usize {
    let (mut patterns, mut place) = (0, 0);
    while place < rules.len() {
        patterns += rules[place].patterns.len();
        place += 1;
    }
    patterns
}

static COMPILED: LazyLock<Compiled> = LazyLock::new(|| {
    let all = || RULES.iter().flat_map(|rule| rule.patterns).copied();
    Compiled {
        triggers: Triggers::of(patterns_of(RULES)),
        patterns: all().map(|_| OnceLock::new()).collect(),
        vetoes: RULES.iter().map(|_| OnceLock::new()).collect(),
    }
});

/// The patterns are constants, and a test compiles each: none stands for a case that cannot come.
fn compile(pattern: &str) -> Option<Regex> {
    RegexBuilder::new(pattern).unicode(false).size_limit(PROGRAM_BYTES).build().ok()
}

/// Every rule that fires on a message, in the order of the table, each once, at its first accepted match.
///
/// Words that try to steer a machine are not looked at, but for rules that call a person: a threat to life counts
/// wherever it stands.
pub fn find(message: &Message, heard: &Heard) -> Vec<Found> {
    let mut found = find_in(message, heard);
    if !heard.steering().is_empty() {
        let inside = find_in(message, heard.full()).into_iter().filter(|inside| {
            let calls = inside.claims.escalate == Some(true);
            calls && inside.original.span.is_some_and(|span| heard.is_within_steering(span))
        });
        let known: Vec<RuleId> = found.iter().map(|found| found.original.rule).collect();
        found.extend(inside.filter(|inside| !known.contains(&inside.original.rule)));
        found.sort_by_key(|found| RULES.iter().position(|rule| rule.id == found.original.rule));
    }
    found
}

fn find_in(message: &Message, heard: &Heard) -> Vec<Found> {
    let context = Context { message, heard };
    let mut found: Vec<Found> = Vec::new();
    let Compiled { triggers, patterns, vetoes } = &*COMPILED;
    let triggered = triggers.patterns(heard.lower());
    let mut first = 0;
    for (rule, veto) in RULES.iter().zip(vetoes) {
        let triggered = (0..rule.patterns.len()).filter(|place| triggered.has(first + place));
        found.extend(triggered.into_iter().find_map(|place| {
            let pattern = patterns[first + place].get_or_init(|| compile(rule.patterns[place]));
            first_accepted(rule, pattern.as_ref()?, veto, &context)
        }));
        first += rule.patterns.len();
        if let Some(claims) = rule.always.and_then(|look| look(&context)) {
            found.push(Found { original: Finding { rule: rule.id, span: None }, claims });
        }
    }
    found
}

/// What a rule saw, in words for a person; none for an id that is no rule's.
pub fn says(id: RuleId) -> Option<&'static str> {
    if id == steering::INJECTION {
        return Some(steering::SAYS);
    }
    RULES.iter().find(|rule| rule.id == id).map(|rule| rule.says)
}

/// The findings alone.
pub fn seen(found: &[Found]) -> Vec<Finding> {
    found.iter().map(|found| found.original).collect()
}

fn first_accepted(
    rule: &Rule,
    pattern: &Regex,
    veto: &OnceLock<Option<Regex>>,
    context: &Context<'_>,
) -> Option<Found> {
    let lower = context.heard.lower();
    let mut vetoed: Option<Vec<Span>> = None;
    for m in pattern.find_iter(lower).take(HITS_LOOKED_AT) {
        let span = Span::new(m.start(), m.end());
        if vetoed.get_or_insert_with(|| vetoes(rule, veto, lower)).iter().any(|veto| veto.overlaps(span)) {
            continue;
        }
        let claims = match rule.check {
            None => rule.claims,
            Some(check) => match check(context, Hit { text: m.as_str(), span }) {
                None => continue,
                Some(claims) => claims,
            },
        };
        let original = Finding { rule: rule.id, span: Some(context.heard.original(span)) };
        return Some(Found { original, claims });
    }
    None
}

/// Where the rule's vetoes match.
fn vetoes(rule: &Rule, veto: &OnceLock<Option<Regex>>, lower: &str) -> Vec<Span> {
    let veto = veto.get_or_init(|| {
        let any: Vec<String> = rule.vetoes.iter().map(|veto| format!("(?:{veto})")).collect();
        if any.is_empty() { None } else { compile(&any.join("|")) }
    });
    veto.iter().flat_map(|veto| veto.find_iter(lower)).map(|m| Span::new(m.start(), m.end())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_compiles_and_ids_are_unique() {
        let mut ids = Vec::new();
        for rule in RULES {
            for pattern in rule.patterns.iter().chain(rule.vetoes) {
                assert!(compile(pattern).is_some(), "{}: {pattern}", rule.id);
            }
            let all: Vec<String> = rule.vetoes.iter().map(|veto| format!("(?:{veto})")).collect();
            assert!(compile(&all.join("|")).is_some(), "{}: vetoes", rule.id);
            assert!(!rule.says.is_empty() && rule.id.0.contains('.'), "{}", rule.id);
            assert!(!ids.contains(&rule.id), "{} stands twice", rule.id);
            assert_eq!(rule.matter.is_some(), rule.claims.escalate == Some(true), "{}: its matter", rule.id);
            ids.push(rule.id);
        }
    }

    #[test]
    fn triggers_never_hide_a_match() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models/corpus");
        let patterns: Vec<Regex> =
            RULES.iter().flat_map(|rule| rule.patterns).map(|pattern| compile(pattern).unwrap()).collect();
        let (mut looked, mut spared) = (0, 0);
        for file in ["plain_urgent.jsonl", "hard.jsonl", "plain_uk.jsonl"] {
            for line in std::fs::read_to_string(folder.join(file)).unwrap().lines() {
                let row: serde_json::Value = serde_json::from_str(line).unwrap();
                let heard = crate::listen::hear(row["text"].as_str().unwrap());
                let triggered = COMPILED.triggers.patterns(heard.lower());
                for (place, pattern) in patterns.iter().enumerate() {
                    let runs = triggered.has(place);
                    assert!(runs || !pattern.is_match(heard.lower()), "{pattern}: {}", heard.lower());
                    looked += 1;
                    spared += usize::from(!runs);
                }
            }
        }
        assert!(spared * 10 > looked * 9, "{spared} of {looked} looks spared");
    }
}
