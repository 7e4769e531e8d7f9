//! Names under a letter: after "kind regards" and its like, or on a line of their own.

use super::context::{Role, part, role, role_of};
use super::person::{full, person};
use super::recognizer::{PrivateKind, Recognizer};
use crate::listen::{Heard, TokenKind};
use crate::{RuleId, Span};

/// The full name that signs a message.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.signature"),
    kind: PrivateKind::Name,
    says: "a person's name under a letter",
    check: "a first and a last name alone at the end, after a closing",
    maybe: |hints| hints.capitals,
    find: |look| find(look.heard),
};

fn find(heard: &Heard) -> Vec<Span> {
    let tokens = heard.tokens();
    // "Best, Ann Lee" signs; "best service" does not.
    let best = |index: usize| part(heard, index) == "best" && part(heard, index + 1) == ",";
    let closing = |index: &usize| role_of(heard, tokens[*index]) == Some(Role::Closing) || best(*index);
    let mut spans: Vec<Span> = Vec::new();
    for index in (0..tokens.len()).filter(closing) {
        let found = signed(heard, index + 1);
        spans.extend(found.filter(|span| spans.last().is_none_or(|last| last.end <= span.start)));
    }
    if let Some(line) = last_line(heard).filter(|line| spans.iter().all(|span| !span.overlaps(*line))) {
        spans.push(line);
        spans.sort_unstable();
    }
    spans
}

/// `Kind regards, Margaret Ashdown`, `With thanks for your trouble, …` up to the end of the line or the text.
fn signed(heard: &Heard, mut at: usize) -> Option<Span> {
    let close = heard.tokens().get(at.checked_sub(1)?)?.span;
    // "Thanks Larkway Coaches" thanks a company; "Thanks, Abena Frimpong" signs.
    let formal = matches!(close.of(heard.lower()), "regards" | "sincerely" | "faithfully" | "respectfully");
    let last = at + 12;
    for _ in 0..2 {
        while at < last
            && (matches!(part(heard, at), "," | "." | "!" | "-")
                || matches!(role(part(heard, at)), Some(Role::Closing | Role::Title)))
        {
            at += 1;
        }
        if let Some(span) = person(heard, at, 2)
            .filter(|span| closes(heard, *span) && (formal || parted(heard, close, *span)))
        {
            return Some(span);
        }
        at += 1 + (at..at + 4).position(|at| part(heard, at) == ",")?;
    }
    None
}

/// Is there a mark or a line break between the closing word and the name?
fn parted(heard: &Heard, close: Span, name: Span) -> bool {
    heard.text()[close.end as usize..name.start as usize].contains([',', '.', '!', '-', '\n'])
}

/// Does a name end the text or its line, or does only a contact follow?
fn closes(heard: &Heard, span: Span) -> bool {
    let rest = heard.text()[span.end as usize..].trim_start_matches([' ', '.', ',']);
    rest.is_empty() || rest.starts_with(['\n', '+', '(']) || rest.starts_with(|c: char| c.is_ascii_digit())
}

/// A name that is a line of its own after a longer text, or its whole last sentence.
fn last_line(heard: &Heard) -> Option<Span> {
    const LONGER: usize = 60;
    const LAST: usize = 9;
    let (text, tokens) = (heard.text(), heard.tokens());
    tokens.iter().enumerate().find_map(|(at, token)| {
        let start = token.span.start as usize;
        if start < LONGER || token.kind != TokenKind::Word {
            return None;
        }
        let last = tokens.get(at.checked_sub(1)?)?;
        let before = text[last.span.start as usize..start].trim_end_matches(' ');
        let fresh =
            before.ends_with('\n') || (at + LAST >= tokens.len() && before.ends_with(['.', '?', '!']));
        let span = fresh.then(|| person(heard, at, 2)).flatten()?;
        (closes(heard, span) && full(heard, span)).then_some(span)
    })
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::found;

    #[test]
    fn names() {
        for (text, name) in [
            ("It was off.\n\nKind regards,\nOluwaseun Hartley", "Oluwaseun Hartley"),
            ("Please ring me. Thanks, Abena Frimpong", "Abena Frimpong"),
            ("With thanks for your trouble, Evander Stobbs", "Evander Stobbs"),
            ("Yours faithfully,\nD. R. Pemberthy\n07700 900123", "D. R. Pemberthy"),
            (
                "The heating was off in coach four all the way to the north on Friday.\nDilys Parry",
                "Dilys Parry",
            ),
        ] {
            assert_eq!(found(&super::RECOGNIZER, text), [name], "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "Thanks Brightmart Team",
            "Thanks Larkway Coaches",
            "Kind regards,\nMaya",
            "regards from Larkway",
            "Thanks, Never Again",
            "The heating was off in coach four all the way to the north on Friday. Thank You",
            "thanks, Priya Ramanathan from the shop was kind",
        ] {
            assert!(found(&super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }

    #[test]
    fn blanks_before_the_first_word() {
        let text = format!("{}Margaret Ashdown", " ".repeat(70));
        assert!(found(&super::RECOGNIZER, &text).is_empty());
    }
}
