//! Extensions behind a phone number: `ext. 12`, `x12`, `#12`.

/// Words for one, in lower case, the longer first.
const WORDS: [&str; 8] = ["extension", "durchwahl", "interno", "poste", "extn", "ext", "dw", "x"];
/// Digits of one.
const MOST: usize = 6;
/// Bytes between a number, the word and the extension.
const GAP: usize = 3;

/// The byte behind an extension that follows at byte `end`; `end` itself when there is none.
pub(super) fn behind(lower: &str, end: usize) -> usize {
    let bytes = lower.as_bytes();
    let gap = |at: usize| at + bytes[at..].iter().take(GAP).take_while(|b| b" ,.:;(-".contains(b)).count();
    let start = gap(end);
    let word = WORDS.into_iter().find(|word| bytes[start..].starts_with(word.as_bytes()));
    let Some(word) = word else { return end };
    let first = gap(start + word.len());
    let digits = bytes[first..].iter().take_while(|b| b.is_ascii_digit()).count();
    let last = first + digits;
    let open = bytes.get(last).is_some_and(u8::is_ascii_alphanumeric);
    if (1..=MOST).contains(&digits) && !open { last } else { end }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extensions() {
        for (text, rest) in [
            ("5550142 ext. 12 ok", " ok"),
            ("5550142x12", ""),
            ("5550142, extension 4411", ""),
            ("5550142 (ext 7)", ")"),
            ("5550142 xbox 12", " xbox 12"),
            ("5550142 ext please", " ext please"),
            ("5550142 x1234567", " x1234567"),
            ("5550142", ""),
        ] {
            assert_eq!(&text[behind(text, 7)..], rest, "{text}");
        }
    }
}
