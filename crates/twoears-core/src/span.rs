//! Where something stands in the original text.

use serde::{Deserialize, Serialize};

/// A range of bytes of the original text, `start` up to but without `end`; both on character boundaries.
///
/// ```
/// use twoears_core::Span;
/// let text = "Größe: 4111…";
/// let span = Span::new(9, 13);
/// assert_eq!(span.of(text), "4111");
/// assert_eq!(span.code_points(text), (7, 11));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The range from `start` to `end`, in bytes.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// As a range of `usize`, to slice with.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text it covers; empty when the span does not belong to this text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// Does it share a byte with the other?
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Does it cover nothing?
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// The same range in Unicode code points of `text`, as Python and the JSON line count.
    pub fn code_points(self, text: &str) -> (usize, usize) {
        let count = |end: u32| match text.get(..end as usize) {
            Some(before) if before.is_ascii() => before.len(),
            Some(before) => before.chars().count(),
            None => text.chars().count(),
        };
        (count(self.start), count(self.end))
    }
}
