//! Street addresses: a house number and a street, with the flat before and the town behind.

use super::recognizer::{PrivateKind, Recognizer};
use super::street;
use crate::listen::{Heard, Token, TokenKind};
use crate::{RuleId, Span};

/// A house number and a street, in the English, German, French and Spanish order.
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
/// Words in the name of a street.
const NAME: usize = 3;

fn find(heard: &Heard) -> Vec<Span> {
    let place = Place { text: heard.text(), lower: heard.lower(), tokens: heard.tokens() };
    let mut spans = Vec::new();
    let mut at = 0;
    while at < place.tokens.len() {
        let token = place.tokens[at];
        let found = match token.kind {
            TokenKind::Number if place.house(at) && !place.public(at) => {
                place.english(at).or_else(|| place.german(at)).or_else(|| place.french(at))
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

    /// `Flat 3, 22 Weaver Street`, `8 Tanner's Row, Netherwick`.
    fn english(&self, number: usize) -> Option<(usize, usize)> {
        if !self.word(number + 1) {
            return None;
        }
        let last =
            (number + 2..=number + 1 + NAME).find(|at| self.word(*at) && street::ends(self.part(*at)))?;
        let mut name = number + 1..last;
        let first = self.part(number + 1);
        let capitals = name.all(|at| self.capital(at) && street::named(self.part(at)));
        // In small letters only `14 heron lane` after a word like flat or at, and one of the plainest streets.
        let plain = last == number + 2 && street::plain(self.part(last));
        let led = number > 0 && matches!(self.part(number - 1), "at" | "is" | "to" | "live" | "address");
        let small = (led || self.flat(number) < number) && street::named(first) && !street::small(first);
        if !((capitals && (plain || self.capital(last))) || (plain && small)) {
            return None;
        }
        let dotted = self.part(last + 1) == "." && self.part(last).len() <= 3 && self.part(last + 2) == ",";
        Some((self.flat(number), self.town(last + usize::from(dotted))))
    }

    /// `Hauptstr. 5`, `Lindenstraße 12a`, `Am Waldweg 3`.
    fn german(&self, number: usize) -> Option<(usize, usize)> {
        let dot = usize::from(number >= 2 && self.part(number - 1) == ".");
        let street = number.checked_sub(1 + dot)?;
        let part = self.part(street);
        (self.capital(street) && street::german(part) && (dot == 0 || part.ends_with("str")))
            .then_some((street, number))
    }

    /// `12 rue de la Paix`, `Calle Mayor 5`.
    fn french(&self, number: usize) -> Option<(usize, usize)> {
        if street::rue(self.part(number + 1)) {
            let last = (number + 2..number + 6)
                .take_while(|at| self.word(*at))
                .filter(|at| self.capital(*at))
                .last()?;
            return Some((number, last));
        }
        let first = (1..=NAME + 1)
            .filter_map(|back| number.checked_sub(back))
            .find(|at| street::rue(self.part(*at)))?;
        let named =
            (first + 1..number).all(|at| self.capital(at) || self.part(at) == "de" || self.part(at) == ",");
        (named && first + 1 < number).then_some((first, number))
    }

    /// The first token of `Flat 3,` before the house number, or the number itself.
    fn flat(&self, number: usize) -> usize {
        let comma = usize::from(number >= 1 && self.part(number - 1) == ",");
        match number.checked_sub(2 + comma) {
            Some(first) if street::flat(self.part(first)) => first,
            _ => number,
        }
    }

    /// The last token of `, Netherwick` behind the street, or the street itself.
    fn town(&self, last: usize) -> usize {
        let town = last + 2;
        let named = self.part(last + 1) == "," && self.capital(town) && street::named(self.part(town));
        let ends = match self.tokens.get(town + 1) {
            None => true,
            Some(next) => {
                matches!(self.part(town + 1), "." | "," | "\"" | ")") || next.kind == TokenKind::Number
            }
        };
        if named && ends { town } else { last }
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
            "Sitzplatz 12",
            "3 the street",
            "12 Order Way",
        ] {
            assert!(found(&super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
