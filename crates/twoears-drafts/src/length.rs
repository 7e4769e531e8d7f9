//! How long a text is, counted as the channel counts it.

use serde::Serialize;
use twoears_core::decide::{Limit, Unit};
use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

/// What a link counts on X, whatever its length (twitter-text v3, `transformedURLLength`).
const LINK: u32 = 23;
/// What one emoji counts on X, whatever it is made of (twitter-text v3, `emojiParsingEnabled`).
const EMOJI: u32 = 2;
/// The longest label of a host name (RFC 1035); what has a longer one is no link.
const LABEL: usize = 63;
/// Endings by which a host without a scheme is taken for a link. The full list changes weekly; these are the common
/// ones, and `.example`, which settings in tests use, is not a real one.
const ENDINGS: &[&str] =
    &["com", "org", "net", "co", "io", "eu", "uk", "de", "fr", "es", "it", "nl", "ie", "app", "gov", "edu"];
/// The basic set of GSM 03.38, one septet each.
const GSM: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// Its extension, two septets each.
const GSM_TWICE: &str = "^{}\\[~]|€";

/// How much of a channel's limit a text uses.
///
/// ```
/// use twoears_core::decide::{Limit, Unit};
/// use twoears_drafts::Length;
/// let length = Length::of("Hi http://test.co", Limit { most: 280, unit: Unit::Weighted });
/// assert_eq!((length.used, length.fits()), (26, true));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Length {
    /// How much is used.
    pub used: u32,
    /// The most that the channel takes.
    pub limit: u32,
    /// In which unit both are counted.
    pub unit: Unit,
}

impl Length {
    /// The length of a text under a limit.
    pub fn of(text: &str, limit: Limit) -> Self {
        Self { used: count(text, limit.unit), limit: limit.most, unit: limit.unit }
    }

    /// Does the text fit?
    pub fn fits(self) -> bool {
        self.used <= self.limit
    }
}

/// Counts a text in a unit.
///
/// ```
/// use twoears_core::decide::Unit;
/// use twoears_drafts::length::count;
/// assert_eq!(count("naïve 👍🏽", Unit::Graphemes), 7);
/// assert_eq!(count("naïve 👍🏽", Unit::Utf8), 15);
/// assert_eq!(count("5 €", Unit::Gsm7), 4);
/// ```
pub fn count(text: &str, unit: Unit) -> u32 {
    match unit {
        Unit::Weighted => weighted(text),
        Unit::Graphemes => text.graphemes(true).count() as u32,
        Unit::Chars => text.chars().count() as u32,
        Unit::Utf8 => text.len() as u32,
        Unit::Gsm7 => gsm7(text),
    }
}

/// Septets; a text with one character outside GSM-7 goes as 16-bit units, of which 70 fit where 160 septets do, so
/// each of them counts 16/7.
fn gsm7(text: &str) -> u32 {
    let mut septets = 0;
    for c in text.chars() {
        septets += match c {
            _ if GSM.contains(c) => 1,
            _ if GSM_TWICE.contains(c) => 2,
            _ => return (text.encode_utf16().count() as u32 * 16).div_ceil(7),
        };
    }
    septets
}

fn weighted(text: &str) -> u32 {
    let text: String = text.nfc().collect();
    let mut used = 0;
    let mut rest = text.as_str();
    let mut fresh = true;
    while let Some(first) = rest.chars().next() {
        if fresh && let Some(bytes) = link_len(rest) {
            used += LINK.max(if rest.starts_with("http") { 0 } else { bytes as u32 });
            rest = &rest[bytes..];
            continue;
        }
        let cluster = rest.graphemes(true).next().unwrap_or(rest);
        used += if is_emoji(cluster) { EMOJI } else { cluster.chars().map(weight).sum() };
        fresh = !first.is_alphanumeric();
        rest = &rest[cluster.len()..];
    }
    used
}

fn weight(c: char) -> u32 {
    match c {
        '\0'..='\u{10ff}' | '\u{2000}'..='\u{200d}' | '\u{2010}'..='\u{201f}' | '\u{2032}'..='\u{2037}' => 1,
        _ => 2,
    }
}

fn is_emoji(cluster: &str) -> bool {
    cluster.chars().any(|c| {
        matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{fe0f}' | '\u{20e3}' | '\u{231a}'..='\u{231b}'
            | '\u{23e9}'..='\u{23fa}' | '\u{2b05}'..='\u{2b55}' | '\u{2934}'..='\u{2935}')
    })
}

/// The bytes of a link at the start of `rest`; a host without a scheme is one when it ends like one.
pub(crate) fn link_len(rest: &str) -> Option<usize> {
    let word = rest.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')).next()?;
    let word = word.trim_end_matches(['.', ',', '!', '?', ';', ':', ')', ']', '\'']);
    let bare = word.strip_prefix("https://").or_else(|| word.strip_prefix("http://"));
    let host = bare.unwrap_or(word).split(['/', '?', '#', ':']).next()?;
    let mut labels = host.split('.');
    let fine = |label: &str| {
        !label.is_empty()
            && label.len() <= LABEL
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let ending = host.rsplit('.').next()?;
    let known = bare.is_some() || host.starts_with("www.") || ENDINGS.contains(&ending);
    (host.contains('.') && labels.all(fine) && known && ending.len() >= 2).then_some(word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Own copies of the vectors of twitter-text's `validate.yml` (weighted, emoji counted as two).
    #[test]
    fn weighted_as_x_counts() {
        let line = |n: usize| "xxxxxxxxxx-".repeat(n);
        for (text, want) in [
            ("Hi http://test.co".to_owned(), 26),
            ("http://test.co".to_owned(), 23),
            (format!("285 chars-{}", line(25)), 285),
            (format!("285 chars- http://www.twitter.com/jack {}", line(24)), 11 + 24 + 264),
            (format!("{} http://www.twitter.com/jack ", line(24)), 264 + 25),
            ("https://www.twitter.com/aloha ".repeat(10), 240),
            ("故人西辞黄鹤楼，".repeat(20), 320),
            ("😷".repeat(160), 320),
            ("A\u{301}B".to_owned(), 2),
            ("A\u{fb2c}".to_owned(), 4),
            ("H🐱☺👨‍👩‍👧‍👦".to_owned(), 7),
            ("😷👾😡🔥💩".to_owned(), 10),
            ("🙋🏽👨‍🎤".to_owned(), 4),
            (format!("{}.com", "randomurl".repeat(8)), 76),
            ("\u{2000}\u{200d} – — ‘ ’ “ ” ′".to_owned(), 16),
        ] {
            assert_eq!(count(&text, Unit::Weighted), want, "{text}");
        }
    }

    #[test]
    fn other_units() {
        assert_eq!(count("a👍🏽", Unit::Chars), 3);
        assert_eq!(count("a👍🏽", Unit::Graphemes), 2);
        assert_eq!(count("[ok] €5", Unit::Gsm7), 10);
        assert_eq!(count(&"ç".repeat(70), Unit::Gsm7), 160);
        assert_eq!(count("", Unit::Weighted), 0);
    }

    #[test]
    fn what_is_a_link() {
        assert_eq!(link_len("https://a.example/b?c=1. Then"), Some(23));
        assert_eq!(link_len("test.co"), Some(7));
        for text in ["e.g. this", "6.10", "https://", "ok.then", "http://localhost"] {
            assert_eq!(link_len(text), None, "{text}");
        }
    }
}
