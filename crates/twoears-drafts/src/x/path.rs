//! What may follow a host: a port, a path, a query.

use super::chars::{is_cyrillic, is_latin_accent};

fn is_path(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!*';:=+,.$/%#[]-–_~@|&".contains(c) || is_latin_accent(c) || is_cyrillic(c)
}

/// May a path end with it?
fn ends_path(c: char) -> bool {
    c.is_ascii_alphanumeric() || "+-=_#/".contains(c) || is_latin_accent(c) || is_cyrillic(c)
}

fn is_query(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!?*'@();:&=+$/%#[]-_.,~|".contains(c)
}

fn ends_query(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-_&=#/".contains(c)
}

/// The end of `:8080`.
pub(super) fn port(text: &str, at: usize) -> usize {
    let digits =
        text[at..].strip_prefix(':').map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
    if digits == 0 { at } else { at + 1 + digits }
}

/// The end of a path; `at` itself when there is none.
pub(super) fn path(text: &str, at: usize) -> usize {
    if !text[at..].starts_with('/') {
        return at;
    }
    let (mut end, mut here) = (at + 1, at + 1);
    while let Some(c) = text[here..].chars().next() {
        if is_path(c) {
            here += c.len_utf8();
            if ends_path(c) {
                end = here;
            }
        } else if let Some(len) = parens(&text[here..]) {
            here += len;
            end = here;
        } else {
            break;
        }
    }
    end
}

/// The length of `(…)` with path characters and at most one pair inside.
fn parens(rest: &str) -> Option<usize> {
    let (mut depth, mut inside) = (0, 0);
    for (at, c) in rest.char_indices() {
        match c {
            '(' => {
                depth += 1;
                inside = 0;
                if depth > 2 {
                    return None;
                }
            }
            ')' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    return (at > 1).then_some(at + 1);
                }
                if inside == 0 {
                    return None;
                }
            }
            _ if depth > 0 && is_path(c) => inside += 1,
            _ => return None,
        }
    }
    None
}

/// The end of a query; `at` itself when there is none.
pub(super) fn query(text: &str, at: usize) -> usize {
    if !text[at..].starts_with('?') {
        return at;
    }
    let mut end = at;
    for (offset, c) in text[at + 1..].char_indices() {
        if !is_query(c) {
            break;
        }
        if ends_query(c) {
            end = at + 1 + offset + c.len_utf8();
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends() {
        for (text, end) in
            [("/a.", 2), ("/", 1), ("/a_(b)", 6), ("/a_(b(c)d)!", 10), ("/a_(b", 3), ("a", 0), ("/a-–b", 7)]
        {
            assert_eq!(path(text, 0), end, "{text}");
        }
        assert_eq!((query("?a=1&b.", 0), query("?", 0), port(":80/", 0), port(":a", 0)), (6, 0, 3, 0));
    }

    #[test]
    fn many_parens_stay_linear() {
        assert_eq!(path(&format!("/{}", "(".repeat(60_000)), 0), 1);
        assert_eq!(path(&format!("/{}", "(a".repeat(60_000)), 0), 1);
    }
}
