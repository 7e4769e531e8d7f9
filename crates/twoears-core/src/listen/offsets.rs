//! The way back: from a place in normalised text to the place in the original.

use crate::Span;

/// A stretch of normalised text and the stretch of the original that it came from.
#[derive(Clone, Copy, Debug)]
struct Run {
    /// First byte in the normalised text.
    start: u32,
    /// First byte in the original.
    original: u32,
    /// One past the last byte in the original.
    original_end: u32,
    /// Byte for byte the same; else the run stands for its original as a whole.
    same: bool,
}

/// Leads spans of normalised text back to the original text.
#[derive(Clone, Debug, Default)]
pub struct Offsets {
    /// Runs in order, covering the normalised text; empty when nothing was changed.
    runs: Vec<Run>,
}

impl Offsets {
    /// Notes that `bytes` bytes were copied, from `start` in the normalised and `original` in the original.
    pub(super) fn copied(&mut self, start: usize, original: usize, bytes: usize) {
        if let Some(last) = self.runs.last_mut() {
            let follows = last.original_end as usize == original;
            if last.same && follows && last.start as usize + last.original_len() == start {
                last.original_end += bytes as u32;
                return;
            }
        }
        let (start, original) = (start as u32, original as u32);
        self.runs.push(Run { start, original, original_end: original + bytes as u32, same: true });
    }

    /// Notes that the original's `original..original_end` became something else, written at `start`.
    pub(super) fn replaced(&mut self, start: usize, original: usize, original_end: usize) {
        let (original, original_end) = (original as u32, original_end as u32);
        self.runs.push(Run { start: start as u32, original, original_end, same: false });
    }

    /// The span of the original that a span of the normalised text came from.
    pub fn original(&self, span: Span) -> Span {
        if self.runs.is_empty() || span.is_empty() {
            return if self.runs.is_empty() { span } else { self.original_of_empty(span) };
        }
        let first = self.run_at(span.start);
        let last = self.run_at(span.end - 1);
        Span {
            start: if first.same { first.original + (span.start - first.start) } else { first.original },
            end: if last.same { last.original + (span.end - last.start) } else { last.original_end },
        }
    }

    fn original_of_empty(&self, span: Span) -> Span {
        let run = self.run_at(span.start);
        let at = if run.same { run.original + (span.start - run.start) } else { run.original };
        Span { start: at, end: at }
    }

    fn run_at(&self, place: u32) -> Run {
        let after = self.runs.partition_point(|run| run.start <= place);
        self.runs[after.saturating_sub(1)]
    }
}

impl Run {
    fn original_len(self) -> usize {
        (self.original_end - self.original) as usize
    }
}
