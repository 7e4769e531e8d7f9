//! What recognizers look at: a text, a cheap first look at it, and what several of them need, worked out once.

use std::cell::OnceCell;

use super::chunk::{Chunk, chunks};
use super::hints::Hints;
use crate::listen::Heard;

/// One text under the eyes of all recognizers.
pub struct Look<'a> {
    /// The text as it was heard.
    pub heard: &'a Heard,
    /// What one walk over its tokens saw.
    pub hints: Hints,
    chunks: OnceCell<Vec<Chunk>>,
}

impl<'a> Look<'a> {
    pub(super) fn new(heard: &'a Heard) -> Self {
        Self { heard, hints: Hints::of(heard), chunks: OnceCell::new() }
    }

    /// All runs of letters and digits that may be a code.
    pub(super) fn chunks(&self) -> &[Chunk] {
        self.chunks.get_or_init(|| chunks(self.heard))
    }
}
