//! # What it does
//! Looks for a reply to a question that neither answers it, nor says that somebody will find out, nor asks for what is
//! needed, nor goes on in private with a reason.
//!
//! # Why it matters
//! Thanks and regret are no answer. The customer has to ask again, and by then they are cross.
//!
//! # Example
//! "Thanks for your message, we're so sorry to hear that!" to "When does the shop open?"
//!
//! # Instead
//! Answer in the first sentence, or be honest: "I don't know yet when it opens. I'll find out and tell you by noon."

use twoears_core::RuleId;
use twoears_core::decide::Severity;

use super::acts::Act;
use super::{Found, Look, Rule};
use crate::length::link_len;

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.unanswered"),
    severity: Severity::Warning,
    about: "a question stays unanswered",
    check,
};

/// How a question that wants an answer begins, or a clause of it.
const OPENS: &[&str] = &[
    "what", "what's", "when", "when's", "where", "where's", "why", "how", "who", "which", "can", "could",
    "do", "does", "did", "is", "are", "will", "would", "should", "am", "has", "have", "any",
];
/// Words of a question at the least: "why?" may be a sigh.
const WORDS: usize = 4;

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let pleased = look.subject.reading.is_some_and(|reading| reading.sentiment.label.is_positive());
    if pleased || !asks(&look.subject.message.text) || look.acts.moves_on(&look.text) || look.answers() {
        return;
    }
    if look.acts.sends_away(&look.text).is_none() && !short_answer(look) {
        found.whole("they asked a question: answer it, or say who finds out and by when");
    }
}

/// Does a text ask something?
pub(super) fn asks(text: &str) -> bool {
    let mut from = 0;
    for (at, _) in text.match_indices('?') {
        if at < from {
            continue;
        }
        if let Some(link) = text[from..at].rfind("http").map(|link| from + link) {
            let end = link_len(&text[link..]).map_or(at, |bytes| link + bytes);
            if end > at {
                from = end;
                continue;
            }
        }
        let start = text[from..at].rfind(['.', '!', '\n']).map_or(from, |before| from + before + 1);
        let mut words = text[start..at].split_whitespace().filter(|word| !word.starts_with('@'));
        let opens = |word: &str| {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            OPENS.iter().any(|open| open.eq_ignore_ascii_case(bare))
        };
        let many = words.clone().nth(WORDS - 1).is_some();
        if many && words.any(opens) {
            return true;
        }
        from = at + 1;
    }
    false
}

/// Words that answer by themselves, and those with which a short answer begins.
const ANSWERS: &[&str] = &[
    "yes",
    "no",
    "yep",
    "yup",
    "nope",
    "indeed",
    "sure",
    "absolutely",
    "correct",
    "definitely",
    "unfortunately",
    "afraid",
    "cannot",
    "not",
];
const BEGINS: &[&str] = &["it's", "it", "they", "that's", "at", "by", "on", "from", "until"];

/// "Yes, it does." answers in few words.
fn short_answer(look: &Look<'_>) -> bool {
    look.text.sentences.iter().any(|sentence| {
        let filler = look.acts.within(Act::Filler, *sentence);
        let words = || look.text.words_in(*sentence);
        let answers = words().any(|word| ANSWERS.contains(&word))
            || words().next().is_some_and(|word| BEGINS.contains(&word));
        answers && !filler || look.text.of(*sentence).bytes().any(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::run;
    use super::*;
    use twoears_core::Message;

    #[test]
    fn thanks_are_no_answer() {
        let message = Message::new("@larkway the shop was shut. When does it open on Sundays?");
        for text in [
            "Thanks for your message, Ann!",
            "We’re so sorry to hear that.",
            "We appreciate your feedback and apologise.",
            "WE'RE SORRY FOR THE INCONVENIENCE, ANN.",
            "Hi Ann, we understand how frustrating this is. Thanks for your patience.",
            "We apologize, and hope to see you again soon!",
        ] {
            assert!(run(&RULE, &message, text).is_some(), "{text}");
        }
    }

    #[test]
    fn answers_questions_and_promises_pass() {
        let message = Message::new("when does the shop open on Sundays?");
        for text in [
            "At ten.",
            "It opens at ten on Sundays.",
            "I don't know yet. I'll find out and tell you by noon.",
            "Which shop is it?",
            "So that your details stay between us, please send us a direct message.",
            "Sorry! Tap Shops in the app: the hours stand under each.",
            "Yes, from 10.",
        ] {
            assert!(run(&RULE, &message, text).is_none(), "{text}");
        }
        for asked in
            ["What a lovely shop!", "Really?", "See https://a.example/?what=is&it=now for more", "thanks"]
        {
            assert!(run(&RULE, &Message::new(asked), "Thank you so much!").is_none(), "{asked}");
        }
    }
}
