//! Names in small letters or in capitals throughout, after words that introduce a name: `my name is rosa diaz`.

use super::first::common;
use crate::Span;
use crate::analyze::privacy::context::{Role, part, role, role_of};
use crate::listen::{Heard, TokenKind};

/// Words of the longest such name.
const PARTS: usize = 3;

/// How sure the words before are that a name follows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    /// `my name is`: any two words that are no common ones.
    Sure,
    /// `i'm`: one of them must be a known first name.
    Listed,
}

/// Words that follow `i'm` or `this is` and are no last name.
const NOT_LAST: &str = "here fan stuck sick done back user out off up down home there gone left lost sad mad broke \
    tired ready late upset fine ill old still again almost already too line guy man girl lady mate bro sir side";

/// The name from token `at` on.
pub(super) fn find(heard: &Heard, at: usize, cue: Cue) -> Option<Span> {
    let tokens = heard.tokens();
    let mut last = at;
    while last < at + PARTS && is_part(heard, last) && (last == at || beside(heard, last)) {
        last += 1;
    }
    if last - at < 2 {
        return None;
    }
    let listed = (at..last).any(|index| common(part(heard, index)));
    let surely = cue == Cue::Sure && (last - at == 2 || listed);
    // After a weak word a sentence may go on; two words are the most that is believed.
    if cue == Cue::Listed {
        last = at + 2;
    }
    let known = common(part(heard, at)) || common(part(heard, at + 1));
    let fits = match cue {
        Cue::Sure => surely && ends(heard, last),
        Cue::Listed => {
            known && (ends(heard, last) || part(heard, last).len() == 1 || common(part(heard, at)))
        }
    };
    fits.then(|| Span { start: tokens[at].span.start, end: tokens[last - 1].span.end })
}

/// Can the word be part of a name?
fn is_part(heard: &Heard, at: usize) -> bool {
    let Some(token) = heard.tokens().get(at).filter(|token| token.kind == TokenKind::Word) else {
        return false;
    };
    let word = token.span.of(heard.lower());
    let form = ["ing", "ed", "ly", "n't", "'s", "'m", "'ve", "'re", "ers", "ness", "tion"];
    (2..=14).contains(&word.chars().count())
        && role(word).is_none()
        && (common(word) || !form.iter().any(|end| word.ends_with(end)))
        && !NOT_LAST.split_ascii_whitespace().any(|other| other == word)
}

/// Does one blank or a dash alone part the word from the one before?
fn beside(heard: &Heard, at: usize) -> bool {
    let gap = Span { start: heard.tokens()[at - 1].span.end, end: heard.tokens()[at].span.start };
    gap.of(heard.text()) == " "
}

/// Does the clause end before token `at`, or go on with a word that is no part of a name?
fn ends(heard: &Heard, at: usize) -> bool {
    let Some(token) = heard.tokens().get(at) else { return true };
    token.kind != TokenKind::Word
        || !beside(heard, at)
        || matches!(role_of(heard, *token), Some(Role::Filler | Role::Birth | Role::Booking | Role::Account))
        || matches!(part(heard, at), "and" | "from" | "but" | "with" | "i" | "speaking" | "here")
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::{name::RECOGNIZER, testing::found};

    #[test]
    fn names() {
        for (text, name) in [
            ("my name is rosa diaz and i need help", "rosa diaz"),
            ("My name is ROSA DIAZ", "ROSA DIAZ"),
            ("I'm daniel ekeh d line user", "daniel ekeh"),
            ("Someone named carmen beasley messaging my uncle", "carmen beasley"),
            ("my mum rosa diaz is stuck", "rosa diaz"),
            ("full name rosa maria diaz, dob", "rosa maria diaz"),
            ("this is john smith, my order", "john smith"),
        ] {
            assert_eq!(found(&RECOGNIZER, text), [name], "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "my name is maya thanks",
            "my name is maya flying tomorrow",
            "i'm really angry",
            "i'm sarah stuck at the gate",
            "this is bad service",
            "i am very tired and cold",
            "my mum waited two hours",
            "the name is wrong again",
            "a limit for the names on debit cards?",
            "did you book passenger assistance Catherine?",
            "brand name vitamin tablets here",
        ] {
            assert!(found(&RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
