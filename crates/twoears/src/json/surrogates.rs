//! Lone surrogates in JSON escapes: half an emoji, cut by some other program. They become U+FFFD.

use std::borrow::Cow;

/// The text with every escape of half a surrogate pair replaced by `\ufffd`; the length stays the same.
pub(super) fn mend(json: &str) -> Cow<'_, str> {
    let bytes = json.as_bytes();
    if !bytes.windows(3).any(|w| w[0] == b'\\' && w[1] == b'u' && matches!(w[2], b'd' | b'D')) {
        return Cow::Borrowed(json);
    }
    let mut mended = String::with_capacity(json.len());
    let (mut at, mut copied) = (0, 0);
    while at < bytes.len() {
        if bytes[at] != b'\\' {
            at += 1;
            continue;
        }
        match unit(bytes, at) {
            Some(0xD800..=0xDBFF) if matches!(unit(bytes, at + 6), Some(0xDC00..=0xDFFF)) => at += 12,
            Some(0xD800..=0xDFFF) => {
                mended.push_str(&json[copied..at]);
                mended.push_str("\\ufffd");
                at += 6;
                copied = at;
            }
            Some(_) => at += 6,
            // Any other escape is two bytes; a backslash at the very end is the parser's to refuse.
            None => at += 2,
        }
    }
    mended.push_str(&json[copied..]);
    Cow::Owned(mended)
}

/// The UTF-16 unit of a `\uXXXX` escape at a place.
fn unit(bytes: &[u8], at: usize) -> Option<u16> {
    let escape = bytes.get(at..at + 6)?;
    let digits = escape.strip_prefix(b"\\u")?;
    digits.iter().try_fold(0_u16, |unit, &digit| Some(unit << 4 | char::from(digit).to_digit(16)? as u16))
}

#[cfg(test)]
mod tests {
    use super::mend;

    #[test]
    fn only_halves_are_replaced() {
        for (json, want) in [
            (r#""plain""#, r#""plain""#),
            (r#""\ud83d\ude00""#, r#""\ud83d\ude00""#),
            (r#""a\ud83d b""#, r#""a\ufffd b""#),
            (r#""\ude00\ud83d""#, r#""\ufffd\ufffd""#),
            (r#""\\ud83d""#, r#""\\ud83d""#),
            (r#""\uD83D\u0041""#, r#""\ufffd\u0041""#),
            (r#""é\ud83d"#, r#""é\ufffd"#),
            (r"\ud8", r"\ud8"),
        ] {
            assert_eq!(mend(json), want, "{json}");
        }
    }
}
