//! # What it does
//! Objects to sympathy that fits everybody: "sorry about that", "we understand your frustration", "I know how you feel", where
//! neither its sentence nor the one before takes up anything of the customer's.
//!
//! # Why it matters
//! Sympathy without its reason reads as a form letter; it shows that the message was not read.
//!
//! # Example
//! "We're sorry to hear that. We understand your frustration."
//!
//! # Instead
//! "I'm sorry the second parcel came broken too." Name the thing in the customer's own words.

use std::sync::LazyLock;

use twoears_core::decide::Severity;
use twoears_core::{RuleId, Span};

use super::phrases::Phrases;
use super::{Found, Look, Rule};
use crate::knowledge::terms;

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.empathy_without_object"),
    severity: Severity::Warning,
    about: "sympathy that names nothing of the customer's",
    check,
};

const SYMPATHY: &[&str] = &[
    "sorry for the trouble",
    "sorry for the trouble caused",
    "sorry for any trouble",
    "sorry for the frustration",
    "sorry for any frustration",
    "sorry for your frustration",
    "sorry for the hassle",
    "sorry for any confusion",
    "sorry for the confusion",
    "sorry for any disappointment",
    "sorry for the disappointment",
    "sorry for your experience",
    "sorry for your bad experience",
    "sorry about this",
    "sorry about that",
    "sorry for this",
    "sorry for that",
    "sorry to hear this",
    "sorry to hear that",
    "sorry to hear about this",
    "sorry to hear about that",
    "sorry to hear about your experience",
    "sorry to hear of your experience",
    "apologies for this",
    "apologies for that",
    "apologies for the trouble",
    "apologies for any trouble",
    "apologies for any confusion",
    "apologies for the confusion",
    "apologize for the trouble",
    "apologise for the trouble",
    "apologize for the frustration",
    "apologise for the frustration",
    "apologize for this",
    "apologise for this",
    "understand your frustration",
    "understand your frustrations",
    "understand the frustration",
    "understand your disappointment",
    "understand your concern",
    "understand your concerns",
    "understand how you feel",
    "understand how frustrating this is",
    "understand how frustrating that is",
    "understand how frustrating this can be",
    "understand how frustrating that can be",
    "understand how frustrating it can be",
    "understand how frustrating this must be",
    "know how frustrating this is",
    "know how frustrating this can be",
    "know how frustrating that can be",
    "know how you feel",
    "hear your frustration",
    "appreciate your frustration",
];
/// What names its object after the words of sympathy: "sorry for the trouble with ...".
const LINKS: &[&str] =
    &["with", "about", "over", "at", "when", "after", "in", "on", "of", "from", "getting", "while", "you"];
/// After "sorry to hear that" these open a clause of its own: "that your parcel", "that there's".
const CLAUSE: &[&str] = &[
    "your", "the", "you're", "you've", "our", "it", "it's", "there", "there's", "she", "he", "they", "a",
    "an", "one", "some", "my", "we", "i", "nobody", "no", "not", "happened", "delay", "issue",
];
/// What takes no object of its own: "with us", "with this".
const EMPTY: &[&str] =
    &["us", "this", "that", "it", "here", "today", "the", "your", "behalf", "our", "all", "have"];

/// So many words of a sentence are looked at.
const READ: usize = 60;

pub(super) static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(SYMPATHY.iter().copied()));

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let mut theirs: Option<Vec<String>> = None;
    let mut told = 0;
    for (_, place) in PHRASES.apart(&look.text) {
        let Some(at) = look.text.sentences.iter().skip(told).position(|sentence| sentence.overlaps(place))
        else {
            continue;
        };
        let at = at + told;
        told = at + 1;
        let theirs = theirs.get_or_insert_with(|| terms(&look.subject.message.text));
        let near = &look.text.sentences[at.saturating_sub(1)..=at];
        let own = near
            .iter()
            .any(|sentence| holds(look, *sentence, place, theirs) || tells(look, *sentence, place));
        if !own && !is_named(look, look.text.sentences[at], place) {
            let said = look.text.of(place);
            found.at(place, format!("`{said}` fits everybody: name what happened to them"));
        }
    }
}

/// Does a sentence, but for the words of sympathy, take up a word of the customer's?
fn holds(look: &Look<'_>, sentence: Span, sympathy: Span, theirs: &[String]) -> bool {
    let words = look.text.words.partition_point(|word| word.start < sentence.start);
    let words = look.text.words[words..].iter().take_while(|word| word.end <= sentence.end).take(READ);
    let outside = words.filter(|word| !word.overlaps(sympathy));
    let said: Vec<&str> = outside.map(|word| look.text.of(*word)).collect();
    terms(&said.join(" ")).iter().any(|term| theirs.contains(term))
}

/// Does it say before the words of sympathy what happened: "Your order hasn't reached you, and I'm sorry about that"?
fn tells(look: &Look<'_>, sentence: Span, sympathy: Span) -> bool {
    let until = sentence.end.min(sympathy.start).max(sentence.start);
    let before = Span::new(sentence.start as usize, until as usize);
    let words = || look.text.words_in(before).take(READ);
    let yours = words().any(|word| matches!(word, "your" | "yours"))
        || words().next().is_some_and(|word| matches!(word, "you" | "you've" | "you're" | "you'd" | "it"))
        || (until < sentence.end
            && words().any(|word| matches!(word, "you" | "you've" | "you're" | "you'd")));
    let joined = until < sentence.end && words().skip(3).any(|word| word == "and");
    joined || (yours && words().nth(3).is_some())
}

/// Does the sentence go on with what it was: "sorry for the trouble with the lamp"?
fn is_named(look: &Look<'_>, sentence: Span, place: Span) -> bool {
    let rest = Span::new(place.end as usize, sentence.end.max(place.end) as usize);
    let mut words = look.text.words_in(rest);
    let Some(first) = words.next() else { return false };
    let closed = look.text.lower[place.end as usize..].starts_with([',', '.', '!', '-', ';']);
    let links = LINKS.contains(&first)
        || (look.text.of(place).ends_with("that") && CLAUSE.contains(&first))
        || look.text.of(place).ends_with("this")
        || (look.text.of(place).ends_with("that") && place.len() <= 14);
    !closed && links && (!LINKS.contains(&first) || words.take(3).any(|word| !EMPTY.contains(&word)))
}

#[cfg(test)]
mod tests {
    use super::super::testing::run;
    use super::*;
    use twoears_core::Message;

    #[test]
    fn sympathy_has_a_reason() {
        let message = Message::new("my second parcel came broken as well");
        for hit in [
            "Sorry about that!",
            "We’re sorry to hear this.",
            "WE UNDERSTAND YOUR FRUSTRATION.",
            "I know how you feel.",
            "We apologize for the trouble.",
            "We apologise for the trouble with this.",
            "Sorry for any confusion, please write to us.",
        ] {
            assert!(run(&RULE, &message, hit).is_some(), "{hit}");
        }
        for miss in [
            "Your second parcel came broken. Sorry about that!",
            "I'm sorry to hear that your parcel broke.",
            "Sorry for the trouble with the box.",
            "I understand your frustration over two broken cups.",
            "We’re sorry for that delay at Brindle.",
            "I know how you feel about broken parcels.",
            "That is a sorry sight.",
            "Your coach left early, and I'm sorry about that.",
            "The 6:20 left early and you're out in the cold, and I'm sorry about that.",
            "The price has been a let-down, and I'm sorry about that.",
            "You've had such a wait, and I’m sorry about that.",
        ] {
            assert_eq!(run(&RULE, &message, miss), None, "{miss}");
        }
    }
}
