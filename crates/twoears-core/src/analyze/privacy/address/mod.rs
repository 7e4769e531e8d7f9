//! Postal addresses: a house number and a street, with the flat before and the town, region and postcode behind.

mod continental;
mod english;
mod street;
mod tail;

use super::recognizer::{PrivateKind, Recognizer};
use crate::listen::{Heard, Token, TokenKind};
use crate::{RuleId, Span};

/// A house number and a street, in the English, German, Dutch, French, Spanish and Italian order, or a box.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.address"),
    kind: PrivateKind::Address,
    says: "a street address",
    check: "a street with its number and what usually follows it",
    maybe: |hints| hints.numbers >= 1 && hints.digits >= 1,
    find: |look| find(look.heard),
};

/// Tokens before an address that may say it is public.
const PUBLIC_REACH: usize = 4;
fn find(heard: &Heard) -> Vec<Span> {
    let place = Place { text: heard.text(), lower: heard.lower(), tokens: heard.tokens() };
    let mut spans = Vec::new();
    let mut at = 0;
    while at < place.tokens.len() {
        let token = place.tokens[at];
        let found = match token.kind {
            TokenKind::Number if place.house(at) && !place.public(at) => {
                let street = place.english(at).or_else(|| place.german(at)).or_else(|| place.french(at));
                street.map(|(first, last)| (first, place.tail(last))).or_else(|| place.boxed(at))
            }
            _ => None,
        };
        match found {
            Some((first, last)) => {
                spans.push(Span { start: place.tokens[first].span.start, end: place.tokens[last].span.end });
                at = last + 1;
            }
            None => at += 1,
        }
    }
    spans
}

struct Place<'a> {
    text: &'a str,
    lower: &'a str,
    tokens: &'a [Token],
}

impl Place<'_> {
    fn part(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.lower))
    }

    fn word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    fn capital(&self, at: usize) -> bool {
        self.word(at) && self.tokens[at].span.of(self.text).chars().next().is_some_and(char::is_uppercase)
    }

    /// Is it where something public stands, such as a shop or a pothole?
    fn public(&self, at: usize) -> bool {
        let before =
            self.tokens[at.saturating_sub(PUBLIC_REACH)..at].iter().rev().map(|t| t.span.of(self.lower));
        before.take_while(|part| *part != ".").any(street::public)
    }

    /// A house number: up to five digits and a letter.
    fn house(&self, at: usize) -> bool {
        let part = self.part(at).as_bytes();
        let digits = part.iter().take_while(|b| b.is_ascii_digit()).count();
        let tail = &part[digits..];
        (1..=5).contains(&digits) && (tail.is_empty() || (tail.len() == 1 && tail[0].is_ascii_lowercase()))
    }
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::found;

    #[test]
    fn addresses() {
        for (text, address) in [
            ("i've moved to 14 Heron Lane, can you", "14 Heron Lane"),
            ("find me: Flat 3, 22 Weaver Street", "Flat 3, 22 Weaver Street"),
            ("8 Tanner's Row, Netherwick.", "8 Tanner's Row, Netherwick"),
            ("22a Millrace Lane.", "22a Millrace Lane"),
            ("to 2207 Wexham Drive in Lansing", "2207 Wexham Drive"),
            ("i live at 14 heron lane", "14 heron lane"),
            ("Ich wohne Hauptstr. 5 in Kiel", "Hauptstr. 5"),
            ("Lindenstraße 12a", "Lindenstraße 12a"),
            ("au 12 rue de la Paix merci", "12 rue de la Paix"),
            ("en Calle Mayor 5", "Calle Mayor 5"),
            ("Send it to PO Box 1234, Dayton, OH 45402", "PO Box 1234, Dayton, OH 45402"),
            ("an Postfach 10 12 34", "Postfach 10 12 34"),
            ("10 Downing Street", "10 Downing Street"),
        ] {
            assert_eq!(found(&super::RECOGNIZER, text), [address], "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "queue down Station Road this morning",
            "20 people in the lane",
            "1 person on the road",
            "2 hours late. Close it",
            "at 5 Please Close my account",
            "5 stars",
            "2 Park tickets please",
            "lunch at 5 Guys today",
            "stuck on Route 66 for hours",
            "flying via Dubai 2 days ago",
            "a po box 5 years ago",
            "Sitzplatz 12",
            "3 the street",
            "12 Order Way",
        ] {
            assert!(found(&super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
