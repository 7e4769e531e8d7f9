//! Moments of cases: when they are due, when a holding reply is wanted.

use jiff::Timestamp;

use super::cases::{Cases, Slot};
use super::entry::Entry;
use super::tree::BLOCK;

/// Stands for no moment: later than any there is.
const NEVER: i128 = i128::MAX;

/// A moment of each case, in nanoseconds since 1970, and the soonest of each block, of each two blocks and so on.
#[derive(Clone, Default)]
pub(super) struct Agenda {
    moments: Vec<i128>,
    levels: Vec<Vec<i128>>,
}

impl Agenda {
    pub(super) fn with_capacity(cases: usize) -> Self {
        Self { moments: Vec::with_capacity(cases), levels: Vec::new() }
    }

    /// The moment of a case is now another, or none.
    pub(super) fn set(&mut self, slot: Slot, moment: Option<Timestamp>) {
        let (slot, new) = (slot as usize, moment.map_or(NEVER, Timestamp::as_nanosecond));
        if slot >= self.moments.len() {
            self.moments.resize(slot + 1, NEVER);
            self.reach(slot / BLOCK);
        }
        let old = std::mem::replace(&mut self.moments[slot], new);
        let block = slot / BLOCK;
        let soonest = self.levels[0][block];
        if new < soonest {
            self.climb(block, new);
        } else if old == soonest && new > old {
            let slots = block * BLOCK..self.moments.len().min((block + 1) * BLOCK);
            self.climb(block, least(&self.moments[slots]));
        }
    }

    /// The soonest moment of all.
    pub(super) fn next(&self) -> Option<Timestamp> {
        let soonest = self.levels.last()?.first().filter(|soonest| **soonest != NEVER)?;
        Timestamp::from_nanosecond(*soonest).ok()
    }

    /// The cases whose moment lies before that one, or at it when `at` says so; soonest first, then received, then id.
    pub(super) fn until<'a>(&self, cases: &'a Cases, moment: Timestamp, at: At) -> Vec<&'a Entry> {
        let before = moment.as_nanosecond() + i128::from(matches!(at, At::Within));
        let mut found = Vec::new();
        if let Some(top) = self.levels.len().checked_sub(1) {
            self.collect(top, 0, before, &mut found);
        }
        let mut found: Vec<(i128, &Entry)> = found
            .into_iter()
            .filter_map(|slot| cases.entry(slot).map(|entry| (self.moments[slot as usize], entry)))
            .collect();
        found.sort_unstable_by_key(|(moment, entry)| (*moment, entry.received, entry.id.as_str()));
        found.into_iter().map(|(_, entry)| entry).collect()
    }

    /// As deep as there are levels.
    fn collect(&self, level: usize, at: usize, before: i128, found: &mut Vec<Slot>) {
        if self.levels[level].get(at).is_none_or(|soonest| *soonest >= before) {
            return;
        }
        if let Some(below) = level.checked_sub(1) {
            self.collect(below, 2 * at, before, found);
            self.collect(below, 2 * at + 1, before, found);
        } else {
            let slots = at * BLOCK..self.moments.len().min((at + 1) * BLOCK);
            found.extend(slots.filter(|slot| self.moments[*slot] < before).map(|slot| slot as Slot));
        }
    }

    fn climb(&mut self, block: usize, soonest: i128) {
        let (mut at, mut soonest) = (block, soonest);
        for level in 0..self.levels.len() {
            if std::mem::replace(&mut self.levels[level][at], soonest) == soonest {
                return;
            }
            at /= 2;
            let below = &self.levels[level];
            soonest = least(&below[2 * at..below.len().min(2 * at + 2)]);
        }
    }

    /// Makes room for a block.
    fn reach(&mut self, block: usize) {
        let mut nodes = block + 1;
        for level in &mut self.levels {
            if level.len() < nodes {
                level.resize(nodes, NEVER);
            }
            nodes = level.len().div_ceil(2);
        }
        if self.levels.is_empty() {
            self.levels.push(vec![NEVER; nodes]);
        }
        while let Some(level) = self.levels.last().filter(|level| level.len() > 1) {
            let above = level.chunks(2).map(least).collect();
            self.levels.push(above);
        }
    }
}

fn least(moments: &[i128]) -> i128 {
    moments.iter().copied().min().unwrap_or(NEVER)
}

/// Does a moment itself count?
#[derive(Clone, Copy)]
pub(super) enum At {
    /// No: what lies before it alone.
    Before,
    /// Yes.
    Within,
}
