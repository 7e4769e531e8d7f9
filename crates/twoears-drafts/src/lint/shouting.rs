//! # What it does
//! Objects to words in capitals and to rows of exclamation marks.
//!
//! # Why it matters
//! Capitals read as shouting, and three exclamation marks as no care.
//!
//! # Example
//! "PLEASE RESTART your app!!!"
//!
//! # Instead
//! "Please restart the app."

use twoears_core::RuleId;

use super::{Rule, Subject, without_links};

pub(super) const RULE: Rule =
    Rule { id: RuleId("reply.shouting"), about: "capitals or rows of exclamation marks", check };

/// Shorter words in capitals are abbreviations.
const LETTERS: usize = 4;
/// Words in capitals that are still names and codes.
const WORDS: usize = 1;
/// Exclamation marks in a reply at the most.
const MARKS: usize = 2;

fn check(subject: &Subject<'_>) -> Option<String> {
    let text = without_links(subject.text);
    if text.contains("!!") || text.matches('!').count() > MARKS {
        return Some("exclamation marks: one will do".to_owned());
    }
    let loud = |word: &&str| word.chars().count() >= LETTERS && word.chars().all(char::is_uppercase);
    let words: Vec<&str> = text.split(|c: char| !c.is_alphabetic()).filter(loud).collect();
    (words.len() > WORDS).then(|| format!("`{}` in capitals", words.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::super::testing::run;
    use super::*;
    use twoears_core::Message;

    #[test]
    fn loud_and_calm() {
        let message = Message::new("app");
        assert!(run(&RULE, &message, "PLEASE RESTART the app").is_some());
        assert!(run(&RULE, &message, "Thank you!!").is_some());
        assert!(run(&RULE, &message, "Thank you! The QR code is back. WLAN too!").is_none());
    }
}
