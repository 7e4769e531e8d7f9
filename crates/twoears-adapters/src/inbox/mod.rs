//! From single payloads to open cases: who wrote what, what was answered, what came twice.

mod case;
mod open;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use twoears_core::{Channel, Direction};

use crate::Platform;
use crate::inbound::{Event, Item};
use case::{Case, Entry};
pub use open::Open;

/// Messages that are remembered at the most; past it [`Inbox::take`] says [`Taken::Full`].
const MESSAGES: usize = 4_000_000;

/// What became of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// A customer opened a case.
    Opened,
    /// A customer wrote again in a case.
    Followed,
    /// The organisation wrote in a case. It is answered then, unless a program wrote.
    Answered,
    /// The organisation published something that answers nobody known.
    Posted,
    /// A message was changed.
    Edited,
    /// A message was taken back; whatever comes late of it is not taken either.
    Deleted,
    /// It came before.
    Duplicate,
    /// A note among the organisation's people, or a program's about the conversation: no part of a case.
    Noted,
    /// Nothing more is remembered: [`Inbox::forget_before`] makes room. The item was not taken.
    Full,
}

/// Joins items of any platforms into open cases.
///
/// A case is what one customer and the organisation say to each other in one conversation: in private everything in the
/// conversation, in the open what one account wrote in it and what was answered to that. Messages are known by channel and
/// id, so that what is delivered twice counts once; they are put in order by their time, so that what comes late finds its
/// place, and an answer that comes before what it answers is kept for it. Notes among agents are never part of a case. What
/// a program of the organisation says, such as a greeting, stands in the case and leaves it open: somebody still waits.
///
/// ```
/// use twoears_adapters::{Platform, Settings, inbound, inbox::{Inbox, Taken}};
/// let payload = |id: u32, text: &str, kind: &str, at: u32| format!(
///     r#"{{"event":"message_created","id":{id},"content":"{text}","message_type":"{kind}","created_at":{at},
///     "sender":{{"id":3,"type":"contact"}},"conversation":{{"id":12,"channel":"Channel::Sms"}},"account":{{"id":1}}}}"#);
/// let mut inbox = Inbox::default();
/// let mut take = |payload: String| {
///     let parsed = inbound::parse(Platform::Chatwoot, payload.as_bytes(), &Settings::default())?;
///     Ok::<_, twoears_adapters::Error>(parsed.items.into_iter().map(|item| inbox.take(item)).collect::<Vec<_>>())
/// };
/// assert_eq!(take(payload(1, "Where is my parcel?", "incoming", 1795421157))?, [Taken::Opened]);
/// assert_eq!(take(payload(1, "Where is my parcel?", "incoming", 1795421157))?, [Taken::Duplicate]);
/// assert_eq!(take(payload(2, "On its way.", "outgoing", 1795421200))?, [Taken::Answered]);
/// assert_eq!(take(payload(3, "It is not!", "incoming", 1795424800))?, [Taken::Followed]);
/// let open: Vec<_> = inbox.open().collect();
/// assert_eq!((open.len(), open[0].messages[0].text.as_str()), (1, "It is not!"));
/// assert_eq!(open[0].messages[0].thread.turns().len(), 2);
/// # Ok::<(), twoears_adapters::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct Inbox {
    cases: Vec<Case>,
    of_thread: Map<Key, u32>,
    /// Where a message is.
    seen: Map<Name, Seen>,
    /// What the organisation published and a customer may answer.
    posts: Map<Name, Post>,
    /// Posts of the organisation that answer a message which has not come yet, by that message.
    early: Map<Name, Vec<Name>>,
    arrived: u64,
}

/// Shows how much is known, never an id or a word.
impl std::fmt::Debug for Inbox {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Inbox")
            .field("cases", &self.cases.len())
            .field("messages", &self.seen.len())
            .field("posts", &self.posts.len())
            .finish_non_exhaustive()
    }
}

/// Keyed anew in each process: ids come from outside, and whoever chose colliding ones would make each look-up a long one.
type Map<K, V> = HashMap<K, V>;

/// What a message is known by: two helpdesks may use one id on one channel, so whose it is counts too.
type Name = (Platform, Channel, String);
/// What makes a case: the conversation, and in the open also who wrote. Some helpdesks tell the channel of some messages
/// of a conversation alone, so it does not count.
type Key = (Platform, String, Option<String>);

/// What the organisation published.
#[derive(Clone)]
struct Post {
    thread: String,
    entry: Entry,
}

#[derive(Clone, Copy)]
enum Seen {
    In(u32),
    Post,
    Gone,
}

impl Inbox {
    /// Takes one item in.
    pub fn take(&mut self, item: Item) -> Taken {
        if matches!(item.message.direction, Direction::Internal | Direction::System) {
            return Taken::Noted;
        }
        if self.seen.len() + self.posts.len() >= MESSAGES {
            return Taken::Full;
        }
        self.arrived += 1;
        let name = name(&item, &item.message.id);
        match self.seen.get(&name).copied() {
            Some(Seen::Gone) => Taken::Duplicate,
            Some(Seen::Post) => self.change_post(&name, &item),
            Some(Seen::In(case)) => self.change(case, &name, &item),
            None if item.event == Event::Deleted => {
                self.see(name, Seen::Gone);
                Taken::Deleted
            }
            None => self.add(name, item),
        }
    }

    /// Every case in which a customer has the last word, in the order in which they were opened.
    pub fn open(&self) -> impl Iterator<Item = Open> {
        self.cases.iter().filter_map(Case::open)
    }

    /// Forgets answered cases of which nothing was said since a moment, with what is remembered of their messages.
    pub fn forget_before(&mut self, moment: twoears_core::Timestamp) {
        let cases = std::mem::take(&mut self.cases);
        let kept = |case: &Case| case.open().is_some() || case.last_at().is_none_or(|at| at >= moment);
        let cases: Vec<Case> = cases.into_iter().filter(kept).collect();
        self.posts.retain(|_, post| post.entry.sent_at.is_some_and(|at| at >= moment));
        let posts = &self.posts;
        self.early.retain(|_, early| early.iter().any(|name| posts.contains_key(name)));
        self.seen.clear();
        self.of_thread.clear();
        for (place, case) in cases.iter().enumerate() {
            for name in case.names() {
                self.seen.insert(name, Seen::In(place as u32));
            }
            self.of_thread.insert(case.key.clone(), place as u32);
        }
        self.cases = cases;
    }

    /// How many cases are known, open or answered.
    pub fn len(&self) -> usize {
        self.cases.len()
    }

    /// Is nothing known yet?
    pub fn is_empty(&self) -> bool {
        self.cases.is_empty()
    }

    fn see(&mut self, name: Name, seen: Seen) {
        // A message without an id cannot be recognised again.
        if !name.2.is_empty() {
            self.seen.insert(name, seen);
        }
    }

    fn add(&mut self, name: Name, item: Item) -> Taken {
        let entry = Entry::of(&item.message, self.arrived);
        if item.message.direction == Direction::Out {
            if let Some(case) = self.answered(&item) {
                self.see(name, Seen::In(case));
                self.cases[case as usize].add(entry);
                return Taken::Answered;
            }
            self.see(name.clone(), Seen::Post);
            let thread = self.thread(&item);
            if let Some(parent) = &item.message.parent_id {
                self.early.entry(self::name(&item, parent)).or_default().push(name.clone());
            }
            self.posts.insert(name, Post { thread, entry });
            return Taken::Posted;
        }
        let key = self.key(&item);
        if let Some(&case) = self.of_thread.get(&key) {
            self.see(name.clone(), Seen::In(case));
            self.cases[case as usize].follow(entry, item);
            self.take_early(case, &name);
            return Taken::Followed;
        }
        let parent = item.message.parent_id.as_ref().map(|id| self::name(&item, id));
        let post = parent.and_then(|name| self.posts.get(&name)).cloned();
        let case = self.begin(key);
        let opened = &mut self.cases[case as usize];
        if let Some(post) = post {
            opened.add(post.entry);
        }
        opened.follow(entry, item);
        self.see(name.clone(), Seen::In(case));
        self.take_early(case, &name);
        Taken::Opened
    }

    /// Puts the answers to a message that came before it into its case, and what continues them.
    fn take_early(&mut self, case: u32, message: &Name) {
        let mut names = self.early.remove(message).unwrap_or_default();
        while let Some(name) = names.pop() {
            if let Some(post) = self.posts.remove(&name) {
                self.cases[case as usize].add(post.entry);
                names.extend(self.early.remove(&name).unwrap_or_default());
                self.see(name, Seen::In(case));
            }
        }
    }

    /// The case that a message of the organisation answers: by the message that it answers, else by the conversation. In
    /// private it is one even when the customer's words have not come yet.
    fn answered(&mut self, item: &Item) -> Option<u32> {
        let message = &item.message;
        let parent = message.parent_id.as_ref().and_then(|id| self.seen.get(&name(item, id)));
        if let Some(Seen::In(case)) = parent {
            return Some(*case);
        }
        // In the open a conversation may hold many customers; whom a post without a parent answers is not known.
        if message.is_public() {
            return None;
        }
        let key = (item.platform.realm(), self.thread(item), None);
        Some(self.of_thread.get(&key).copied().unwrap_or_else(|| self.begin(key)))
    }

    /// The conversation: as the platform names it, else that of the message that it answers, else one of its own.
    fn thread(&self, item: &Item) -> String {
        let message = &item.message;
        let of_parent = |id: &String| {
            let name = name(item, id);
            match self.seen.get(&name) {
                Some(Seen::In(case)) => self.cases[*case as usize].key.1.clone(),
                Some(Seen::Post) => {
                    self.posts.get(&name).map_or_else(|| id.clone(), |post| post.thread.clone())
                }
                Some(Seen::Gone) | None => id.clone(),
            }
        };
        let named = message.thread_id.clone().or_else(|| message.parent_id.as_ref().map(of_parent));
        named.unwrap_or_else(|| message.id.clone())
    }

    fn key(&self, item: &Item) -> Key {
        let author = &item.message.author;
        let author = author.id.clone().or_else(|| author.handle.clone()).unwrap_or_default();
        (item.platform.realm(), self.thread(item), item.message.is_public().then_some(author))
    }

    fn begin(&mut self, key: Key) -> u32 {
        let case = self.cases.len() as u32;
        self.cases.push(Case::new(key.clone()));
        self.of_thread.insert(key, case);
        case
    }

    fn change(&mut self, case: u32, name: &Name, item: &Item) -> Taken {
        let place = &mut self.cases[case as usize];
        match item.event {
            // One event tells of a message, another brings its words.
            Event::Created if place.lacks_words(&name.2) && place.edit(&name.2, item) => Taken::Edited,
            Event::Edited if place.edit(&name.2, item) => Taken::Edited,
            Event::Created | Event::Edited => Taken::Duplicate,
            Event::Deleted => {
                place.remove(&name.2);
                self.seen.insert(name.clone(), Seen::Gone);
                Taken::Deleted
            }
        }
    }

    fn change_post(&mut self, name: &Name, item: &Item) -> Taken {
        match item.event {
            Event::Created => Taken::Duplicate,
            Event::Deleted => {
                self.posts.remove(name);
                self.seen.insert(name.clone(), Seen::Gone);
                Taken::Deleted
            }
            Event::Edited => {
                if let Some(post) = self.posts.get_mut(name) {
                    post.entry = Entry::of(&item.message, self.arrived);
                }
                Taken::Edited
            }
        }
    }
}

fn name(item: &Item, id: &str) -> Name {
    (item.platform.realm(), item.message.channel, id.to_owned())
}
