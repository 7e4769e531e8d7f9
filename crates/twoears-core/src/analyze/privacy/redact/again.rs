//! A value that was found in one place is known in every other, also where nothing near it tells what it is.

use aho_corasick::{AhoCorasick, MatchKind};

use super::super::recognizer::PrivateKind;
use crate::Span;

/// Letters and digits of a value that is looked for again; shorter ones stand in many words and numbers.
const LETTERS: usize = 5;

/// Values to be looked for.
#[derive(Default)]
pub(super) struct Again {
    values: Vec<String>,
    kinds: Vec<PrivateKind>,
}

impl Again {
    /// Adds a value, when it is no everyday word: a digit is in it, or its kind says that its letters tell.
    pub(super) fn add(&mut self, kind: PrivateKind, value: &str) {
        use PrivateKind::{Address, ApiKey, Email, Iban, Name, Password, Wallet};
        let letters = value.chars().filter(|c| c.is_alphanumeric()).count();
        let digit = value.bytes().any(|b| b.is_ascii_digit());
        let tells = match kind {
            Email | ApiKey | Wallet | Iban | Password => true,
            Name | Address => value.split_whitespace().nth(1).is_some(),
            _ => digit || value.starts_with('@'),
        };
        // A handle is looked for with its `@`, which no everyday word has.
        if tells && (letters >= LETTERS || value.starts_with('@') && letters > 0) {
            self.values.push(value.to_owned());
            self.kinds.push(kind);
        }
    }

    /// All places of the values in each text that stand alone, in text order, without overlaps.
    pub(super) fn finder(&self) -> impl Fn(&str) -> Vec<(Span, PrivateKind)> + '_ {
        let kind = MatchKind::LeftmostLongest;
        let words =
            AhoCorasick::builder().ascii_case_insensitive(true).match_kind(kind).build(&self.values).ok();
        move |text| {
            let free = |side: Option<char>| side.is_none_or(|c| !c.is_alphanumeric());
            let found = words.iter().flat_map(|words| words.find_iter(text)).filter(|found| {
                free(text[..found.start()].chars().next_back()) && free(text[found.end()..].chars().next())
            });
            let place = |found: aho_corasick::Match| {
                (Span::new(found.start(), found.end()), self.kinds[found.pattern().as_usize()])
            };
            found.map(place).collect()
        }
    }
}
