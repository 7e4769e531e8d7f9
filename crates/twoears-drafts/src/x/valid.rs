//! Is a whole text a name, a list, a hashtag, a link?

use super::chars::is_hash;
use super::hashtag::hashtag_end;
use super::mention::mentions;

/// A name with its at sign and nothing else.
pub fn is_username(text: &str) -> bool {
    whole_mention(text) == Some(false)
}

/// A name with its at sign and a list of theirs, and nothing else.
pub fn is_list(text: &str) -> bool {
    whole_mention(text) == Some(true)
}

/// Does a text consist of one mention, and has it a list?
fn whole_mention(text: &str) -> Option<bool> {
    match mentions(text).as_slice() {
        [one] if one.span.of(text).len() == text.len() => Some(one.list.is_some()),
        _ => None,
    }
}

/// A hashtag and nothing else.
pub fn is_hashtag(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(is_hash)
        && hashtag_end(text, text.len() - letters.as_str().len()) == Some(text.len())
}

/// An address as RFC 3986 writes it, with `http` or `https`, or without where `protocol` is not asked for.
///
/// ```
/// use twoears_drafts::x::is_url;
/// assert!(is_url("http://[3ffe:1900::1]:80/a", true) && is_url("example.com", false));
/// assert!(!is_url("ftp://example.com", true) && !is_url("http://-a.com/", true));
/// ```
pub fn is_url(text: &str, protocol: bool) -> bool {
    let (scheme, rest) = text.split_once("://").map_or((None, text), |(scheme, rest)| (Some(scheme), rest));
    let known =
        scheme.is_some_and(|scheme| ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)));
    if protocol && !known {
        return false;
    }
    let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (place, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
    let tail = |c: char| is_path_char(c) || "/?".contains(c);
    is_authority(place)
        && encoded(path, |c| is_path_char(c) || c == '/')
        && encoded(query, tail)
        && encoded(fragment, tail)
}

fn is_unreserved(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=".contains(c) || matches!(c, '\u{400}'..='\u{4ff}')
}

fn is_path_char(c: char) -> bool {
    is_unreserved(c) || ":|@".contains(c)
}

/// Do all characters fit, and is every percent sign followed by two hexadecimal digits?
fn encoded(text: &str, fits: impl Fn(char) -> bool) -> bool {
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let two = || {
            let digits = rest.as_str().get(..2);
            digits.is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))
        };
        if !(fits(c) || (c == '%' && two())) {
            return false;
        }
    }
    true
}

fn is_authority(place: &str) -> bool {
    let (user, rest) = place.rsplit_once('@').map_or((None, place), |(user, rest)| (Some(user), rest));
    if !user.is_none_or(|user| encoded(user, |c| is_unreserved(c) || c == ':')) {
        return false;
    }
    if let Some(inner) = rest.strip_prefix('[') {
        return inner.split_once(']').is_some_and(|(address, port)| {
            let fits = |b: u8| b.is_ascii_hexdigit() || matches!(b, b':' | b'.');
            !address.is_empty()
                && address.bytes().all(fits)
                && (port.is_empty() || is_port(port.strip_prefix(':')))
        });
    }
    let (host, port) = rest.split_once(':').map_or((rest, None), |(host, port)| (host, Some(port)));
    (port.is_none() || is_port(port)) && (is_ipv4(host) || is_domain(host))
}

fn is_port(port: Option<&str>) -> bool {
    port.is_some_and(|port| (1..=5).contains(&port.len()) && port.bytes().all(|b| b.is_ascii_digit()))
}

fn is_ipv4(host: &str) -> bool {
    let mut parts = host.split('.');
    let octet = |part: &str| {
        part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit()) && part.parse::<u8>().is_ok()
    };
    parts.clone().count() == 4 && parts.all(octet)
}

/// Labels that start and end with a letter or digit; underscores in subdomains alone; the last starts with a letter.
fn is_domain(host: &str) -> bool {
    let wide = |c: char| c.is_ascii_alphanumeric() || !c.is_ascii();
    let label = |label: &str, marks: &str| {
        label.starts_with(wide)
            && label.ends_with(wide)
            && label.chars().all(|c| wide(c) || marks.contains(c))
    };
    let mut labels = host.rsplit('.');
    let (Some(top), Some(name)) = (labels.next(), labels.next()) else { return false };
    label(top, "-")
        && !top.starts_with(|c: char| c.is_ascii_digit())
        && label(name, "-")
        && labels.all(|other| label(other, "_-"))
}
