//! HTML as text, in one pass: what a reader would see, line by line.

use std::borrow::Cow;

use memchr::{memchr, memmem, memrchr};

use super::{TEXT_BYTES, first_bytes};

/// Elements after and before which a line ends.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "blockquote",
    "br",
    "dd",
    "div",
    "dl",
    "dt",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];
/// Elements whose content nobody reads.
const UNREAD: &[&str] = &["head", "script", "style", "template", "title", "noscript", "svg", "object"];

/// Quotes within a tag are honoured so far; no real tag is longer.
const TAG_BYTES: usize = 4096;

/// The text of HTML: tags away, lines where blocks end, character references decoded, blanks as a browser shows them.
///
/// What a platform hides in a link (`class="invisible"`, as Mastodon does with the start and the end of an address) is not
/// lost: such a link is its whole address. Comments, scripts and styles are passed over. Anything is HTML; what is broken
/// is read as far as it goes. Linear in the length; at most 64 KiB of text come out.
///
/// ```
/// use twoears_adapters::html_to_text;
/// assert_eq!(html_to_text("<p>My parcel<br>is &quot;late&quot;</p><p>again</p>"), "My parcel\nis \"late\"\nagain");
/// let link = r#"<a href="https://a.example/b/c"><span class="invisible">https://</span><span>a.example/b</span></a>"#;
/// assert_eq!(html_to_text(link), "https://a.example/b/c");
/// assert_eq!(html_to_text("1 < 2 & 3"), "1 < 2 & 3");
/// ```
pub fn html_to_text(html: &str) -> String {
    let mut out = Out::default();
    let mut rest = html;
    let mut link: Option<Link> = None;
    // After the last `>` there is no tag, however many begin.
    let Some(last) = memrchr(b'>', html.as_bytes()) else {
        out.words(html);
        return out.end();
    };
    while out.text.len() < TEXT_BYTES && html.len() - rest.len() <= last {
        let Some(open) = memchr(b'<', rest.as_bytes()) else { break };
        out.words(&rest[..open]);
        rest = &rest[open..];
        let Some(tag) = Tag::read(rest) else {
            out.words("<");
            rest = &rest[1..];
            continue;
        };
        rest = tag.after;
        if UNREAD.contains(&tag.name.as_ref()) && !tag.closing {
            rest = after_end(rest, &tag.name);
        } else if tag.name == "a" {
            if tag.closing {
                if let Some(link) = link.take().filter(|link| link.hides) {
                    out.text.truncate(link.start);
                    out.words(link.href);
                }
            } else if let Some(href) = tag.attribute("href") {
                link = Some(Link { href, start: out.text.len(), hides: false });
            }
        } else if let Some(link) = &mut link {
            link.hides |= tag.attribute("class").is_some_and(|class| class.contains("invisible"));
        }
        if BLOCKS.contains(&tag.name.as_ref()) {
            out.line();
        }
    }
    out.words(rest);
    out.end()
}

/// A link that is open, and where its words began.
struct Link<'a> {
    href: &'a str,
    start: usize,
    hides: bool,
}

/// The text so far.
#[derive(Default)]
struct Out {
    text: String,
}

impl Out {
    /// Adds text between tags: references decoded, runs of blanks as one.
    fn words(&mut self, raw: &str) {
        let raw = first_bytes(raw, TEXT_BYTES * 2);
        let decoded =
            if memchr(b'&', raw.as_bytes()).is_some() { htmlize::unescape(raw) } else { Cow::Borrowed(raw) };
        for part in decoded.split_inclusive([' ', '\t', '\n', '\r', '\u{c}']) {
            let word = part.trim_end_matches([' ', '\t', '\n', '\r', '\u{c}']);
            self.text.push_str(word);
            if word.len() < part.len() && !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            }
        }
    }

    /// The whole text, capped.
    fn end(mut self) -> String {
        let kept = first_bytes(self.text.trim_end(), TEXT_BYTES).len();
        self.text.truncate(kept);
        self.text
    }

    /// Ends the line, once.
    fn line(&mut self) {
        let end = self.text.trim_end_matches(' ').len();
        self.text.truncate(end);
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }
}

/// A tag, and what comes after it.
pub(super) struct Tag<'a> {
    pub(super) name: Cow<'a, str>,
    pub(super) closing: bool,
    attributes: &'a str,
    pub(super) after: &'a str,
}

impl<'a> Tag<'a> {
    /// The tag at the start of a text that begins with `<`; none when it is no tag. Comments and declarations are tags
    /// without a name.
    pub(super) fn read(text: &'a str) -> Option<Self> {
        let bare = |after| Self { name: Cow::Borrowed(""), closing: false, attributes: "", after };
        if let Some(comment) = text.strip_prefix("<!--") {
            let end = memmem::find(comment.as_bytes(), b"-->").map_or(comment.len(), |at| at + 3);
            return Some(bare(&comment[end..]));
        }
        let inside = text.get(1..)?;
        if inside.starts_with(['!', '?']) {
            let end = memchr(b'>', inside.as_bytes()).map_or(inside.len(), |at| at + 1);
            return Some(bare(&inside[end..]));
        }
        let (closing, inside) = inside.strip_prefix('/').map_or((false, inside), |inside| (true, inside));
        if !inside.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let length =
            inside.find(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/')).unwrap_or(inside.len());
        let (name, inside) = inside.split_at(length);
        let end = tag_end(inside.as_bytes())?;
        let name = if name.bytes().any(|b| b.is_ascii_uppercase()) {
            Cow::Owned(name.to_ascii_lowercase())
        } else {
            Cow::Borrowed(name)
        };
        Some(Self { name, closing, attributes: &inside[..end], after: &inside[end + 1..] })
    }

    /// The value of an attribute, as it is written.
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            let length = rest.find(|c: char| c.is_ascii_whitespace() || c == '=')?;
            let (key, after) = rest.split_at(length);
            let after = after.trim_start();
            let Some(value) = after.strip_prefix('=').map(str::trim_start) else {
                rest = after;
                continue;
            };
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            let (value, after) = match quote {
                Some(quote) => {
                    let value = &value[1..];
                    let end = value.find(quote)?;
                    (&value[..end], &value[end + 1..])
                }
                None => value.split_at(value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len())),
            };
            if key.eq_ignore_ascii_case(name) {
                return Some(value);
            }
            rest = after;
        }
    }
}

/// Where a tag's `>` is: outside quotes, where they are closed within reason.
fn tag_end(bytes: &[u8]) -> Option<usize> {
    let mut quote = None;
    for (at, &byte) in bytes.iter().enumerate().take(TAG_BYTES) {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if byte == open => quote = None,
            _ => {}
        }
    }
    memchr(b'>', bytes)
}

/// What comes after the end of an element whose content nobody reads.
fn after_end<'a>(text: &'a str, name: &str) -> &'a str {
    let mut rest = text;
    while let Some(at) = memmem::find(rest.as_bytes(), b"</") {
        rest = &rest[at..];
        if rest.get(2..2 + name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name)) {
            return memchr(b'>', rest.as_bytes()).map_or("", |end| &rest[end + 1..]);
        }
        rest = &rest[2..];
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_reader_sees() {
        for (html, text) in [
            ("plain", "plain"),
            ("<DIV>a</DIV><div>b</div>", "a\nb"),
            ("<ul><li>one</li><li>two</li></ul>", "one\ntwo"),
            ("a<script>alert('<p>x</p>')</script>b", "ab"),
            ("<style>p{}</style><p>x</p>", "x"),
            ("a<!-- <p>hidden</p> -->b", "ab"),
            ("<p>a &amp;lt; b &#233; &nbsp;c</p>", "a &lt; b é \u{a0}c"),
            ("x <b title='a > b'>bold</b>\n   y", "x bold y"),
            (
                "<p>@<a href='https://s.example/@ann' class='u-url mention'><span>ann</span></a> hi</p>",
                "@ann hi",
            ),
            ("a < b and c > d", "a < b and c > d"),
            ("broken <p", "broken <p"),
            ("<p>unclosed", "unclosed"),
            ("<a href=\"x", "<a href=\"x"),
            ("", ""),
            ("<!doctype html><html><head><title>t</title></head><body>b</body></html>", "b"),
        ] {
            assert_eq!(html_to_text(html), text, "{html}");
        }
    }

    #[test]
    fn long_and_hostile_texts_take_linear_time() {
        for part in [
            "<",
            "<a href='",
            "<!--",
            "</",
            "<script>",
            "&",
            "&amp;",
            "<p ",
            "\"'",
            "<a href=x class=invisible>",
        ] {
            let html = part.repeat(1 << 18);
            assert!(html_to_text(&html).len() <= TEXT_BYTES, "{part}");
        }
    }
}
