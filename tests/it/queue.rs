//! A bad Monday morning: two hundred payloads of many platforms as their webhooks come in, from bytes to the queue's order.

use std::collections::{BTreeMap, BTreeSet};

use twoears::decide::Action;
use twoears::inbound::{Event, Item, parse_any};
use twoears::inbox::{Inbox, Open, Taken};
use twoears::queue::Entry;
use twoears::{AuthorKind, Channel, Direction, Label as _, Message, Queue};

use crate::support::{LARKWAY, Numbers, now, read};

/// What cannot wait, by a part of its words: a child alone on a coach, gas, somebody on a bridge, insulin, a driver who falls
/// asleep, a passenger in need of care, a wheelchair, fraud that goes on, a stalker.
const CRISES: [&str; 9] = [
    "my 4 year old on it",
    "smell of gas",
    "on the bridge by harwick",
    "insulin",
    "nodding off at the wheel",
    "chemo appointment",
    "daughter's wheelchair",
    "£640 is gone",
    "he's here",
];

/// A trained person must take these: the law, the press, an assault.
const PERSONS: [&str; 4] =
    ["issue proceedings", "discrimination", "reporter with", "night driver touched me"];

/// Answered, and nothing came after: no case of the queue.
const ANSWERED: [&str; 9] = [
    "28 kids",
    "shows the wrong day",
    "10:05 to Penhallow",
    "cancel my Larkway Plus",
    "Boxing Day",
    "put off the 07:55",
    "it's been 3 weeks",
    "out for delivery today",
    "seat with a table",
];

/// Taken back or changed by who wrote it.
const GONE: [&str; 7] = [
    "You lot are useless",
    "absolute clowns",
    "hope you choke",
    "nvm",
    "rubbish",
    "upside down",
    "no toilet",
];

/// What became of the payloads of a morning.
struct Morning {
    inbox: Inbox,
    /// Every item in the order in which it came, and what the inbox said to it.
    items: Vec<(Item, Taken)>,
    /// What the payloads without a message told instead.
    passed: Vec<&'static str>,
}

impl Morning {
    fn of<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        let mut morning = Self { inbox: Inbox::default(), items: Vec::new(), passed: Vec::new() };
        for (at, line) in lines.enumerate() {
            let parsed = parse_any(line.as_bytes(), LARKWAY.adapters());
            let parsed = parsed.unwrap_or_else(|error| panic!("payload {at}: {error}"));
            let parsed = parsed.unwrap_or_else(|| panic!("payload {at}: whose is it?"));
            assert!(
                !parsed.items.is_empty() || !parsed.passed.is_empty(),
                "payload {at}: nothing came of it"
            );
            morning.passed.extend(parsed.passed);
            for item in parsed.items {
                let taken = morning.inbox.take(item.clone());
                morning.items.push((item, taken));
            }
        }
        morning
    }

    fn count(&self, taken: Taken) -> usize {
        self.items.iter().filter(|(_, said)| *said == taken).count()
    }

    /// What customers wrote, by channel and id, each once and as it was last put, without what was taken back.
    fn customers(&self) -> BTreeMap<(Channel, &str), &Message> {
        let name = |item: &Item| (item.message.channel, item.message.id.clone());
        let of = |event| self.items.iter().filter(move |(item, _)| item.event == event).map(|(item, _)| item);
        let deleted: BTreeSet<_> = of(Event::Deleted).map(name).collect();
        let written = of(Event::Created).chain(of(Event::Edited));
        written
            .filter(|item| item.message.direction == Direction::In && !deleted.contains(&name(item)))
            .map(|item| ((item.message.channel, item.message.id.as_str()), &item.message))
            .collect()
    }

    /// Did a person answer that message, or its conversation later? Found by looking at all that we wrote, not by the inbox.
    fn answered(&self, message: &Message) -> bool {
        let ours = self.items.iter().map(|(item, _)| &item.message);
        let ours =
            ours.filter(|ours| ours.direction == Direction::Out && ours.author.kind != AuthorKind::Bot);
        ours.filter(|ours| ours.channel == message.channel).any(|ours| {
            let spoken = !message.is_public() && ours.thread_id == message.thread_id;
            ours.parent_id.as_ref() == Some(&message.id) || spoken && ours.sent_at >= message.sent_at
        })
    }

    /// Each open case with the words that wait for an answer.
    fn waiting(&self) -> BTreeSet<(String, Vec<String>)> {
        let texts = |open: &Open| open.messages.iter().map(|message| message.text.clone()).collect();
        self.inbox
            .open()
            .map(|open| (open.messages[0].author.id.clone().unwrap_or_default(), texts(&open)))
            .collect()
    }

    /// The queue as of `now`.
    fn queue(&self) -> (Queue, BTreeMap<String, (Open, twoears::Case)>) {
        let (mut queue, mut cases) = (Queue::new(), BTreeMap::new());
        for open in self.inbox.open() {
            let case = LARKWAY.triage_open(&open, now()).unwrap();
            let newest = open.messages.last().unwrap();
            let id = format!("{}/{}/{}", open.platform.name(), newest.channel.name(), newest.id);
            let decision = &case.decision;
            let entry = Entry {
                id: id.clone(),
                curve: decision.curve,
                due: decision.respond_by,
                received: case.message.sent_at.unwrap_or_else(now),
                hold_by: decision.hold_by,
            };
            assert_eq!(queue.insert(entry), None, "twice in the queue: {id}");
            cases.insert(id, (open, case));
        }
        (queue, cases)
    }
}

fn payloads() -> Vec<String> {
    read("examples/payloads.jsonl").lines().map(str::to_owned).collect()
}

fn in_order() -> Morning {
    Morning::of(payloads().iter().map(String::as_str))
}

fn says(open: &Open, words: &str) -> bool {
    open.messages.iter().any(|message| message.text.contains(words))
}

#[test]
fn two_hundred_payloads_of_many_people_and_platforms() {
    let morning = in_order();
    assert_eq!(payloads().len(), 200);
    let platforms: BTreeSet<_> = morning.items.iter().map(|(item, _)| item.platform).collect();
    assert!(platforms.len() >= 12, "{platforms:?}");
    let authors = morning.items.iter().map(|(item, _)| (item, &item.message.author));
    let customers = authors.filter(|(item, _)| item.message.direction == Direction::In);
    let people: BTreeSet<_> = customers
        .filter_map(|(item, author)| Some((item.platform, author.id.as_ref().or(author.handle.as_ref())?)))
        .collect();
    assert!(people.len() >= 120, "{} people", people.len());
    let followers: BTreeSet<_> =
        morning.items.iter().map(|(item, _)| item.message.author.followers).collect();
    assert!(
        followers.contains(&None) && followers.contains(&Some(0)) && followers.contains(&Some(2_104_331))
    );
    assert!(morning.passed.len() >= 8, "{:?}", morning.passed);
}

/// What came before in the same words is a duplicate, of whichever webhook; nothing else is.
#[test]
fn what_comes_twice_counts_once() {
    let morning = in_order();
    let mut before = BTreeSet::new();
    let again = morning.items.iter().filter(|(item, _)| {
        item.event == Event::Created && !before.insert((item.message.channel, item.message.id.clone()))
    });
    let again: Vec<_> = again.map(|(item, said)| (item.message.id.clone(), *said)).collect();
    assert!(again.len() >= 7, "{again:?}");
    assert!(again.iter().all(|(_, said)| *said == Taken::Duplicate), "{again:?}");
    assert_eq!(morning.count(Taken::Duplicate), again.len());
    assert_eq!(morning.count(Taken::Full), 0);
}

#[test]
fn nothing_is_dropped() {
    let morning = in_order();
    let open: Vec<Open> = morning.inbox.open().collect();
    let stands = |message: &Message, open: &Open| {
        let said = |one: &Message| {
            let holds = |file| one.attachments.contains(file);
            let whole = one.text.contains(&message.text) && message.attachments.iter().all(holds);
            one.id == message.id || whole && !(message.text.is_empty() && message.attachments.is_empty())
        };
        let turn = |turn: &twoears::Turn| turn.id.as_ref() == Some(&message.id);
        open.messages[0].channel == message.channel
            && open.messages.iter().any(|one| said(one) || one.thread.turns().iter().any(turn))
    };
    for ((channel, id), message) in morning.customers() {
        let found = open.iter().any(|open| stands(message, open));
        // A notice without words gives way to the words.
        let notice = message.text.is_empty() && message.attachments.is_empty();
        let told = || open.iter().any(|open| open.messages[0].thread_id == message.thread_id);
        assert!(found || morning.answered(message) || notice && told(), "{channel:?} {id} is lost");
    }
    for words in ANSWERED.iter().chain(&GONE) {
        let told = |(item, _): &(Item, Taken)| item.message.text.contains(words);
        assert!(morning.items.iter().any(told), "in no payload: {words}");
        assert!(!open.iter().any(|open| says(open, words)), "still waits: {words}");
    }
    for (open, message) in
        open.iter().flat_map(|open| open.messages.iter().map(move |message| (open, message)))
    {
        assert!(!morning.answered(message), "answered and open: {} {}", open.platform.name(), message.id);
    }
    // A program's words are no answer.
    assert!(open.iter().any(|open| says(open, "exam at 10")));
}

#[test]
fn the_queue_holds_every_open_case_once_in_order() {
    let morning = in_order();
    let (mut queue, cases) = morning.queue();
    let open = morning.inbox.open().count();
    assert_eq!((queue.len(), cases.len()), (open, open));
    assert!(open >= 90, "{open} open cases");

    let ids: Vec<String> = queue.iter(now()).map(|place| place.entry.id.clone()).collect();
    let mut sorted: Vec<Entry> = queue.iter(now()).map(|place| place.entry.clone()).collect();
    sorted.sort_by(|one, other| {
        let key = |entry: &Entry| (entry.due.is_none(), entry.due, entry.received, entry.id.clone());
        let priority = other.curve.at(now()).total_cmp(&one.curve.at(now()));
        priority.then_with(|| key(one).cmp(&key(other)))
    });
    assert_eq!(ids, sorted.iter().map(|entry| entry.id.clone()).collect::<Vec<_>>());
    let top: Vec<String> = queue.top(10, now()).iter().map(|place| place.entry.id.clone()).collect();
    assert_eq!(top, ids[..10]);

    let holding: BTreeSet<&str> = queue.holding(now()).into_iter().map(|entry| entry.id.as_str()).collect();
    let wanted = sorted.iter().filter(|entry| entry.hold_by.is_some_and(|at| at <= now()));
    assert_eq!(holding, wanted.map(|entry| entry.id.as_str()).collect());
    assert_eq!(queue.next_due(), sorted.iter().filter_map(|entry| entry.due).min());
}

#[test]
fn crises_come_first_and_go_to_a_person() {
    let (mut queue, cases) = in_order().queue();
    let top: Vec<String> = queue.top(10, now()).iter().map(|place| place.entry.id.clone()).collect();
    let case = |words: &str| {
        let mut found = cases.iter().filter(|(_, (open, _))| says(open, words));
        let found = (found.next(), found.next());
        let (Some(found), None) = found else { panic!("not once in the queue: {words}") };
        found
    };
    for words in CRISES.iter().chain(&PERSONS) {
        let (id, (_, found)) = case(words);
        assert_eq!(found.decision.action, Action::Person, "{words}");
        assert!(found.drafts().is_empty(), "a draft: {words}");
        assert!(!CRISES.contains(words) || top.contains(id), "not among the first ten: {words}");
    }
    // What nobody waits for comes after what somebody does.
    let places: Vec<&str> = queue.iter(now()).map(|place| place.entry.id.as_str()).collect();
    for words in PERSONS {
        let (id, _) = case(words);
        let place = places.iter().position(|place| place == id);
        assert!(place.is_some_and(|place| place < 25), "{words}: {place:?}");
    }
    let watched = |words: &str| matches!(case(words).1.1.decision.action, Action::Watch | Action::Ignore);
    for words in ["Mr Dalton Trade", "10K real followers", "I am away until", "fog until 10", "perfect ta"] {
        assert!(watched(words), "{words}");
    }
}

/// Webhooks that come in another order open the same cases with the same words, but for two things. What has no time of its
/// own (Freshdesk's tickets) stands in its case where it came. And where a platform names no conversation (Mastodon), an
/// answer to a message that has not come yet is a case of its own.
#[test]
fn the_order_of_arrival_changes_no_case() {
    let right = in_order().waiting();
    for seed in 1..=20 {
        let (mut lines, mut numbers) = (payloads(), Numbers(seed));
        for at in (1..lines.len()).rev() {
            lines.swap(at, numbers.below(at + 1));
        }
        let morning = Morning::of(lines.iter().map(String::as_str));
        let waiting = morning.waiting();
        let differs = |(author, texts): &&(String, Vec<String>)| {
            let timeless = author == "theo.m@post.example" || author == "agnes.rowe@post.example";
            let nameless = texts.iter().any(|text| text.starts_with("@larkway ")) && author == "109301";
            !timeless && !nameless
        };
        let (more, less) = (waiting.difference(&right), right.difference(&waiting));
        let (more, less): (Vec<_>, Vec<_>) = (more.filter(differs).collect(), less.filter(differs).collect());
        assert!(more.is_empty() && less.is_empty(), "seed {seed}: more {more:#?} less {less:#?}");
        let (queue, _) = morning.queue();
        assert_eq!(queue.len(), waiting.len(), "seed {seed}");
    }
}
