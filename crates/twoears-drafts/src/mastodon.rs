//! Mastodon's own rules: what a post counts, and whom it mentions.

use unicode_segmentation::UnicodeSegmentation as _;

use crate::length::link_len;

/// What a link counts, whatever its length (Mastodon, `StatusLengthValidator`).
const LINK: u32 = 23;

/// How long a post is: graphemes; links with a scheme count as one on X does, and of `@name@server` the server does not count.
pub(crate) fn count(text: &str) -> u32 {
    let mut used = 0;
    let mut rest = text;
    let mut fresh = true;
    while let Some(first) = rest.chars().next() {
        let schemed = rest.starts_with("http://") || rest.starts_with("https://");
        if fresh
            && schemed
            && let Some(bytes) = link_len(rest)
        {
            used += LINK;
            rest = &rest[bytes..];
            fresh = false;
            continue;
        }
        if fresh && let Some((local, whole)) = mention_len(rest) {
            used += local as u32;
            rest = &rest[whole..];
            fresh = false;
            continue;
        }
        let cluster = rest.graphemes(true).next().unwrap_or(rest);
        used += 1;
        fresh = !first.is_alphanumeric() && first != '_';
        rest = &rest[cluster.len()..];
    }
    used
}

/// The mentions in a text: `@name` and `@name@server`, not the middle of an address.
pub(crate) fn mentions(text: &str) -> impl Iterator<Item = &str> {
    let inside = |at: usize| {
        let before = text[..at].chars().next_back();
        before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | '/' | '@'))
    };
    let free = text.match_indices('@').map(|(at, _)| at).filter(move |at| !inside(*at));
    let mut end = 0;
    free.filter_map(move |at| {
        let (_, whole) = mention_len(&text[at..]).filter(|_| at >= end)?;
        end = at + whole;
        Some(&text[at..end])
    })
}

/// The bytes of a mention at the start of `rest`: of `@name`, and with its server if it has one.
fn mention_len(rest: &str) -> Option<(usize, usize)> {
    let name = |text: &str, more: &[u8]| {
        let run = text.bytes().take_while(|b| b.is_ascii_alphanumeric() || more.contains(b)).count();
        text[..run].trim_end_matches(['.', '-']).len()
    };
    let after = rest.strip_prefix('@')?;
    let local = name(after, b"_.-");
    if local == 0 {
        return None;
    }
    let server = after[local..].strip_prefix('@').map_or(0, |server| name(server, b".-"));
    Some((local + 1, local + 1 + if server > 0 { server + 1 } else { 0 }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mastodon_counts_links_and_mentions_short() {
        for (text, want) in [
            ("https://a.example/b?c=1".to_owned(), 23),
            (format!("see https://a.example/{}.", "b".repeat(600)), 28),
            ("@ann@social.example hi".to_owned(), 7),
            ("@ann hi @bob@b.example.".to_owned(), 13),
            ("mail help@larkway.example".to_owned(), 25),
            ("👨‍👩‍👧‍👦 naïve".to_owned(), 7),
            ("a.example/b and @ and http".to_owned(), 26),
        ] {
            assert_eq!(count(&text), want, "{text}");
        }
    }

    #[test]
    fn what_is_a_mention() {
        let found: Vec<&str> =
            mentions("@ann@b.example, mail help@larkway.example or (@bob.) https://c.example/@dan").collect();
        assert_eq!(found, ["@ann@b.example", "@bob"]);
    }
}
