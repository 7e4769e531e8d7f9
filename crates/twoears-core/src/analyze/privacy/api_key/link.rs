//! Names and passwords in links: `https://ann:secret@…` (RFC 3986, 3.2.1).

/// What is written where a password would stand, in examples.
const PLACEHOLDERS: &[&str] = &[
    "password", "pass", "passwd", "pwd", "secret", "token", "apikey", "api_key", "xxx", "yyy", "test", "***",
    "...",
];

/// Where the name and the password stand in links of a run, in bytes.
pub(super) fn find(run: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (at, mark) in run.match_indices("://") {
        let start = at + mark.len();
        let rest = &run[start..];
        let authority = &rest[..rest.find(['/', '?', '#', '"', '<', '>']).unwrap_or(rest.len())];
        let Some((user, _)) = authority.rsplit_once('@') else { continue };
        let Some((_, password)) = user.split_once(':') else { continue };
        let real = password.len() >= 3
            && !password.starts_with(['$', '{', '<', '[', '*', '%'])
            && !PLACEHOLDERS.contains(&password.to_ascii_lowercase().as_str());
        if real {
            found.push((start, start + user.len()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn passwords_in_links() {
        let read = |text: &'static str| {
            find(text).into_iter().map(|(start, end)| &text[start..end]).collect::<Vec<_>>()
        };
        assert_eq!(read("https://ann:tulip2290@a.example/x?y=b@c"), ["ann:tulip2290"]);
        assert_eq!(read("postgres://u:p@ss1@db.example:5432"), ["u:p@ss1"]);
        for text in [
            "https://a.example/x:y@z",
            "https://ann@a.example",
            "https://user:password@a.example",
            "https://u:$PASS@a",
            "://",
        ] {
            assert!(read(text).is_empty(), "{text}");
        }
    }
}
