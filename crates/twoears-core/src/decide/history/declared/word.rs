//! Words as the recognizer reads them.

use super::lists::{NUMBERS, ORDINALS};

/// A word in lower case without apostrophes and hyphens, its place, and whether its sentence ends with it.
pub(super) struct Word {
    pub(super) text: String,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) stops: bool,
}

impl Word {
    pub(super) fn is(&self, any: &[&str]) -> bool {
        any.contains(&self.text.as_str())
    }

    pub(super) fn ordinal(&self) -> Option<u32> {
        let digits = self.text.trim_end_matches(|c: char| c.is_ascii_lowercase());
        match &self.text[digits.len()..] {
            "st" | "nd" | "rd" | "th" => digits.parse().ok(),
            _ => place(ORDINALS, &self.text),
        }
    }

    pub(super) fn number(&self) -> Option<u32> {
        self.text.parse().ok().or_else(|| place(NUMBERS, &self.text))
    }
}

/// The number that stands at a place of a list that starts with two.
fn place(list: &[&str], word: &str) -> Option<u32> {
    let place = list.iter().position(|known| *known == word)?;
    u32::try_from(place + 2).ok()
}

/// The words of a text in their order.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() {
            if !open {
                words.push(Word { text: String::new(), start: at, end: at, stops: false });
            }
            if let Some(word) = words.last_mut() {
                word.text.extend(c.to_lowercase());
                word.end = at + c.len_utf8();
            }
            open = true;
        } else if !matches!(c, '\'' | '’' | '-') {
            open = false;
            if matches!(c, '.' | '!' | '?' | ';' | '\n')
                && let Some(word) = words.last_mut()
            {
                word.stops = true;
            }
        }
    }
    words
}
