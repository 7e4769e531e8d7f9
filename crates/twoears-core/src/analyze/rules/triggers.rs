//! Which patterns can match at all: one pass over a text for the words that they must begin or end with.
//!
//! Most messages trigger a handful of patterns, so the others are neither run nor, at the start of a process, compiled.
//! The words are derived from the patterns by a test, which keeps `triggers.tsv` true: deriving them takes 20 ms, reading
//! them one.

use aho_corasick::AhoCorasick;

/// One line a pattern, or a branch of one: its number, `s` when its words stand at the start of a word and `e` when at the end of one, and the
/// words. A pattern without a line has none and always runs. Written by the test below.
const WORDS: &str = include_str!("triggers.tsv");
/// Between words in a line; no pattern has it in a word.
const BETWEEN: char = '|';

/// One bit a pattern.
#[derive(Clone, Copy, Default)]
pub(super) struct PatternSet([u64; 5]);

impl PatternSet {
    /// Patterns that there is room for.
    pub(super) const MOST: usize = 320;

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
    use regex_syntax::hir::{Hir, HirKind, Look};

    use super::super::RULES;
    use super::*;

    /// Shorter words are in every text and sort nothing out.
    const LEAST_BYTES: usize = 3;
    /// More words than this from one pattern cost more than they save.
    const MOST_WORDS: usize = 24;

    /// Words that a match must have, with where a word boundary stands.
    struct MustHave {
        words: Vec<Vec<u8>>,
        starts: bool,
        ends: bool,
    }

    /// For each branch of the pattern, words of which every match begins, or ends, with one: the side whose words are
    /// rarer in our own messages. None when a branch has no such short list.
    fn must_have(pattern: &str, messages: &[String]) -> Option<Vec<MustHave>> {
        let hir = ParserBuilder::new().unicode(false).utf8(false).build().parse(pattern).ok()?;
        branches(&hir).iter().map(|branch| rarer(branch, messages)).collect()
    }

    /// The branches of a pattern, each with the word boundaries around all of them.
    fn branches(hir: &Hir) -> Vec<Hir> {
        let around = |parts: &[Hir], branch: Hir, place: usize| {
            let all =
                parts[..place].iter().cloned().chain([branch]).chain(parts[place + 1..].iter().cloned());
            Hir::concat(all.collect())
        };
        match hir.kind() {
            HirKind::Alternation(branches) => branches.clone(),
            HirKind::Concat(parts) => {
                let mut others = (0..parts.len()).filter(|&at| !matches!(parts[at].kind(), HirKind::Look(_)));
                let (Some(place), None) = (others.next(), others.next()) else { return vec![hir.clone()] };
                let inner = branches(&parts[place]);
                inner.into_iter().map(|branch| around(parts, branch, place)).collect()
            }
            HirKind::Capture(group) => branches(&group.sub),
            _ => vec![hir.clone()],
        }
    }

    fn rarer(hir: &Hir, messages: &[String]) -> Option<MustHave> {
        let looks = hir.properties();
        let starts = looks.look_set_prefix().contains(Look::WordAscii);
        let ends = looks.look_set_suffix().contains(Look::WordAscii);
        let prefixes = words(hir, ExtractKind::Prefix).map(|words| MustHave { words, starts, ends: false });
        let suffixes = words(hir, ExtractKind::Suffix).map(|words| MustHave { words, starts: false, ends });
        let triggered = |side: &MustHave| messages.iter().filter(|message| side.has(message)).count();
        prefixes.into_iter().chain(suffixes).min_by_key(triggered)
    }

    impl MustHave {
        /// Does the message trigger it?
        fn has(&self, message: &str) -> bool {
            let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
            let bytes = message.as_bytes();
            self.words.iter().any(|word| {
                message.match_indices(std::str::from_utf8(word).unwrap()).any(|(at, word)| {
                    !(self.starts && letter(bytes[..at].last())
                        || self.ends && letter(bytes.get(at + word.len())))
                })
            })
        }
    }

    /// Every twentieth of our own messages, in lower case.
    fn messages() -> Vec<String> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models/corpus");
        let files = ["plain_uk", "plain_us", "inbox_us", "inbox_full_tech", "inbox_full_goods"];
        let text = |file: &str| std::fs::read_to_string(folder.join(file).with_extension("jsonl")).unwrap();
        files.map(text).concat().lines().step_by(20).map(str::to_lowercase).collect()
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
        let messages = messages();
        for (place, pattern) in patterns().enumerate() {
            for MustHave { words, starts, ends } in must_have(pattern, &messages).into_iter().flatten() {
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
        let messages = ["they came by noon", "by and by"].map(str::to_owned);
        let found = must_have(r"\b(?:lawyer|solicitor)\b", &messages).unwrap();
        let words: Vec<&[u8]> = found.iter().flat_map(|one| &one.words).map(Vec::as_slice).collect();
        assert_eq!(words, [&b"lawyer"[..], b"solicitor"]);
        assert!(found.iter().all(|one| one.starts && !one.ends));
        let found = must_have(r"\d+ minutes\b|\bby (?:the )?court\b", &messages).unwrap();
        assert!(found[0].words.iter().all(|word| word.ends_with(b" minutes")) && found[0].ends);
        assert!(found[1].words.iter().all(|word| word.ends_with(b"court")), "rarer than `by`");
        assert!(must_have(r"\d+", &messages).is_none());
    }

    #[test]
    fn few_patterns_have_no_words() {
        let messages = messages();
        let bare: Vec<_> = patterns().filter(|pattern| must_have(pattern, &messages).is_none()).collect();
        assert!(bare.len() * 20 <= patterns().count(), "{bare:#?}");
        assert!(Triggers::of(patterns().count()).finder.is_some());
    }
}
