//! HTML entities, as helpdesks and platforms leave them in texts.

/// The longest entity looked at, `&CounterClockwiseContourIntegral;`, in bytes.
const LONGEST: usize = 33;

/// If `text` starts with an entity: what it stands for and how many bytes it takes.
///
/// An ampersand that was escaped twice (`&amp;#39;`) is undone twice, as both platforms and helpdesks escape.
pub(super) fn entity(text: &str) -> Option<(String, usize)> {
    let (value, used) = once(text)?;
    if value == "&" {
        let rest = text.get(used..used + text.len().min(used + LONGEST).saturating_sub(used)).unwrap_or("");
        let mut again = String::with_capacity(rest.len() + 1);
        again.push('&');
        again.push_str(rest.split_inclusive(';').next().unwrap_or(""));
        if let Some((value, more)) = once(&again) {
            return Some((value, used + more - 1));
        }
    }
    Some((value, used))
}

/// One entity with its semicolon at the start of `text`.
fn once(text: &str) -> Option<(String, usize)> {
    let bytes = text.as_bytes();
    let end = bytes.iter().take(LONGEST).position(|&b| b == b';')?;
    let name = text.get(1..end)?;
    let fine = |c: char| c.is_ascii_alphanumeric() || c == '#';
    if name.is_empty() || !name.chars().all(fine) {
        return None;
    }
    let value = htmlize::unescape(&text[..=end]);
    (value != text[..=end]).then(|| (value.into_owned(), end + 1))
}

#[cfg(test)]
mod tests {
    use super::entity;

    #[test]
    fn named_numbered_and_twice_escaped() {
        let read = |text| entity(text);
        assert_eq!(read("&amp; co"), Some(("&".into(), 5)));
        assert_eq!(read("&#39;s"), Some(("'".into(), 5)));
        assert_eq!(read("&#x1F600;"), Some(("😀".into(), 9)));
        assert_eq!(read("&amp;#39;s"), Some(("'".into(), 9)));
        assert_eq!(read("&pound;5"), Some(("£".into(), 7)));
    }

    #[test]
    fn what_is_none_stays() {
        for text in ["& co", "&;", "&nosuchthing;", "&amp", "&a b;", "&€;", "&amp;é;"] {
            let got = entity(text);
            assert!(got.is_none() || text.starts_with("&amp;"), "{text}: {got:?}");
        }
        assert!(entity("&#xD800;").is_none_or(|(value, _)| !value.is_empty()));
    }
}
