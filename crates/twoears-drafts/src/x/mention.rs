//! Mentions, lists, and whom a post answers.

use twoears_core::Span;

use super::chars::{before, ends_mention, is_at, is_space};

/// The most letters of a name (twitter-text).
const NAME: usize = 20;
/// The most letters of a list's name.
const LIST: usize = 25;

/// Somebody who is mentioned, or a list of theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// With the at sign, and the list when there is one.
    pub span: Span,
    /// The name alone.
    pub name: Span,
    /// The list's name with its slash.
    pub list: Option<Span>,
}

/// The mentions of a text, in its order.
///
/// ```
/// use twoears_drafts::x;
/// let text = "RT @ann and @bo/news, not a@mail.example";
/// let names: Vec<&str> = x::mentions(text).iter().map(|mention| mention.name.of(text)).collect();
/// assert_eq!(names, ["ann", "bo"]);
/// ```
pub fn mentions(text: &str) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut free = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| is_at(*c)) {
        if at < free || !may_follow(text, at) {
            continue;
        }
        let start = at + c.len_utf8();
        let Some(name) = name(text, start) else { continue };
        let list = list(text, name.end as usize);
        let end = list.map_or(name.end, |list| list.end);
        free = end as usize;
        if !ends_mention(&text[free..]) {
            found.push(Mention { span: Span { start: at as u32, end }, name, list });
        }
    }
    found
}

/// Whom a post answers: a mention before anything else.
pub fn reply_to(text: &str) -> Option<Span> {
    let start = text.find(|c| !is_space(c))?;
    let at = text[start..].chars().next().filter(|c| is_at(*c))?;
    let name = name(text, start + at.len_utf8())?;
    (!ends_mention(&text[name.end as usize..])).then_some(name)
}

/// May a mention start at byte `at`: after nothing, a mark, or `RT`?
fn may_follow(text: &str, at: usize) -> bool {
    let bars = |c: char| c.is_ascii_alphanumeric() || "_!#$%&*@＠".contains(c);
    if !before(text, at).is_some_and(bars) {
        return true;
    }
    let head = text[..at].strip_suffix(':').unwrap_or(&text[..at]);
    let Some(rest) = head.len().checked_sub(2).filter(|rest| head.is_char_boundary(*rest)) else {
        return false;
    };
    let bars = |c: char| c.is_ascii_alphanumeric() || "_+~.-".contains(c);
    head[rest..].eq_ignore_ascii_case("rt") && !before(text, rest).is_some_and(bars)
}

/// The name that starts at byte `at`.
fn name(text: &str, at: usize) -> Option<Span> {
    let letter = |b: &u8| b.is_ascii_alphanumeric() || *b == b'_';
    let len = text[at..].bytes().take_while(letter).take(NAME).count();
    (len > 0).then(|| Span::new(at, at + len))
}

/// The list that starts with a slash at byte `at`.
fn list(text: &str, at: usize) -> Option<Span> {
    let rest =
        text[at..].strip_prefix('/').filter(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))?;
    let letter = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-');
    let len = rest.bytes().take_while(letter).take(LIST).count();
    Some(Span::new(at, at + 1 + len))
}
