//! Cashtags: the signs of shares.

use twoears_core::Span;

use super::chars::{before, is_directional, is_punctuation, is_space};

/// The most letters, and those after a dot (twitter-text).
const LETTERS: usize = 6;
const ENDING: usize = 2;

/// The cashtags of a text, each with its dollar sign, in its order.
///
/// ```
/// use twoears_drafts::x;
/// let text = "$TEST.T fell, $12 left";
/// let tags: Vec<&str> = x::cashtags(text).into_iter().map(|tag| tag.of(text)).collect();
/// assert_eq!(tags, ["$TEST.T"]);
/// ```
pub fn cashtags(text: &str) -> Vec<Span> {
    let letters =
        |at: usize, most: usize| text[at..].bytes().take_while(u8::is_ascii_alphabetic).take(most).count();
    let ends = |at: usize| {
        text[at..].chars().next().is_none_or(|c| is_space(c) || c.is_whitespace() || is_punctuation(c))
    };
    let mut found = Vec::new();
    for (at, _) in text.match_indices('$') {
        if !before(text, at).is_none_or(|c| is_space(c) || is_directional(c)) {
            continue;
        }
        let end = at + 1 + letters(at + 1, LETTERS);
        let more = if text[end..].starts_with(['.', '_']) { letters(end + 1, ENDING) } else { 0 };
        if end == at + 1 {
            continue;
        }
        let longer = end + 1 + more;
        if more > 0 && ends(longer) {
            found.push(Span::new(at, longer));
        } else if ends(end) {
            found.push(Span::new(at, end));
        }
    }
    found
}
