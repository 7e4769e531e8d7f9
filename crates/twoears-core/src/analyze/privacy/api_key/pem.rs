//! Private keys in PEM (RFC 7468): from `-----BEGIN … PRIVATE KEY` to the end.

use crate::Span;
use crate::listen::Heard;

const BEGIN: &str = "-----BEGIN ";
const DASHES: &str = "-----";
/// Characters of base64 that the shortest key has; fewer are a form to fill in.
const LEAST: usize = 40;

pub(super) fn find(heard: &Heard) -> Vec<Span> {
    let text = heard.text();
    let mut found: Vec<Span> = Vec::new();
    for (start, begin) in text.match_indices(BEGIN) {
        let rest = &text[start + begin.len()..];
        let Some((title, rest)) = rest.split_once(DASHES).filter(|(title, _)| title.len() <= 40) else {
            continue;
        };
        if !title.contains("PRIVATE KEY") {
            continue;
        }
        // Up to the next dashes; those of the end belong to it.
        let body = rest.find(DASHES).map_or(rest, |end| &rest[..end]);
        let code = |b: &u8| b.is_ascii_alphanumeric() || b"+/=".contains(b);
        if body.bytes().filter(code).count() < LEAST {
            continue;
        }
        let from = text.len() - rest.len();
        let tail = text[from + body.len()..].strip_prefix("-----END ");
        let closing =
            tail.and_then(|tail| tail.find(DASHES)).map_or(0, |at| "-----END ".len() + at + DASHES.len());
        found.push(Span::new(
            start,
            from + body.trim_end().len().max(if closing > 0 { body.len() + closing } else { 0 }),
        ));
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::found;

    #[test]
    fn blocks() {
        let body = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIB";
        let block = format!("-----BEGIN RSA PRIVATE KEY-----\n{body}\n-----END RSA PRIVATE KEY-----");
        assert_eq!(found(&super::super::RECOGNIZER, &format!("here: {block} ok")), [block.as_str()]);
        let cut = format!("-----BEGIN PRIVATE KEY-----\n{body}");
        assert_eq!(found(&super::super::RECOGNIZER, &cut), [cut.as_str()]);
    }

    #[test]
    fn near_misses() {
        for text in [
            "-----BEGIN PRIVATE KEY-----\nanything1234567890\n-----END PRIVATE KEY-----".to_owned(),
            format!(
                "-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----",
                "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcw"
            ),
            "-----BEGIN ".repeat(50),
        ] {
            assert!(found(&super::super::RECOGNIZER, &text).is_empty(), "{text}");
        }
    }
}
