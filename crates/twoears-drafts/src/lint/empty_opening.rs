//! # What it does
//! Objects to a first sentence that says nothing: "Thanks for reaching out!", "We hear you.", "Hope you are well."
//!
//! # Why it matters
//! A reader gives a reply two seconds, and the first sentence is often all that a notification shows.
//!
//! # Example
//! "Hi there, thanks for contacting us! The 6.10 broke down at Brindle."
//!
//! # Instead
//! Begin with what happened to them: "The 6.10 broke down at Brindle, and I'm sorry you were left standing."

use std::sync::LazyLock;

use twoears_core::decide::Severity;
use twoears_core::{Brand, RuleId, Span};

use super::phrases::Phrases;
use super::text::Text;
use super::{Found, Look, Rule};

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.empty_opening"),
    severity: Severity::Warning,
    about: "the first sentence says nothing",
    check,
};

/// Openings that say nothing by themselves.
const EMPTY: &str = "thanks for reaching out; thank you for reaching out; thanks for contacting; thank you for contacting; \
                     thanks for getting in touch; thank you for getting in touch; thanks for your message; thank you for your message; \
                     thanks for the message; thanks for messaging; thank you for messaging; thanks for your tweet; thank you for your tweet; \
                     thanks for the tweet; thanks for tweeting; thank you for tweeting; thanks for writing; thank you for writing; \
                     thanks for your post; thank you for your post; thanks for your email; thank you for your email; thanks for your comment; \
                     thank you for your comment; thanks for the tag; thanks for tagging; \
                     we hear you; we understand; i understand; hope you are well; hope you're well; \
                     hope you are doing well; hope you're doing well; hope all is well; hope this finds you well; \
                     hope this message finds you well; we value your feedback; your feedback is important to us; \
                     we're here to help; we are here to help; \
                     thanks for being a customer; thank you for being a customer";
/// Words around an opening that add nothing: "Hello and thanks so much for reaching out to us today!"
const AROUND: &[&str] = &[
    "to",
    "us",
    "our",
    "team",
    "support",
    "about",
    "this",
    "today",
    "and",
    "hello",
    "hi",
    "hey",
    "there",
    "we",
    "i",
    "so",
    "much",
    "very",
    "here",
    "on",
    "twitter",
    "x",
    "facebook",
    "instagram",
    "out",
    "you",
    "with",
    "that",
    "it",
    "all",
    "again",
    "via",
    "customer",
    "care",
    "service",
    "good",
    "morning",
    "afternoon",
    "evening",
    "sir",
    "madam",
    "dear",
    "me",
    "know",
];
/// Words that are left over at the most: a name, or two.
const REST: usize = 2;

/// Words that are written small inside a sentence, whatever they begin.
const SMALL: &[&str] = &[
    "the", "we", "we're", "we'll", "your", "you", "please", "this", "it", "there", "our", "in", "a", "to",
    "that", "what", "which",
];

static NOTHING: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(EMPTY.split("; ")));

/// Who signs is not asked here.
static UNSIGNED: LazyLock<Brand> = LazyLock::new(Brand::default);

static OPEN: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new([
        "i've read",
        "i have read",
        "what is it about",
        "can help",
        "can i help",
        "can do",
        "can i do",
        "need anything",
        "just ask",
        "help with",
    ])
});

/// Does a text open with a sentence that says nothing?
pub(crate) fn says_nothing(text: &str) -> bool {
    let text = Text::new(text, &UNSIGNED);
    text.sentences.first().is_some_and(|first| empty(&text, *first).is_some())
}

/// The part of the first sentence that says nothing, where little else is in it.
fn empty(text: &Text<'_>, first: Span) -> Option<Span> {
    let found = NOTHING.all_in(text.of(first)).max_by_key(|(_, place)| place.end - place.start);
    let place =
        found.map(|(_, place)| Span { start: place.start + first.start, end: place.end + first.start })?;
    let rest = text.words.iter().filter(|word| word.overlaps(first) && !word.overlaps(place));
    let rest = rest.filter(|word| !AROUND.contains(&text.of(**word)));
    let name = rest.clone().all(|word| text.as_written(*word).starts_with(char::is_uppercase));
    (rest.count() <= REST && name).then_some(place)
}

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let text = &look.text;
    let Some(&first) = text.sentences.first() else { return };
    // Feedback and kind words are answered by thanks alone.
    let Some(&second) = text.sentences.get(1) else { return };
    // Where nobody can tell yet what it is about, thanks and an offer of help are honest.
    if OPEN.any_in(text.of(second)) {
        return;
    }
    let Some(place) = empty(text, first) else { return };
    let says = format!("`{}` says nothing: begin with what happened", text.as_written(place));
    let (end, instead) = goes_on(look, second);
    found.fix(Span { start: first.start, end }, says, instead);
}

/// Up to where the opening is left out, and what stands there then: after "Hi Ann," a sentence goes on in lower case.
fn goes_on<'t>(look: &'t Look<'_>, second: Span) -> (u32, &'t str) {
    let text = &look.text;
    let comma = text.greeting.is_some_and(|greeting| text.of(greeting).ends_with(','));
    let word = text.words_in(second).next().unwrap_or("");
    if comma && SMALL.contains(&word) && text.of(second).starts_with(word) {
        return (second.start + word.len() as u32, word);
    }
    (second.start, "")
}

#[cfg(test)]
mod tests {
    use super::super::testing::{all, run};
    use super::super::{Subject, fixed};
    use super::*;
    use twoears_core::{Brand, Message};

    #[test]
    fn the_first_sentence_must_say_something() {
        let message = Message::new("my coach never came");
        for text in [
            "Thanks for reaching out! The coach broke down.",
            "Hi there, thanks for contacting us. The coach broke down.",
            "We’re here to help! The coach broke down.",
            "We hear you, Ann. The coach broke down.",
            "HOPE YOU ARE WELL! The coach broke down.",
            "Hello Ann! Hope you’re doing well. The coach broke down.",
            "Thank you for getting in touch with us today, Ann. The coach broke down.",
            "Thank you for your message. We apologise: the coach broke down.",
            "Thanks for contacting our support team! We apologize.",
        ] {
            assert!(run(&RULE, &message, text).is_some(), "{text}");
        }
    }

    #[test]
    fn what_says_something_passes() {
        let message = Message::new("my coach never came");
        for text in [
            "Thanks for reaching out about the coach that never came. It broke down.",
            "Thank you for letting us know that the coach never came. It broke down.",
            "Thank you for your message!",
            "We understand that you waited in the rain. The coach broke down.",
            "I'm sorry the coach never came. Thanks for reaching out!",
            "I'm happy to help with your coach. It broke down.",
            "Thanks for your message. I've read it, and I'm asking the depot.",
            "",
        ] {
            assert!(run(&RULE, &message, text).is_none(), "{text}");
        }
    }

    #[test]
    fn the_fix_leaves_it_out() {
        let (message, brand) = (Message::new("my coach never came"), Brand::default());
        let text = "Hi Ann, thanks for reaching out! The coach broke down.";
        let findings = all(&RULE, Subject::new(text, &message, &brand));
        assert_eq!(fixed(text, &findings), "Hi Ann, the coach broke down.");
    }
}
