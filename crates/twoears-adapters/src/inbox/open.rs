//! A case in which the customer has the last word, as messages to triage.

use std::borrow::Cow;

use jiff::SignedDuration;
use twoears_core::{From, Gap, Message, Thread, Turn};

use super::case::{Case, Entry};
use crate::Platform;
use crate::inbound::Item;
use crate::outbound::Address;

/// People write one thought in several short messages: what comes so soon after the one before is part of it.
const ONE_THOUGHT: SignedDuration = SignedDuration::from_mins(3);
/// Unanswered messages of a case that are offered: the last ones.
const MESSAGES: usize = 8;

/// A case in which the customer has the last word.
///
/// `messages` are what they wrote since the last answer, oldest first: short ones in a row (three minutes apart at the most)
/// as one. Each has all other turns of the case as its thread, so each can be triaged by itself; the most pressing of them
/// is the case's. The newest has the id to answer to.
#[derive(Clone, Debug, PartialEq)]
pub struct Open {
    /// Where it came from.
    pub platform: Platform,
    /// Where an answer goes.
    pub address: Address,
    /// What was written since the last answer, oldest first; never empty.
    pub messages: Vec<Message>,
}

impl Case {
    /// The open case, when the customer has the last word.
    pub(super) fn open(&self) -> Option<Open> {
        let latest = self.latest.as_ref()?;
        let answered = self.entries.iter().rposition(Entry::answers);
        let waiting = answered.map_or(0, |at| at + 1);
        let entries = told(&self.entries, waiting);
        let thoughts = thoughts(&entries, waiting);
        let first = thoughts.len().saturating_sub(MESSAGES);
        let messages: Vec<Message> =
            thoughts[first..].iter().map(|thought| message(latest, &entries, thought.clone())).collect();
        let open = !messages.is_empty();
        open.then(|| Open { platform: latest.platform, address: latest.address.clone(), messages })
    }
}

/// The entries without those that only tell of words which came in another.
fn told(entries: &[Entry], waiting: usize) -> Cow<'_, [Entry]> {
    let theirs = |entry: &&Entry| entry.from == From::Customer;
    let empty =
        |entry: &Entry| theirs(&entry) && entry.text.is_empty() && entry.gaps.contains(&Gap::BodyUnavailable);
    let (before, since) = entries.split_at(waiting);
    if since.iter().filter(theirs).all(empty) || !since.iter().any(empty) {
        return Cow::Borrowed(entries);
    }
    let since = since.iter().filter(|entry| !empty(entry));
    Cow::Owned(before.iter().chain(since).cloned().collect())
}

/// The runs of the customer's entries from a place on that are one thought each.
fn thoughts(entries: &[Entry], from: usize) -> Vec<std::ops::Range<usize>> {
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    let theirs = |at: usize| entries[at].from == From::Customer;
    for at in (from..entries.len()).filter(|at| theirs(*at)) {
        let soon = at > from
            && theirs(at - 1)
            && matches!((entries[at - 1].sent_at, entries[at].sent_at),
                (Some(before), Some(now)) if now.duration_since(before) <= ONE_THOUGHT);
        match runs.last_mut() {
            Some(run) if soon => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// A thought as a message with all other turns as its thread.
fn message(latest: &Item, entries: &[Entry], thought: std::ops::Range<usize>) -> Message {
    let (before, rest) = entries.split_at(thought.start);
    let (words, after) = rest.split_at(thought.len());
    let turns: Vec<Turn> = before.iter().chain(after).map(Entry::turn).collect();
    let text: Vec<&str> =
        words.iter().map(|entry| entry.text.as_str()).filter(|text| !text.is_empty()).collect();
    let mut message = latest.message.clone();
    let last = words.last();
    message.attachments = words.iter().flat_map(|entry| entry.attachments.iter().cloned()).collect();
    message.gaps = last.map(|last| last.gaps.clone()).unwrap_or_default();
    message.id = last.map(|last| last.id.clone()).unwrap_or_default();
    message.sent_at = words.first().and_then(|first| first.sent_at);
    message.text = text.join("\n");
    message.thread = Thread::new(turns);
    message
}
