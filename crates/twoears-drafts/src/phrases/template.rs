//! A phrase with typed slots.

use std::borrow::Cow;

use serde::Deserialize;

use super::slots::{Slot, Slots};
use super::vary::{self, Group};

/// A phrase: text with slots, and `{this|that}` where either may be said.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct Template {
    pieces: Vec<Piece>,
    /// The slots that must be filled, one bit each.
    needs: u32,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    Text(String),
    Slot(Slot),
    /// Any of these may be said.
    Any(Vec<String>),
}

impl TryFrom<String> for Template {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) =
                after.split_once('}').ok_or_else(|| format!("`{text}`: a brace is not closed"))?;
            if name.contains('|') {
                pieces.push(Piece::Text(before.to_owned()));
                pieces.push(Piece::Any(name.split('|').map(str::to_owned).collect()));
            } else {
                let slot = Slot::ALL.iter().find(|(_, known)| *known == name);
                let &(slot, _) = slot.ok_or_else(|| format!("`{text}`: there is no slot `{name}`"))?;
                let before = match slot {
                    Slot::When => before
                        .strip_suffix("by ")
                        .or_else(|| before.strip_suffix("By "))
                        .ok_or_else(|| format!("`{text}`: `{{when}}` stands only after `by`"))?,
                    _ => before,
                };
                pieces.push(Piece::Text(before.to_owned()));
                pieces.push(Piece::Slot(slot));
            }
            rest = after;
        }
        pieces.push(Piece::Text(rest.to_owned()));
        Ok(Self::of(pieces))
    }
}

impl Template {
    fn of(pieces: Vec<Piece>) -> Self {
        let bit = |piece: &Piece| match piece {
            // A verb without its "s" is the plural's.
            Piece::Slot(Slot::S) | Piece::Text(_) | Piece::Any(_) => 0,
            Piece::Slot(slot) => slot.bit(),
        };
        let needs = pieces.iter().map(bit).fold(0, |needs, bit| needs | bit);
        Self { pieces, needs }
    }

    /// Is every slot that the phrase needs filled?
    pub(crate) fn can_be_said(&self, slots: &Slots<'_>) -> bool {
        self.needs & !slots.known() == 0
    }

    /// The phrase with its slots filled and the first letter of every sentence in upper case; none when a slot is empty.
    /// `choose` says which of several wordings, `own` what the voice's settings make of our own words.
    pub(crate) fn fill<'t>(
        &'t self,
        slots: &Slots<'_>,
        mut choose: impl FnMut(&'t [String]) -> usize,
        own: impl Fn(&'t str) -> Cow<'t, str>,
    ) -> Option<String> {
        if !self.can_be_said(slots) {
            return None;
        }
        let mut text = String::with_capacity(ROOM);
        for piece in &self.pieces {
            match piece {
                Piece::Text(part) => push(&mut text, &own(part)),
                Piece::Slot(slot) => push(&mut text, slots.get(*slot).unwrap_or("")),
                Piece::Any(any) => {
                    let said = any.get(choose(any)).map_or("", String::as_str);
                    let owned = own(said);
                    // "I" is written so anywhere, what is said for it is not.
                    let inside = owned != said && !text.is_empty() && said.starts_with('I');
                    push(&mut text, &if inside { small(&owned) } else { owned });
                }
            }
        }
        Some(text)
    }

    /// How many of these slots it names.
    pub(crate) fn names(&self, slots: u32) -> u32 {
        (self.needs & slots).count_ones()
    }

    /// Lets every wording that a group knows stand for any other of the group.
    pub(crate) fn vary(&mut self, groups: &[Group]) {
        let pieces = std::mem::take(&mut self.pieces);
        self.pieces = pieces.into_iter().flat_map(|piece| vary::vary(piece, groups)).collect();
    }

    /// Every text that the phrase can become with these slots; of a phrase with very many, texts in which every wording
    /// stands beside every wording of the piece before it.
    #[cfg(test)]
    pub(crate) fn every(&self, slots: &Slots<'_>) -> Vec<String> {
        let sizes: Vec<usize> = self.pieces.iter().map(|piece| piece.wordings(slots).len()).collect();
        let choices: Vec<usize> = sizes.iter().copied().filter(|size| *size > 1).collect();
        let all: usize = choices.iter().product();
        let most = choices.windows(2).map(|two| two[0] * two[1]).max().unwrap_or(0);
        let many = if all > MANY { most } else { all };
        // Of two neighbours one counts on while the other stands, so that all of their pairs come by.
        let text = |turn: usize| {
            let (mut rest, mut text, mut slow) = (turn, String::new(), false);
            let mut before = 1;
            for (piece, size) in self.pieces.iter().zip(&sizes) {
                let wording = match (*size, all > MANY, slow) {
                    (1, ..) => 0,
                    (size, true, true) => turn / before % size,
                    (size, true, false) => turn % size,
                    (size, false, _) => rest % size,
                };
                if *size > 1 {
                    rest /= size;
                    before = *size;
                    slow = !slow;
                }
                push(&mut text, piece.wordings(slots)[wording]);
            }
            text
        };
        if self.can_be_said(slots) { (0..many).map(text).collect() } else { Vec::new() }
    }
}

/// More texts than these are not all made.
#[cfg(test)]
const MANY: usize = 256;

#[cfg(test)]
impl Piece {
    fn wordings<'t>(&'t self, slots: &'t Slots<'_>) -> Vec<&'t str> {
        match self {
            Self::Text(part) => vec![part],
            Self::Slot(slot) => vec![slots.get(*slot).unwrap_or("")],
            Self::Any(any) => any.iter().map(String::as_str).collect(),
        }
    }
}

/// Bytes that a filled phrase takes, roughly.
const ROOM: usize = 128;

/// Adds a part; after the end of a sentence it starts with an upper-case letter.
fn push(text: &mut String, part: &str) {
    let ends = text.trim_end();
    let sentence = ends.len() < text.len() && ends.ends_with(['.', '!', '?']);
    if sentence { text.push_str(&capital(part)) } else { text.push_str(part) }
}

/// The text with its first letter in lower case, unless it is an "I".
fn small(text: &str) -> Cow<'_, str> {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if first != 'I' => first.to_lowercase().chain(chars).collect::<String>().into(),
        _ => text.into(),
    }
}

/// The text with its first letter in upper case.
pub(crate) fn capital(text: &str) -> Cow<'_, str> {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(chars).collect::<String>().into(),
        _ => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template(text: &str) -> Result<Template, String> {
        Template::try_from(text.to_owned())
    }

    #[test]
    fn slots_are_filled_and_sentences_begin_with_capitals() {
        let mut slots = Slots::default();
        slots.set(Slot::Thing, "the app");
        let phrase = template("Sorry. {thing} is down.").unwrap();
        let fill = |phrase: &Template, slots: &Slots<'_>| phrase.fill(slots, |_| 0, Cow::Borrowed);
        assert_eq!(fill(&phrase, &slots).unwrap(), "Sorry. The app is down.");
        assert_eq!(fill(&phrase, &Slots::default()), None);
        assert_eq!((phrase.names(Slot::Thing.bit()), phrase.names(Slot::Team.bit())), (1, 0));
        assert_eq!(fill(&template("It fail{s}.").unwrap(), &slots).unwrap(), "It fail.");
    }

    #[test]
    fn either_may_be_said() {
        let phrase = template("{Thank you|Thanks}. {it|that} helps{| a lot}.").unwrap();
        let all = phrase.every(&Slots::default());
        assert_eq!(all.len(), 8);
        assert!(all.contains(&"Thank you. It helps a lot.".to_owned()), "{all:?}");
        let last = phrase.fill(&Slots::default(), |any| any.len() - 1, Cow::Borrowed);
        assert_eq!(last.as_deref(), Some("Thanks. That helps a lot."));
    }

    #[test]
    fn unknown_slots_are_errors() {
        assert!(template("{things}").unwrap_err().contains("`things`"));
        assert!(template("{thing").is_err());
        assert!(template("Until {when}.").unwrap_err().contains("after `by`"));
    }

    #[test]
    fn a_time_brings_its_own_preposition() {
        let mut slots = Slots::default();
        slots.set(Slot::When, "within two hours");
        let phrase = template("Sorry. By {when} you hear from me. You hear by {when}.").unwrap();
        assert_eq!(
            phrase.fill(&slots, |_| 0, Cow::Borrowed).unwrap(),
            "Sorry. Within two hours you hear from me. You hear within two hours."
        );
    }
}
