//! Lone surrogates in JSON escapes: half an emoji, cut by some other program. They become U+FFFD.

use std::borrow::Cow;
use std::sync::LazyLock;

use memchr::memchr;
use memchr::memmem::Finder;

/// The text with every escape of half a surrogate pair replaced by `\ufffd`; the length stays the same.
///
/// Borrowed where nothing is to be replaced: nearly always, whole pairs included.
pub fn mend(json: &str) -> Cow<'_, str> {
    let bytes = json.as_bytes();
    let Some(first) = STARTS.iter().filter_map(|start| start.find(bytes)).min() else {
        return Cow::Borrowed(json);
    };
    // Escapes are told apart from where the backslashes begin: of two in a row the second escapes nothing.
    let run = bytes[..first].iter().rev().take_while(|&&byte| byte == b'\\').count();
    let (mut at, mut copied) = (first - run, 0);
    let mut mended = String::new();
    while let Some(escape) = memchr(b'\\', &bytes[at..]) {
        at += escape;
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
            None => at = (at + 2).min(bytes.len()),
        }
    }
    if copied == 0 {
        return Cow::Borrowed(json);
    }
    mended.push_str(&json[copied..]);
    Cow::Owned(mended)
}

/// How the escape of a surrogate begins, made ready once.
static STARTS: LazyLock<[Finder<'static>; 2]> = LazyLock::new(|| [Finder::new(r"\ud"), Finder::new(r"\uD")]);

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
    fn what_needs_no_change_is_not_copied() {
        for json in [r#""a\n\u00e9""#, r#""\ud83d\ude00 \\ud83d""#, ""] {
            assert!(matches!(mend(json), std::borrow::Cow::Borrowed(_)), "{json}");
        }
    }

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
            (r#""\\\ud83d""#, r#""\\\ufffd""#),
            (r#""\\\\ud83d\ude00\uDe00é""#, r#""\\\\ud83d\ufffd\ufffdé""#),
            (r#""\ud83d\"#, r#""\ufffd\"#),
        ] {
            assert_eq!(mend(json), want, "{json}");
        }
    }
}
