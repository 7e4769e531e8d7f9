//! Links, with `http://` or without.

use twoears_core::Span;

use super::chars::{before, is_invalid};
use super::host::{Run, plain_hosts};
use super::path::{path, port, query};
use super::punycode::ascii_len;

/// The longest link (twitter-text, `MAX_URL_LENGTH`).
const LONGEST: usize = 4096;
/// The longest slug of a `t.co` link (twitter-text, `MAX_TCO_SLUG_LENGTH`).
const SLUG: usize = 40;

/// The links of a text, in its order.
///
/// ```
/// use twoears_drafts::x;
/// let text = "see example.com/a, or https://a.example.co.uk?b=1!";
/// let links: Vec<&str> = x::urls(text).into_iter().map(|link| link.of(text)).collect();
/// assert_eq!(links, ["example.com/a", "https://a.example.co.uk?b=1"]);
/// ```
pub fn urls(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    // A top-level domain stands right after a point.
    let pointed = |two: &[u8]| two[0] == b'.' && (two[1].is_ascii_alphanumeric() || !two[1].is_ascii());
    if !text.as_bytes().windows(2).any(pointed) {
        return found;
    }
    let mut run: Option<Run> = None;
    // No link starts before `free`; the character there may only stand before one.
    let (mut at, mut free) = (0, 0);
    while at < text.len() {
        let c = text[at..].chars().next().unwrap_or(' ');
        let next = at + c.len_utf8();
        let last = before(text, at);
        let fresh = at == 0 || (at > free && last.is_some_and(may_precede));
        if !fresh {
            at = next;
            continue;
        }
        if let Some(end) = with_protocol(text, at, &mut found) {
            (at, free) = (end, end);
            continue;
        }
        if run.as_ref().is_none_or(|run| run.end <= at) {
            run = Some(Run::new(text, at));
        }
        match run.as_ref().and_then(|run| run.host(text, at)) {
            Some(host) => {
                let end = without_protocol(text, at, host, last, &mut found);
                (at, free) = (end, end);
                if run.as_ref().is_some_and(|run| run.end > end) {
                    run = None;
                }
            }
            None => at = next,
        }
    }
    found
}

/// May it stand right before a link?
fn may_precede(c: char) -> bool {
    !(c.is_ascii_alphanumeric() || matches!(c, '@' | '＠' | '$' | '#' | '＃') || is_invalid(c))
}

/// A link that starts with `http://` at byte `at`: where the text goes on after it, also when it is too long to be one.
fn with_protocol(text: &str, at: usize, found: &mut Vec<Span>) -> Option<usize> {
    let scheme = ["https://", "http://"]
        .into_iter()
        .find(|scheme| {
            text.get(at..at + scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        })?
        .len();
    let host = at + scheme;
    let host_end = Run::new(text, host).host(text, host)?;
    let path_start = port(text, host_end);
    let path_end = path(text, path_start);
    let mut end = query(text, path_end);
    let fits = fits(&text[host..host_end], end - at);
    if text[host..host_end].eq_ignore_ascii_case("t.co") && path_end > path_start + 1 {
        let slug = text[path_start + 1..].bytes().take_while(u8::is_ascii_alphanumeric).count();
        if slug > SLUG {
            return Some(end);
        }
        if slug > 0 {
            end = query(text, path_start + 1 + slug);
        }
    }
    if fits {
        found.push(Span::new(at, end));
    }
    Some(end)
}

/// The Latin hosts of a host without `http://`; the last of them has the path.
fn without_protocol(
    text: &str,
    at: usize,
    host_end: usize,
    last: Option<char>,
    found: &mut Vec<Span>,
) -> usize {
    let path_start = port(text, host_end);
    let path_end = path(text, path_start);
    let end = query(text, path_end);
    let joined = last.is_some_and(|c| matches!(c, '-' | '_' | '.' | '/'));
    if joined || !fits(&text[at..host_end], end - at) {
        return end;
    }
    let hosts = plain_hosts(&text[at..host_end]);
    let Some((&(start, stop), others)) = hosts.split_last() else { return end };
    found.extend(others.iter().map(|(start, stop)| Span::new(at + start, at + stop)));
    let whole = if path_end > path_start { end } else { at + stop };
    found.push(Span::new(at + start, whole));
    // What stands between the last host and the end of a longer one is read again.
    if path_end > path_start { end } else { end.max(at + stop) }
}

/// Is a host one that can be looked up, and the link not too long?
fn fits(host: &str, link: usize) -> bool {
    ascii_len(host).is_some_and(|ascii| link + ascii.saturating_sub(host.len()) <= LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        urls(text).into_iter().map(|link| link.of(text)).collect()
    }

    #[test]
    fn links_and_near_misses() {
        assert_eq!(found("Hi http://test.co and test.co."), ["http://test.co", "test.co"]);
        assert!(found("e.g. this, 6.10, ok.then, http://localhost, a@b.com").is_empty());
    }

    #[test]
    fn no_text_is_slow() {
        for text in [
            "あ".repeat(20_000),
            "a.".repeat(30_000),
            "あ.".repeat(15_000),
            "http://".repeat(9_000),
            "a.-".repeat(20_000),
        ] {
            assert!(urls(&text).is_empty(), "{}", &text[..9]);
        }
    }
}
