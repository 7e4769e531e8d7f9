//! What a person's name looks like: capitalised words, initials and particles, and none of the words that only look so.

use super::context::role;
use crate::Span;
use crate::listen::{Heard, TokenKind};

/// Words of the longest name.
const PARTS: usize = 4;

/// Particles within a name.
fn particle(word: &str) -> bool {
    matches!(
        word,
        "van"
            | "de"
            | "von"
            | "der"
            | "den"
            | "da"
            | "di"
            | "del"
            | "la"
            | "le"
            | "bin"
            | "al"
            | "el"
            | "dos"
    )
}

/// One part of a name at token `at`: one past its last token, and whether it is an initial.
fn part(heard: &Heard, at: usize) -> Option<(usize, bool)> {
    let tokens = heard.tokens();
    let token = tokens.get(at).filter(|token| token.kind == TokenKind::Word)?;
    let text = token.span.of(heard.text()).strip_suffix("'s").unwrap_or(token.span.of(heard.text()));
    let mut letters = text.chars();
    if !letters.next()?.is_uppercase() {
        return None;
    }
    let dot = tokens
        .get(at + 1)
        .is_some_and(|next| next.span.of(heard.text()) == "." && next.span.start == token.span.end);
    let Some(second) = letters.next() else {
        let more = tokens.get(at + 1 + usize::from(dot)).is_some_and(|next| next.kind == TokenKind::Word);
        return (text != "I" && more).then_some((at + 1 + usize::from(dot), true));
    };
    let lower = &token.span.of(heard.lower())[..text.len()];
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    if !(second.is_lowercase() || second == '\'') || capitals > 2 || role(lower).is_some() {
        return None;
    }
    // Adeyemi-Cole.
    let mut end = at + 1;
    while end < at + 2 * PARTS
        && tokens.get(end).is_some_and(|dash| {
            dash.span.of(heard.text()) == "-" && dash.span.start == tokens[end - 1].span.end
        })
        && tokens.get(end + 1).is_some_and(|next| {
            next.kind == TokenKind::Word
                && next.span.start == tokens[end].span.end
                && next.span.of(heard.text()).starts_with(char::is_uppercase)
        })
    {
        end += 2;
    }
    Some((end, false))
}

/// A name of at least `parts` parts from token `at`, the last of them not an initial.
pub(super) fn person(heard: &Heard, at: usize, parts: usize) -> Option<Span> {
    let tokens = heard.tokens();
    let mut end = at;
    let mut words = 0;
    let mut count = 0;
    let mut whole = None;
    while count < PARTS {
        let lower = |at: &usize| tokens.get(*at).is_some_and(|token| particle(token.span.of(heard.text())));
        let particles = (end..end + 2).take_while(lower).count();
        if count > 0 && part(heard, end + particles).is_some() {
            end += particles;
        }
        // A line break ends a name.
        let broken = count > 0
            && tokens.get(end).is_some_and(|next| {
                heard.text()[tokens[end - 1].span.end as usize..next.span.start as usize].contains('\n')
            });
        let Some((next, initial)) = part(heard, end).filter(|_| !broken) else { break };
        end = next;
        count += 1;
        if !initial {
            words += 1;
            whole = Some((end, count));
        }
    }
    let (end, count) = whole?;
    (words >= 1 && count >= parts).then(|| {
        let last = tokens[end - 1].span;
        let own = last.of(heard.text()).strip_suffix("'s").map_or(last.len(), str::len);
        Span { start: tokens[at].span.start, end: last.start + own as u32 }
    })
}

/// The name after a title: two parts, or a double one. `Mr Patel` alone is mostly staff.
pub(super) fn last_name(heard: &Heard, at: usize) -> Option<Span> {
    person(heard, at, 1).filter(|span| span.of(heard.text()).contains([' ', '-']))
}

/// Is it rather a person than a place or a brand? No link, mention or hashtag touches it, and it is short.
pub(super) fn full(heard: &Heard, span: Span) -> bool {
    let before = heard.text()[..span.start as usize].bytes().next_back();
    span.len() <= 48 && !before.is_some_and(|b| matches!(b, b'@' | b'#' | b'/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, parts: usize) -> Option<String> {
        let heard = crate::listen::hear(text);
        person(&heard, 0, parts).map(|span| span.of(heard.text()).to_owned())
    }

    #[test]
    fn names_have_parts() {
        for name in
            ["Priya Ramanathan", "R. Adeyemi-Cole", "Jan van der Berg", "D. R. Pemberthy", "Siobhan O'Brien"]
        {
            assert_eq!(read(&format!("{name} is here"), 2).as_deref(), Some(name));
        }
        assert_eq!(read("Whitcombe, please", 1).as_deref(), Some("Whitcombe"));
        assert_eq!(read("Colin Ashdown's card", 2).as_deref(), Some("Colin Ashdown"));
    }

    #[test]
    fn near_misses() {
        for text in
            ["Maya is", "Customer Service", "NEVER AGAIN", "priya ramanathan", "Thank You", "Monday Morning"]
        {
            assert_eq!(read(text, 2), None, "{text}");
        }
    }
}
