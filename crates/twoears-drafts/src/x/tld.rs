//! Top-level domains, from the root zone's own list.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

static LIST: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("tlds.txt").lines();
    lines.filter(|line| !line.starts_with('#') && !line.is_empty()).collect()
});

/// Bytes of the longest name in the list; a longer one is none.
const LONGEST: usize = 64;

/// The length in bytes of the top-level domain that `rest` begins with, when what follows it may follow one.
///
/// A name in another script may be followed by anything but letters and digits of ASCII, so the longest that fits is
/// taken: `みんなです` begins with `みんな`.
pub(super) fn tld_len(rest: &str) -> Option<usize> {
    if rest.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--")) {
        let len = 4 + rest[4..].bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'-').count();
        return (len > 4).then_some(len);
    }
    let mut name = String::with_capacity(LONGEST);
    let mut found = None;
    for (at, c) in rest.char_indices() {
        if c == '.' || at >= LONGEST {
            break;
        }
        name.extend(c.to_lowercase());
        let end = at + c.len_utf8();
        let free = rest[end..]
            .chars()
            .next()
            .is_none_or(|next| !next.is_ascii_alphanumeric() && !"@+-".contains(next));
        if free && LIST.contains(name.as_str()) {
            found = Some(end);
        }
        if !c.is_alphanumeric() && !unicode_normalization::char::is_combining_mark(c) && c != '-' {
            break;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_whole() {
        assert!(LIST.len() > 1400 && LIST.contains("com") && LIST.contains("みんな"));
        assert!(LIST.iter().all(|name| name.len() <= LONGEST));
    }

    #[test]
    fn what_follows_decides() {
        for (rest, len) in [
            ("com", Some(3)),
            ("com/a", Some(3)),
            ("COMだ", Some(3)),
            ("comm", None),
            ("com@a", None),
            ("com-a", None),
            ("みんなです", Some("みんな".len())),
            ("baz", None),
            ("", None),
        ] {
            assert_eq!(tld_len(rest), len, "{rest}");
        }
    }
}
