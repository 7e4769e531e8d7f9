//! # What it does
//! Objects to words in capitals, to rows of exclamation and question marks, and to floods of emoji.
//!
//! # Why it matters
//! Capitals read as shouting, three exclamation marks as no care, and six emoji as no answer.
//!
//! # Example
//! "PLEASE RESTART your app!!! 🎉🎉🎉🎉"
//!
//! # Instead
//! "Please restart the app." One exclamation mark at the most, where something is good.

use twoears_core::decide::Severity;
use twoears_core::{RuleId, Span};

use super::{Found, Look, Rule};

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.shouting"),
    severity: Severity::Warning,
    about: "capitals, rows of marks, floods of emoji",
    check,
};

/// Shorter words in capitals are abbreviations.
const LETTERS: usize = 4;
/// Words in capitals that are still names and codes.
const WORDS: usize = 1;
/// Exclamation marks in a reply at the most.
const MARKS: usize = 2;
/// Emoji in a reply at the most.
const EMOJI: usize = 3;
/// Capitals that everybody knows.
const KNOWN: &[&str] = &[
    "asap", "html", "wlan", "http", "https", "imei", "iban", "nasa", "gmbh", "usps", "gdpr", "json", "icloud",
];

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let text = &look.text;
    let mut marks = 0;
    for (at, run) in runs(&text.lower) {
        let row = &text.lower[at..at + run];
        let greets = text.greeting.is_some_and(|greeting| at < greeting.end as usize);
        marks += usize::from(row.contains('!') && !greets);
        if run > 1 && row.contains('?') {
            found.fix(Span::new(at, at + run), "a row of marks: one will do", "?");
        } else if run > 1 || (row == "!" && marks > MARKS) {
            let end = if text.lower[..at].ends_with(|c: char| c.is_alphanumeric()) { "." } else { "" };
            found.fix(Span::new(at, at + run), "exclamation marks: one will do", end);
        }
    }
    let mut loud =
        text.words.iter().filter(|word| is_loud(text.as_written(**word)) && !is_name(look, **word));
    if let Some(first) = loud.next() {
        let more = loud.filter(|word| text.of(**word) != text.of(*first)).count();
        if more >= WORDS {
            found.at(*first, format!("{} words in capitals", more + 1));
        }
    }
    if !text.lower.is_ascii() {
        let mut emoji = text.lower.char_indices().filter(|(_, c)| is_emoji(*c));
        if let Some((at, c)) = emoji.nth(EMOJI) {
            let many = EMOJI + 1 + emoji.count();
            found.at(Span::new(at, at + c.len_utf8()), format!("{many} emoji: one says as much"));
        }
    }
}

/// A word in capitals, with vowels and without digits.
fn is_loud(word: &str) -> bool {
    let vowel = |c: char| "AEIOUY".contains(c);
    word.chars().count() >= LETTERS
        && word.chars().all(|c| c.is_uppercase() || c == '\'' || c == '’')
        && word.contains(vowel)
        && !KNOWN.contains(&word.to_ascii_lowercase().as_str())
}

/// Does a handle, a hashtag or initials hold it: "@CARE", "#GOTEAM", "*MKLA"? Or did the customer write it so?
fn is_name(look: &Look<'_>, word: Span) -> bool {
    look.text.lower[..word.start as usize].ends_with(['@', '#', '*', '^', '-', '_'])
        || look.subject.message.text.contains(look.text.as_written(word))
}

/// Where exclamation and question marks begin, and how many stand in a row.
fn runs(lower: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let starts = lower.match_indices(['!', '?']).map(|(at, _)| at);
    let starts = starts.filter(|at| !lower[..*at].ends_with(['!', '?']));
    starts.map(|at| (at, lower[at..].bytes().take_while(|byte| matches!(byte, b'!' | b'?')).count()))
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1f300}'..='\u{1f3fa}' | '\u{1f400}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}')
}

#[cfg(test)]
mod tests {
    use super::super::testing::{all, run};
    use super::super::{Subject, fixed};
    use super::*;
    use twoears_core::{Brand, Message};

    #[test]
    fn loud_and_calm() {
        let message = Message::new("app");
        for hit in [
            "PLEASE RESTART the app",
            "We DON’T KNOW yet.",
            "Thank you!!",
            "Which one??",
            "Which one?!?",
            "Yes! It opens! Try it!",
            "It opens 🎉🎉🎉🎉",
        ] {
            assert!(run(&RULE, &message, hit).is_some(), "{hit}");
        }
        for miss in [
            "Thank you! The QR code is back. WLAN too!",
            "It opens 🎉 👩🏽‍💻",
            "Which one? The red one!",
            "See the HTML and the IBAN.",
            "Flight LHR to JFK, gate B42.",
            "@CARE #RIDE Hi, it opens. *MKLA",
            "Please do NOT restart it.",
            "Is the AMEX yours, or is there another AMEX?",
            "Hi Ann! It opens! Try it!",
        ] {
            assert_eq!(run(&RULE, &message, miss), None, "{miss}");
        }
        assert_eq!(run(&RULE, &Message::new("my KORA NOVA lamp"), "The KORA NOVA is back."), None);
    }

    #[test]
    fn one_mark_is_left() {
        let (message, brand) = (Message::new("app"), Brand::default());
        for (reply, want) in [("It’s back!!! Right?!", "It’s back. Right?"), ("Which??", "Which?")] {
            assert_eq!(fixed(reply, &all(&RULE, Subject::new(reply, &message, &brand))), want);
        }
    }
}
