//! Unicode normalisation (NFKC), entities, quotes, invisible characters and elongation, offsets kept.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};
use unicode_segmentation::UnicodeSegmentation;

use super::entity::entity;
use super::offsets::Offsets;
use crate::Span;

/// A letter typed more often than this in a row is emphasis, not spelling.
const LETTERS_IN_A_ROW: usize = 2;

/// Normalised text, the way back, and how many words were drawn out ("sooooo").
pub(super) fn normalize(original: &str) -> (String, Offsets, u32) {
    if is_plain(original.as_bytes()) {
        return (original.to_owned(), Offsets::default(), 0);
    }
    normalize_without(original, &[])
}

/// As [`normalize`], as if the cuts (in order, without overlaps) did not stand there; the way back leads over them.
pub(super) fn normalize_without(original: &str, cuts: &[Span]) -> (String, Offsets, u32) {
    let mut writer = Writer { text: String::with_capacity(original.len()), offsets: Offsets::default() };
    let mut elongations = 0;
    let ends = cuts.iter().map(|cut| cut.start as usize).chain([original.len()]);
    let starts = [0].into_iter().chain(cuts.iter().map(|cut| cut.end as usize));
    for (mut at, end) in starts.zip(ends) {
        while at < end {
            let Some(rest) = original.get(at..end) else { break };
            at += writer.step(rest, at, &mut elongations);
        }
    }
    (writer.text, writer.offsets, elongations)
}

/// Nothing to do: printable ASCII without `&`, and no letter three times in a row.
fn is_plain(bytes: &[u8]) -> bool {
    let printable = bytes.iter().all(|&b| matches!(b, b' '..=b'~' | b'\n' | b'\t') && b != b'&');
    printable && !bytes.windows(LETTERS_IN_A_ROW + 1).any(same_letters)
}

fn same_letters(window: &[u8]) -> bool {
    window[0].is_ascii_alphabetic() && window.iter().all(|b| b.eq_ignore_ascii_case(&window[0]))
}

struct Writer {
    text: String,
    offsets: Offsets,
}

impl Writer {
    /// Takes one step at the start of `rest`, which stands at `at` in the original; gives the bytes used.
    fn step(&mut self, rest: &str, at: usize, elongations: &mut u32) -> usize {
        let bytes = rest.as_bytes();
        let ascii_follows = bytes.get(1).is_none_or(u8::is_ascii);
        match bytes[0] {
            b'&' if ascii_follows => match entity(rest) {
                Some((value, used)) => {
                    // What an entity stands for is text like any other: quotes and invisibles included.
                    let value: String =
                        value.graphemes(true).map(|g| plain(g).unwrap_or_else(|| g.into())).collect();
                    self.replace(&value, at, used);
                    used
                }
                None => self.copy(rest, at, 1),
            },
            b'\n' | b'\t' => self.copy(rest, at, 1),
            b'\r' if rest.starts_with("\r\n") => {
                self.replace("\n", at, 2);
                2
            }
            0..=0x1F | 0x7F => {
                self.replace(" ", at, 1);
                1
            }
            letter if letter.is_ascii_alphabetic() => {
                let run = bytes.iter().take_while(|b| b.eq_ignore_ascii_case(&letter)).count();
                if run > LETTERS_IN_A_ROW {
                    *elongations += 1;
                    self.copy(rest, at, LETTERS_IN_A_ROW - 1);
                    // The last kept letter stands for all that were dropped, so spans cover the whole word.
                    let kept = &rest[LETTERS_IN_A_ROW - 1..LETTERS_IN_A_ROW];
                    self.replace(kept, at + LETTERS_IN_A_ROW - 1, run - (LETTERS_IN_A_ROW - 1));
                    run
                } else if ascii_follows {
                    self.copy(rest, at, 1)
                } else {
                    self.grapheme(rest, at)
                }
            }
            byte if byte.is_ascii() && ascii_follows => self.copy(rest, at, 1),
            _ => self.grapheme(rest, at),
        }
    }

    /// One user-perceived character, composed.
    fn grapheme(&mut self, rest: &str, at: usize) -> usize {
        let grapheme = rest.graphemes(true).next().unwrap_or(rest);
        match plain(grapheme) {
            None => self.copy(rest, at, grapheme.len()),
            Some(value) => {
                self.replace(&value, at, grapheme.len());
                grapheme.len()
            }
        }
    }

    fn copy(&mut self, rest: &str, at: usize, bytes: usize) -> usize {
        self.offsets.copied(self.text.len(), at, bytes);
        self.text.push_str(&rest[..bytes]);
        bytes
    }

    fn replace(&mut self, value: &str, at: usize, used: usize) {
        if !value.is_empty() {
            self.offsets.replaced(self.text.len(), at, at + used);
            self.text.push_str(value);
        }
    }
}

/// What a grapheme is written as; none when it stays as it is.
fn plain(grapheme: &str) -> Option<String> {
    let mut chars = grapheme.chars();
    if let (Some(only), None) = (chars.next(), chars.next()) {
        let mapped = match only {
            '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' => "'",
            '“' | '”' | '„' | '‟' | '″' | '«' | '»' => "\"",
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => "-",
            '\u{0}'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' => " ",
            _ if is_invisible(only) => "",
            _ => return compose(grapheme),
        };
        return Some(mapped.to_owned());
    }
    // A letter or digit with a joiner, a variation or a keycap on it is that letter or digit.
    if grapheme.starts_with(|c: char| c.is_ascii_alphanumeric()) && grapheme.contains(is_dress) {
        let bare: String = grapheme.chars().filter(|c| !is_dress(*c)).collect();
        return Some(compose(&bare).unwrap_or(bare));
    }
    compose(grapheme)
}

fn is_dress(c: char) -> bool {
    is_invisible(c) || c == '\u{20e3}'
}

/// NFKC, when it changes anything. What is invisible joins itself to a letter: it goes from ASCII ones, and stays where a
/// script or an emoji needs it.
fn compose(grapheme: &str) -> Option<String> {
    if grapheme.starts_with(|c: char| c.is_ascii_alphabetic()) && grapheme.contains(is_invisible) {
        return Some(grapheme.chars().filter(|&c| !is_invisible(c)).nfkc().collect());
    }
    if is_nfkc_quick(grapheme.chars()) == IsNormalized::Yes {
        return None;
    }
    let composed: String = grapheme.nfkc().collect();
    (composed != grapheme).then_some(composed)
}

/// Zero-width and direction marks: they carry no meaning here and hide words from matching.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fe0e}' | '\u{fe0f}' | '\u{180e}')
}

#[cfg(test)]
mod tests {
    use super::normalize;
    use crate::Span;

    fn heard(text: &str) -> String {
        normalize(text).0
    }

    #[test]
    fn texts_become_plain() {
        assert_eq!(heard("plain, as it is!!!"), "plain, as it is!!!");
        assert_eq!(heard("sooooo LATEEEE 10000"), "soo LATEE 10000");
        assert_eq!(heard("don’t “wait” – now"), "don't \"wait\" - now");
        assert_eq!(heard("a &lt;b&gt; &amp;amp; c &nbsp;d"), "a <b> & c  d");
        assert_eq!(heard("\u{202e}re\u{200b}fund\u{feff}"), "refund");
        assert_eq!(heard("instruc\u{200d}tions, e\u{301}\u{200d}t"), "instructions, ét");
        assert_eq!(heard("𝐇𝐞𝐥𝐩 ｍｅ ﬁx"), "Help me fix");
        assert_eq!(heard("cafe\u{301} \0 ok\r\nend"), "café   ok\nend");
        assert_eq!(heard("👩‍👩‍👧 ok ❤️"), "👩‍👩‍👧 ok ❤️");
        assert_eq!(heard("4\u{200d}1\u{fe0f}\u{20e3}1️⃣ e\u{301}\u{200d}"), "411 é");
    }

    #[test]
    fn offsets_lead_back() {
        let original = "Whyyyy &amp; “how” cafe\u{301}?";
        let (text, offsets, elongations) = normalize(original);
        assert_eq!(text, "Whyy & \"how\" café?");
        assert_eq!(elongations, 1);
        let back = |part: &str| {
            let start = text.find(part).unwrap();
            offsets.original(Span::new(start, start + part.len())).of(original).to_owned()
        };
        assert_eq!(back("Whyy"), "Whyyyy");
        assert_eq!(back("&"), "&amp;");
        assert_eq!(back("how"), "how");
        assert_eq!(back("café"), "cafe\u{301}");
        assert_eq!(back("?"), "?");
    }

    #[test]
    fn every_span_lands_on_character_boundaries() {
        for original in
            ["é&#233;e\u{301}ooo", "\u{301}\u{301}a", "&&amp;&", "ﷺ…½", "ééé\u{200d}x", "가\u{1100}\u{1161}"]
        {
            let (text, offsets, _) = normalize(original);
            let places: Vec<_> = (0..=text.len()).filter(|&i| text.is_char_boundary(i)).collect();
            for &start in &places {
                for &end in places.iter().filter(|&&end| end >= start) {
                    let span = offsets.original(Span::new(start, end));
                    assert!(original.get(span.range()).is_some(), "{original:?} {start}..{end} -> {span:?}");
                }
            }
        }
    }
}
