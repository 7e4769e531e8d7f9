//! # What it does
//! Objects to replies that stop: in the middle of a sentence, with an ellipsis, in a link, in an open bracket or quotation mark,
//! or as part one of two without part two.
//!
//! # Why it matters
//! The half that is missing is often the one that helps, and a cut reply looks like a machine's.
//!
//! # Example
//! "Please open the app and"
//!
//! # Instead
//! Shorten the reply to whole sentences that fit. What needs two parts goes out as two whole replies.

use twoears_core::decide::Severity;
use twoears_core::{RuleId, Span};

use super::text::Text;
use super::{Found, Look, Rule};

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.truncated"),
    severity: Severity::Warning,
    about: "the reply stops midway",
    check,
};

/// No sentence ends with one of these.
const OPEN: &[&str] = &[
    "the", "a", "an", "and", "or", "but", "your", "our", "my", "their", "its", "because", "i'm", "we're",
    "i've", "we've", "we'll", "i'll", "you'll", "you're", "which", "whose", "every", "into", "via", "than",
];
/// A number of parts at the most.
const PARTS: u32 = 9;

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let text = &look.text;
    let body = text.lower[..text.body.end as usize].trim_end();
    if let Some((place, says)) = part(text).or_else(|| stop(text, body)) {
        found.at(place, says);
    }
    if let Some((at, mark)) = unclosed(&text.lower) {
        found.at(Span::new(at, at + mark.len_utf8()), format!("`{mark}` is opened and never closed"));
    }
}

/// How a reply that stops ends.
fn stop(text: &Text<'_>, body: &str) -> Option<(Span, &'static str)> {
    let last = body.rsplit(char::is_whitespace).next().filter(|last| !last.is_empty())?;
    let place = Span::new(body.len() - last.len(), body.len());
    if last.starts_with("http") {
        let cut = last.ends_with(['…', '/', '-']) && last.trim_end_matches('/').matches('/').count() < 2;
        let cut =
            cut || last.ends_with('…') || last.ends_with("...") || crate::length::link_len(last).is_none();
        return cut.then_some((place, "the link is cut"));
    }
    if last.ends_with('…') || last.ends_with("...") {
        return Some((place, "the reply stops here: end the sentence"));
    }
    // A comma may stand before a signature, and after "Kind regards".
    let unsigned = text.lower.trim_end().len() == body.len();
    let long = text.sentences.last().is_some_and(|sentence| text.words_in(*sentence).nth(3).is_some());
    let open = OPEN.contains(&last) || (last.ends_with(',') && unsigned && long);
    open.then_some((place, "the reply stops in the middle of a sentence"))
}

/// "1/2" at the start or the end without "2/2", or "(cont)".
fn part(text: &Text<'_>) -> Option<(Span, &'static str)> {
    let whole = text.lower.trim();
    let ends =
        [whole.split_whitespace().next_back(), whole.split_whitespace().find(|word| !word.starts_with('@'))];
    for word in ends.into_iter().flatten() {
        let at = word.as_ptr() as usize - text.lower.as_ptr() as usize;
        let place = Span::new(at, at + word.len());
        let bare = word.trim_matches(['(', ')', '[', ']', '.', '*']);
        if matches!(bare, "cont" | "cont'd" | "contd" | "continued") && bare.len() < word.len() {
            return Some((place, "the rest is missing"));
        }
        let Some((this, of)) = bare.split_once('/') else { continue };
        let (Ok(this), Ok(of)) = (this.parse::<u32>(), of.parse::<u32>()) else { continue };
        if this == 1
            && (2..=PARTS).contains(&of)
            && !whole.contains(&format!("{of}/{of}"))
            && !is_date(text, place)
        {
            return Some((place, "a part of more: the rest is missing"));
        }
    }
    None
}

/// "by 1/6" and "1/2 an hour" are no parts.
fn is_date(text: &Text<'_>, place: Span) -> bool {
    const BEFORE: &[&str] =
        &["on", "by", "before", "until", "since", "from", "of", "to", "and", "is", "at", "only"];
    text.before(place).next().is_some_and(|word| {
        let near = text.lower[word.end as usize..place.start as usize].trim().is_empty();
        near && BEFORE.contains(&text.of(word))
    })
}

/// A bracket or typographic quotation mark without its other half; smileys are none.
fn unclosed(lower: &str) -> Option<(usize, char)> {
    let (mut round, mut square, mut quote) = (None, None, None);
    let mut before = ' ';
    for (at, c) in lower.char_indices() {
        match c {
            '(' if !matches!(before, ':' | ';' | '=' | '-' | '\'') => round = round.or(Some((at, c))),
            ')' => round = None,
            '[' => square = square.or(Some((at, c))),
            ']' => square = None,
            '“' => quote = quote.or(Some((at, c))),
            '”' => quote = None,
            _ => {}
        }
        before = c;
    }
    round.or(square).or(quote)
}

#[cfg(test)]
mod tests {
    use super::super::testing::run;
    use super::*;
    use twoears_core::Message;

    #[test]
    fn whole_and_cut() {
        let message = Message::new("my app");
        for hit in [
            "Please open the app and",
            "It’s on its way. WE’LL",
            "Please open the app, choose settings and then…",
            "It is on its way...",
            "See https://help.exam…",
            "See https://",
            "Open the app (the blue one. Then choose it.",
            "She said “it is late. Then she left.",
            "Please open the app and choose pay. 1/2",
            "(1/2) Please open the app.",
            "Please open the app. (cont)",
            "Please open the app, then settings,",
        ] {
            assert!(run(&RULE, &message, hit).is_some(), "{hit}");
        }
        for miss in [
            "Please open the app.",
            "We'd love to",
            "See https://help.example/pay",
            "Hmm... it should open.",
            "Sorry :( It opens now.",
            "It opens (we think...) *MK",
            "Let us know how that goes, ^MK",
            "Open the app (the blue one).",
            "Choose 1) the app or 2) the page.",
            "1/2 Open the app. 2/2 Choose pay.",
            "It holds until 1/6",
            "Kind regards,\nMia Lark",
            "He’s 5' 10\" tall.",
        ] {
            assert_eq!(run(&RULE, &message, miss), None, "{miss}");
        }
    }
}
