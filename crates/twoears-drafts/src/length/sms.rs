//! How many segments an SMS takes: GSM 03.38 (3GPP TS 23.038) and the header of long messages (3GPP TS 23.040).

use serde::Serialize;

/// The basic set of GSM 03.38, one septet each.
const GSM: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// Its extension, two septets each.
const GSM_TWICE: &str = "^{}\\[~]|€";

/// How an SMS is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// Seven bits a character: 160 fit into one segment, 153 into each of several.
    Gsm7,
    /// Sixteen bits: 70 fit into one segment, 67 into each of several.
    Ucs2,
}

impl Encoding {
    /// Units that one segment takes when it is alone, and when it is one of several: six bytes of 140 are then the header.
    const fn room(self) -> (u32, u32) {
        match self {
            Self::Gsm7 => (160, 153),
            Self::Ucs2 => (70, 67),
        }
    }
}

/// What an SMS costs.
///
/// ```
/// use twoears_drafts::length::{Encoding, segments};
/// let plain = segments("Your parcel's on its way.");
/// assert_eq!((plain.encoding, plain.count, plain.units_left), (Encoding::Gsm7, 1, 135));
/// assert_eq!(segments("Your parcel’s on its way.").encoding, Encoding::Ucs2);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Segments {
    /// How it is encoded: by the one character that needs most.
    pub encoding: Encoding,
    /// How many segments are sent and paid for; none for an empty text.
    pub count: u32,
    /// How many units (septets or 16-bit units) the last segment has left.
    pub units_left: u32,
}

/// The segments of a text. What takes two units is not parted.
pub fn segments(text: &str) -> Segments {
    let encoding = if text.chars().all(is_gsm) { Encoding::Gsm7 } else { Encoding::Ucs2 };
    let units = |c: char| match encoding {
        Encoding::Gsm7 => septets(c).unwrap_or(1),
        Encoding::Ucs2 => c.len_utf16() as u32,
    };
    let (alone, several) = encoding.room();
    let total: u32 = text.chars().map(units).sum();
    if total <= alone {
        return Segments { encoding, count: u32::from(total > 0), units_left: alone - total };
    }
    let (mut count, mut used) = (1, 0);
    for c in text.chars() {
        if used + units(c) > several {
            (count, used) = (count + 1, 0);
        }
        used += units(c);
    }
    Segments { encoding, count, units_left: several - used }
}

/// The septets of a character; none outside GSM-7.
pub(super) fn septets(c: char) -> Option<u32> {
    match c {
        ' '..='Z' | 'a'..='z' => Some(1),
        _ if GSM.contains(c) => Some(1),
        _ if GSM_TWICE.contains(c) => Some(2),
        _ => None,
    }
}

/// Does GSM-7 have the character?
pub(crate) fn is_gsm(c: char) -> bool {
    septets(c).is_some()
}

/// What says the same in GSM-7 as a character that is not in it.
pub(crate) fn gsm_like(c: char) -> Option<&'static str> {
    match c {
        '‘' | '’' | '‚' | '´' | '`' => Some("'"),
        '“' | '”' | '„' | '«' | '»' => Some("\""),
        '‐' | '‑' | '–' | '—' | '−' => Some("-"),
        '…' => Some("..."),
        '\u{a0}' | '\u{202f}' | '\t' => Some(" "),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_by_hand() {
        use Encoding::{Gsm7, Ucs2};
        for (text, encoding, count, left) in [
            (String::new(), Gsm7, 0, 160),
            ("a".repeat(160), Gsm7, 1, 0),
            ("a".repeat(161), Gsm7, 2, 145),
            ("a".repeat(306), Gsm7, 2, 0),
            ("a".repeat(307), Gsm7, 3, 152),
            // 80 euro signs are 160 septets; in several segments 76 fit into each, as none is parted.
            ("€".repeat(80), Gsm7, 1, 0),
            ("€".repeat(81), Gsm7, 2, 143),
            (format!("{}€", "a".repeat(159)), Gsm7, 2, 145),
            (format!("{}€{}", "a".repeat(152), "a".repeat(20)), Gsm7, 2, 131),
            ("я".repeat(70), Ucs2, 1, 0),
            ("я".repeat(71), Ucs2, 2, 63),
            ("я".repeat(134), Ucs2, 2, 0),
            ("я".repeat(135), Ucs2, 3, 66),
            // An emoji is two units and stays whole: 66 units of a segment hold 33.
            ("😀".repeat(35), Ucs2, 1, 0),
            ("😀".repeat(36), Ucs2, 2, 61),
            (format!("{}—", "a".repeat(69)), Ucs2, 1, 0),
            (format!("{}—", "a".repeat(70)), Ucs2, 2, 63),
        ] {
            let want = Segments { encoding, count, units_left: left };
            assert_eq!(segments(&text), want, "{} characters", text.chars().count());
        }
    }

    #[test]
    fn what_says_the_same_is_in_the_set() {
        for c in "‘’‚´`“”„«»‐‑–—−…\u{a0}\t".chars() {
            assert!(!is_gsm(c) && gsm_like(c).is_some_and(|plain| plain.chars().all(is_gsm)), "{c:?}");
        }
        assert!("Hello, world\r\n€[]{}~^|\\ÄÖÜäöüßé".chars().all(is_gsm));
        assert_eq!([septets('a'), septets('€'), septets('ç'), septets('`')], [Some(1), Some(2), None, None]);
    }
}
