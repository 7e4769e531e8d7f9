//! Streets in the English order: `Flat 3, 22 Weaver Street`, `350 W 42nd St NW`, `Flat 4B, Lake View Road`.

use super::{Place, street};
use crate::listen::TokenKind;

/// Words in the name of a street.
const NAME: usize = 4;
/// Tokens of a box number in groups.
const BOX: usize = 4;

impl Place<'_> {
    /// The first and the last token of the street around the house number.
    pub(super) fn english(&self, number: usize) -> Option<(usize, usize)> {
        // `Flat 4B, Lake View Road`: the number is the flat's and the house has a name alone.
        let flat = number > 0 && street::flat(self.part(number - 1)) && self.part(number + 1) == ",";
        let from = if flat { number + 2 } else { number + 1 };
        let start = if flat { number - 1 } else { self.flat(self.range(number)) };
        if !self.named(from) {
            return None;
        }
        if self.part(from) == "broadway" && self.capital(from) {
            return Some((start, from));
        }
        let last = (from + 1..=from + NAME)
            .take_while(|at| self.named(*at))
            .find(|at| self.word(*at) && street::ends(self.part(*at)))?;
        // `Lake View Road`: the last of two endings.
        let more = self.capital(last + 1) && street::ends(self.part(last + 1));
        let last = last + usize::from(more);
        let capitals =
            (from..last).all(|at| !self.word(at) || (self.capital(at) && street::named(self.part(at))));
        // In small letters only `14 heron lane` after a word like flat or at, and one of the plainest streets; or
        // with a state and a ZIP code behind.
        let plain = street::plain(self.part(last));
        let led = number > 0 && matches!(self.part(number - 1), "at" | "is" | "to" | "live" | "address");
        let first = self.part(from);
        let short = last == from + 1 && street::named(first) && !street::small(first);
        let small = plain && short && (led || start < number);
        let large = capitals && ((plain && last == from + 1) || self.capital(last));
        if !(large || small || self.anchored(last)) {
            return None;
        }
        let dotted = self.part(last + 1) == "."
            && self.part(last).len() <= 4
            && matches!(self.part(last + 2), "," | "apt" | "suite" | "unit");
        let last = last + usize::from(dotted);
        let towards =
            "n s e w ne nw se sw north south east west".split(' ').any(|way| way == self.part(last + 1));
        Some((start, last + usize::from(towards && self.capital(last + 1))))
    }

    /// A word or an ordinal, as in the name of a street.
    fn named(&self, at: usize) -> bool {
        let ordinal = || {
            let part = self.part(at);
            part.starts_with(|c: char| c.is_ascii_digit())
                && ["st", "nd", "rd", "th"].iter().any(|end| part.ends_with(end))
        };
        self.word(at) || ordinal()
    }

    /// The first number of `12-14`.
    fn range(&self, number: usize) -> usize {
        match number.checked_sub(2) {
            Some(first) if self.part(number - 1) == "-" && self.house(first) => first,
            _ => number,
        }
    }

    /// The first token of `Flat 3,` before the house number, or the number itself.
    fn flat(&self, number: usize) -> usize {
        let comma = usize::from(number >= 1 && self.part(number - 1) == ",");
        match number.checked_sub(2 + comma) {
            Some(first) if street::flat(self.part(first)) => first,
            _ => number,
        }
    }

    /// `PO Box 1234`, `P.O. Box 12`, `Postfach 10 12 34`.
    pub(super) fn boxed(&self, number: usize) -> Option<(usize, usize)> {
        let back = |by: usize| number.checked_sub(by).map_or("", |at| self.part(at));
        let capital = |by: usize| number.checked_sub(by).is_some_and(|at| self.capital(at));
        let first = match (back(1), back(2)) {
            ("postfach" | "postbus", _) if capital(1) => number - 1,
            ("box", "po") if capital(1) || capital(2) => number - 2,
            ("box", ".") if back(3) == "o" && back(5) == "p" => number - 5,
            _ => return None,
        };
        let more = |at: &usize| self.tokens.get(*at).is_some_and(|token| token.kind == TokenKind::Number);
        let groups = (number + 1..number + BOX).take_while(more).count();
        Some((first, self.tail(number + groups)))
    }
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::{address::RECOGNIZER, testing::found};

    #[test]
    fn streets() {
        for (text, address) in [
            ("it is 350 W 42nd St NW please", "350 W 42nd St NW"),
            ("12-14 High Street", "12-14 High Street"),
            ("Flat 4B, Lake View Road, Bengaluru 560001", "Flat 4B, Lake View Road, Bengaluru 560001"),
            ("1515 Broadway, New York, NY 10036", "1515 Broadway, New York, NY 10036"),
            ("P.O. Box 12", "P.O. Box 12"),
            ("sure 9520 fairs farm road charlotte nc 28213", "9520 fairs farm road charlotte nc 28213"),
        ] {
            assert_eq!(found(&RECOGNIZER, text), [address], "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "took 20 minutes down the road to charlotte",
            "2 hours on the road",
            "waited 3 days at the Gate",
            "flat 5 minutes late",
            "my box 12 is broken",
        ] {
            assert!(found(&RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
