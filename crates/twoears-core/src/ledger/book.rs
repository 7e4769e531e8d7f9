//! The book: all promises, by id, by the moment at which they are due, and by conversation.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::stored::Stored;
use super::{Entry, State};
use crate::Error;

/// Promises that a ledger holds at the most. A full one refuses the next and never drops one by itself:
/// [`Ledger::take_settled`] makes room.
pub const MOST_PROMISES: usize = 100_000;

/// Promises with their owners and times. See the [module](crate::ledger).
///
/// Adding, keeping and withdrawing take a time that grows with the logarithm of the promises; listing takes as long as
/// the list. It is `Serialize` and `Deserialize` in a form with a version; a newer one is refused.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Stored", into = "Stored")]
pub struct Ledger {
    pub(super) entries: BTreeMap<u64, Entry>,
    /// The last id that was given.
    pub(super) last: u64,
    /// Those neither kept nor withdrawn, the soonest due first.
    unsettled: BTreeSet<(Timestamp, u64)>,
    threads: BTreeMap<String, BTreeSet<u64>>,
}

impl Ledger {
    /// A ledger without promises.
    pub fn new() -> Self {
        Self::default()
    }

    /// Writes a promise down and gives its id.
    ///
    /// # Errors
    /// When it has no owner or no action, is due before it is made, is settled already, or the ledger is full.
    pub fn promise(&mut self, entry: Entry) -> Result<u64, Error> {
        entry.check().map_err(Error::ledger)?;
        if !entry.is_unsettled() {
            return Err(Error::ledger(
                "a new promise is open: write it down first, then keep or withdraw it",
            ));
        }
        if self.entries.len() >= MOST_PROMISES {
            return Err(Error::ledger(format!(
                "full: {MOST_PROMISES} promises; make room with `take_settled`, and settle those that are open"
            )));
        }
        let next = self.last.checked_add(1);
        let id = next.ok_or_else(|| Error::ledger("no id is left; start a new ledger"))?;
        self.last = id;
        self.insert(Entry { id, ..entry });
        Ok(id)
    }

    /// Notes that a promise was kept, and gives its state: kept, or kept late. Told of twice, the earlier moment counts, in
    /// whatever order the tidings come.
    ///
    /// # Errors
    /// When there is no such promise, `at` lies before it was made, or it was withdrawn; nothing is changed then.
    pub fn keep(&mut self, id: u64, at: Timestamp) -> Result<State, Error> {
        let entry = self.entries.get_mut(&id).ok_or_else(|| unknown(id))?;
        if at < entry.made_at {
            return Err(Error::ledger(format!("promise {id} was made after that: nothing kept it before")));
        }
        if entry.withdrawn_at.is_some() {
            return Err(Error::ledger(format!("promise {id} was withdrawn; write down a new one")));
        }
        entry.kept_at = Some(entry.kept_at.map_or(at, |before| before.min(at)));
        self.unsettled.remove(&(entry.due, id));
        Ok(entry.state(at))
    }

    /// Notes that a promise was taken back in time, the customer knowing. Told of twice, the earlier moment counts.
    ///
    /// # Errors
    /// When there is no such promise, `at` lies before it was made, it was kept, or it was due before `at`: a broken
    /// promise stays broken until it is kept late. Nothing is changed then.
    pub fn withdraw(&mut self, id: u64, at: Timestamp) -> Result<State, Error> {
        let entry = self.entries.get_mut(&id).ok_or_else(|| unknown(id))?;
        if at < entry.made_at {
            return Err(Error::ledger(format!(
                "promise {id} was made after that: nobody withdrew it before"
            )));
        }
        if entry.kept_at.is_some() {
            return Err(Error::ledger(format!("promise {id} was kept and cannot be withdrawn")));
        }
        if at > entry.due {
            return Err(Error::ledger(format!(
                "promise {id} was due before that and is broken; it can be kept late, not withdrawn"
            )));
        }
        entry.withdrawn_at = Some(entry.withdrawn_at.map_or(at, |before| before.min(at)));
        self.unsettled.remove(&(entry.due, id));
        Ok(State::Withdrawn)
    }

    /// A promise by its id.
    pub fn entry(&self, id: u64) -> Option<&Entry> {
        self.entries.get(&id)
    }

    /// All promises, oldest first.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values()
    }

    /// Those that are open at a moment, the soonest due first.
    pub fn open(&self, now: Timestamp) -> impl Iterator<Item = &Entry> {
        self.listed(self.unsettled.range((now, 0)..))
    }

    /// Those that are broken at a moment, the longest overdue first.
    pub fn broken(&self, now: Timestamp) -> impl Iterator<Item = &Entry> {
        self.due_before(now)
    }

    /// Those that were due before `time` and are neither kept nor withdrawn, the soonest due first: broken or to do next.
    pub fn due_before(&self, time: Timestamp) -> impl Iterator<Item = &Entry> {
        self.listed(self.unsettled.range(..(time, 0)))
    }

    /// The promises made in a conversation, oldest first.
    pub fn of_thread(&self, thread_id: &str) -> impl Iterator<Item = &Entry> {
        self.threads.get(thread_id).into_iter().flatten().filter_map(|id| self.entries.get(id))
    }

    /// Takes out what was kept or withdrawn before `time`, oldest first. What is open or broken stays.
    pub fn take_settled(&mut self, time: Timestamp) -> Vec<Entry> {
        let settled = |entry: &Entry| entry.kept_at.or(entry.withdrawn_at).is_some_and(|at| at < time);
        let taken: Vec<Entry> =
            self.entries.extract_if(.., |_, entry| settled(entry)).map(|(_, entry)| entry).collect();
        for entry in &taken {
            let Some(thread) = &entry.thread_id else { continue };
            if let Some(ids) = self.threads.get_mut(thread) {
                ids.remove(&entry.id);
                if ids.is_empty() {
                    self.threads.remove(thread);
                }
            }
        }
        taken
    }

    /// How many promises it holds.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Does it hold none?
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub(super) fn insert(&mut self, entry: Entry) {
        if entry.is_unsettled() {
            self.unsettled.insert((entry.due, entry.id));
        }
        if let Some(thread) = &entry.thread_id {
            self.threads.entry(thread.clone()).or_default().insert(entry.id);
        }
        self.entries.insert(entry.id, entry);
    }

    fn listed<'a>(
        &'a self,
        keys: impl Iterator<Item = &'a (Timestamp, u64)>,
    ) -> impl Iterator<Item = &'a Entry> {
        keys.filter_map(|(_, id)| self.entries.get(id))
    }
}

fn unknown(id: u64) -> Error {
    Error::ledger(format!("there is no promise {id}"))
}

/// Shows counts, never words.
impl std::fmt::Debug for Ledger {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Ledger")
            .field("promises", &self.entries.len())
            .field("unsettled", &self.unsettled.len())
            .finish_non_exhaustive()
    }
}
