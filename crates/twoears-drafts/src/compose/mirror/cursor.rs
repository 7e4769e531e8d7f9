//! A place in the words of a message, with what a reply would say of what was read so far.

use super::view::{Mark, Word};
use super::words::{DROP, END, PREPOSITION, Uses};

/// Reads on, and can go back.
#[derive(Debug)]
pub(super) struct Cursor<'a> {
    pub(super) words: &'a [Word<'a>],
    pub(super) at: usize,
    pub(super) out: Vec<&'a str>,
    /// Which words of time may follow the verb.
    pub(super) tense: Tense,
    /// Is it read as a question, which a question mark ends?
    pub(super) asked: bool,
}

/// Which words of time go with a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// "for 3 days" and "since Monday".
    Any,
    /// "since Monday" alone: "it won't load".
    Since,
    /// Neither: "it is down".
    None,
}

/// Words in a row that a sentence can do without, at the most.
const FILLERS: usize = 8;

/// A place to go back to.
pub(super) type Place = (usize, usize);

impl<'a> Cursor<'a> {
    pub(super) fn new(words: &'a [Word<'a>], at: usize) -> Self {
        Self { words, at, out: Vec::with_capacity(super::MOST + 2), tense: Tense::Any, asked: false }
    }

    pub(super) fn here(&self) -> Place {
        (self.at, self.out.len())
    }

    pub(super) fn back(&mut self, place: Place) {
        self.at = place.0;
        self.out.truncate(place.1);
    }

    pub(super) fn peek(&self, ahead: usize) -> Option<&'a Word<'a>> {
        self.words.get(self.at + ahead)
    }

    /// The next word; empty at a mark and at the end.
    pub(super) fn text(&self) -> &'a str {
        self.peek(0).filter(|word| word.kind == Mark::Word).map_or("", |word| word.text)
    }

    pub(super) fn has(&self, uses: Uses) -> bool {
        self.peek(0).is_some_and(|word| word.uses & uses != 0)
    }

    pub(super) fn is(&self, texts: &[&str]) -> bool {
        texts.contains(&self.text())
    }

    /// Passes over one of these words.
    pub(super) fn pass(&mut self, texts: &[&str]) -> bool {
        let is = self.is(texts);
        self.at += usize::from(is);
        is
    }

    /// Passes over these words in their order, or over none.
    pub(super) fn pass_all(&mut self, texts: &[&str]) -> bool {
        let all =
            (0..).zip(texts).all(|(ahead, text)| self.peek(ahead).is_some_and(|word| word.text == *text));
        self.at += if all { texts.len() } else { 0 };
        all
    }

    pub(super) fn say(&mut self, text: &'a str) {
        self.out.push(text);
    }

    /// Takes the next word as it is.
    pub(super) fn take(&mut self) {
        if let Some(word) = self.peek(0) {
            self.out.push(word.said);
            self.at += 1;
        }
    }

    /// Takes the next word when it is one of these.
    pub(super) fn take_of(&mut self, texts: &[&str]) -> bool {
        let is = self.is(texts);
        if is {
            self.take();
        }
        is
    }

    /// Takes the next word when it has one of these uses.
    pub(super) fn take_with(&mut self, uses: Uses) -> bool {
        let has = self.has(uses);
        if has {
            self.take();
        }
        has
    }

    /// Passes over words that a sentence can do without.
    pub(super) fn pass_fillers(&mut self) {
        for _ in 0..FILLERS {
            self.at += usize::from(self.has(DROP));
        }
    }

    /// May a clause end here?
    pub(super) fn may_end(&self) -> bool {
        self.peek(0).is_none_or(|word| match word.kind {
            Mark::Word => word.uses & (END | PREPOSITION) != 0,
            Mark::Stop | Mark::Mention | Mark::Pause => true,
            Mark::Question => self.asked,
            Mark::Number | Mark::Quote | Mark::Other => false,
        })
    }
}
