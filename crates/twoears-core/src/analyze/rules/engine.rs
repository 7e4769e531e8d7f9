//! Runs all rules over a message, in a few passes.

use std::sync::{LazyLock, OnceLock};

use regex::{Regex, RegexBuilder, RegexSet, RegexSetBuilder};

use super::RULES;
use crate::label::{Intent, Urgency};
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

/// Patterns are compiled when they are first needed; a program of one pattern stays below this many bytes.
const PROGRAM_BYTES: usize = 4 << 20;
/// Patterns in a set, at the most. One set of all has so many states that its automaton never warms up (300 µs a
/// message), one set a rule reads each message seventeen times (12 µs); a few sets of this size take 7 µs.
const SET_PATTERNS: usize = 24;
/// The automaton of a set may grow to this; a smaller one is thrown away and built again all the time.
const AUTOMATON_BYTES: usize = 16 << 20;

/// All patterns in a few sets, with the rule of each.
struct Compiled {
    /// The place of the first pattern, and the set from there on.
    sets: Vec<(usize, RegexSet)>,
    /// Rule by pattern.
    owner: Vec<usize>,
    single: Vec<OnceLock<Option<Regex>>>,
    vetoes: Vec<OnceLock<Option<Regex>>>,
}

static COMPILED: LazyLock<Compiled> = LazyLock::new(|| {
    let patterns =
        || RULES.iter().enumerate().flat_map(|(at, rule)| rule.patterns.iter().map(move |p| (at, *p)));
    let all: Vec<&str> = patterns().map(|(_, pattern)| pattern).collect();
    let mut starts = vec![0];
    let mut end = 0;
    for rule in RULES {
        if end + rule.patterns.len() - starts[starts.len() - 1] > SET_PATTERNS && end > 0 {
            starts.push(end);
        }
        end += rule.patterns.len();
    }
    let ends = starts.iter().skip(1).copied().chain([end]);
    let sets = starts.iter().zip(ends).map(|(&start, end)| (start, compile_set(&all[start..end]))).collect();
    let owner: Vec<usize> = patterns().map(|(rule, _)| rule).collect();
    let single = owner.iter().map(|_| OnceLock::new()).collect();
    let vetoes = RULES.iter().map(|_| OnceLock::new()).collect();
    Compiled { sets, owner, single, vetoes }
});

fn compile_set(patterns: &[&str]) -> RegexSet {
    // The patterns are constants, and a test compiles each: the empty set stands for a case that cannot come.
    RegexSetBuilder::new(patterns)
        .unicode(false)
        .size_limit(4 * PROGRAM_BYTES)
        .dfa_size_limit(AUTOMATON_BYTES)
        .build()
        .unwrap_or_else(|_| RegexSet::empty())
}

fn compile(pattern: &str) -> Option<Regex> {
    RegexBuilder::new(pattern).unicode(false).size_limit(PROGRAM_BYTES).build().ok()
}

/// Every rule that fires on a message, in the order of the table, each once, at its first accepted match.
pub fn find(message: &Message, heard: &Heard) -> Vec<Found> {
    let context = Context { message, heard };
    let mut found: Vec<Found> = Vec::new();
    let mut last = None;
    for (start, set) in COMPILED.sets.iter().filter(|(_, set)| set.is_match(heard.lower())) {
        for pattern in set.matches(heard.lower()).iter().map(|at| start + at) {
            let rule = COMPILED.owner[pattern];
            if last == Some(rule) {
                continue;
            }
            if let Some(hit) = first_accepted(rule, pattern, &context) {
                found.push(hit);
                last = Some(rule);
            }
        }
    }
    for rule in RULES {
        if let Some(claims) = rule.always.and_then(|look| look(&context)) {
            found.push(Found { original: Finding { rule: rule.id, span: None }, claims });
        }
    }
    found
}

/// What a rule saw, in words for a person; none for an id that is no rule's.
pub fn says(id: RuleId) -> Option<&'static str> {
    RULES.iter().find(|rule| rule.id == id).map(|rule| rule.says)
}

/// The findings alone.
pub fn seen(found: &[Found]) -> Vec<Finding> {
    found.iter().map(|found| found.original).collect()
}

fn first_accepted(at: usize, pattern: usize, context: &Context<'_>) -> Option<Found> {
    let rule = RULES[at];
    let lower = context.heard.lower();
    let single = COMPILED.single[pattern].get_or_init(|| compile(rule.patterns[pattern - first_pattern(at)]));
    let veto = COMPILED.vetoes[at].get_or_init(|| {
        let any: Vec<String> = rule.vetoes.iter().map(|veto| format!("(?:{veto})")).collect();
        if any.is_empty() { None } else { compile(&any.join("|")) }
    });
    let vetoed: Vec<Span> = match veto {
        Some(veto) => veto.find_iter(lower).map(|m| Span::new(m.start(), m.end())).collect(),
        None => Vec::new(),
    };
    for m in single.as_ref()?.find_iter(lower) {
        let span = Span::new(m.start(), m.end());
        if vetoed.iter().any(|veto| veto.overlaps(span)) {
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

/// The place in the set of a rule's first pattern.
fn first_pattern(rule: usize) -> usize {
    COMPILED.owner.partition_point(|&owner| owner < rule)
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
            assert!(!rule.says.is_empty() && rule.id.0.contains('.'), "{}", rule.id);
            assert!(!ids.contains(&rule.id), "{} stands twice", rule.id);
            ids.push(rule.id);
        }
        let in_sets: usize = COMPILED.sets.iter().map(|(_, set)| set.len()).sum();
        assert_eq!(in_sets, COMPILED.owner.len(), "the sets compile");
    }
}
