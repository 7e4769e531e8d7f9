//! # What it does
//! Objects to cheer for somebody who is upset (exclamation marks, laughing emoji, "awesome", "Happy Friday"), and to apologies
//! and "unfortunately" for somebody who is pleased. It needs to know how the message was meant.
//!
//! # Why it matters
//! Cheer tells an upset person that nobody listened; an apology takes the joy out of praise.
//!
//! # Example
//! "Awesome, thanks for letting us know! 😊" to a customer whose flight was cancelled.
//!
//! # Instead
//! Calm words that say what happens now. To praise: say thank you, and who will hear of it.

use std::sync::LazyLock;

use twoears_core::decide::Severity;
use twoears_core::{RuleId, Sentiment, Span};

use super::phrases::Phrases;
use super::{Found, Look, Rule};

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.tone"),
    severity: Severity::Warning,
    about: "cheer for who is upset, gloom for who is pleased",
    check,
};

/// How sure it must be that the message was angry, upset, or delighted: by how often the model is right so far up.
const SURE: [f32; 3] = [0.6, 0.9, 0.9];
/// In a message with one of these, praise and complaint are not told apart surely enough.
const MIXED: &[&str] = &[
    "thank",
    "thanks",
    "thankyou",
    "thx",
    "kudos",
    "love",
    "loving",
    "luv",
    "grateful",
    "lol",
    "haha",
    "comes through",
    "best",
    ":)",
    ":-)",
    "great",
    "amazing",
    "awesome",
    "fantastic",
    "good",
    "beautiful",
    "enjoyed",
    "happy",
    "nice",
    "wonderful",
    "perfect",
    "upgraded",
    "upgrade",
    "loyalty",
    "all about",
    "another airline",
    "obsessed",
    "congrats",
    "impressed",
    "glad",
];
/// And in one with one of these, delight may be half of it.
const TURNS: &[&str] = &[
    "but",
    "however",
    "except",
    "although",
    "though",
    "until",
    "despite",
    "just when",
    "then",
    "only",
    "unfortunately",
    "sorry",
    "broken",
    "broke",
    "late",
    "lost",
    "delayed",
    "wrong",
    "not",
    "no",
    "never",
    "can't",
    "don't",
    "didn't",
    "isn't",
    "wasn't",
    "all night",
    "amazing",
    "brilliant",
    "lovely",
    "fuck",
    "fucked",
    "damn",
    "hell",
];
/// Cheer wherever it stands.
const CHEER: &[&str] = &[
    "awesome",
    "fantastic",
    "yay",
    "woohoo",
    "woo hoo",
    "happy friday",
    "happy monday",
    "happy weekend",
    "have a great day",
    "have a lovely day",
    "have a wonderful day",
    "have a nice day",
    "have a great weekend",
    "have a great one",
    "enjoy your day",
    "great news",
    "great question",
    "thrilled",
    "cheers",
    "haha",
    "lol",
    "sounds great",
    "that's great",
    "so excited",
    "fun fact",
    ":)",
    ":-)",
    ";)",
    ":d",
    "😀",
    "😁",
    "😂",
    "😃",
    "😄",
    "😅",
    "😆",
    "😉",
    "😊",
    "😍",
    "😎",
    "🤣",
    "🙂",
    "🙃",
    "🤗",
    "😘",
    "🎉",
    "🥳",
    "👍",
    "💃",
];
const GLOOM: &[&str] = &[
    "sorry",
    "apologise",
    "apologize",
    "apologies",
    "unfortunately",
    "regrettably",
    "inconvenience",
    "😢",
    "😞",
    "😔",
    "😭",
];
/// Words after which cheer is none and gloom is none: "isn't great news", "no need to be sorry".
const NOT: &[&str] = &["not", "isn't", "wasn't", "no", "less", "nothing", "never", "don't", "aren't"];

pub(super) static CHEERS: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(CHEER.iter().copied()));
static PRAISE: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(MIXED.iter().copied()));
static DOUBTS: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(TURNS.iter().copied()));
pub(super) static GLOOMS: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(GLOOM.iter().copied()));

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let Some(reading) = look.subject.reading else { return };
    let (mood, sure) = (reading.sentiment.label, reading.sentiment.probability);
    let [angry, upset, delighted] = SURE;
    match mood {
        Sentiment::VeryNegative if sure >= angry => {
            marks(look, found);
            object(look, found, &CHEERS, &PRAISE, "is cheer for somebody who is upset");
        }
        Sentiment::Negative if sure >= upset => {
            object(look, found, &CHEERS, &PRAISE, "is cheer for somebody who is upset");
        }
        Sentiment::VeryPositive if sure >= delighted => {
            object(look, found, &GLOOMS, &DOUBTS, "is gloom for somebody who is pleased");
        }
        _ => {}
    }
}

/// Does the message hold what leaves its mood open?
fn is_mixed(look: &Look<'_>, list: &Phrases) -> bool {
    list.any_in(&look.subject.message.text.to_lowercase().replace('’', "'"))
}

fn object(look: &Look<'_>, found: &mut Found<'_>, list: &Phrases, open: &Phrases, what: &str) {
    let hits = list.apart(&look.text);
    if hits.is_empty() || is_mixed(look, open) {
        return;
    }
    for (_, place) in hits {
        let mut before = look.text.before(place).take(4);
        if !before.any(|word| NOT.contains(&look.text.of(word))) {
            found.at(place, format!("`{}` {what}", look.text.as_written(place)));
        }
    }
}

/// The first exclamation mark after the greeting, but for a single word like a name.
fn marks(look: &Look<'_>, found: &mut Found<'_>) {
    let ends = |sentence: &&Span| {
        look.text.of(**sentence).ends_with('!') && look.text.words_in(**sentence).nth(1).is_some()
    };
    let Some(sentence) = look.text.sentences.iter().find(ends) else { return };
    if !is_mixed(look, &PRAISE) {
        let end = sentence.end as usize;
        let run = look.text.of(*sentence).bytes().rev().take_while(|byte| *byte == b'!').count();
        found.fix(Span::new(end - run, end), "an exclamation mark for somebody who is upset", ".");
    }
}

#[cfg(test)]
mod tests {
    use super::super::Subject;
    use super::super::testing::{BRAND, all, reading};
    use super::*;
    use twoears_core::Message;

    fn hit(mood: Sentiment, reply: &str) -> bool {
        let mut reading = reading();
        reading.sentiment.label = mood;
        reading.sentiment.probability = 0.95;
        let message = Message::new("my coach");
        !all(&RULE, Subject::new(reply, &message, &BRAND).reading(&reading)).is_empty()
    }

    #[test]
    fn cheer_and_gloom() {
        use Sentiment::{Negative, Neutral, Positive, VeryNegative, VeryPositive};
        for (mood, reply) in [
            (VeryNegative, "Thanks for telling us!"),
            (VeryNegative, "AWESOME, we look into it."),
            (Negative, "That’s great, we look into it."),
            (Negative, "We look into it 😊"),
            (Negative, "We look into it. Happy Friday."),
            (VeryPositive, "Sorry it was late."),
            (VeryPositive, "We apologize, and we apologise again."),
            (VeryPositive, "Unfortunately, Ann has left."),
        ] {
            assert!(hit(mood, reply), "{reply}");
        }
        for (mood, reply) in [
            (Negative, "Thanks for telling us!"),
            (VeryNegative, "That’s not great news, I know."),
            (VeryNegative, "Hi Ann! It was late, and you stood there."),
            (VeryNegative, "You paid a great deal for it."),
            (Neutral, "Awesome! Have a great day 😊"),
            (Positive, "Sorry, Ann has left."),
            (VeryPositive, "No need to be sorry."),
            (VeryPositive, "Awesome! Have a great day 😊"),
        ] {
            assert!(!hit(mood, reply), "{reply}");
        }
    }
}
