//! How long a text is, counted as the channel counts it.

mod sms;

pub use sms::{Encoding, Segments, segments};
pub(crate) use sms::{gsm_like, is_gsm};

use serde::Serialize;
use twoears_core::decide::{Limit, Unit};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::mastodon;
use crate::x::{Counting, weigh};

/// The longest label of a host name (RFC 1035); what has a longer one is no link.
const LABEL: usize = 63;
/// How much of a channel's limit a text uses.
///
/// ```
/// use twoears_core::decide::{Limit, Unit};
/// use twoears_drafts::Length;
/// let length = Length::of("Hi http://test.co", Limit::new(280, Unit::Weighted));
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
    /// The length of a text under a limit. Where a channel also limits the bytes and those are the tighter bound, in
    /// bytes.
    ///
    /// ```
    /// use twoears_core::{Brand, Channel};
    /// use twoears_drafts::Length;
    /// let bluesky = Brand::default().channels.public(Channel::Bluesky).unwrap();
    /// let family = Length::of(&"👨‍👩‍👧‍👦".repeat(150), bluesky);
    /// assert_eq!((family.used, family.limit, family.fits()), (3750, 3000, false));
    /// ```
    pub fn of(text: &str, limit: Limit) -> Self {
        if let Some(most) = limit.bytes {
            let used = count(text, Unit::Utf8);
            if used > most {
                return Self { used, limit: most, unit: Unit::Utf8 };
            }
        }
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
        Unit::Weighted => weigh(text, Counting::V3).length,
        Unit::Graphemes => text.graphemes(true).count() as u32,
        Unit::Mastodon => mastodon::count(text),
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
        let Some(more) = sms::septets(c) else {
            return (text.encode_utf16().count() as u32 * 16).div_ceil(7);
        };
        septets += more;
    }
    septets
}

/// The bytes of a link with `http://` or `https://` at the start of `rest`, whatever its host ends with.
pub(crate) fn link_len(rest: &str) -> Option<usize> {
    let word = rest.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')).next()?;
    let word = word.trim_end_matches(['.', ',', '!', '?', ';', ':', ')', ']', '\'']);
    let bare = word.strip_prefix("https://").or_else(|| word.strip_prefix("http://"))?;
    let host = bare.split(['/', '?', '#', ':']).next()?;
    let mut labels = host.split('.');
    let fine = |label: &str| {
        !label.is_empty()
            && label.len() <= LABEL
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let ending = host.rsplit('.').next()?;
    (host.contains('.') && labels.all(fine) && ending.len() >= 2).then_some(word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weighted_as_x_counts() {
        for (text, want) in [("Hi http://test.co", 26), ("A\u{301}B", 2), ("H🐱☺👨‍👩‍👧‍👦", 7), ("黄鹤楼", 6)]
        {
            assert_eq!(count(text, Unit::Weighted), want, "{text}");
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
    fn the_tighter_of_two_limits_counts() {
        let limit = Limit { bytes: Some(20), ..Limit::new(10, Unit::Graphemes) };
        let length = |text: &str| Length::of(text, limit);
        assert_eq!((length("abc").unit, length("abc").fits()), (Unit::Graphemes, true));
        assert_eq!((length("abcdefghijk").unit, length("abcdefghijk").fits()), (Unit::Graphemes, false));
        assert_eq!(length("👨‍👩‍👧‍👦"), Length { used: 25, limit: 20, unit: Unit::Utf8 });
    }

    #[test]
    fn what_is_a_link() {
        assert_eq!(link_len("https://a.example/b?c=1. Then"), Some(23));
        for text in ["test.co", "e.g. this", "6.10", "https://", "ok.then", "http://localhost"] {
            assert_eq!(link_len(text), None, "{text}");
        }
    }
}
