//! What recognizers look at: a text, a cheap first look at it, and what several of them need, worked out once.

use std::cell::OnceCell;

use super::candidate::{Candidate, candidates};
use super::chunk::{Chunk, chunks};
use super::given::Given;
use super::hints::Hints;
use super::run::{Run, runs};
use crate::listen::Heard;

/// One text under the eyes of all recognizers.
pub struct Look<'a> {
    /// The text as it was heard.
    pub heard: &'a Heard,
    /// What the organisation told.
    pub given: &'a Given,
    /// What one walk over its tokens saw.
    pub hints: Hints,
    original: &'a str,
    chunks: OnceCell<Vec<Chunk>>,
    runs: OnceCell<Vec<Run<'a>>>,
    candidates: OnceCell<Vec<Candidate>>,
}

impl<'a> Look<'a> {
    /// Looks at what was heard of `original`.
    pub(super) fn new(heard: &'a Heard, original: &'a str, given: &'a Given) -> Self {
        Self {
            heard,
            given,
            hints: Hints::of(heard),
            original,
            chunks: OnceCell::new(),
            runs: OnceCell::new(),
            candidates: OnceCell::new(),
        }
    }

    /// All runs of letters and digits that may be a code.
    pub(super) fn chunks(&self) -> &[Chunk] {
        self.chunks.get_or_init(|| chunks(self.heard))
    }

    /// All long runs without blanks, as they were typed.
    pub(super) fn runs(&self) -> &[Run<'a>] {
        self.runs.get_or_init(|| runs(self.heard, self.original))
    }

    /// All runs of letters and digits that may be a number that identifies.
    pub(super) fn candidates(&self) -> &[Candidate] {
        self.candidates.get_or_init(|| candidates(self.heard))
    }
}
