//! The first few of the queue, by searching the tournament best first.

use std::cmp::Ordering;

use super::cases::{Cases, Slot};
use super::tree::{BLOCK, Tree};

/// More than so many are found sooner by putting all in order.
const MOST: usize = 1_000;

/// The first of a part of the queue.
#[derive(Clone, Copy)]
struct Candidate {
    value: i64,
    slot: Slot,
    /// The part whose first it is; none when it stands for itself alone.
    part: Option<(usize, usize)>,
}

/// The first `count` cases with their parts at the tournament's second, in order.
pub(super) fn best(cases: &Cases, tree: &Tree, count: usize) -> Vec<(i64, Slot)> {
    let count = count.min(cases.len());
    if count > MOST {
        return first_of_all(cases, tree.now(), count);
    }
    let mut found = Vec::with_capacity(count);
    let mut list = Shortlist { cases, room: count, candidates: Vec::with_capacity(count + 1) };
    let offer = |list: &mut Shortlist, level: usize, at: usize| {
        if let Some(slot) = tree.first(level, at) {
            let value = cases.course(slot).at(tree.now());
            list.offer(Candidate { value, slot, part: Some((level, at)) });
        }
    };
    offer(&mut list, tree.top(), 0);
    while let Some(next) = list.take() {
        found.push((next.value, next.slot));
        let Some((level, at)) = next.part else { continue };
        // Of the part without its first remain the parts beside the way down to it, and the rest of its block.
        let block = next.slot as usize / BLOCK;
        debug_assert_eq!(block >> level, at);
        for below in (0..level).rev() {
            offer(&mut list, below, (block >> below) ^ 1);
        }
        for slot in block * BLOCK..((block + 1) * BLOCK).min(cases.slots()) {
            let slot = slot as Slot;
            if slot != next.slot && cases.holds(slot) {
                let value = cases.course(slot).at(tree.now());
                list.offer(Candidate { value, slot, part: None });
            }
        }
    }
    found
}

/// The first `count` of all cases at a second, by putting them in order.
pub(super) fn first_of_all(cases: &Cases, second: i64, count: usize) -> Vec<(i64, Slot)> {
    let mut all = cases.all(second);
    if count < all.len() {
        all.select_nth_unstable_by(count, |one, other| cases.order(*one, *other));
        all.truncate(count);
    }
    all.sort_unstable_by(|one, other| cases.order(*one, *other));
    all
}

/// The best candidates so far, last the best. What cannot be among those still wanted is dropped at once.
struct Shortlist<'a> {
    cases: &'a Cases,
    room: usize,
    candidates: Vec<Candidate>,
}

impl Shortlist<'_> {
    fn offer(&mut self, new: Candidate) {
        let full = self.candidates.len() >= self.room;
        if full && self.candidates.first().is_none_or(|worst| self.order(worst, &new).is_lt()) {
            return;
        }
        let at = self.candidates.partition_point(|known| self.order(known, &new).is_gt());
        if full {
            // The worst goes, and those up to the new one's place move down by one.
            self.candidates[..at].rotate_left(1);
            self.candidates[at - 1] = new;
        } else {
            self.candidates.insert(at, new);
        }
    }

    fn take(&mut self) -> Option<Candidate> {
        let best = self.candidates.pop()?;
        self.room -= 1;
        let over = self.candidates.len().saturating_sub(self.room);
        self.candidates.drain(..over);
        Some(best)
    }

    fn order(&self, one: &Candidate, other: &Candidate) -> Ordering {
        self.cases.order((one.value, one.slot), (other.value, other.slot))
    }
}
