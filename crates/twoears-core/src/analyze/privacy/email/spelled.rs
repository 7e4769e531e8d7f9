//! Addresses that are written out: `ann dot lee at mail dot com`, `ann [at] mail [dot] com`.

use super::{mailbox, top};
use crate::Span;
use crate::listen::{Heard, Token};

/// Parts on one side of the `at`.
const PARTS: usize = 4;

/// The address around the word `at` at token `index`.
pub(super) fn find(heard: &Heard, index: usize) -> Option<Span> {
    let (lower, tokens) = (heard.lower(), heard.tokens());
    let part = |at: usize| tokens.get(at).map_or("", |token: &Token| token.span.of(lower));
    let bracket = index > 0 && opens(part(index - 1)) && closes(part(index + 1));
    let (left, right) =
        if bracket { (index.checked_sub(2)?, index + 2) } else { (index.checked_sub(1)?, index + 1) };
    // `ann22 at mail.com`, `ann at gmail.com`: a plain dot when no word of a sentence stands before.
    let joined = left >= 2
        && matches!(part(left - 1), "_" | ".")
        && tokens[left - 2].span.end == tokens[left - 1].span.start
        && tokens[left - 1].span.end == tokens[left].span.start;
    let digit = part(left).bytes().any(|b| b.is_ascii_digit()) && part(left).len() > 3;
    let handle = joined || digit;
    let plain = bracket || handle || mailbox(part(right));
    let dot = |at: usize| part(at) == "dot" || (plain && part(at) == ".");
    let name = |at: usize| {
        let text = part(at);
        !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') && text != "dot"
    };
    if !name(left) || !name(right) {
        return None;
    }
    let mut start = left;
    while left - start < 2 * PARTS
        && start >= 2
        && (dot(start - 1) || matches!(part(start - 1), "." | "-" | "_"))
        && name(start - 2)
    {
        start -= 2;
    }
    let mut end = right;
    while end - right < 4 * PARTS {
        let boxed = opens(part(end + 1)) && part(end + 2) == "dot" && closes(part(end + 3));
        let step = if boxed { 4 } else { 2 };
        if !((boxed || dot(end + 1) || part(end + 1) == "-") && name(end + step)) {
            break;
        }
        end += step;
    }
    let bare = part(end - usize::from(end > right)) == ".";
    let word =
        matches!(part(left), "me" | "us" | "you" | "it" | "them" | "here" | "contact" | "email" | "mail");
    (end > right && top(part(end)) && !(bare && !bracket && word))
        .then(|| Span { start: tokens[start].span.start, end: tokens[end].span.end })
}

fn opens(mark: &str) -> bool {
    matches!(mark, "(" | "[" | "{" | "<")
}

fn closes(mark: &str) -> bool {
    matches!(mark, ")" | "]" | "}" | ">")
}
