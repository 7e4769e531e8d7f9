//! The great promise: no private value of a message, found or not, comes out where anybody but the customer can read it.
//!
//! `make test` tries 100,000 made-up messages, `make soak` two million, `TWOEARS_LEAKS=N` any number.

mod messages;
mod search;
mod values;

use std::ops::Range;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::Value as Json;
use twoears::{Audience, Brand, Case, Channel, Desk, From, Message, Redacted, Thread, json};

use crate::support::{DESK, LARKWAY, now};
use messages::{Sample, sample};
use search::{Shown, is_ours, runs};
use values::Value;

/// Messages that are tried when nobody says how many.
const MESSAGES: u64 = 100_000;
/// One message in so many is also explained, which takes a thousand times as long.
const EXPLAINED: u64 = 4000;
/// One message in so many is also given in ways that cannot be read.
const BROKEN: u64 = 20;
/// One message in so many is also shown as a log would.
const LOGGED: u64 = 4;
/// A long run says after so many how far it is.
const PART: u64 = 50_000;
/// Threads that share the work.
const THREADS: u64 = 2;

/// Settings that no example has: another voice, own recognizers, a link into private.
const SETTINGS: &str = "
voice = 'playful'
name = 'Larkway'
x_account_id = '991177553300'
own_contacts = ['12 Station Approach, Castlemere', '020 7946 0000']
[[private]]
name = 'ticket'
pattern = '[A-Z]{2}[0-9]{7}'
kind = 'order'
[[private]]
name = 'kiosk'
pattern = '[0-9]{5}'
context = ['coach']
never = true
";

static OTHER: LazyLock<Desk> =
    LazyLock::new(|| Desk::builder().brand(Brand::from_toml(SETTINGS).unwrap()).build().unwrap());

/// Everything that a case shows to others than the customer.
fn shown(desk: &Desk, case: &Case, redacted: &Redacted, number: u64) -> Shown {
    let mut shown = Shown::default();
    for draft in case.drafts() {
        if draft.audience == Audience::Public {
            shown.words("a public draft", &draft.text);
        }
        shown.words("a draft's note", draft.note.as_deref().unwrap_or(""));
        shown.words("a draft's source", draft.source.as_deref().unwrap_or(""));
        for finding in &draft.lint {
            shown.words("a lint", &finding.says);
        }
    }
    for note in case.notes() {
        shown.words("a note", &note);
    }
    for says in case.says() {
        shown.words("a rule's words", says);
    }
    if number.is_multiple_of(LOGGED) {
        let (message, reading, decision) = (&case.message, &case.reading, &case.decision);
        shown.log("Debug", &format!("{message:?} {case:?} {:?} {reading:?} {decision:?}", case.heard()));
        shown.log("Debug", &format!("{:?} {redacted:?} {desk:?} {:?}", case.drafts(), redacted.pseudonyms()));
        let error = redacted.restore(redacted.text(), Audience::Public).unwrap_err();
        shown.words("an error", &format!("{error} {error:?}"));
    }
    texts(&json::value(case, json::Drafts::Yes), &mut |text| shown.log("the JSON line", text));
    if number.is_multiple_of(EXPLAINED) {
        shown.log("an explanation", &format!("{:?}", desk.explain(&case.message)));
    }
    if number.is_multiple_of(BROKEN) {
        errors(&case.message, &mut shown);
    }
    shown
}

/// What is said of lines and settings that cannot be read, though values stand in them.
fn errors(message: &Message, shown: &mut Shown) {
    let text = Json::from(message.text.as_str());
    for line in [
        format!("{{\"text\":{text}"),
        format!("{{\"txt\":{text}}}"),
        format!("{{\"text\":[{text}]}}"),
        format!("{{\"text\":\"\",\"visibility\":{text}}}"),
        format!("{{\"text\":\"\",\"sent_at\":{text},\"author\":{{\"followers\":{text}}}}}"),
        format!("{{\"text\":\"\",\"author\":{{\"vip\":{text}}}}}"),
    ] {
        let error = json::parse(&line).unwrap_err();
        shown.words("an error of a line", &format!("{error} {error:?}"));
    }
    for settings in
        [format!("own_contacts = {text}"), format!("voice = {text}"), format!("[targets]\nx = {text}")]
    {
        let error = Brand::from_toml(&settings).unwrap_err();
        shown.words("an error of settings", &format!("{error} {error:?}"));
    }
}

/// Every text of a JSON line, but those of drafts for the customer alone.
fn texts(value: &Json, take: &mut dyn FnMut(&str)) {
    match value {
        Json::String(text) => take(text),
        Json::Array(items) => items.iter().for_each(|item| texts(item, take)),
        Json::Object(map) if map.get("audience") == Some(&Json::from("private")) => {}
        Json::Object(map) => map.values().for_each(|value| texts(value, take)),
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}

/// What is wrong with how a message was answered, when something is.
fn wrong(desk: &Desk, sample: &Sample, number: u64, count: &Count) -> Option<String> {
    let case = desk.triage(&sample.message, now());
    let public: Vec<&str> = case
        .drafts()
        .iter()
        .filter(|draft| draft.audience == Audience::Public)
        .map(|draft| draft.text.as_str())
        .collect();
    count.add(&case, public.len());
    let redacted = desk.redact(&sample.message);
    // A name that no recognizer sees looks like any other word with a capital: "the 7.35 from Ashdown Cross".
    let unseen =
        |value: &Value| value.kind == "name" && redacted.texts().any(|text| text.contains(&value.text));
    let values = sample.values.iter().filter(|value| !unseen(value));
    if let Some(leak) = shown(desk, &case, &redacted, number).leak(values) {
        return Some(leak);
    }
    let turns = sample.message.thread.turns().iter().map(|turn| turn.text.as_str());
    let theirs: Vec<&str> = turns.chain([sample.message.text.as_str()]).flat_map(runs).collect();
    let repeated =
        public.iter().flat_map(|text| runs(text)).find(|run| theirs.contains(run) && !is_ours(run));
    if let Some(run) = repeated {
        return Some(format!("digits {run} in {public:?}"));
    }
    let back = redacted.restore(redacted.text(), Audience::Private).unwrap();
    if back != sample.message.text {
        return Some(format!("restored as {back:?} from {:?}", redacted.text()));
    }
    let found = case.reading.private_data.iter().map(|data| data.span.of(&sample.message.text));
    let left = found.clone().find(|value| value.len() > 6 && redacted.text().contains(value));
    left.map(|value| format!("{value:?} left in {:?}", redacted.text()))
}

/// How much the run had to do, so that it is known to have tried something.
#[derive(Default)]
struct Count {
    found: AtomicU64,
    public: AtomicU64,
    private: AtomicU64,
}

impl Count {
    fn add(&self, case: &Case, public: usize) {
        let add = |to: &AtomicU64, more: usize| to.fetch_add(more as u64, Ordering::Relaxed);
        add(&self.found, usize::from(!case.reading.private_data.is_empty()));
        add(&self.public, public);
        add(&self.private, case.drafts().len() - public);
    }
}

/// Tries the messages of these numbers on two threads; a few of those that went wrong.
fn tried(numbers: Range<u64>, count: &Count) -> Vec<String> {
    std::thread::scope(|scope| {
        let part = |thread: u64| {
            let numbers = (numbers.start + thread..numbers.end).step_by(THREADS as usize);
            move || {
                let failures = numbers.filter_map(|number| {
                    let sample = sample(number);
                    let desk = [&*DESK, &*LARKWAY, &*OTHER][(number % 3) as usize];
                    let wrong = wrong(desk, &sample, number, count)?;
                    Some(format!("message {number}: {wrong}\n  of {:?}", sample.message.text))
                });
                failures.take(5).collect::<Vec<_>>()
            }
        };
        let running: Vec<_> = (0..THREADS).map(|thread| scope.spawn(part(thread))).collect();
        running.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    })
}

#[test]
fn no_private_value_comes_out() {
    let asked =
        std::env::var("TWOEARS_LEAKS").ok().map(|count| count.parse().expect("TWOEARS_LEAKS is a number"));
    let messages: u64 = asked.unwrap_or(MESSAGES);
    let count = Count::default();
    for start in (0..messages).step_by(PART as usize) {
        let end = messages.min(start + PART);
        let failures = tried(start..end, &count);
        assert!(failures.is_empty(), "{}", failures.join("\n"));
        let share = |of: &AtomicU64| of.load(Ordering::Relaxed) * 100 / end;
        let shares = (share(&count.found), share(&count.public), share(&count.private));
        println!(
            "{end} messages; found in {} %, public drafts {} %, private drafts {} %",
            shares.0, shares.1, shares.2
        );
        assert!(shares.0 > 45 && shares.1 > 30 && shares.2 > 15, "too little was tried: {shares:?}");
    }
}

#[test]
fn a_leak_is_seen_however_it_is_written() {
    let value = |text: &str| vec![Value { kind: "test", text: text.to_owned() }];
    let seen = |text: &str, words: &str| {
        let mut shown = Shown::default();
        shown.words("a public draft", words);
        shown.leak(&value(text)).is_some()
    };
    let card = "4111 1111 2345 6781";
    for words in [
        "Is 4111-1111-2345-6781 yours?",
        "Is 4111111123456781 yours?",
        "The card ending 6781 was charged.",
        "The card ending in 67 81 was charged.",
    ] {
        assert!(seen(card, words), "{words}");
    }
    assert!(seen("Rosa Diaz-Lee", "Hello ROSA DIAZ LEE!"));
    assert!(seen("rosa@mail.example", "We wrote to Rosa@Mail.example."));
    assert!(!seen(card, "Your card was charged. You hear from me by 6:78 pm or 6:78."));
    assert!(!seen("NR1 0AM", "You hear from me by 10 am.") && seen("NR1 0AM", "Is NR1 0AM right?"));
    let mut log = Shown::default();
    log.log("Debug", "Reading { probability: 0.6781, due: 2026-11-23T09:00:00Z, text: 4111 1111 2345 6781 }");
    assert!(log.leak(&value(card)).is_some() && log.leak(&value("x 0678")).is_none());
}

#[test]
fn a_name_that_the_thread_shows_is_no_place() {
    let text = "the 7.35 from Padraig Tresillian was 40 mins late";
    let thread = Thread::default().turn(From::Customer, "my name is Padraig Tresillian and I wait");
    let case = DESK.triage(&Message::new(text).channel(Channel::X).thread(thread), now());
    assert!(!case.drafts().is_empty());
    for draft in case.drafts() {
        assert!(!draft.text.contains("Padraig") && !draft.text.contains("Tresillian"), "{}", draft.text);
    }
}

/// A desk whose drafts leak is caught: the whole search is tried on real cases with one value put back.
#[test]
fn a_draft_that_leaks_is_caught() {
    let mut caught = 0;
    for number in 0..300 {
        let sample = sample(number);
        let case = LARKWAY.triage(&sample.message, now());
        let Some(value) = sample.values.iter().find(|value| value.kind != "name") else { continue };
        let mut shown = shown(&LARKWAY, &case, &LARKWAY.redact(&sample.message), 1);
        assert!(shown.leak(&sample.values).is_none(), "message {number}");
        shown.words("a public draft", &format!("Thank you, we have {} here.", value.text.to_uppercase()));
        assert!(shown.leak(&sample.values).is_some(), "message {number}: {:?}", value.text);
        caught += 1;
    }
    assert!(caught > 200, "{caught}");
}

#[test]
fn every_kind_of_value_is_tried() {
    let mut kinds: Vec<&str> =
        (0..5000).flat_map(|number| sample(number).values).map(|value| value.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds.len(), values::KINDS.len());
}
