//! # What it does
//! Works out the Flesch reading ease of a reply in English: `206.835 - 1.015 * words per sentence - 84.6 * syllables per word`
//! (R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32, 1948), and objects below 50, where his table says
//! "difficult". Replies of fewer than 50 words pass: over so few, one long name moves the figure.
//!
//! # Why it matters
//! Many customers read on a phone, in a hurry, or in a second language. Hard text is read twice or not at all.
//!
//! # Example
//! One sentence of 45 words, full of "verification", "subsequently" and "accessibility".
//!
//! # Instead
//! One thought a sentence, and short words: "check" for "verification", "then" for "subsequently".

use twoears_core::decide::Severity;
use twoears_core::{Language, RuleId};

use super::{Found, Look, Rule};

pub(super) const RULE: Rule =
    Rule { id: RuleId("reply.reading_ease"), severity: Severity::Warning, about: "hard to read", check };

/// Below this, Flesch's table says "difficult" (30 to 50) and "very difficult".
const EASE: f32 = 50.0;
/// Words that the figure needs to mean something.
const WORDS: usize = 50;

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let text = &look.text;
    if text.words.len() < WORDS
        || look.subject.brand.language != Language::ENGLISH
        || text.sentences.is_empty()
    {
        return;
    }
    let (mut words, mut syllables, mut foreign) = (0_usize, 0_usize, 0_usize);
    let (from, to) = (text.sentences[0].start, text.sentences[text.sentences.len() - 1].end);
    for word in text.words.iter().filter(|word| word.start >= from && word.end <= to) {
        let word = text.of(*word);
        foreign += usize::from(!word.is_ascii());
        if word.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'\'') {
            words += 1;
            syllables += count(word);
        }
    }
    if words < WORDS || foreign * 10 > words {
        return;
    }
    let words = words as f32;
    let ease = 206.835 - 1.015 * (words / text.sentences.len() as f32) - 84.6 * (syllables as f32 / words);
    if ease < EASE {
        let ease = ease.max(0.0).round();
        found.whole(format!(
            "hard to read (reading ease {ease} of 100, aim at 60): shorter sentences, shorter words"
        ));
    }
}

/// Syllables of an English word in lower case: groups of vowels, but for a silent `e` at the end and the `e` of `-es` and `-ed`.
fn count(word: &str) -> usize {
    let vowel = |byte: u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let word = word.split('\'').next().unwrap_or(word).as_bytes();
    let mut groups = 0;
    for (at, byte) in word.iter().enumerate() {
        // "i" and "o", "a" after it are two: "radio", "various"; not in "-tion", "-cious".
        let parted = at > 0
            && word[at - 1] == b'i'
            && matches!(byte, b'a' | b'o' | b'u')
            && at > 1
            && !matches!(word[at - 2], b't' | b'c' | b's' | b'g');
        groups += usize::from(vowel(*byte) && (at == 0 || !vowel(word[at - 1]) || parted));
    }
    let silent = match word {
        [.., before, b'l', b'e'] => vowel(*before),
        [.., b's' | b'z' | b'x' | b'c' | b'g' | b'h', b'e', b's'] | [.., b't' | b'd', b'e', b'd'] => false,
        [.., before, b'e'] | [.., before, b'e', b's' | b'd'] => !vowel(*before),
        _ => false,
    };
    (groups - usize::from(silent && groups > 1)).max(1)
}

#[cfg(test)]
mod tests {
    use super::super::testing::run;
    use super::*;
    use twoears_core::Message;

    #[test]
    fn syllables_of_words() {
        for (word, want) in [
            ("the", 1),
            ("late", 1),
            ("table", 2),
            ("parcel", 2),
            ("wanted", 2),
            ("moved", 1),
            ("stopped", 1),
            ("boxes", 2),
            ("times", 1),
            ("verification", 5),
            ("radio", 3),
            ("you're", 1),
            ("sorry", 2),
            ("rhythm", 1),
            ("idea", 2),
            ("apologise", 4),
            ("a", 1),
            ("hmm", 1),
            ("people", 2),
            ("available", 4),
            ("various", 3),
            ("stations", 2),
        ] {
            assert_eq!(count(word), want, "{word}");
        }
    }

    #[test]
    fn hard_and_easy() {
        let message = Message::new("my account");
        let hard = "Notwithstanding the aforementioned verification requirements, subsequent accessibility modifications \
            necessitate additional documentation regarding identification. ";
        let plain =
            "Your bag is on the next coach. It gets in at two, and Ann has it at the desk from then on. ";
        for reply in [
            hard.repeat(4),
            hard.to_uppercase().repeat(5),
            hard.repeat(6),
            format!("{}{plain}", hard.repeat(4)),
        ] {
            assert!(run(&RULE, &message, &reply).is_some(), "{reply}");
        }
        for reply in
            [hard.repeat(2), plain.repeat(4), plain.to_uppercase().repeat(5), plain.to_owned(), String::new()]
        {
            assert_eq!(run(&RULE, &message, &reply), None, "{reply}");
        }
        let links = format!("{}https://a.example/{}", plain.repeat(3), "verification-".repeat(30));
        assert_eq!(run(&RULE, &message, &links), None);
    }
}
