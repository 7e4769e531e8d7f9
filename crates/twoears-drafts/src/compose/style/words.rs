//! Words of a text swapped for others, by a table.

use std::borrow::Cow;

use crate::phrases::capital;

/// What is swapped, in lower case, a word or a few, and for what; the longest first where one begins with another.
pub(super) type Table = &'static [(&'static str, &'static str)];

/// The text with every word of the table swapped. A word that begins a sentence keeps its capital.
pub(super) fn swapped(text: Cow<'_, str>, table: Table) -> Cow<'_, str> {
    let mut swapped = String::new();
    let (mut from, mut at) = (0, 0);
    while at < text.len() {
        let start = !text[..at].ends_with(is_word);
        let found = if start { table.iter().find(|(word, _)| begins(&text[at..], word)) } else { None };
        let step = match found {
            Some((word, other)) => {
                swapped.push_str(&text[from..at]);
                if text[at..].starts_with(char::is_uppercase) && (!is_i(word) || begins_sentence(&text[..at]))
                {
                    swapped.push_str(&capital(other));
                } else {
                    swapped.push_str(other);
                }
                from = at + word.len();
                word.len()
            }
            None => text[at..].chars().next().map_or(1, char::len_utf8),
        };
        at += step;
    }
    if from == 0 {
        return text;
    }
    swapped.push_str(&text[from..]);
    swapped.into()
}

/// Part of a word? An apostrophe is.
pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '\''
}

/// Does the text begin with these words, in any case of letters, and end them there?
fn begins(text: &str, words: &str) -> bool {
    text.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words))
        && !text[words.len()..].starts_with(is_word)
}

/// "I" has its capital anywhere.
fn is_i(word: &str) -> bool {
    word.split(|c: char| !c.is_alphabetic()).next() == Some("i")
}

fn begins_sentence(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty() || before.ends_with(['.', '!', '?'])
}

#[cfg(test)]
pub(super) mod testing {
    use twoears_core::decide::Style;

    use crate::phrases::{Phrases, Slot, Slots};

    /// Every text that our phrases can become, with what fills the slots unlike any word of ours.
    pub(in crate::compose) fn every_text() -> Vec<String> {
        let mut slots = Slots::default();
        for (slot, _) in Slot::ALL {
            slots.set(*slot, "xyz");
        }
        Phrases::of(twoears_core::Language::ENGLISH).unwrap().every_text(&slots)
    }

    /// Every text as a style has it.
    pub(in crate::compose) fn every_text_in(style: &Style) -> Vec<String> {
        every_text().iter().map(|text| super::super::own_words(text, style).into_owned()).collect()
    }

    /// The words of a text in lower case.
    pub(in crate::compose) fn words(text: &str) -> Vec<String> {
        text.split(|c: char| !super::is_word(c)).map(str::to_lowercase).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_swapped_and_sentences_begin_with_capitals() {
        let table: Table = &[("i am", "we are"), ("i", "we"), ("can't", "cannot")];
        for (text, want) in [
            ("I am in. So I can't.", "We are in. So we cannot."),
            ("Can't I? I can.", "Cannot we? We can."),
            (", and I", ", and we"),
            ("Iris, it", "Iris, it"),
            ("", ""),
        ] {
            assert_eq!(swapped(Cow::Borrowed(text), table), want);
        }
    }
}
