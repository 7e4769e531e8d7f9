//! Cases by their id.

use std::hash::{DefaultHasher, Hash, Hasher};

use hashbrown::HashTable;

use super::cases::{Cases, Slot};

/// The slots of cases by the id that stands there: the ids themselves are kept once. Its order is never looked at.
#[derive(Clone, Default)]
pub(super) struct Index(HashTable<Slot>);

impl Index {
    pub(super) fn with_capacity(cases: usize) -> Self {
        Self(HashTable::with_capacity(cases))
    }

    pub(super) fn find(&self, cases: &Cases, id: &str) -> Option<Slot> {
        self.0.find(hash(id), |slot| is(cases, *slot, id)).copied()
    }

    /// Notes a case that is not there yet.
    pub(super) fn add(&mut self, cases: &Cases, slot: Slot) {
        self.0.insert_unique(hash(id(cases, slot)), slot, |slot| hash(id(cases, *slot)));
    }

    /// Forgets a case that is still in its slot.
    pub(super) fn remove(&mut self, cases: &Cases, id: &str) -> Option<Slot> {
        let found = self.0.find_entry(hash(id), |slot| is(cases, *slot, id)).ok()?;
        Some(found.remove().0)
    }
}

fn is(cases: &Cases, slot: Slot, id: &str) -> bool {
    cases.entry(slot).is_some_and(|entry| entry.id == id)
}

/// The id of a case; only filled slots are ever noted.
fn id(cases: &Cases, slot: Slot) -> &str {
    cases.entry(slot).map_or("", |entry| entry.id.as_str())
}

/// With fixed keys: the same on every run.
fn hash(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}
