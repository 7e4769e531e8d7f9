//! Quotes and signatures that HTML marks by elements, taken out before it becomes text.

use std::borrow::Cow;

use memchr::{memchr, memrchr};

use crate::read::html::Tag;

/// What stands for a quote that was taken out: a marked line, so that the line which leads into it is known for one.
const QUOTE: &str = "<br>&gt;<br>";

/// Classes of signatures, of Gmail, Thunderbird and Proton.
const SIGNATURES: &[&str] = &["gmail_signature", "moz-signature", "protonmail_signature_block"];

/// The HTML without quoted and signing elements; an element that is not closed goes on to the end.
pub(crate) fn without_quotes(html: &str) -> Cow<'_, str> {
    // After the last `>` there is no tag, however many begin.
    let Some(last) = memrchr(b'>', html.as_bytes()) else { return Cow::Borrowed(html) };
    let mut out = String::new();
    let (mut at, mut copied) = (0, 0);
    while at <= last {
        let Some(open) = memchr(b'<', &html.as_bytes()[at..]).map(|open| at + open) else { break };
        let Some(tag) = Tag::read(&html[open..]).filter(|_| open <= last) else {
            at = open + 1;
            continue;
        };
        at = html.len() - tag.after.len();
        let stands_for = match (tag.closing, is_quote(&tag), is_signature(&tag)) {
            (false, true, _) => QUOTE,
            (false, _, true) => "<br>",
            _ => continue,
        };
        out.push_str(&html[copied..open]);
        out.push_str(stands_for);
        at = element_end(html, at, &tag.name, last);
        copied = at;
    }
    if copied == 0 {
        return Cow::Borrowed(html);
    }
    out.push_str(&html[copied..]);
    Cow::Owned(out)
}

/// A quote, and not the indent that Gmail makes of the same element.
fn is_quote(tag: &Tag<'_>) -> bool {
    if tag.name != "blockquote" {
        return false;
    }
    let style = tag.attribute("style").unwrap_or_default().replace(' ', "");
    let cited = tag.attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("cite"))
        || tag.attribute("class").is_some_and(|class| class.contains("quote"));
    cited || !style.contains("border:none")
}

fn is_signature(tag: &Tag<'_>) -> bool {
    let class = tag.attribute("class").unwrap_or_default();
    class.split_ascii_whitespace().any(|class| SIGNATURES.contains(&class))
}

/// Where an element ends that began before `from`.
fn element_end(html: &str, from: usize, name: &str, last: usize) -> usize {
    let (mut at, mut depth) = (from, 1_usize);
    while at <= last {
        let Some(open) = memchr(b'<', &html.as_bytes()[at..]).map(|open| at + open) else { break };
        let Some(tag) = Tag::read(&html[open..]).filter(|_| open <= last) else {
            at = open + 1;
            continue;
        };
        at = html.len() - tag.after.len();
        if tag.name == name {
            depth = if tag.closing { depth - 1 } else { depth + 1 };
            if depth == 0 {
                return at;
            }
        }
    }
    html.len()
}
