//! How long X takes a post to be.

use std::borrow::Cow;

use serde::Serialize;
use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

use super::chars::is_invalid;
use super::url::urls;

/// What a character counts, in hundredths.
const SCALE: u32 = 100;

/// How X counts, in one of the versions of its configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counting {
    /// The most that a post may count.
    pub most: u32,
    /// What a link counts, whatever its length.
    pub link: u32,
    /// What a character outside the light ranges counts, in hundredths.
    pub heavy: u32,
    /// Does an emoji count as one heavy character, whatever it is made of?
    pub emoji: bool,
}

impl Counting {
    /// As of old: 140 characters, one each.
    pub const V1: Self = Self { most: 140, link: 23, heavy: 100, emoji: false };
    /// 280, of which most scripts that are not alphabets take two a character.
    pub const V2: Self = Self { most: 280, link: 23, heavy: 200, emoji: false };
    /// As X counts now: an emoji takes two.
    pub const V3: Self = Self { emoji: true, ..Self::V2 };
}

/// How long a post is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Weighted {
    /// What it counts.
    pub length: u32,
    /// Can it be posted: not empty, not too long, no character that no post may hold?
    pub valid: bool,
    /// Thousandths of what it may count.
    pub permillage: u32,
    /// The last UTF-16 unit that still fits, and the last of all; 0 when there is none.
    pub valid_end: u32,
    /// The last UTF-16 unit of the text.
    pub end: u32,
}

/// Counts a post as X does: NFC first, a link 23, an emoji 2, Latin and its neighbours 1, the rest 2.
///
/// ```
/// use twoears_drafts::x::{self, Counting};
/// let count = x::weigh("Hi http://test.co", Counting::V3);
/// assert_eq!((count.length, count.valid, count.permillage), (26, true, 92));
/// ```
pub fn weigh(text: &str, counting: Counting) -> Weighted {
    let units = |text: &str| text.chars().map(char::len_utf16).sum::<usize>();
    // ASCII is its own normal form.
    let normal: Cow<'_, str> = if text.is_ascii() { text.into() } else { text.nfc().collect() };
    let links = urls(&normal);
    let most = counting.most * SCALE;
    let (mut sum, mut valid, mut seen, mut fits) = (0, true, 0, 0);
    let (mut at, mut link) = (0, 0);
    while at < normal.len() {
        let rest = &normal[at..];
        let piece = if let Some(span) = links.get(link).filter(|span| span.start as usize == at) {
            link += 1;
            sum += counting.link * SCALE;
            span.of(&normal)
        } else {
            let next = links.get(link).map_or(normal.len(), |span| span.start as usize);
            // What is made of several characters has one beyond ASCII second; the first alone is no emoji in ASCII.
            let lone = rest.as_bytes()[0].is_ascii() && rest.as_bytes().get(1).is_none_or(u8::is_ascii);
            let cluster = if lone { "" } else { normal[at..next].graphemes(true).next().unwrap_or(rest) };
            if counting.emoji && is_emoji(cluster) {
                sum += counting.heavy;
                cluster
            } else {
                let c = rest.chars().next().unwrap_or(' ');
                sum += weight(c, counting.heavy);
                valid &= !is_invalid(c);
                &rest[..c.len_utf8()]
            }
        };
        at += piece.len();
        seen += units(piece);
        if valid && sum <= most {
            fits = seen;
        }
    }
    let length = sum / SCALE;
    let all = units(text);
    Weighted {
        length,
        valid: valid && length > 0 && length <= counting.most,
        permillage: (u64::from(length) * 1000 / u64::from(counting.most.max(1))) as u32,
        valid_end: (fits + all).saturating_sub(seen + 1) as u32,
        end: all.saturating_sub(1) as u32,
    }
}

/// The light ranges of twitter-text's configuration, versions 2 and 3.
fn weight(c: char, heavy: u32) -> u32 {
    match c {
        '\0'..='\u{10ff}' | '\u{2000}'..='\u{200d}' | '\u{2010}'..='\u{201f}' | '\u{2032}'..='\u{2037}' => {
            SCALE
        }
        _ => heavy,
    }
}

/// Is a cluster an emoji: a picture, a sign that is shown as one, a keycap, a flag?
fn is_emoji(cluster: &str) -> bool {
    cluster.chars().any(|c| {
        matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{fe0f}' | '\u{20e3}' | '\u{231a}'..='\u{231b}'
            | '\u{23e9}'..='\u{23fa}' | '\u{2b05}'..='\u{2b55}' | '\u{2934}'..='\u{2935}')
    })
}
