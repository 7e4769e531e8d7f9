//! A set of words, written in one text.

use rustc_hash::FxHashSet;
use serde::Deserialize;

/// A set of words.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "Written")]
pub(super) struct WordList(FxHashSet<String>);

/// The words as the file has them, with space between.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    words: String,
}

impl From<Written> for WordList {
    fn from(written: Written) -> Self {
        Self(written.words.split_whitespace().map(str::to_owned).collect())
    }
}

impl WordList {
    pub(super) fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }
}
