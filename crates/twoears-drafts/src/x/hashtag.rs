//! Hashtags.

use twoears_core::Span;
use unicode_properties::{
    GeneralCategory as Category, GeneralCategoryGroup as Group, UnicodeGeneralCategory as _,
};

use super::chars::{before, is_hash};
use super::url::urls;

/// Marks that are part of a hashtag besides letters, marks and digits (twitter-text, `hashtagSpecialChars`).
const MARKS: &str = "_\u{200c}\u{200d}\u{a67e}\u{5be}\u{5f3}\u{5f4}～〜\u{309b}\u{309c}\u{30a0}\u{30fb}\u{3003}\u{f0b}\u{f0c}·";

/// A letter, or a mark on one.
fn is_alpha(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c.general_category_group(), Group::Letter | Group::Mark)
}

fn is_part(c: char) -> bool {
    is_alpha(c) || c.general_category() == Category::DecimalNumber || MARKS.contains(c)
}

/// The hashtags of a text, each with its hash sign, in its order; none within a link.
///
/// ```
/// use twoears_drafts::x;
/// let text = "#café at #10 http://a.com/#b";
/// let tags: Vec<&str> = x::hashtags(text).into_iter().map(|tag| tag.of(text)).collect();
/// assert_eq!(tags, ["#café"]);
/// ```
pub fn hashtags(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut free = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| is_hash(*c)) {
        // An emoji's own selector may stand before a hashtag; a letter, a digit, an ampersand may not.
        let bars = |c: char| c == '&' || (is_part(c) && !matches!(c, '\u{fe0e}' | '\u{fe0f}'));
        if at < free || before(text, at).is_some_and(bars) {
            continue;
        }
        if let Some(end) = hashtag_end(text, at + c.len_utf8()) {
            free = end;
            let rest = &text[end..];
            if !rest.starts_with(is_hash) && !rest.starts_with("://") {
                found.push(Span::new(at, end));
            }
        }
    }
    if !found.is_empty() {
        let links = urls(text);
        found.retain(|tag| !links.iter().any(|link| link.overlaps(*tag)));
    }
    found
}

/// Where the tag ends whose first letter is at byte `at`: it holds a letter.
pub(super) fn hashtag_end(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    if rest.starts_with(['\u{fe0f}', '\u{20e3}']) {
        return None;
    }
    let len = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
    rest[..len].contains(is_alpha).then_some(at + len)
}
