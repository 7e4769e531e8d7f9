//! Owning a wait: since when, how often they wrote, as far as the text or the thread says so.

use twoears_core::{Heard, Intent, Urgency};

use super::given;
use super::scene::Scene;
use crate::phrases::{Part, Slot};

/// Words of waiting; a length of time counts only beside one of them.
const WAITS: &[&str] = &[
    "waiting",
    "waited",
    "wait",
    "no reply",
    "no response",
    "no answer",
    "not heard",
    "haven't heard",
    "havent heard",
    "ignored",
    "chasing",
    "unanswered",
    "nobody replied",
    "no one replied",
    "silence",
    "heard nothing",
    "not called",
    "haven't called",
    "havent called",
];
/// What people do to get an answer.
const TRIES: &[&str] = &[
    "asked",
    "asking",
    "ask",
    "written",
    "writing",
    "wrote",
    "contacted",
    "contacting",
    "messaged",
    "messaging",
    "tweeted",
    "emailed",
    "emailing",
    "called",
    "calling",
    "phoned",
    "rang",
    "rung",
    "chased",
    "chasing",
];
const UNITS: &[&str] = &["hours", "days", "weeks", "months"];
const COUNTS: &[(&str, &str)] = &[
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
];
const TIMES: &[(&[&str], &str)] = &[
    (&["second time", "2nd time", "twice", "two times", "2 times"], "twice"),
    (&["third time", "3rd time", "three times", "3 times"], "three times"),
    (&["fourth time", "4th time", "four times", "4 times"], "four times"),
    (&["fifth time", "5th time", "five times", "5 times"], "five times"),
];
/// Words between the count and what was tried, at the most.
const NEAR: usize = 5;

/// The sentence that owns the wait; nothing where there was none.
pub(super) fn own(scene: &Scene<'_>, named: &str) -> Vec<String> {
    let (heard, thread) = (scene.input.heard, &scene.input.message.thread);
    let since = waited(heard).filter(|since| !named.contains(since.as_str())).unwrap_or_default();
    let times = tried(heard).or_else(|| written(thread.unanswered()));
    let mut slots = scene.slots.with(Slot::Since, since.as_str());
    slots.set(Slot::Times, times.unwrap_or(""));
    if !since.is_empty() {
        return scene.say_with(Part::SilenceSince, &slots);
    }
    if times.is_some() {
        return scene.say_with(Part::SilenceTimes, &slots);
    }
    let asked = thread.unanswered() > 0;
    if asked || scene.declares_repeat() {
        // That they were left without an answer has just been said there.
        if scene.input.reading.intent.label == Intent::ServiceContact && !scene.unsure {
            return Vec::new();
        }
        return scene.say(Part::Repeat);
    }
    // Who sees no hurry and may not even want an answer is not told that it is late.
    if scene.unsure || scene.input.reading.urgency.label == Urgency::Low {
        return Vec::new();
    }
    let overdue = scene.input.decision.respond_by.is_some_and(|due| due < scene.input.now);
    if overdue { scene.say(Part::Overdue) } else { Vec::new() }
}

/// How often they wrote, with this message, after so many that nobody answered.
fn written(unanswered: usize) -> Option<&'static str> {
    let place = unanswered.checked_sub(1)?;
    TIMES.get(place).map(|(_, times)| *times)
}

/// Since when they wait, in their words: "since Monday", "for three weeks".
fn waited(heard: &Heard) -> Option<String> {
    let lower = heard.lower();
    if !WAITS.iter().any(|wait| given::holds(lower, wait)) {
        return None;
    }
    if let Some(since) = given::since(heard) {
        return Some(since);
    }
    let words = words(heard);
    words.windows(2).enumerate().find_map(|(at, two)| {
        let [number, unit] = two else { return None };
        let counts = number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit());
        let spelt = COUNTS.iter().any(|(word, _)| word == number);
        // "within 3 days" was promised, "in 3 days" is to come.
        let before = at.checked_sub(1).map_or("", |at| words[at]);
        let past = !matches!(before, "in" | "within" | "next" | "every" | "take" | "takes" | "to" | "-");
        ((counts || spelt) && past && UNITS.contains(unit)).then(|| format!("for {number} {unit}"))
    })
}

/// How often they tried, when they say so: "this is the third time I ask".
fn tried(heard: &Heard) -> Option<&'static str> {
    let words = words(heard);
    TIMES.iter().find_map(|(phrases, times)| {
        let said = phrases.iter().any(|phrase| {
            // Few messages count their tries at all.
            if !phrase.split(' ').next().is_some_and(|first| heard.lower().contains(first)) {
                return false;
            }
            let parts: Vec<&str> = phrase.split(' ').collect();
            let places = words.windows(parts.len()).enumerate().filter(|(_, run)| *run == parts);
            places.map(|(at, _)| at).any(|at| {
                let near = &words[at.saturating_sub(NEAR)..(at + parts.len() + NEAR).min(words.len())];
                near.iter().any(|word| TRIES.contains(word))
            })
        });
        said.then_some(*times)
    })
}

fn words(heard: &Heard) -> Vec<&str> {
    heard.tokens().iter().map(|token| token.span.of(heard.lower())).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::scene;
    use super::*;
    use twoears_core::listen::hear;

    #[test]
    fn waits_that_the_text_tells() {
        for (text, want) in [
            ("I've been waiting since Monday for an answer", "since Monday"),
            ("no reply for 6 days now", "for 6 days"),
            ("three weeks and I have not heard a thing", "for three weeks"),
        ] {
            assert_eq!(waited(&hear(text)).as_deref(), Some(want), "{text}");
        }
        for text in [
            "it takes 3 days, I can wait",
            "open since Monday",
            "I was in Rome for 3 days",
            "waiting for a bus",
        ] {
            assert_eq!(waited(&hear(text)), None, "{text}");
        }
    }

    #[test]
    fn tries_that_the_text_tells() {
        assert_eq!(tried(&hear("This is the third time I'm writing")), Some("three times"));
        assert_eq!(tried(&hear("emailed you twice")), Some("twice"));
        assert_eq!(tried(&hear("third time the milk was sour")), None);
        assert_eq!((written(0), written(1), written(2)), (None, Some("twice"), Some("three times")));
    }

    #[test]
    fn a_wait_is_owned_with_its_length() {
        scene("I have been waiting since Monday for my parcel", |scene| {
            let said = own(scene, "");
            assert!(said[0].contains("since Monday"), "{said:?}");
            let again = own(scene, "you've been waiting since Monday");
            assert!(again.is_empty() || !again[0].contains("since Monday"), "{again:?}");
        });
    }
}
