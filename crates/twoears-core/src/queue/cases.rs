//! All cases by slot: what their order at a moment is.

use std::cmp::Ordering;

use super::entry::Entry;
use crate::decide::{Course, NEVER, second};

/// The number of a case within the queue. It is used again when the case is gone, and never settles an order.
pub(super) type Slot = u32;
/// No case.
pub(super) const NONE: Slot = Slot::MAX;

/// What the order at a moment is worked out from: 80 bytes that lie side by side, apart from the rest of a case.
#[derive(Clone, Copy, Debug)]
struct Key {
    course: Course,
    /// The second it is due in, rounded down; none: never. Settles most ties without a look at the case itself.
    due: i64,
}

/// Stands for the second of an empty slot: long before any that there is.
const GONE: i64 = i64::MIN;

/// Cases in their slots, some of which may be empty.
#[derive(Clone, Default)]
pub(super) struct Cases {
    keys: Vec<Key>,
    entries: Vec<Option<Entry>>,
    empty: Vec<Slot>,
}

impl Cases {
    pub(super) fn with_capacity(cases: usize) -> Self {
        Self { keys: Vec::with_capacity(cases), entries: Vec::with_capacity(cases), empty: Vec::new() }
    }

    pub(super) fn slots(&self) -> usize {
        self.keys.len()
    }

    pub(super) fn len(&self) -> usize {
        self.keys.len() - self.empty.len()
    }

    /// A slot to put a case into; none when there are as many cases as slots have numbers.
    pub(super) fn free(&self) -> Option<Slot> {
        let new = || Slot::try_from(self.keys.len()).ok().filter(|slot| *slot != NONE);
        self.empty.last().copied().or_else(new)
    }

    /// Puts a case into the slot that [`Cases::free`] named.
    pub(super) fn add(&mut self, slot: Slot, entry: Entry) {
        if self.empty.pop().is_some() {
            self.replace(slot, entry);
        } else {
            self.keys.push(key(&entry));
            self.entries.push(Some(entry));
        }
    }

    /// Puts a case in the place of another.
    pub(super) fn replace(&mut self, slot: Slot, entry: Entry) -> Option<Entry> {
        self.keys[slot as usize] = key(&entry);
        self.entries[slot as usize].replace(entry)
    }

    pub(super) fn remove(&mut self, slot: Slot) -> Option<Entry> {
        let entry = self.entries[slot as usize].take();
        if entry.is_some() {
            self.keys[slot as usize].due = GONE;
            self.empty.push(slot);
        }
        entry
    }

    pub(super) fn entry(&self, slot: Slot) -> Option<&Entry> {
        self.entries.get(slot as usize)?.as_ref()
    }

    /// All cases, in no order.
    pub(super) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().flatten()
    }

    /// Is there a case in that slot?
    #[inline]
    pub(super) fn holds(&self, slot: Slot) -> bool {
        self.keys[slot as usize].due != GONE
    }

    #[inline]
    pub(super) fn course(&self, slot: Slot) -> &Course {
        &self.keys[slot as usize].course
    }

    /// Which of two cases with the same priority comes first.
    #[inline]
    pub(super) fn settled(&self, one: Slot, other: Slot) -> Ordering {
        let (first, second) = (&self.keys[one as usize], &self.keys[other as usize]);
        first.due.cmp(&second.due).then_with(|| self.looked_up(one, other))
    }

    #[cold]
    fn looked_up(&self, one: Slot, other: Slot) -> Ordering {
        self.entry(one).map(Entry::settles).cmp(&self.entry(other).map(Entry::settles))
    }

    /// Which of two cases comes first, by their parts and what settles a tie.
    #[inline]
    pub(super) fn order(&self, one: (i64, Slot), other: (i64, Slot)) -> Ordering {
        other.0.cmp(&one.0).then_with(|| self.settled(one.1, other.1))
    }

    /// All cases with their parts at a second, in no order.
    pub(super) fn all(&self, second: i64) -> Vec<(i64, Slot)> {
        let slots = 0..self.keys.len() as Slot;
        slots.filter(|slot| self.holds(*slot)).map(|slot| (self.course(slot).at(second), slot)).collect()
    }
}

fn key(entry: &Entry) -> Key {
    Key { course: Course::of(&entry.curve), due: entry.due.map_or(NEVER, second) }
}
