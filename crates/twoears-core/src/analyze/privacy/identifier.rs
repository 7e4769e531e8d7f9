//! Numbers that are known by how they are written, by their checks and by the words around them.

use super::candidate::Candidate;
use super::code::{self, named_after};
use super::context::token_at;
use super::look::Look;
use super::near::{Told, near};
use super::recognizer::PrivateKind;
use crate::Span;
use crate::listen::Heard;

/// One kind of number: a loose shape, strict checks, and the words that speak for it.
pub(super) struct Identifier {
    /// How people write it, the longest first: `9` a digit, `A` a letter, `*` either, and marks between groups.
    pub shapes: &'static [&'static str],
    /// What must hold of its letters and digits (in capitals): places, dates, first letters.
    pub fits: fn(&[u8]) -> bool,
    /// Its check digits. Where they fail it counts only right after one of its words: people mistype.
    pub sum: fn(&[u8]) -> bool,
    /// Words that name it, in lower case.
    pub words: &'static [&'static str],
    /// Does it stand without such a word?
    pub alone: Alone,
}

/// When a number counts that no word names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Alone {
    /// Never: too much else looks like it.
    Never,
    /// When its marks are as the state writes them.
    Written,
    /// Whenever its letters are capitals and its checks hold.
    Always,
}

/// No check beyond the shape.
pub(super) fn any(_: &[u8]) -> bool {
    true
}

/// All places of one kind of number, in order.
pub(super) fn find(look: &Look<'_>, one: &Identifier) -> Vec<Span> {
    find_any(look, std::slice::from_ref(one))
}

/// All places of several kinds of number, in order; where two fit the first stands.
pub(super) fn find_any(look: &Look<'_>, kinds: &[Identifier]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for candidate in look.candidates() {
        if spans.last().is_none_or(|last| last.end <= candidate.start) {
            spans.extend(kinds.iter().find_map(|kind| kind.read(look.heard, candidate)));
        }
    }
    spans
}

impl Identifier {
    fn read(&self, heard: &Heard, candidate: &Candidate) -> Option<Span> {
        let read = self.shapes.iter().filter_map(|shape| candidate.read(shape)).find(|read| {
            let bare = candidate.bare(read.count);
            bare.iter().any(|byte| *byte != bare[0]) && (self.fits)(bare)
        })?;
        let span = candidate.span(read.count);
        let sum = (self.sum)(candidate.bare(read.count));
        let last = token_at(heard, span.end as usize);
        let stands = match near(heard, candidate.token, last, self.words) {
            Told::Direct => true,
            Told::Near => sum,
            Told::Else => false,
            Told::Nothing => {
                let alone = match self.alone {
                    Alone::Never => false,
                    Alone::Written => read.written,
                    Alone::Always => true,
                };
                sum && alone && candidate.capital(read.count) && named_after(heard, last).is_none()
            }
        };
        stands.then_some(span)
    }
}

/// Adds the codes of a kind by the word before them, where none of `spans` stands, when `fits` has nothing against
/// their text.
pub(super) fn and_codes(
    look: &Look<'_>,
    mut spans: Vec<Span>,
    kind: PrivateKind,
    fits: fn(&str) -> bool,
) -> Vec<Span> {
    let codes = code::find(look, kind);
    let next = |code: &Span| spans.partition_point(|span| span.end <= code.start);
    let free = |code: &Span| spans.get(next(code)).is_none_or(|span| !span.overlaps(*code));
    let more: Vec<Span> =
        codes.into_iter().filter(|code| free(code) && fits(code.of(look.heard.text()))).collect();
    spans.extend(more);
    spans.sort_unstable();
    spans
}
