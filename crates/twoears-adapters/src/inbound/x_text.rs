//! The text of a post on X: references of HTML decoded, shortened links in full.

use std::borrow::Cow;
use std::collections::BTreeMap;

use memchr::memmem;
use serde::Deserialize;

use crate::read::{List, Obj, TEXT_BYTES, Text, first_bytes};

/// What X found in a text.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Entities<'a> {
    #[serde(borrow)]
    urls: List<Obj<Link<'a>>>,
    /// Pictures and videos; the first version of the API has them here, and their links too.
    #[serde(borrow)]
    media: List<Obj<Link<'a>>>,
}

/// A link that X shortened.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Link<'a> {
    #[serde(borrow)]
    url: Text<'a>,
    #[serde(borrow)]
    expanded_url: Text<'a>,
    #[serde(borrow)]
    unwound_url: Text<'a>,
    /// Set where the link is that of a picture or a video.
    #[serde(borrow)]
    media_key: Text<'a>,
}

/// How X begins a shortened link.
const SHORT: &str = "https://t.co/";

/// The text as it was written: `&amp;`, `&lt;` and `&gt;` decoded, links in full, those of pictures and videos (`own` among
/// them) left out, since what they show comes as an attachment.
///
/// Links are found by what they say: the offsets of both versions count differently, and none counts in bytes.
pub(super) fn whole(text: &str, entities: &Entities<'_>, own: &[&str]) -> String {
    let mut links: BTreeMap<&str, &str> = own.iter().map(|link| (*link, "")).collect();
    for url in entities.urls.iter() {
        let whole = if url.media_key.get().is_some() {
            Some("")
        } else {
            url.unwound_url.get().or(url.expanded_url.get())
        };
        if let (Some(short), Some(whole)) = (url.url.get(), whole) {
            links.entry(short).or_insert(whole);
        }
    }
    for url in entities.media.iter() {
        links.extend(url.url.get().map(|short| (short, "")));
    }
    let decoded = if memchr::memchr(b'&', text.as_bytes()).is_some() {
        htmlize::unescape(text)
    } else {
        Cow::Borrowed(text)
    };
    if links.is_empty() {
        return first_bytes(decoded.trim_end(), TEXT_BYTES).to_owned();
    }
    let mut whole = String::with_capacity(decoded.len());
    let mut done = 0;
    for at in memmem::find_iter(decoded.as_bytes(), SHORT) {
        let code = decoded[at + SHORT.len()..].bytes().take_while(u8::is_ascii_alphanumeric).count();
        let end = at + SHORT.len() + code;
        let Some(link) = links.get(&decoded[at..end]) else { continue };
        whole.push_str(&decoded[done..at]);
        whole.push_str(link);
        done = end;
        if whole.len() > TEXT_BYTES {
            break;
        }
    }
    whole.push_str(&decoded[done..]);
    first_bytes(whole.trim_end(), TEXT_BYTES).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, entities: &str, own: &[&str]) -> String {
        whole(text, &serde_json::from_str::<Entities<'_>>(entities).unwrap(), own)
    }

    #[test]
    fn links_in_full_and_signs_as_they_were_written() {
        let entities = r#"{"urls":[
            {"url":"https://t.co/ab12","expanded_url":"https://a.example/x?b=1&amp=2","display_url":"a.example/x…"},
            {"url":"https://t.co/ab1","expanded_url":"https://b.example/","unwound_url":"https://c.example/y"},
            {"url":"https://t.co/pic","expanded_url":"https://x.com/a/status/1/photo/1","media_key":"3_1"}]}"#;
        for (text, want) in [
            ("fish &amp; chips &lt;3 &amp;copy;", "fish & chips <3 &copy;"),
            (
                "é https://t.co/ab12, https://t.co/ab1!",
                "é https://a.example/x?b=1&amp=2, https://c.example/y!",
            ),
            ("look https://t.co/pic", "look"),
            (
                "https://t.co/zz https://t.co/ab12z https://t.co/",
                "https://t.co/zz https://t.co/ab12z https://t.co/",
            ),
        ] {
            assert_eq!(read(text, entities, &[]), want);
        }
        assert_eq!(read("a https://t.co/m b", r#"{"media":[{"url":"https://t.co/m"}]}"#, &[]), "a  b");
        assert_eq!(read("a https://t.co/own", "{}", &["https://t.co/own"]), "a");
    }

    #[test]
    fn many_links_do_not_grow_without_end() {
        let entities = format!(
            r#"{{"urls":[{{"url":"https://t.co/a","expanded_url":"https://a.example/{}"}}]}}"#,
            "x".repeat(60_000)
        );
        assert!(read(&"https://t.co/a ".repeat(100_000), &entities, &[]).len() <= TEXT_BYTES);
    }
}
