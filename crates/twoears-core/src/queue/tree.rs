//! A kinetic tournament: who comes first in each part of the queue, and until when that is known to hold.
//!
//! The leaves are blocks of [`BLOCK`] slots; above them each node joins two. A node names the first of all its cases and the
//! second at which that may change. When time passes, only nodes whose second has come are worked out again.

use std::cmp::Ordering;

use super::cases::{Cases, NONE, Slot};
use super::overtake::overtake;
use crate::decide::NEVER;

/// Slots of a block. Measured with 16, 32 and 64: smaller blocks make a deeper tree, larger ones more to look through.
pub(super) const BLOCK: usize = 32;

/// The first case of a part of the queue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Node {
    /// Who it is; [`NONE`] in an empty part.
    pub(super) first: Slot,
    /// The earliest second at which it, or the first of a part of this part, may be another.
    until: i64,
}

const EMPTY: Node = Node { first: NONE, until: NEVER };

/// The tournament at one second.
#[derive(Clone, Debug)]
pub(super) struct Tree {
    now: i64,
    /// From the blocks to the root: each half as many as those before, rounded up. Never without a block.
    levels: Vec<Vec<Node>>,
}

impl Tree {
    pub(super) fn new(cases: &Cases, now: i64) -> Self {
        let blocks = cases.slots().div_ceil(BLOCK).max(1);
        let mut levels = vec![(0..blocks).map(|block| of_block(cases, block, now)).collect::<Vec<_>>()];
        while let Some(below) = levels.last().filter(|level| level.len() > 1) {
            let level = (0..below.len().div_ceil(2)).map(|at| of_pair(cases, below, at, now)).collect();
            levels.push(level);
        }
        Self { now, levels }
    }

    pub(super) fn now(&self) -> i64 {
        self.now
    }

    /// The level of the root.
    pub(super) fn top(&self) -> usize {
        self.levels.len() - 1
    }

    /// The first case of a part, if it has any.
    #[inline]
    pub(super) fn first(&self, level: usize, at: usize) -> Option<Slot> {
        self.levels.get(level)?.get(at).map(|node| node.first).filter(|first| *first != NONE)
    }

    /// Lets time pass.
    pub(super) fn advance(&mut self, cases: &Cases, now: i64) {
        self.now = now;
        self.visit(cases, self.top(), 0);
    }

    /// Works out a part again whose second has come. It goes as deep as there are levels: 27 at the most.
    fn visit(&mut self, cases: &Cases, level: usize, at: usize) {
        if self.levels[level].get(at).is_none_or(|node| node.until > self.now) {
            return;
        }
        let node = match level.checked_sub(1) {
            None => of_block(cases, at, self.now),
            Some(below) => {
                self.visit(cases, below, 2 * at);
                self.visit(cases, below, 2 * at + 1);
                of_pair(cases, &self.levels[below], at, self.now)
            }
        };
        self.levels[level][at] = node;
    }

    /// A case came into this slot, or what is in it is another.
    pub(super) fn changed(&mut self, cases: &Cases, slot: Slot) {
        let block = slot as usize / BLOCK;
        self.reach(block);
        let node = self.levels[0][block];
        if node.first == slot {
            self.levels[0][block] = of_block(cases, block, self.now);
        } else if node.first == NONE {
            self.levels[0][block] = Node { first: slot, until: NEVER };
        } else {
            // Who was first stays ahead of all others until `until`; so does who is ahead of it.
            let (first, until) = match_of(cases, node.first, slot, self.now);
            self.levels[0][block] = Node { first, until: until.min(node.until) };
        }
        self.climb(cases, block, slot, node.first == slot || self.levels[0][block].first == slot);
    }

    /// The case of this slot is gone.
    pub(super) fn removed(&mut self, cases: &Cases, slot: Slot) {
        let block = slot as usize / BLOCK;
        // Who was not first anywhere is missed nowhere.
        if self.levels[0][block].first == slot {
            self.levels[0][block] = of_block(cases, block, self.now);
            self.climb(cases, block, slot, true);
        }
    }

    /// Brings what changed in a block up to the root. `another`: the first of the part below is another case, or changed itself.
    fn climb(&mut self, cases: &Cases, block: usize, slot: Slot, mut another: bool) {
        let mut at = block;
        for level in 1..self.levels.len() {
            let until = self.levels[level - 1][at].until;
            at /= 2;
            let old = self.levels[level][at];
            if another {
                let node = of_pair(cases, &self.levels[level - 1], at, self.now);
                another = node.first != old.first || node.first == slot;
                self.levels[level][at] = node;
            } else if until < old.until {
                self.levels[level][at].until = until;
            } else {
                return;
            }
        }
    }

    /// Makes room for a block.
    fn reach(&mut self, block: usize) {
        let mut nodes = block + 1;
        for level in &mut self.levels {
            if level.len() < nodes {
                level.resize(nodes, EMPTY);
            }
            nodes = level.len().div_ceil(2);
        }
        while let Some(level) = self.levels.last().filter(|level| level.len() > 1) {
            // Nothing is in the new part yet, so above it stands what stood at the root.
            let mut above = vec![EMPTY; level.len().div_ceil(2)];
            above[0] = level[0];
            self.levels.push(above);
        }
    }
}

/// Who of two is first, and until when.
fn match_of(cases: &Cases, one: Slot, other: Slot, now: i64) -> (Slot, i64) {
    let values = (cases.course(one).at(now), cases.course(other).at(now));
    let (first, second) = match cases.order((values.0, one), (values.1, other)) {
        Ordering::Greater => (other, one),
        _ => (one, other),
    };
    (first, until(cases, first, second, now))
}

fn until(cases: &Cases, first: Slot, second: Slot, now: i64) -> i64 {
    overtake(cases.course(first), cases.course(second), now, || cases.settled(second, first).is_lt())
}

fn of_pair(cases: &Cases, below: &[Node], at: usize, now: i64) -> Node {
    let node = |at: usize| below.get(at).copied().unwrap_or(EMPTY);
    let (one, other) = (node(2 * at), node(2 * at + 1));
    let kept = one.until.min(other.until);
    if other.first == NONE {
        return Node { first: one.first, until: kept };
    }
    if one.first == NONE {
        return Node { first: other.first, until: kept };
    }
    let (first, until) = match_of(cases, one.first, other.first, now);
    Node { first, until: until.min(kept) }
}

fn of_block(cases: &Cases, block: usize, now: i64) -> Node {
    let slots = block * BLOCK..((block + 1) * BLOCK).min(cases.slots());
    let there = || slots.clone().map(|slot| slot as Slot).filter(|slot| cases.holds(*slot));
    let Some((_, first)) =
        there().map(|slot| (cases.course(slot).at(now), slot)).min_by(|one, other| cases.order(*one, *other))
    else {
        return EMPTY;
    };
    let until = there().filter(|slot| *slot != first).map(|slot| until(cases, first, slot, now)).min();
    Node { first, until: until.unwrap_or(NEVER) }
}
