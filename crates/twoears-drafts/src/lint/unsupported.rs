//! # What it does
//! Objects to numbers, prices, shares, times, phone numbers, durations ("three days"), days, months and links that stand
//! neither in the conversation nor in the knowledge base, the settings, what was done or the promise.
//!
//! # Why it matters
//! A made-up refund of 30 or a made-up Friday is a promise that somebody will be held to.
//!
//! # Example
//! "Your refund of £30 arrives within three days."
//!
//! # Instead
//! Put the fact into the knowledge base, so that it can be said again; or be honest: "I don't know yet when it arrives, I'll
//! find out."

use std::sync::LazyLock;

use twoears_core::decide::{Hours, Severity};
use twoears_core::{RuleId, Span};

use super::phrases::Phrases;
use super::text::Text;
use super::{Found, Look, Rule, Subject};
use crate::compose::{promise_numbers, promise_supports};

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.unsupported"),
    severity: Severity::Error,
    about: "a number, day or link from nowhere",
    check,
};

const DAYS: &str = "monday; tuesday; wednesday; thursday; friday; saturday; sunday; january; february; march; april; june; july; \
                    august; september; october; november; december";
/// Numbers in words, with their figures.
const FIGURES: &[(&str, &str)] = &[
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("twelve", "12"),
    ("fourteen", "14"),
    ("fifteen", "15"),
    ("twenty", "20"),
    ("thirty", "30"),
    ("sixty", "60"),
    ("ninety", "90"),
];
/// What a number in words counts when it is a fact.
const UNITS: &[&str] = &[
    "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years",
    "working", "business", "percent", "pounds", "dollars", "euros",
];
/// What stands for always, and for a talk between two.
const IDIOMS: &[&str] = &["24/7", "1:1", "1-1", "1-on-1", "24-7"];
/// Digits of a phone number at the least.
const PHONE: usize = 7;

pub(super) static CALENDAR: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(DAYS.split("; ")));
pub(super) static COUNTS: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(FIGURES.iter().map(|(word, _)| *word)));

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let text = &look.text;
    let mut known: Option<Known> = None;
    for link in &text.links {
        let known = known.get_or_insert_with(|| Known::new(look.subject));
        if !known.text.contains(text.of(*link).trim_end_matches('/')) {
            found.at(*link, format!("`{}` is a link from nowhere", text.as_written(*link)));
        }
    }
    if text.lower.bytes().any(|byte| byte.is_ascii_digit()) {
        for place in figures(text) {
            let known = known.get_or_insert_with(|| Known::new(look.subject));
            if !numbers(text.of(place)).all(|(_, number)| known.has(number)) {
                found.at(
                    place,
                    format!("`{}` is {} from nowhere", text.as_written(place), what(text.of(place))),
                );
            }
        }
    }
    for (at, place) in COUNTS.all(text) {
        let rest = &text.lower[place.end as usize..];
        let next =
            rest.trim_start_matches([' ', '-']).split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        if !UNITS.contains(&next) || is_promised(look, place) {
            continue;
        }
        let known = known.get_or_insert_with(|| Known::new(look.subject));
        if !known.has(FIGURES[at].1) {
            let end = place.end as usize + rest.find(next).unwrap_or(0) + next.len();
            let place = Span::new(place.start as usize, end);
            found.at(place, format!("`{}` is a time from nowhere", text.as_written(place)));
        }
    }
    for (_, day) in CALENDAR.all(text) {
        let known = known.get_or_insert_with(|| Known::new(look.subject));
        let inside = text.links.iter().any(|link| link.overlaps(day));
        if !inside && !known.text.contains(text.of(day)) {
            found.at(day, format!("`{}` is a day from nowhere", text.of(day)));
        }
    }
}

/// Does a place lie in words that the promise backs: "within two hours"?
fn is_promised(look: &Look<'_>, place: Span) -> bool {
    let subject = look.subject;
    let Some((now, due)) = subject.now.zip(subject.due) else { return false };
    let words = promise_supports(due, now, subject.brand.hours.as_ref().map(Hours::zone));
    words.lines().any(|words| {
        let mut hits = look.text.lower.match_indices(words).map(|(at, _)| Span::new(at, at + words.len()));
        hits.any(|hit| hit.start <= place.start && place.end <= hit.end)
    })
}

/// Everything that a reply may rest on.
struct Known {
    /// In lower case.
    text: String,
    /// Its numbers, bare.
    numbers: Vec<String>,
}

impl Known {
    fn new(subject: &Subject<'_>) -> Self {
        let mut text = subject.message.text.to_lowercase();
        let mut add = |more: &str| {
            text.push('\n');
            text.push_str(&more.to_lowercase());
        };
        subject.message.thread.turns().iter().for_each(|turn| add(&turn.text));
        for article in subject.articles {
            add(&article.question);
            let said = article.sentences.iter().chain(&article.steps).chain(article.link.as_ref());
            said.for_each(|said| add(said));
        }
        let brand = subject.brand;
        let own =
            brand.own_contacts.iter().chain(&brand.name).chain(&brand.sign_off).chain(&brand.disclosure);
        own.for_each(|own| add(own));
        subject.done.iter().for_each(|done| add(done));
        add(subject.link().unwrap_or(""));
        let other = subject.decision.and_then(|decision| decision.routing.fallback.as_ref());
        add(other.and_then(|other| other.to.as_deref()).unwrap_or(""));
        if let Some(due) = subject.due {
            let zone = brand.hours.as_ref().map(Hours::zone);
            add(&promise_numbers(due, zone));
        }
        if let Some((hours, now)) = brand.hours.as_ref().zip(subject.now)
            && let Some(back) = hours.next_open(now)
        {
            add(&promise_numbers(back, Some(hours.zone())));
        }
        let mut known: Vec<String> = numbers(&text).map(|(_, number)| bare(number)).collect();
        let counted = COUNTS.all_in(&text).map(|(at, _)| FIGURES[at].1.to_owned());
        known.extend(counted);
        Self { text, numbers: known }
    }

    fn has(&self, number: &str) -> bool {
        let bare = bare(number);
        self.numbers.contains(&bare)
    }
}

/// A number without the marks that may be left out: `07:20` and `0720`, `1,000` and `1000`, `30.00` and `30`.
fn bare(number: &str) -> String {
    let whole = number.strip_suffix(".00").unwrap_or(number);
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let short = digits.trim_start_matches('0');
    if short.is_empty() { "0".to_owned() } else { short.to_owned() }
}

/// Where the numbers of the sentences stand, each with its currency or per cent sign; groups of one number as one.
fn figures(text: &Text<'_>) -> Vec<Span> {
    let mut places: Vec<Span> = Vec::new();
    for (at, number) in numbers(&text.lower) {
        let place = Span::new(at, at + number.len());
        let before = text.lower[..at].chars().next_back();
        let after = &text.lower[at + number.len()..];
        // One digit in a name: "PS4", "mp3", "2FA".
        let lone = number.len() == 1;
        let named = lone
            && (before.is_some_and(char::is_alphabetic)
                || after.starts_with(char::is_alphabetic) && !is_time(after));
        if named || is_counter(text, at, number) || is_tagged(text, at) || text.sentence_of(place).is_none() {
            continue;
        }
        if text.links.iter().any(|link| link.overlaps(place)) {
            continue;
        }
        let start = at - before.filter(|c| matches!(c, '$' | '£' | '€')).map_or(0, char::len_utf8);
        let mark =
            after.chars().next().filter(|c| matches!(c, '%' | '$' | '£' | '€')).map_or(0, char::len_utf8);
        let end = at + number.len() + mark;
        // Nothing lies between two that share a sign: "7£6".
        let between = |last: &Span| text.lower.get(last.end as usize..start).unwrap_or("");
        match places.last_mut() {
            Some(last) if between(last).chars().all(|c| "-() .\u{a0}".contains(c)) => last.end = end as u32,
            _ => places.push(Span::new(start, end)),
        }
    }
    places
}

/// "6p", "10am", "2h".
fn is_time(after: &str) -> bool {
    let unit = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    matches!(unit, "am" | "pm" | "a" | "p" | "h" | "hr" | "hrs" | "k")
}

/// The number of a step or a part: "1)", "2. Tap", "(1/2)", "24/7".
fn is_counter(text: &Text<'_>, at: usize, number: &str) -> bool {
    let word = text.lower[word_start(text, at)..].split_whitespace().next().unwrap_or("");
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != ')');
    let part = |one: &str| one.len() == 1 && one.bytes().all(|byte| byte.is_ascii_digit());
    let parts = word.trim_end_matches(')').split_once('/').is_some_and(|(one, two)| part(one) && part(two));
    let after = &text.lower[at + number.len()..];
    let opens = text.sentences.iter().any(|sentence| sentence.start as usize == at);
    let step = part(number) && (after.starts_with(')') || opens && after.starts_with(['.', ':', '-']));
    parts || step || IDIOMS.contains(&word.trim_end_matches(')'))
}

/// Part of a handle, a tag or an address?
fn is_tagged(text: &Text<'_>, at: usize) -> bool {
    text.lower[word_start(text, at)..at].contains(['@', '#'])
}

/// Where the run of letters and marks starts in which a place lies.
fn word_start(text: &Text<'_>, at: usize) -> usize {
    text.lower[..at].trim_end_matches(|c: char| !c.is_whitespace()).len()
}

/// What kind of thing a figure is, in words.
fn what(figure: &str) -> &'static str {
    let digits = figure.bytes().filter(u8::is_ascii_digit).count();
    match () {
        () if figure.contains(['$', '£', '€']) => "an amount",
        () if figure.contains('%') => "a share",
        () if figure.contains(':') => "a time",
        () if digits >= PHONE => "a phone number",
        () => "a number",
    }
}

/// Runs of digits with points, commas and colons inside.
fn numbers(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut end = 0;
    std::iter::from_fn(move || {
        let start = end + text[end..].find(|c: char| c.is_ascii_digit())?;
        let run = text[start..].bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b':'));
        end = start + run.count();
        Some((start, text[start..end].trim_end_matches(['.', ',', ':'])))
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{run, with};
    use super::*;
    use twoears_core::Message;

    #[test]
    fn facts_come_from_somewhere() {
        let message = Message::new("the 6.10 on Monday never came");
        assert!(run(&RULE, &message, "You get £30 back.").unwrap().contains("30"));
        assert!(run(&RULE, &message, "It comes on Friday.").unwrap().contains("friday"));
        assert!(run(&RULE, &message, "See https://a.example/x").unwrap().contains("a.example"));
        let written = Message::new("the 0720 never came");
        assert!(run(&RULE, &written, "I'm sorry the 07:20 never came.").is_none());
        assert!(run(&RULE, &written, "I'm sorry the 07:02 never came.").is_some());
        assert!(run(&RULE, &message, "I'm sorry the 6.10 on Monday never came.").is_none());
    }

    #[test]
    fn made_up_facts_of_every_kind() {
        let message = Message::new("the 6.10 on Monday never came");
        for (text, part) in [
            ("You get $45.50 back.", "`$45.50` is an amount"),
            ("You get 50% back.", "`50%` is a share"),
            ("It comes within three days.", "`three days` is a time"),
            ("It takes TEN WORKING days.", "`TEN WORKING` is a time"),
            ("Call 0345 600-0000 now.", "`0345 600-0000` is a phone number"),
            ("It’s back at 18:45.", "`18:45` is a time"),
            ("We apologise, it left at 7p.", "`7`"),
            ("It was the BA512. We apologize.", "`512`"),
        ] {
            let said = run(&RULE, &message, text).unwrap_or_default();
            assert!(said.contains(part), "{text}: {said}");
        }
    }

    #[test]
    fn what_is_no_fact_passes() {
        let message = Message::new("paid £1,000.00 three days ago for the 0720, order 4471-20938");
        for text in [
            "You paid £1000, and it's been 3 days.",
            "I've found 4471-20938.",
            "1) Tap Trips. 2) Tap your seat.",
            "We're here 24/7. (1/2)",
            "@ann99 The 7:20 left late.",
            "Is it a PS4? Then 2FA is under Security. #top100",
            "Two of them were late.",
            "4471£20938 and $1000£3",
        ] {
            assert!(run(&RULE, &message, text).is_none(), "{text}: {:?}", run(&RULE, &message, text));
        }
    }

    #[test]
    fn a_promise_may_name_its_time() {
        let message = Message::new("hi");
        let due = "2026-11-25T14:30:00Z".parse().unwrap();
        let now = "2026-11-25T12:00:00Z".parse().unwrap();
        let says = |text: &str| with(&RULE, &message, text, |subject| subject.times(now, Some(due)));
        assert!(says("You hear from me by 2:30 pm on Wednesday.").is_none());
        assert!(says("You hear from me by 3 pm.").is_some());
    }
}
