//! How the writer means it, where the labels alone would mislead: irony, praise without praise, a laugh.

use twoears_core::{Heard, Reading, Sentiment};

use super::given::holds;
use crate::phrases::Kind;

/// Faces of somebody who has had enough.
const FACES: &[char] =
    &['\u{1F644}', '\u{1F612}', '\u{1F620}', '\u{1F621}', '\u{1F92C}', '\u{1F44E}', '\u{1F624}', '\u{1F926}'];
/// Words that are never meant kindly.
const IRONY: &[&str] = &[
    "thanks for nothing",
    "thank you for nothing",
    "slow clap",
    "way to go",
    "thanks for ruining",
    "thank you for ruining",
    "thanks a bunch",
    "the joys of",
    "sarcasm",
    "fail",
    "love it when i'm",
    "love being stuck",
    "love being forced",
    "thank you. not",
    "thanks. not",
];
/// Words of trouble.
const TROUBLE: &[&str] = &[
    "late",
    "delay",
    "delayed",
    "delays",
    "cancelled",
    "canceled",
    "canceling",
    "stuck",
    "stranded",
    "worst",
    "worse",
    "terrible",
    "awful",
    "horrible",
    "pathetic",
    "useless",
    "ridiculous",
    "disgusting",
    "disgrace",
    "unacceptable",
    "disappointed",
    "disappointing",
    "sucks",
    "shitty",
    "wtf",
    "broken",
    "broke",
    "damaged",
    "ripped",
    "rip down",
    "stolen",
    "refund",
    "overcharged",
    "charged me",
    "rude",
    "ignored",
    "ignoring",
    "forced",
    "ruined",
    "doesn't work",
    "not working",
    "still no",
    "still not",
    "not allowed",
];
/// Words that mean trouble beside a kind word: "brilliant, it never came".
const DENIES: &[&str] = &[
    "lost",
    "missing",
    "wrong",
    "hours",
    "hrs",
    "won't",
    "wont",
    "can't",
    "cant",
    "cannot",
    "couldn't",
    "didn't",
    "never",
    "no one",
    "nobody",
    "no longer",
    "missed",
    "waiting",
    "waited",
];
/// Words of somebody who means it well, whatever went wrong on the way.
const KIND: &[&str] = &[
    "kind",
    "kinder",
    "kindness",
    "helpful",
    "friendly",
    "excellent",
    "outstanding",
    "kudos",
    "superb",
    "hilarious",
    "rescued",
    "saved",
    "miracle",
    "appreciate",
    "appreciated",
    "impressed",
    "polite",
    "professional",
    "grateful",
    "so much",
    "shout out",
    "shoutout",
    "well done",
    "easy",
    "quick",
    "quickly",
    "smooth",
    "patient",
    "sorted",
    "fixed",
    "resolved",
    "found it",
    "helped",
    "got us",
    "got me",
    "thank you enough",
    "no problem",
    "no worries",
    "despite",
    "even though",
    "were fantastic",
    "was fantastic",
    "were amazing",
    "was amazing",
    "were great",
    "was great",
    "were brilliant",
    "was brilliant",
    "were lovely",
    "was lovely",
    "were wonderful",
    "was wonderful",
    "much nicer",
    "praise",
    "are the best",
    "is the best",
    "10/10",
    "hooked me up",
    "hooked us up",
    "made my day",
];
/// Words without which nobody was praised.
const PRAISE: &[&str] = &[
    "thank",
    "thanks",
    "thx",
    "amazing",
    "great",
    "good",
    "best",
    "love",
    "loved",
    "lovely",
    "fantastic",
    "brilliant",
    "brill",
    "awesome",
    "wonderful",
    "nice",
    "happy",
    "proud",
    "excited",
    "cheers",
    "perfect",
    "fab",
    "hero",
    "star",
    "legend",
    "credit",
    "pleased",
    "delighted",
    "enjoyed",
    "beautiful",
    "refreshing",
    "well trained",
    "made my day",
];
/// Words of somebody who laughs.
const LAUGHS: &[&str] = &["haha", "hahaha", "lol", "lmao", "ha", "hehe", "joke", "kidding", "hilarious"];
/// Below this the label of praise needs words of praise.
const SURE_PRAISE: f32 = 0.7;
/// Below this a kind word is taken for one, whatever the intent.
const DOUBTED: f32 = 0.6;
/// Below this an unhappy reading that is unsure besides needs words of trouble.
const SURE_UNHAPPY: f32 = 0.4;
/// The same in a message with a kind word.
const SURE_BESIDE_PRAISE: f32 = 0.8;

/// Does one of these words or phrases stand in the text?
fn says(heard: &Heard, words: &[&str]) -> bool {
    let lower = heard.lower();
    let is_said = |word: &str| heard.tokens().iter().any(|token| token.span.of(lower) == word);
    let is_word = |word: &str| word.bytes().all(|byte| byte.is_ascii_alphabetic());
    words.iter().any(|word| if is_word(word) { is_said(word) } else { holds(lower, word) })
}

/// Does the text show that something went wrong?
pub(super) fn is_troubled(heard: &Heard) -> bool {
    says(heard, TROUBLE) || says(heard, DENIES)
}

/// Is it praise by its words, whatever the label of the feeling says?
pub(super) fn praises(heard: &Heard) -> bool {
    says(heard, KIND) && !says(heard, TROUBLE)
}

/// Is it thanks or praise that asks for nothing, whatever the intent was taken for?
fn is_kindly(reading: &Reading, heard: &Heard) -> bool {
    let asks = heard.cues().questions > 0 || says(heard, &["please", "pls", "plz", "but", "how"]);
    let thanks = says(heard, PRAISE) && !is_troubled(heard);
    reading.sentiment.label.is_positive() && !asks && (praises(heard) || thanks)
}

/// The kind and its doubt, where a kind word was taken for something else.
pub(super) fn thanked(
    reading: &Reading,
    heard: &Heard,
    (kind, unsure): (Kind, bool),
    sour: bool,
) -> (Kind, bool) {
    let doubted = reading.intent.probability < DOUBTED;
    let can_be = kind == Kind::Praise || (doubted && !matches!(kind, Kind::Thanks | Kind::Chat));
    if can_be && !sour && is_kindly(reading, heard) { (Kind::Praise, false) } else { (kind, unsure) }
}

/// Does a kind word stand in it?
pub(super) fn is_kind(heard: &Heard) -> bool {
    says(heard, KIND)
}

/// Does it laugh?
pub(super) fn laughs(heard: &Heard) -> bool {
    says(heard, LAUGHS)
}

/// Is a kind or light word meant the other way: "Seven hours late, great start, thanks"?
pub(super) fn is_sour(heard: &Heard, text: &str, kind: Kind) -> bool {
    if !matches!(kind, Kind::Praise | Kind::Thanks | Kind::Chat) {
        return false;
    }
    let well = says(heard, KIND) || (kind == Kind::Chat && laughs(heard));
    let denied = says(heard, TROUBLE) || (says(heard, DENIES) && says(heard, PRAISE));
    text.contains(FACES) || says(heard, IRONY) || (!well && denied)
}

/// Is it praise by its label and not by its words?
pub(super) fn praises_nothing(reading: &Reading, heard: &Heard, kind: Kind) -> bool {
    kind == Kind::Praise
        && reading.intent.probability < SURE_PRAISE
        && !says(heard, KIND)
        && !says(heard, PRAISE)
}

/// Is the writer unhappy? What one label says of an unsure reading needs more than that.
pub(super) fn is_unhappy(reading: &Reading, heard: &Heard, kind: Kind, unsure: bool) -> bool {
    let feeling = reading.sentiment;
    if kind == Kind::Praise && praises(heard) {
        return false;
    }
    if !feeling.label.is_negative() || feeling.label == Sentiment::VeryNegative || !unsure {
        return feeling.label.is_negative();
    }
    let kind_word = laughs(heard) || says(heard, PRAISE);
    let sure = if kind_word { SURE_BESIDE_PRAISE } else { SURE_UNHAPPY };
    is_troubled(heard) || feeling.probability >= sure
}

#[cfg(test)]
mod tests {
    use super::*;
    use twoears_core::listen::hear;

    fn sour(text: &str) -> bool {
        is_sour(&hear(text), text, Kind::Praise)
    }

    #[test]
    fn irony_is_no_praise() {
        for text in [
            "Seven hours late, great start, thanks",
            "thanks for nothing",
            "love being stuck in Penwick again",
            "brilliant, my coach never came",
            "you gave me back half a suitcase #thanks \u{1F612}",
        ] {
            assert!(sour(text), "{text}");
        }
    }

    #[test]
    fn praise_in_spite_of_trouble_is_praise() {
        for text in [
            "three hours late, but your driver was so kind",
            "you found it! I thought it was lost, thank you so much",
            "what a lovely crew, thank you",
        ] {
            assert!(!sour(text), "{text}");
        }
    }

    #[test]
    fn thanks_that_ask_for_nothing_are_kindly() {
        let reading = |heard: &Heard| Reading {
            sentiment: twoears_core::Scored { label: Sentiment::Positive, probability: 0.9 },
            ..crate::compose::testing::reading_of(heard)
        };
        for (text, want) in [
            ("thanks for another safe crossing", true),
            ("great, and how do I pay?", false),
            ("thanks, please move my seat", false),
            ("the seat is by the window", false),
        ] {
            let heard = hear(text);
            assert_eq!(is_kindly(&reading(&heard), &heard), want, "{text}");
        }
    }

    #[test]
    fn a_problem_is_never_sour() {
        assert!(!is_sour(&hear("my parcel is late, thanks"), "", Kind::Problem));
    }
}
