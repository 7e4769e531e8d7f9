//! Which rules can match at all: one pass over a text for the words that their patterns must begin or end with.
//!
//! Most messages trigger one rule in ten, so nine in ten sets of patterns are neither run nor, at the start of a
//! process, compiled. The words are taken from the patterns themselves, so a rule needs no list of its own.

use aho_corasick::AhoCorasick;
use regex_syntax::ParserBuilder;
use regex_syntax::hir::literal::{ExtractKind, Extractor};
use regex_syntax::hir::{Hir, Look};

use super::Rule;

/// Shorter words are in every text and sort nothing out.
const LEAST_BYTES: usize = 3;
/// More words than this from one pattern cost more than they save.
const MOST_WORDS: usize = 400;

/// One bit a rule, by its place in the table.
pub(super) type RuleSet = u64;

/// A word that some patterns begin or end with.
struct Word {
    rules: RuleSet,
    /// It must stand at the start of a word.
    starts: bool,
    /// It must stand at the end of one.
    ends: bool,
}

/// Finds the rules that a text may concern.
pub(super) struct Triggers {
    finder: Option<AhoCorasick>,
    words: Vec<Word>,
    /// Rules with a pattern that has no such word.
    always: RuleSet,
}

impl Triggers {
    pub(super) fn of(rules: &[&Rule]) -> Self {
        let (mut texts, mut words, mut always): (Vec<Vec<u8>>, Vec<Word>, RuleSet) = (Vec::new(), Vec::new(), 0);
        for (place, rule) in rules.iter().enumerate() {
            let bit = 1 << place;
            for pattern in rule.patterns {
                match must_have(pattern) {
                    Some((found, starts, ends)) => {
                        words.extend(found.iter().map(|_| Word { rules: bit, starts, ends }));
                        texts.extend(found);
                    }
                    None => always |= bit,
                }
            }
        }
        let finder = AhoCorasick::new(&texts).ok();
        if finder.is_none() {
            always = RuleSet::MAX;
        }
        Self { finder, words, always }
    }

    /// The rules that may match a text; every rule that does match is among them.
    pub(super) fn rules(&self, lower: &str) -> RuleSet {
        let mut rules = self.always;
        let bytes = lower.as_bytes();
        let is_word = |place: Option<usize>| {
            place.and_then(|place| bytes.get(place)).is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_')
        };
        for found in self.finder.iter().flat_map(|finder| finder.find_overlapping_iter(lower)) {
            let word = &self.words[found.pattern().as_usize()];
            let inside = word.starts && is_word(found.start().checked_sub(1)) || word.ends && is_word(Some(found.end()));
            if !inside {
                rules |= word.rules;
            }
        }
        rules
    }
}

/// Words of which every match of the pattern begins (or ends) with one, and whether a word boundary stands before
/// (or behind) them; none when there is no such short list.
fn must_have(pattern: &str) -> Option<(Vec<Vec<u8>>, bool, bool)> {
    let hir = ParserBuilder::new().unicode(false).utf8(false).build().parse(pattern).ok()?;
    let looks = hir.properties();
    let starts = looks.look_set_prefix().contains(Look::WordAscii);
    let ends = looks.look_set_suffix().contains(Look::WordAscii);
    let prefixes = words(&hir, ExtractKind::Prefix).map(|words| (words, starts, false));
    let suffixes = words(&hir, ExtractKind::Suffix).map(|words| (words, false, ends));
    let least = |found: &Option<(Vec<Vec<u8>>, bool, bool)>| {
        found.as_ref().and_then(|(words, ..)| words.iter().map(Vec::len).min()).unwrap_or(0)
    };
    let best = if least(&suffixes) > least(&prefixes) + 2 { suffixes } else { prefixes.or(suffixes) };
    best.filter(|(words, ..)| !words.is_empty())
}

fn words(hir: &Hir, kind: ExtractKind) -> Option<Vec<Vec<u8>>> {
    let mut extractor = Extractor::new();
    extractor.kind(kind).limit_total(MOST_WORDS);
    let sequence = extractor.extract(hir);
    let words: Vec<Vec<u8>> = sequence.literals()?.iter().map(|literal| literal.as_bytes().to_vec()).collect();
    words.iter().all(|word| word.len() >= LEAST_BYTES).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::super::RULES;
    use super::*;

    #[test]
    fn words_are_taken_from_the_pattern() {
        let (found, starts, ends) = must_have(r"\b(?:lawyer|solicitor)\b").unwrap();
        assert_eq!(found, [&b"lawyer"[..], b"solicitor"]);
        assert!(starts && !ends);
        assert!(must_have(r"\d+ mins?").is_some_and(|(found, ..)| found.iter().all(|word| word.starts_with(b" min"))));
        assert!(must_have(r"\d+").is_none());
    }

    #[test]
    fn every_rule_has_a_bit_and_few_have_no_words() {
        assert!(RULES.len() <= 64);
        let triggers = Triggers::of(RULES);
        assert!(triggers.finder.is_some());
        for (place, rule) in RULES.iter().enumerate() {
            let bare: Vec<_> = rule.patterns.iter().filter(|pattern| must_have(pattern).is_none()).collect();
            assert!(bare.len() * 4 <= rule.patterns.len(), "{} (bit {place}): {bare:?}", rule.id);
        }
    }
}
