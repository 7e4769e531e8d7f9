//! # What it does
//! Objects to phrases that every customer has read a hundred times.
//!
//! # Why it matters
//! They say that nobody read the message. "Any inconvenience" is a person who missed her train.
//!
//! # Example
//! "We apologise for any inconvenience caused."
//!
//! # Instead
//! "I'm sorry the 6.10 left without you." Name what happened; where the phrase says nothing, leave it out.

use std::sync::LazyLock;

use twoears_core::RuleId;
use twoears_core::decide::Severity;

use super::phrases::Phrases;
use super::plain::{Plain, object};
use super::{Found, Look, Rule};

pub(super) const RULE: Rule =
    Rule { id: RuleId("reply.cliche"), severity: Severity::Warning, about: "a worn-out phrase", check };

const WORN: &[Plain] = &[
    ("any inconvenience", None),
    ("the inconvenience", None),
    ("this inconvenience", None),
    ("inconvenience caused", None),
    ("inconvenience this has caused", None),
    ("inconvenience this may have caused", None),
    ("valued customer", None),
    ("valued customers", None),
    ("your call is important", None),
    ("your feedback is important", None),
    ("your feedback is greatly appreciated", None),
    ("your feedback is valuable", None),
    ("your satisfaction is our", None),
    ("your satisfaction is important", None),
    ("your comfort is important", None),
    ("we appreciate your feedback", None),
    ("we appreciate your patience", None),
    ("we appreciate your understanding", None),
    ("we appreciate your business", None),
    ("we take this seriously", None),
    ("we take this very seriously", None),
    ("we take these matters", None),
    ("takes this seriously", None),
    ("is our top priority", None),
    ("is our number one priority", None),
    ("is our first priority", None),
    ("please be advised that", Some("")),
    ("please be advised", Some("")),
    ("please be informed that", Some("")),
    ("please be assured that", Some("")),
    ("please be assured", Some("")),
    ("please rest assured that", Some("")),
    ("please rest assured", Some("")),
    ("rest assured that", Some("")),
    ("rest assured", Some("")),
    ("at your earliest convenience", Some("when you can")),
    ("please do not hesitate to", Some("please")),
    ("please don't hesitate to", Some("please")),
    ("do not hesitate", None),
    ("don't hesitate", None),
    ("kindly note that", Some("")),
    ("kindly advise", Some("please tell us")),
    ("kindly allow", Some("please allow")),
    ("kindly check", Some("please check")),
    ("kindly click", Some("please click")),
    ("kindly confirm", Some("please confirm")),
    ("kindly contact", Some("please contact")),
    ("kindly dm", Some("please dm")),
    ("kindly email", Some("please email")),
    ("kindly fill", Some("please fill")),
    ("kindly follow", Some("please follow")),
    ("kindly let", Some("please let")),
    ("kindly provide", Some("please send")),
    ("kindly refer", Some("please look")),
    ("kindly send", Some("please send")),
    ("kindly share", Some("please send")),
    ("kindly try", Some("please try")),
    ("kindly visit", Some("please see")),
    ("kindly wait", Some("please wait")),
    ("we strive", None),
    ("we always strive", None),
    ("as per our", Some("by our")),
    ("per our policy", None),
    ("we value your", None),
    ("we really value your", None),
    ("going forward", Some("from now on")),
    ("moving forward", Some("from now on")),
    ("thanks for reaching out to us", Some("thanks for writing")),
    ("thank you for reaching out to us", Some("thank you for writing")),
    ("thanks for reaching out", Some("thanks for writing")),
    ("thank you for reaching out", Some("thank you for writing")),
    ("reach out to us", Some("write to us")),
    ("reach out to", Some("contact")),
    ("reach out", Some("get in touch")),
    ("reaching out", None),
    ("at this time", Some("now")),
    ("at this point in time", Some("now")),
    ("thank you for your patience", None),
    ("thanks for your patience", None),
    ("thank you for your understanding", None),
    ("thanks for your understanding", None),
    ("thank you for your continued", None),
    ("thank you for bringing this to our attention", None),
    ("thanks for bringing this to our attention", None),
    ("sorry you feel that way", None),
    ("sorry you feel this way", None),
    ("sorry to hear you feel", None),
    ("sorry to hear that you feel", None),
    ("sorry if", None),
    ("touch base", None),
    ("high call volume", None),
    ("high call volumes", None),
    ("higher than usual call volume", None),
    ("higher than usual call volumes", None),
    ("unprecedented", None),
    ("we are committed to", None),
    ("we're committed to", None),
    ("hope this finds you", None),
    ("hope this email finds you", None),
    ("hope this message finds you", None),
    ("for your convenience", Some("")),
    ("bear with us", None),
    ("hang tight", None),
    ("our sincere apologies", None),
    ("our sincerest apologies", None),
    ("please accept our apologies", None),
    ("accept our sincere apologies", None),
    ("sincerely apologise", None),
    ("sincerely apologize", None),
    ("fell short of expectation", None),
    ("fell short of your expectations", None),
    ("not the experience we want", None),
    ("circumstances beyond our control", None),
];

pub(super) static PHRASES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(WORN.iter().map(|(worn, _)| *worn)));

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    for (at, place) in PHRASES.apart(&look.text) {
        let (worn, mend) = WORN[at];
        let says = match mend {
            None => format!("`{worn}` is worn out: name what happened"),
            Some("") => format!("`{worn}` says nothing: leave it out"),
            Some(plain) => format!("`{worn}` is worn out: `{plain}`"),
        };
        object(found, &look.text, place, says, mend);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{all, run};
    use super::super::{Subject, fixed};
    use super::*;
    use twoears_core::{Brand, Message};

    #[test]
    fn worn_and_fresh() {
        let message = Message::new("my train");
        assert!(
            run(&RULE, &message, "We apologise for any inconvenience.")
                .unwrap()
                .contains("any inconvenience")
        );
        for worn in [
            "Please don’t hesitate to write.",
            "SORRY FOR THE INCONVENIENCE.",
            "We sincerely apologize.",
            "We sincerely apologise.",
            "We’re sorry you feel this way.",
            "Your safety is our top priority.",
        ] {
            assert!(run(&RULE, &message, worn).is_some(), "{worn}");
        }
        for fresh in [
            "I'm sorry the 6.10 left without you.",
            "You spoke kindly of Ann, and she has read it.",
            "Sorry. If it stops again, restart it.",
            "The road forward is closed at Brindle.",
            "At this stop, the 6.10 waits.",
            "The shelf is out of reach.",
            "It is inconvenient, and it costs you an hour.",
        ] {
            assert_eq!(run(&RULE, &message, fresh), None, "{fresh}");
        }
    }

    #[test]
    fn plain_words_take_their_place() {
        let (message, brand) = (Message::new("my train"), Brand::default());
        for (reply, want) in [
            ("Rest assured that it’s booked.", "It’s booked."),
            ("Going forward, the 6.10 waits.", "From now on, the 6.10 waits."),
            ("Thanks for reaching out. It is late.", "Thanks for writing. It is late."),
            ("The desk is closed at this time.", "The desk is closed now."),
        ] {
            let findings = all(&RULE, Subject::new(reply, &message, &brand));
            assert_eq!(fixed(reply, &findings), want);
        }
    }
}
