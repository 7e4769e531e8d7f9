//! Pieces of a draft, and how they are put together so that they fit.

use std::borrow::Cow;

use twoears_core::decide::Limit;

use crate::Length;
use crate::phrases::capital;

/// What holds a piece when room is short: [`KEEP`] stays, the rest goes, the highest first.
pub(super) const KEEP: u8 = 0;

/// One piece: a few sentences that stay or go together.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// The chosen words first, then shorter ones.
    pub(super) said: Vec<String>,
    pub(super) drop: u8,
    pub(super) place: Place,
}

/// Where a piece stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Greeting,
    /// Goes on in the same paragraph.
    Body,
    /// Starts a paragraph in a letter.
    Paragraph,
    /// Stands on a line of its own.
    Line,
    /// Several lines of their own: what follows starts a line as well.
    Steps,
    SignOff,
}

/// Pieces in their order.
#[derive(Clone, Debug, Default)]
pub(super) struct Pieces(Vec<Piece>);

/// Pieces put together.
#[derive(Clone, Debug)]
pub(super) struct Fitted {
    pub(super) text: String,
    pub(super) length: Length,
    /// Did words that must stay not fit as they were chosen?
    pub(super) lacks_room: bool,
}

impl Pieces {
    /// Adds a piece, unless there is nothing to say.
    pub(super) fn add(&mut self, said: Vec<String>, drop: u8, place: Place) {
        if said.first().is_some_and(|text| !text.is_empty()) {
            self.0.push(Piece { said, drop, place });
        }
    }

    /// What follows a sentence and stays, if anything does.
    pub(super) fn after(&self, said: &str) -> Option<&str> {
        let body = |piece: &&Piece| !matches!(piece.place, Place::Greeting | Place::SignOff | Place::Line);
        let at = self.0.iter().position(|piece| piece.said[0] == said)?;
        let next = self.0[at + 1..].iter().filter(body).find(|piece| piece.drop == KEEP)?;
        next.said.first().map(String::as_str)
    }

    /// Puts other words in place of a sentence; without any, leaves it out.
    pub(super) fn replace(&mut self, said: &str, other: Vec<String>) {
        let Some(at) = self.0.iter().position(|piece| piece.said[0] == said) else { return };
        if other.is_empty() {
            self.0.remove(at);
        } else {
            self.0[at].said = other;
        }
    }

    /// Leaves what must stay and who signs; in a letter also the greeting.
    pub(super) fn keep(&mut self, letter: bool) {
        self.0.retain(|piece| match piece.place {
            Place::Greeting => letter,
            Place::SignOff => true,
            _ => piece.drop == KEEP,
        });
    }

    /// The text and its length: pieces go until it fits; if what must stay is still too long, shorter words are taken for it.
    pub(super) fn text(mut self, limit: Limit, letter: bool) -> Fitted {
        let mut lacks_room = false;
        loop {
            let text = self.joined(letter);
            let length = Length::of(&text, limit);
            if length.fits() {
                return Fitted { text, length, lacks_room };
            }
            let last = self
                .0
                .iter()
                .enumerate()
                .filter(|(_, piece)| piece.drop > KEEP)
                .max_by_key(|(at, piece)| (piece.drop, *at));
            if let Some((at, _)) = last {
                self.0.remove(at);
            } else if let Some(piece) =
                self.0.iter_mut().filter(|piece| piece.said.len() > 1).max_by_key(|piece| piece.said[0].len())
            {
                piece.said.remove(0);
                lacks_room = true;
            } else {
                return Fitted { text, length, lacks_room: true };
            }
        }
    }

    fn joined(&self, letter: bool) -> String {
        let mut text = String::new();
        let (mut greeted, mut listed) = (false, false);
        for piece in &self.0 {
            let said = &piece.said[0];
            match piece.place {
                _ if text.is_empty() => {}
                Place::Line | Place::Steps if !letter => text.push('\n'),
                _ if listed => text.push_str(if letter { "\n\n" } else { "\n" }),
                Place::SignOff => text.push_str(if letter { "\n\n" } else { "\n" }),
                Place::Paragraph | Place::Line | Place::Steps if letter => text.push_str("\n\n"),
                _ if greeted && letter => text.push_str("\n\n"),
                _ => text.push(' '),
            }
            text.push_str(&if greeted && !letter { after_comma(said) } else { capital(said) });
            greeted = piece.place == Place::Greeting;
            listed = piece.place == Place::Steps;
        }
        text
    }
}

/// The text as it goes on after "Hi Ann,": the first letter in lower case, unless the first word is "I".
fn after_comma(text: &str) -> Cow<'_, str> {
    let first = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    if first == "I" || first.chars().skip(1).any(char::is_uppercase) {
        return text.into();
    }
    let mut chars = text.chars();
    let first = chars.next().into_iter().flat_map(char::to_lowercase);
    first.chain(chars).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use twoears_core::decide::Unit;

    fn pieces() -> Pieces {
        let mut pieces = Pieces::default();
        let one = |text: &str| vec![text.to_owned()];
        pieces.add(one("Hi Ann,"), KEEP, Place::Greeting);
        pieces.add(vec!["Sorry about all that.".into(), "Sorry.".into()], KEEP, Place::Body);
        pieces.add(one("Tell me more."), 5, Place::Paragraph);
        pieces.add(one("Mia"), 3, Place::SignOff);
        pieces.add(Vec::new(), KEEP, Place::Body);
        pieces
    }

    #[test]
    fn what_matters_least_goes_first() {
        let text = |most| pieces().text(Limit::new(most, Unit::Chars), false).text;
        assert_eq!(text(100), "Hi Ann, sorry about all that. Tell me more.\nMia");
        assert_eq!(text(40), "Hi Ann, sorry about all that.\nMia");
        assert_eq!(text(30), "Hi Ann, sorry about all that.");
        assert_eq!(text(14), "Hi Ann, sorry.");
    }

    #[test]
    fn the_short_form_is_what_must_stay() {
        let text = |letter| {
            let mut pieces = pieces();
            pieces.keep(letter);
            pieces.text(Limit::new(100, Unit::Chars), letter).text
        };
        assert_eq!(text(false), "Sorry about all that.\nMia");
        assert_eq!(text(true), "Hi Ann,\n\nSorry about all that.\n\nMia");
    }

    #[test]
    fn a_letter_has_paragraphs() {
        let text = pieces().text(Limit::new(100, Unit::Chars), true).text;
        assert_eq!(text, "Hi Ann,\n\nSorry about all that.\n\nTell me more.\n\nMia");
    }
}
