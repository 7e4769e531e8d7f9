//! # What it does
//! Counts the sentences that apologise; one is the most. What is nothing but a second apology can be left out.
//!
//! # Why it matters
//! The first apology is for the customer. Those after it are for us, and each makes the one before it smaller.
//!
//! # Example
//! "We're so sorry. Please accept our apologies. Sorry again!"
//!
//! # Instead
//! Say sorry once, for what happened, and use the room for what happens next.

use std::sync::LazyLock;

use twoears_core::decide::Severity;
use twoears_core::{RuleId, Span};

use super::phrases::Phrases;
use super::{Found, Look, Rule};

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.over_apology"),
    severity: Severity::Warning,
    about: "more than one apology",
    check,
};

const SORRY: &[&str] = &[
    "sorry",
    "apologies",
    "apology",
    "apologise",
    "apologize",
    "apologising",
    "apologizing",
    "we regret",
    "i regret",
    "forgive us",
    "forgive me",
];
/// No apology by these words before it.
const NOT: &[&str] = &["no", "not", "don't", "needn't", "never", "than", "your", "owe", "deserve", "an"];
/// So many words before it.
const NEAR: usize = 5;
/// A sentence of so many words has nothing in it but the apology.
const BARE: usize = 4;

/// After an apology these make it one for the reply itself, or none: "sorry for the late reply", "I'm sorry, but".
const ASIDE: &[&str] = &[
    "but",
    "for the late reply",
    "for the late response",
    "for the delayed reply",
    "for the delayed response",
    "for the delay in replying",
    "for the delay in responding",
    "for replying late",
    "for the wait for this answer",
];

pub(super) static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(SORRY.iter().copied()));

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let text = &look.text;
    let mut first: Option<Span> = None;
    let mut told: Option<Span> = None;
    for (_, place) in PHRASES.all(text) {
        let Some(sentence) = text.sentence_of(place) else { continue };
        let before = text.before(place).take(NEAR).take_while(|word| word.start >= sentence.start);
        let denied = before.map(|word| text.of(word)).any(|word| NOT.contains(&word));
        let after = text.lower[place.end as usize..].trim_start_matches([',', ' ']);
        let aside = ASIDE.iter().any(|aside| after.starts_with(aside));
        if denied || aside || first == Some(sentence) || told == Some(sentence) {
            continue;
        }
        if first.is_none() {
            first = Some(sentence);
            continue;
        }
        told = Some(sentence);
        let says = "one more apology: once is enough, for what happened";
        if text.words_in(sentence).take(BARE + 1).count() <= BARE {
            let start = text.lower[..sentence.start as usize].trim_end().len();
            found.fix(Span::new(start, sentence.end as usize), says, "");
        } else {
            found.at(place, says);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{all, run};
    use super::super::{Subject, fixed};
    use super::*;
    use twoears_core::{Brand, Message};

    #[test]
    fn once_is_enough() {
        let message = Message::new("my parcel");
        for hit in [
            "I’m sorry it's late. We apologise for the wait.",
            "Sorry it broke. SORRY again for the wait you had.",
            "Our apologies. We regret that it broke.",
            "We apologize for the queue. Forgive us the wait as well.",
            "I'm so sorry. Please accept our apologies.",
            "Sorry! It broke. I'm sorry for that.",
        ] {
            assert!(run(&RULE, &message, hit).is_some(), "{hit}");
        }
        for miss in [
            "I'm sorry it's late. It leaves today.",
            "I’m sorry, truly sorry, that it's late.",
            "I'm sorry it broke. No need to apologise for the long post.",
            "Sorry it broke. You don't have to be sorry for asking.",
            "Better safe than sorry: I'm sorry you waited.",
            "I'm sorry. We owe you more than an apology.",
            "A sorry sight.",
            "Apologies for the late reply. I'm sorry the cup broke.",
            "I'm sorry it broke. I’m sorry, but it can't be mended.",
        ] {
            assert_eq!(run(&RULE, &message, miss), None, "{miss}");
        }
    }

    #[test]
    fn a_bare_one_is_left_out() {
        let (message, brand) = (Message::new("my parcel"), Brand::default());
        let reply = "I'm sorry it's late. It leaves today. Sorry again!";
        let findings = all(&RULE, Subject::new(reply, &message, &brand));
        assert_eq!(fixed(reply, &findings), "I'm sorry it's late. It leaves today.");
    }
}
