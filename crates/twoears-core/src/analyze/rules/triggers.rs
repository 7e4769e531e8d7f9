//! Which patterns can match at all: one pass over a text for the words that they must begin or end with.
//!
//! Most messages trigger a handful of patterns, so the others are neither run nor, at the start of a process, compiled.
//! The words are derived from the patterns by a test, which keeps `triggers.tsv` true: deriving them takes 20 ms, reading
//! them one.

use aho_corasick::AhoCorasick;

/// One line a pattern: its number, `s` when its words stand at the start of a word and `e` when at the end of one, and the
/// words. A pattern without a line has none and always runs. Written by the test below.
const WORDS: &str = include_str!("triggers.tsv");
/// Between words in a line; no pattern has it in a word.
const BETWEEN: char = '|';

/// One bit a pattern.
#[derive(Clone, Copy, Default)]
pub(super) struct PatternSet([u64; 4]);

impl PatternSet {
    /// Patterns that there is room for.
    pub(super) const MOST: usize = 256;

    fn add(&mut self, pattern: usize) {
        self.0[pattern / 64] |= 1 << (pattern % 64);
    }

    fn remove(&mut self, pattern: usize) {
        self.0[pattern / 64] &= !(1 << (pattern % 64));
    }

    /// Is the pattern in it?
    pub(super) fn has(self, pattern: usize) -> bool {
        self.0[pattern / 64] >> (pattern % 64) & 1 == 1
    }
}

/// A word that a pattern begins or ends with.
struct Word {
    pattern: usize,
    /// It must stand at the start of a word.
    starts: bool,
    /// It must stand at the end of one.
    ends: bool,
}

/// Finds the patterns that may match a text.
pub(super) struct Triggers {
    finder: Option<AhoCorasick>,
    words: Vec<Word>,
    /// Patterns that have no such word.
    always: PatternSet,
}

impl Triggers {
    /// Triggers of so many patterns, at most [`PatternSet::MOST`].
    pub(super) fn of(patterns: usize) -> Self {
        let (mut texts, mut words, mut always) = (Vec::new(), Vec::new(), PatternSet::default());
        (0..patterns).for_each(|pattern| always.add(pattern));
        for line in WORDS.lines() {
            let mut cells = line.split('\t');
            let (Some(pattern), Some(flags), Some(list)) = (cells.next(), cells.next(), cells.next()) else {
                continue;
            };
            let Ok(pattern) = pattern.parse::<usize>() else { continue };
            always.remove(pattern);
            for word in list.split(BETWEEN) {
                texts.push(word);
                words.push(Word { pattern, starts: flags.contains('s'), ends: flags.contains('e') });
            }
        }
        let finder = AhoCorasick::new(&texts).ok();
        if finder.is_none() {
            (0..patterns).for_each(|pattern| always.add(pattern));
        }
        Self { finder, words, always }
    }

    /// The patterns that may match a text; every pattern that does match is among them.
    pub(super) fn patterns(&self, lower: &str) -> PatternSet {
        let mut patterns = self.always;
        let bytes = lower.as_bytes();
        let is_word = |place: Option<usize>| {
            place.and_then(|place| bytes.get(place)).is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_')
        };
        for found in self.finder.iter().flat_map(|finder| finder.find_overlapping_iter(lower)) {
            let word = &self.words[found.pattern().as_usize()];
            let inside = word.starts && is_word(found.start().checked_sub(1))
                || word.ends && is_word(Some(found.end()));
            if !inside {
                patterns.add(word.pattern);
            }
        }
        patterns
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use regex_syntax::ParserBuilder;
    use regex_syntax::hir::literal::{ExtractKind, Extractor};
    use regex_syntax::hir::{Hir, Look};

    use super::super::RULES;
    use super::*;

    /// Shorter words are in every text and sort nothing out.
    const LEAST_BYTES: usize = 3;
    /// Words of at least this length at the start of a pattern are good enough not to look at its end.
    const GOOD_BYTES: usize = 5;
    /// More words than this from one pattern cost more than they save.
    const MOST_WORDS: usize = 100;

    /// Words of which every match of the pattern begins (or ends) with one, and whether a word boundary stands before
    /// (or behind) them; none when there is no such short list.
    fn must_have(pattern: &str) -> Option<(Vec<Vec<u8>>, bool, bool)> {
        let hir = ParserBuilder::new().unicode(false).utf8(false).build().parse(pattern).ok()?;
        let looks = hir.properties();
        let starts = looks.look_set_prefix().contains(Look::WordAscii);
        let ends = looks.look_set_suffix().contains(Look::WordAscii);
        let least = |words: &Vec<Vec<u8>>| words.iter().map(Vec::len).min().unwrap_or(0);
        let prefixes = words(&hir, ExtractKind::Prefix);
        if let Some(prefixes) = prefixes.as_ref().filter(|words| least(words) >= GOOD_BYTES) {
            return Some((prefixes.clone(), starts, false));
        }
        match (prefixes, words(&hir, ExtractKind::Suffix)) {
            (Some(prefixes), Some(suffixes)) if least(&prefixes) >= least(&suffixes) => {
                Some((prefixes, starts, false))
            }
            (_, Some(suffixes)) => Some((suffixes, false, ends)),
            (Some(prefixes), None) => Some((prefixes, starts, false)),
            (None, None) => None,
        }
    }

    fn words(hir: &Hir, kind: ExtractKind) -> Option<Vec<Vec<u8>>> {
        let mut extractor = Extractor::new();
        extractor.kind(kind).limit_total(MOST_WORDS);
        let sequence = extractor.extract(hir);
        let words: Vec<Vec<u8>> =
            sequence.literals()?.iter().map(|literal| literal.as_bytes().to_vec()).collect();
        words.iter().all(|word| word.len() >= LEAST_BYTES).then_some(words).filter(|words| !words.is_empty())
    }

    fn patterns() -> impl Iterator<Item = &'static str> {
        RULES.iter().flat_map(|rule| rule.patterns).copied()
    }

    /// `TWOEARS_UPDATE=1 cargo test -p twoears-core triggers` writes the file anew.
    #[test]
    #[expect(clippy::disallowed_methods, reason = "how a person asks for the file to be written")]
    fn the_file_is_what_the_patterns_say() {
        let mut derived = String::new();
        for (place, pattern) in patterns().enumerate() {
            if let Some((words, starts, ends)) = must_have(pattern) {
                let words: Vec<&str> = words.iter().map(|word| std::str::from_utf8(word).unwrap()).collect();
                assert!(words.iter().all(|word| !word.contains([BETWEEN, '\t', '\n'])), "{pattern}");
                let flags = format!("{}{}-", if starts { "s" } else { "" }, if ends { "e" } else { "" });
                writeln!(derived, "{place}\t{flags}\t{}", words.join("|")).unwrap();
            }
        }
        if std::env::var("TWOEARS_UPDATE").is_ok() {
            let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/analyze/rules/triggers.tsv");
            std::fs::write(file, &derived).unwrap();
        } else {
            assert!(
                derived == WORDS,
                "patterns changed: TWOEARS_UPDATE=1 cargo test -p twoears-core triggers"
            );
        }
    }

    #[test]
    fn words_are_taken_from_the_pattern() {
        let (found, starts, ends) = must_have(r"\b(?:lawyer|solicitor)\b").unwrap();
        assert_eq!(found, [&b"lawyer"[..], b"solicitor"]);
        assert!(starts && !ends);
        let (found, starts, ends) = must_have(r"\d+ minutes\b").unwrap();
        assert!(found.iter().all(|word| word.ends_with(b" minutes")) && !starts && ends);
        assert!(must_have(r"\d+").is_none());
    }

    #[test]
    fn few_patterns_have_no_words() {
        let bare: Vec<_> = patterns().filter(|pattern| must_have(pattern).is_none()).collect();
        assert!(bare.len() * 20 <= patterns().count(), "{bare:#?}");
        assert!(Triggers::of(patterns().count()).finder.is_some());
    }
}
