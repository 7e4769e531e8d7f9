//! Addresses around a sign that is no plain address: letters beyond ASCII, blanks, `%40` in a link without a scheme.

use super::{mailbox, top};
use crate::Span;
use crate::listen::Heard;

/// The longest local part (RFC 5321).
const LOCAL: usize = 64;
/// Labels of a domain.
const LABELS: usize = 5;

/// The address around a sign in the token at `token`.
pub(super) fn find(heard: &Heard, token: Span) -> Option<Span> {
    let text = heard.lower();
    let at = token.start as usize;
    let sign = match token.of(text).as_bytes()[0] {
        b'@' => 1,
        b'%' if text[at..].starts_with("%40") => 3,
        _ => return None,
    };
    if text[at + 1..].starts_with('@') {
        return None;
    }
    let left = text[..at].strip_suffix(' ').unwrap_or(&text[..at]);
    let right = text[at + sign..].strip_prefix(' ').unwrap_or(&text[at + sign..]);
    let start = local(left)?;
    let first = text.len() - right.len();
    let (end, labels) = domain(text, first, sign == 3)?;
    let name = &left[start..];
    let host = right
        .char_indices()
        .take(LOCAL)
        .find(|(_, c)| matches!(c, '.' | ' '))
        .map_or(right.len(), |(len, _)| len);
    let host = &right[..host];
    let tight = left.len() == at && first == at + sign;
    // With a blank beside the sign it may be a mention: the name must look like one of a mailbox.
    let likely = name.contains(['.', '_', '+']) || name.bytes().any(|b| b.is_ascii_digit()) || mailbox(host);
    (tight || (likely && labels >= 2)).then(|| Span::new(start, end))
}

/// Where the local part at the end of `left` starts.
fn local(left: &str) -> Option<usize> {
    let fine = |c: char| c.is_alphanumeric() || "._%+-'".contains(c);
    let chars = left.char_indices().rev().take(LOCAL).take_while(|(_, c)| fine(*c));
    let start = chars.last()?.0;
    let start = start + left[start..].len() - left[start..].trim_start_matches(['.', '\'', '-', '%']).len();
    let before = left[..start].chars().next_back();
    (start < left.len() && !matches!(before, Some('@' | '#'))).then_some(start)
}

/// The end of a domain that starts at byte `at`, and its labels; a dot may have blanks around it. In a link any last
/// label will do.
fn domain(text: &str, at: usize, linked: bool) -> Option<(usize, usize)> {
    let label = |at: usize| {
        let fine = |c: char| c.is_alphanumeric() || c == '-';
        text[at..].char_indices().find(|(_, c)| !fine(*c)).map_or(text.len(), |(len, _)| at + len)
    };
    let (mut start, mut end) = (at, label(at));
    let mut best = None;
    for count in 1..=LABELS {
        if end == start {
            break;
        }
        if count > 1 && (top(&text[start..end]) || linked) {
            best = Some((end, count));
        }
        let rest = text[end..].trim_start_matches(' ');
        let Some(rest) = rest.strip_prefix('.') else { break };
        start = text.len() - rest.strip_prefix(' ').unwrap_or(rest).len();
        end = label(start);
    }
    best
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::{email::RECOGNIZER, testing::found};

    #[test]
    fn addresses() {
        for (text, address) in [
            ("write jürgen.groß@beispiel.de please", "jürgen.groß@beispiel.de"),
            ("it's ann.lee @ example . com", "ann.lee @ example . com"),
            ("it's ann.lee @example.com.", "ann.lee @example.com"),
            ("o'brien@example.com", "o'brien@example.com"),
            ("ann @gmail.com", "ann @gmail.com"),
            ("www.example.com/u?e=ann%40mail.example", "ann%40mail.example"),
        ] {
            assert_eq!(found(&RECOGNIZER, text), [address], "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "thanks @ann.",
            "love it @example.com",
            "follow @ann . com on friday I go",
            "5 @ 3.50 each",
            "meet @ 7",
            "50%40",
            "@@ann.com",
            "ok @ann.lee.is.great",
            "@",
        ] {
            assert!(found(&RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
