//! Open cases in order of priority, as time passes.
//!
//! At any moment the order is: [`Curve::at`](crate::decide::Curve::at) high first, then due soonest (none last), then received first, then id.
//! It depends on the cases and the moment alone, not on what was put in first or how time was moved on.
//!
//! Priorities grow at their own pace, so the order changes while nothing happens. A kinetic tournament keeps for each part of
//! the queue who is first and until when: a change touches one block of cases and the way up from it, and as time passes only
//! the parts whose time has come are worked out again. All of it is whole numbers, so it is exact.
//!
//! A case takes some 350 bytes with a short id: 192 for the entry and 32 for its id, 80 for what the order is worked out from, 32
//! for when it is due and when a holding reply is wanted, and about 10 for finding it by its id.

mod agenda;
mod best;
mod cases;
mod entry;
mod index;
mod overtake;
mod snapshot;
mod tree;

pub use entry::{Entry, Place};

use jiff::Timestamp;

use crate::decide::{points, second};
use agenda::{Agenda, At};
use cases::{Cases, Slot};
use index::Index;
use tree::Tree;

/// Open cases in order of priority, as time passes.
///
/// ```
/// use twoears_core::decide::{Curve, Ramp};
/// use twoears_core::queue::Entry;
/// use twoears_core::{Queue, Timestamp};
/// let received: Timestamp = "2026-11-23T09:00:00Z".parse()?;
/// let due: Timestamp = "2026-11-23T11:00:00Z".parse()?;
/// let case = |id: &str, base: f32, waiting: f32| Entry {
///     id: id.to_owned(),
///     curve: Curve { base, ramps: [Some(Ramp { from: received, to: due, points: waiting }), None] },
///     due: Some(due),
///     received,
///     hold_by: None,
/// };
/// let mut queue = Queue::new();
/// queue.insert(case("steady", 35.0, 0.0));
/// queue.insert(case("waiting", 32.0, 10.0));
///
/// assert_eq!(queue.top(1, received)[0].entry.id, "steady");
/// let later = queue.top(2, "2026-11-23T10:00:00Z".parse()?);
/// assert_eq!((later[0].entry.id.as_str(), later[0].score), ("waiting", 37.0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Default)]
pub struct Queue {
    cases: Cases,
    index: Index,
    due: Agenda,
    hold: Agenda,
    /// None until somebody asks for the first: many cases are put in sooner without it.
    tree: Option<Tree>,
}

impl Queue {
    /// A queue without cases.
    pub fn new() -> Self {
        Self::default()
    }

    /// A queue without cases, with room for some. Without room the odd insert moves everything to a larger place.
    pub fn with_capacity(cases: usize) -> Self {
        Self {
            cases: Cases::with_capacity(cases),
            index: Index::with_capacity(cases),
            due: Agenda::with_capacity(cases),
            hold: Agenda::with_capacity(cases),
            tree: None,
        }
    }

    /// How many cases there are.
    pub fn len(&self) -> usize {
        self.cases.len()
    }

    /// Is there no case?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The case of that id.
    pub fn get(&self, id: &str) -> Option<&Entry> {
        self.cases.entry(self.index.find(&self.cases, id)?)
    }

    /// Puts a case in, and gives back the one of the same id that it replaces. Points of its curve that are no numbers or too
    /// many are put as what they count as. A queue holds 4,294,967,295 cases; one more comes straight back.
    pub fn insert(&mut self, entry: Entry) -> Option<Entry> {
        if let Some(slot) = self.index.find(&self.cases, &entry.id) {
            return self.replace(slot, entry);
        }
        let Some(slot) = self.cases.free() else {
            return Some(entry);
        };
        let (due, hold_by) = (entry.due, entry.hold_by);
        self.cases.add(slot, tidy(entry));
        self.index.add(&self.cases, slot);
        self.due.set(slot, due);
        self.hold.set(slot, hold_by);
        if let Some(tree) = &mut self.tree {
            tree.changed(&self.cases, slot);
        }
        None
    }

    /// Puts new values in for a case that is there, and gives back the old ones. When it is not there (it was closed
    /// meanwhile), nothing happens.
    pub fn update(&mut self, entry: Entry) -> Option<Entry> {
        let slot = self.index.find(&self.cases, &entry.id)?;
        self.replace(slot, entry)
    }

    /// Takes a case out.
    pub fn remove(&mut self, id: &str) -> Option<Entry> {
        let slot = self.index.remove(&self.cases, id)?;
        let entry = self.cases.remove(slot)?;
        self.due.set(slot, None);
        self.hold.set(slot, None);
        if let Some(tree) = &mut self.tree {
            tree.removed(&self.cases, slot);
        }
        Some(entry)
    }

    /// The first `count` cases at a moment, in order; fewer when there are fewer.
    ///
    /// Moving on from the moment of the last call costs as much as changed meanwhile; going back works out everything anew,
    /// which for a million cases takes as long as many thousand calls.
    pub fn top(&mut self, count: usize, now: Timestamp) -> Vec<Place<'_>> {
        let now = second(now);
        let tree = match self.tree.take() {
            Some(mut tree) if tree.now() <= now => {
                tree.advance(&self.cases, now);
                tree
            }
            _ => Tree::new(&self.cases, now),
        };
        let found = best::best(&self.cases, &tree, count);
        self.tree = Some(tree);
        self.places(found).collect()
    }

    /// All cases at a moment, in order. Puts them all in order first; for the first few, [`Queue::top`] is far quicker.
    pub fn iter(&self, now: Timestamp) -> impl Iterator<Item = Place<'_>> {
        self.places(best::first_of_all(&self.cases, second(now), self.len()))
    }

    /// The soonest moment at which a case is due, past or future.
    pub fn next_due(&self) -> Option<Timestamp> {
        self.due.next()
    }

    /// The cases due before a moment: soonest due first, then received, then id. Before now: those that are late.
    pub fn due_before(&self, moment: Timestamp) -> Vec<&Entry> {
        self.due.until(&self.cases, moment, At::Before)
    }

    /// The cases for which a holding reply is wanted by now: longest wanted first, then received, then id.
    pub fn holding(&self, now: Timestamp) -> Vec<&Entry> {
        self.hold.until(&self.cases, now, At::Within)
    }

    fn replace(&mut self, slot: Slot, entry: Entry) -> Option<Entry> {
        let (due, hold_by) = (entry.due, entry.hold_by);
        let old = self.cases.replace(slot, tidy(entry))?;
        self.due.set(slot, due);
        self.hold.set(slot, hold_by);
        if let Some(tree) = &mut self.tree {
            tree.changed(&self.cases, slot);
        }
        Some(old)
    }

    fn places(&self, found: Vec<(i64, Slot)>) -> impl Iterator<Item = Place<'_>> {
        found.into_iter().filter_map(|(parts, slot)| {
            self.cases.entry(slot).map(|entry| Place { score: points(parts), entry })
        })
    }
}

/// Says how many cases there are, and nothing of them.
impl std::fmt::Debug for Queue {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Queue").field("cases", &self.len()).finish_non_exhaustive()
    }
}

fn tidy(mut entry: Entry) -> Entry {
    entry.curve = entry.curve.tidy();
    entry
}
