//! One case: what a customer and the organisation said to each other, in order.

use twoears_core::{Attachment, AuthorKind, Channel, From, Gap, Message, Timestamp, Turn};

use super::{Key, Name};
use crate::inbound::Item;

/// Turns of a case that are kept: the last ones.
const TURNS: usize = 200;

/// One message of a case.
#[derive(Clone)]
pub(super) struct Entry {
    channel: Channel,
    pub(super) id: String,
    pub(super) from: From,
    pub(super) text: String,
    pub(super) sent_at: Option<Timestamp>,
    pub(super) attachments: Vec<Attachment>,
    pub(super) gaps: Vec<Gap>,
    /// Did a program write it?
    automatic: bool,
    /// How many items came before it: the order of what was sent at the same time, or when is not known.
    arrived: u64,
}

impl Entry {
    pub(super) fn of(message: &Message, arrived: u64) -> Self {
        let ours = message.direction == twoears_core::Direction::Out;
        Self {
            channel: message.channel,
            id: message.id.clone(),
            from: if ours { From::Organisation } else { From::Customer },
            text: message.text.clone(),
            sent_at: message.sent_at,
            attachments: message.attachments.clone(),
            gaps: message.gaps.clone(),
            automatic: message.author.kind == AuthorKind::Bot,
            arrived,
        }
    }

    /// Is it an answer? A program's greeting or question is none: somebody still waits.
    pub(super) fn answers(&self) -> bool {
        self.from == From::Organisation && !self.automatic
    }

    pub(super) fn turn(&self) -> Turn {
        let id = (!self.id.is_empty()).then(|| self.id.clone());
        Turn { id, from: self.from, text: self.text.clone(), sent_at: self.sent_at }
    }
}

#[derive(Clone)]
pub(super) struct Case {
    pub(super) key: Key,
    /// In order of time.
    pub(super) entries: Vec<Entry>,
    /// The customer's latest item as it came: who they are, and where an answer goes.
    pub(super) latest: Option<Item>,
}

impl Case {
    pub(super) fn new(key: Key) -> Self {
        Self { key, entries: Vec::new(), latest: None }
    }

    /// Puts a message in its place.
    pub(super) fn add(&mut self, mut entry: Entry) {
        if entry.sent_at.is_none() {
            // When is not known: after all that came before it.
            entry.sent_at = self.last_at();
        }
        let after = |known: &Entry| (known.sent_at, known.arrived) <= (entry.sent_at, entry.arrived);
        let place = self.entries.partition_point(after);
        self.entries.insert(place, entry);
        if self.entries.len() > TURNS {
            self.entries.remove(0);
        }
    }

    /// Puts a customer's message in its place; the latest also says who they are.
    pub(super) fn follow(&mut self, entry: Entry, item: Item) {
        let id = entry.id.clone();
        self.add(entry);
        let newest = self.entries.iter().rev().find(|entry| entry.from == From::Customer);
        if self.latest.is_none() || newest.is_some_and(|newest| newest.id == id) {
            self.latest = Some(item);
        }
    }

    /// Did a message come without its words?
    pub(super) fn lacks_words(&self, id: &str) -> bool {
        self.entries.iter().any(|entry| entry.id == id && entry.text.is_empty())
    }

    /// Changes the words of a message; no when they are the same.
    pub(super) fn edit(&mut self, id: &str, item: &Item) -> bool {
        let Some(entry) = self.entries.iter_mut().find(|entry| entry.id == id) else { return false };
        if entry.text == item.message.text {
            return false;
        }
        entry.text.clone_from(&item.message.text);
        entry.gaps.clone_from(&item.message.gaps);
        if self.latest.as_ref().is_some_and(|latest| latest.message.id == id) {
            self.latest = Some(item.clone());
        }
        true
    }

    pub(super) fn remove(&mut self, id: &str) {
        self.entries.retain(|entry| entry.id != id);
    }

    pub(super) fn last_at(&self) -> Option<Timestamp> {
        self.entries.last().and_then(|entry| entry.sent_at)
    }

    /// What each of its messages is known by.
    pub(super) fn names(&self) -> impl Iterator<Item = Name> {
        let named = self.entries.iter().filter(|entry| !entry.id.is_empty());
        named.map(|entry| (self.key.0, entry.channel, entry.id.clone()))
    }
}
