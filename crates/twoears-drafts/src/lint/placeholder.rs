//! # What it does
//! Finds what a template left open: `{name}`, `<<first_name>>`, `[link]`, `%s`, `XXXX`.
//!
//! # Why it matters
//! "Hi {name}" tells the customer that nobody read even the reply.
//!
//! # Example
//! "Hi [First Name], your order {{order}} is on its way."
//!
//! # Instead
//! Put the words in, or leave the sentence out.

use twoears_core::decide::Severity;
use twoears_core::{RuleId, Span};

use super::{Found, Look, Rule};

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.placeholder"),
    severity: Severity::Error,
    about: "something that a template left open",
    check,
};

/// What stands between square or angle brackets when it waits for words; others may be meant as they are.
const SLOTS: &[&str] = &[
    "name",
    "link",
    "url",
    "date",
    "time",
    "number",
    "order",
    "customer",
    "agent",
    "first",
    "last",
    "insert",
    "your",
    "company",
    "brand",
    "product",
    "amount",
    "address",
    "email",
    "phone",
    "team",
    "signature",
    "placeholder",
    "tbd",
    "tbc",
    "todo",
];
/// Letters of what stands between brackets at the most.
const LONG: usize = 40;

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let text = look.text.lower.as_str();
    if !text.contains(['{', '[', '<', '%', '$']) && !text.contains("xxx") {
        return;
    }
    let mut from = 0;
    while let Some((start, end)) = next(text, from) {
        from = end;
        let place = Span::new(start, end);
        if !look.text.links.iter().any(|link| link.overlaps(place)) {
            found.at(place, "a template left this open: put the words in");
        }
    }
}

/// The next one from a place on.
fn next(text: &str, mut from: usize) -> Option<(usize, usize)> {
    loop {
        let at = from + text[from..].find(['{', '[', '<', '%', 'x'])?;
        let end = match text.as_bytes()[at] {
            b'{' => braces(&text[at..]),
            b'[' => slot(&text[at..], '[', ']'),
            b'<' => slot(&text[at..], '<', '>'),
            b'%' => percent(&text[..at], &text[at..]),
            _ => crosses(&text[..at], &text[at..]),
        };
        if let Some(length) = end {
            return Some((at, at + length));
        }
        from = at + 1;
    }
}

/// What stands between a row of opening marks and a closing one, and where the closing row ends.
fn inside(rest: &str, open: char, close: char) -> Option<(&str, usize)> {
    let start = rest.len() - rest.trim_start_matches(open).len();
    let mut near = start + LONG + 1;
    while !rest.is_char_boundary(near.min(rest.len())) {
        near -= 1;
    }
    let near = &rest[..near.min(rest.len())];
    let end = start + near.get(start..)?.find(close)?;
    let tail = &rest[end..];
    let closing = tail.len() - tail.trim_start_matches(close).len();
    Some((&rest[start..end], end + closing.min(start)))
}

/// `{name}`, `{{order.id}}`, `{0}`.
fn braces(rest: &str) -> Option<usize> {
    let (inner, end) = inside(rest, '{', '}')?;
    let fine = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '_' | '.' | '-' | '#' | '/' | '|');
    inner.chars().all(fine).then_some(end)
}

/// `[link]`, `<<first_name>>`, `<insert date>`; `[here](` is Markdown.
fn slot(rest: &str, open: char, close: char) -> Option<usize> {
    let (inner, end) = inside(rest, open, close)?;
    let mut words = inner.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let fine = inner.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '\''));
    let waits = words.any(|word| SLOTS.contains(&word)) && inner.split_whitespace().count() <= 4;
    (fine && waits && !rest[end..].starts_with('(')).then_some(end)
}

/// `%s`, `%d`, `%1$s`; "50%d" is a slip of another kind.
fn percent(before: &str, rest: &str) -> Option<usize> {
    let digits = rest[1..].bytes().take_while(u8::is_ascii_digit).count();
    let dollar = usize::from(digits > 0 && rest[1 + digits..].starts_with('$'));
    let end = 1 + (digits + dollar) * dollar + 1;
    let kind = rest.as_bytes().get(end - 1)?;
    let alone = !rest[end..].starts_with(|c: char| c.is_alphanumeric())
        && !before.ends_with(|c: char| c.is_alphanumeric() || c == '%');
    (matches!(kind, b's' | b'd') && alone).then_some(end)
}

/// `XXXX` alone: kisses are fewer, and a masked number has digits or stars beside it.
fn crosses(before: &str, rest: &str) -> Option<usize> {
    let length = rest.bytes().take_while(|byte| *byte == b'x').count();
    let edge = |c: char| c.is_alphanumeric() || matches!(c, '-' | '*');
    (length >= 4
        && !before.ends_with(edge)
        && !rest[length..].starts_with(edge)
        && before.ends_with(['#', ' '])
        && !rest[length..].trim_start().is_empty())
    .then_some(length)
}

#[cfg(test)]
mod tests {
    use super::super::testing::run;
    use super::*;
    use twoears_core::Message;

    #[test]
    fn open_and_filled() {
        let message = Message::new("my order");
        for hit in [
            "Hi {name}, it’s here.",
            "Hi {{ customer.first_name }}, it's here.",
            "Hi <<first_name>>, it's here.",
            "HI [FIRST NAME], it's here.",
            "See [link] for more.",
            "Hi %s, it's here.",
            "It comes on <insert date>.",
            "Your order XXXX is here.",
            "${name}, it's here.",
        ] {
            assert!(run(&RULE, &message, hit).is_some(), "{hit}");
        }
        for miss in [
            "It is [sic] here.",
            "I <3 this, and 5 > 3.",
            "Get 20% so you save.",
            "See [our name](https://a.example/b).",
            "It ends with xxxx-1234.",
            "Lots of love xxx",
            "See https://a.example/{name}/x",
            "100%s sure",
            "Press [ctrl] and [c].",
        ] {
            assert_eq!(run(&RULE, &message, miss), None, "{miss}");
        }
    }
}
