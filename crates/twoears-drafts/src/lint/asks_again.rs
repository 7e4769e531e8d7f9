//! # What it does
//! Objects to a question for what the message or the thread already gives: a number, an address, the device, the place,
//! the day, or the answer to an earlier question.
//!
//! # Why it matters
//! Whoever has to say it twice knows that nobody read it the first time.
//!
//! # Example
//! "Could you send us your order number?" to "Order 4471-20938 never came."
//!
//! # Instead
//! Use what is there ("I've found your order") or ask for the one thing that is missing.

use std::sync::LazyLock;

use twoears_core::decide::Severity;
use twoears_core::{From, Message, RuleId, Span};

use super::acts::Act;
use super::phrases::Phrases;
use super::text::Text;
use super::{Found, Look, Rule};
use crate::compose::gives;
use crate::knowledge::terms;

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.asks_again"),
    severity: Severity::Warning,
    about: "asks for what they already gave",
    check,
};

/// What is asked for, by the words that name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Order,
    Email,
    Phone,
    Flight,
    Device,
    Version,
    Browser,
    Place,
    Day,
}

const NAMES: &[(Kind, &str)] = &[
    (
        Kind::Order,
        "order number; order id; order no; order #; booking reference; booking number; booking code; confirmation code; \
         confirmation number; confirmation numbers; record locator; reference number; tracking number; case number; ticket number; your reference; pnr",
    ),
    (Kind::Email, "your email; your e-mail; email address; e-mail address"),
    (Kind::Phone, "phone number; mobile number; contact number; telephone number; cell number"),
    (
        Kind::Flight,
        "flight number; flight details; flight info; which flight; what flight; flight no; flight #",
    ),
    (
        Kind::Device,
        "which device; what device; which phone; what phone; which model; what model; device are you; phone are you; which console; what console; \
         model of your; what kind of device; type of device; the device you",
    ),
    (
        Kind::Version,
        "which version; what version; ios version; android version; windows version; os version; which operating system; what operating system",
    ),
    (Kind::Browser, "which browser; what browser; browser are you"),
    (
        Kind::Place,
        "which station; what station; which store; what store; which shop; which branch; which airport; what airport; which city; what city; your location",
    ),
    (Kind::Day, "what date; which date; what day; which day; what was the date; the date of"),
];

/// Devices as customers name them.
const DEVICES: &str = "iphone; ipad; ipod; galaxy; pixel; samsung; macbook; imac; laptop; ps4; ps5; ps3; playstation; xbox; roku; fire stick; firestick; \
                       fire tv; apple tv; chromecast; huawei; oneplus; xiaomi; kindle; smart tv; lg tv; sony tv; android tv; switch console; nintendo switch";
const BROWSERS: &str = "chrome; safari; firefox; edge; opera; brave; internet explorer";
const DAYS: &str = "monday; tuesday; wednesday; thursday; friday; saturday; sunday; yesterday";
/// What stands before the number of a version.
const SYSTEMS: &[&str] = &["ios", "android", "windows", "macos", "version", "v"];
/// Words before the name of a place, and what may stand there in capitals and is none.
const AT: &[&str] = &["at", "in", "from", "near", "to"];
const NOT_PLACES: &[&str] = &[
    "i",
    "i'm",
    "i've",
    "dm",
    "dms",
    "english",
    "uk",
    "us",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
/// Terms that two questions share before they are the same one.
const SAME: usize = 2;

pub(super) static NAMED: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(NAMES.iter().flat_map(|(_, list)| list.split("; "))));
static KINDS: LazyLock<Vec<Kind>> =
    LazyLock::new(|| NAMES.iter().flat_map(|(kind, list)| list.split("; ").map(|_| *kind)).collect());
static MACHINES: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(DEVICES.split("; ")));
static BROWSER: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(BROWSERS.split("; ")));
static CALENDAR: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(DAYS.split("; ")));
static OTHER: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new("another; different; other; new; correct; full; which of; never; don't; do not; have your; got your; with your; can't; cannot; if".split("; "))
});

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let text = &look.text;
    for (which, place) in NAMED.all(text) {
        let Some(sentence) = text.sentence_of(place) else { continue };
        let asks = text.of(sentence).ends_with('?')
            || look.acts.within(Act::Ask, sentence)
            || look.acts.within(Act::Away, sentence);
        if asks && !OTHER.any_in(text.of(sentence)) && is_given(look, KINDS[which]) {
            found.at(place, format!("`{}`: they gave it already", text.as_written(place)));
            return;
        }
    }
    if look.subject.message.thread.is_empty() || !text.lower.contains('?') {
        return;
    }
    if let Some(again) = text
        .sentences
        .iter()
        .find(|sentence| text.of(**sentence).ends_with('?') && answered(look, **sentence))
    {
        found.at(*again, "they answered this question before");
    }
}

/// Does the message, or an earlier one of theirs, hold it?
fn is_given(look: &Look<'_>, kind: Kind) -> bool {
    let subject = look.subject;
    match kind {
        Kind::Order | Kind::Email | Kind::Phone => {
            let name = match kind {
                Kind::Email => "email",
                Kind::Phone => "phone",
                _ => "order",
            };
            gives(subject.message, subject.private_data(), name)
        }
        _ => said(subject.message).any(|text| holds(text, kind)),
    }
}

/// What the customer wrote, the message first.
fn said(message: &Message) -> impl Iterator<Item = &str> {
    let earlier = message.thread.turns().iter().filter(|turn| turn.from == From::Customer);
    std::iter::once(message.text.as_str()).chain(earlier.map(|turn| turn.text.as_str()))
}

fn holds(text: &str, kind: Kind) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty());
    match kind {
        Kind::Device => MACHINES.any_in(&lower),
        Kind::Browser => BROWSER.any_in(&lower),
        Kind::Day => {
            CALENDAR.any_in(&lower)
                || words
                    .any(|word| word.len() > 2 && word.ends_with("th") && word.as_bytes()[0].is_ascii_digit())
        }
        Kind::Version => {
            let all: Vec<&str> = words.collect();
            all.windows(2)
                .any(|two| SYSTEMS.contains(&two[0]) && two[1].starts_with(|c: char| c.is_ascii_digit()))
        }
        Kind::Flight => flight(&lower),
        Kind::Place => {
            let all: Vec<&str> = text.split_whitespace().collect();
            all.windows(2).any(|two| {
                let bare = two[1].trim_matches(|c: char| !c.is_alphanumeric());
                let name = bare.starts_with(char::is_uppercase) && bare.len() > 2;
                AT.contains(&two[0].to_lowercase().as_str())
                    && name
                    && !NOT_PLACES.contains(&bare.to_lowercase().as_str())
            })
        }
        Kind::Order | Kind::Email | Kind::Phone => false,
    }
}

/// "AA2116", "BA 512", "flight 2116".
fn flight(lower: &str) -> bool {
    let mut before = "";
    for word in lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let digits = word.bytes().rev().take_while(u8::is_ascii_digit).count();
        let letters = word.len() - digits;
        let code = letters == 2
            && (2..=4).contains(&digits)
            && word.bytes().take(2).all(|b| b.is_ascii_alphabetic());
        let flight = letters == 0 && digits <= 4 && matches!(before, "flight" | "flt");
        if code || flight {
            return true;
        }
        before = word;
    }
    false
}

/// Did we ask this before, and did they write since?
fn answered(look: &Look<'_>, question: Span) -> bool {
    let asked = terms(look.text.of(question));
    if asked.len() < SAME {
        return false;
    }
    look.subject.message.thread.turns().iter().filter(|turn| turn.from == From::Organisation).any(|turn| {
        let text = Text::new(&turn.text, look.subject.brand);
        text.sentences.iter().filter(|sentence| text.of(**sentence).ends_with('?')).any(|sentence| {
            let before = terms(text.of(*sentence));
            let shared = asked.iter().filter(|term| before.contains(term)).count();
            shared >= SAME && shared * 3 >= asked.len().max(before.len()) * 2
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::run;
    use super::*;

    #[test]
    fn nobody_says_it_twice() {
        for (given, text) in [
            ("Order 4471-20938 never came.", "Could you send us your order number?"),
            ("booking KQ7T2M, seat moved", "PLEASE DM US YOUR BOOKING REFERENCE."),
            ("write to dani.ferro@example.com", "What’s your email address?"),
            ("ring +447700900254", "Can you share your phone number?"),
            ("flight AA2116 is late", "What's your flight number?"),
            ("the app crashes on my iPhone", "Which device are you using?"),
            ("crashes since iOS 13.4", "What version are you on? We apologise."),
            ("the page is blank in Firefox", "Which browser are you using? We apologize."),
            ("the lift at Brindle is broken", "Which station was it?"),
            ("it came broken on Tuesday", "What day was that?"),
        ] {
            assert!(run(&RULE, &Message::new(given), text).is_some(), "{text}");
        }
    }

    #[test]
    fn an_answered_question_is_not_asked_again() {
        let asked = |before: &str| {
            let mut message = Message::new("yes, twice");
            message.thread = message.thread.turn(From::Organisation, before);
            message
        };
        assert!(
            run(&RULE, &asked("Did you restart the router?"), "Did you restart your router already?")
                .is_some()
        );
        assert!(run(&RULE, &asked("Which lamp flickers?"), "Did you restart the router?").is_none());
        assert!(run(&RULE, &asked("I restarted the router."), "Did you restart the router?").is_none());
    }

    #[test]
    fn what_is_missing_may_be_asked_for() {
        for (given, text) in [
            ("my order never came", "Could you send us your order number?"),
            ("Order 4471-20938 never came.", "We have your order number, thank you."),
            ("Order 4471-20938 never came.", "Is there another order number on the label?"),
            ("Order 4471-20938 never came.", "Please never post your order number here."),
            ("flight is late", "What's your flight number?"),
            ("the app crashes", "Which device are you using?"),
            ("the lift is broken", "Which station was it?"),
            ("Order 4471-20938 never came.", "What was in it?"),
        ] {
            assert!(run(&RULE, &Message::new(given), text).is_none(), "{text}");
        }
    }
}
