//! The nouns of a language, found by their last word.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::Noun;

/// A noun of a class.
#[derive(Clone, Debug)]
pub(crate) struct Ending {
    pub(crate) class: String,
    pub(crate) noun: Noun,
}

/// Nouns by class, and by their last word.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "BTreeMap<String, Vec<Noun>>")]
pub(crate) struct Nouns {
    classes: Vec<String>,
    endings: FxHashMap<String, Vec<Ending>>,
}

impl From<BTreeMap<String, Vec<Noun>>> for Nouns {
    fn from(nouns: BTreeMap<String, Vec<Noun>>) -> Self {
        let classes = nouns.keys().cloned().collect();
        let mut endings: FxHashMap<String, Vec<Ending>> = FxHashMap::default();
        for (class, nouns) in nouns {
            for noun in nouns {
                if let Some(last) = noun.parts.last().cloned() {
                    endings.entry(last).or_default().push(Ending { class: class.clone(), noun });
                }
            }
        }
        Self { classes, endings }
    }
}

impl Nouns {
    /// Are there nouns of this class?
    pub(super) fn has_class(&self, class: &str) -> bool {
        self.classes.iter().any(|known| known == class)
    }

    /// The nouns that end with a word, by class, in the order of the file.
    pub(super) fn ending(&self, word: &str) -> &[Ending] {
        self.endings.get(word).map_or(&[], Vec::as_slice)
    }
}
