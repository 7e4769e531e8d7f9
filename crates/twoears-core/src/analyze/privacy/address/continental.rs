//! Streets as written on the continent: `Hauptstr. 5`, `12 bis, rue de la Paix`, `Calle Mayor 5`, `Via Roma 12`.

use super::{Place, street};

/// Words in the name of a street.
const NAME: usize = 3;

impl Place<'_> {
    /// `Hauptstr. 5`, `Lindenstraße 12a`, `Berliner Straße 5`, `Keizersgracht 12`.
    pub(super) fn german(&self, number: usize) -> Option<(usize, usize)> {
        let dot = usize::from(number >= 2 && self.part(number - 1) == ".");
        let street = number.checked_sub(1 + dot)?;
        let part = self.part(street);
        if dot == 1 && !part.ends_with("str") {
            return None;
        }
        if self.capital(street) && street::german(part) {
            return Some((street, number));
        }
        let before = street.checked_sub(1).filter(|at| self.capital(*at) && street::named(self.part(*at)))?;
        (self.capital(street) && matches!(part, "straße" | "strasse" | "str" | "weg" | "allee" | "platz"))
            .then_some((before, number))
    }

    /// `12 rue de la Paix`, `Calle Mayor 5`.
    pub(super) fn french(&self, number: usize) -> Option<(usize, usize)> {
        let gap = usize::from(matches!(self.part(number + 1), "," | "bis" | "ter"));
        let gap = gap + usize::from(gap == 1 && self.part(number + 2) == ",");
        let way = number + 1 + gap;
        if street::rue(self.part(way)) {
            let dot = usize::from(self.part(way + 1) == ".");
            let last = (way + 1 + dot..way + 5 + dot)
                .take_while(|at| self.word(*at))
                .filter(|at| self.capital(*at))
                .last()?;
            return Some((number, last));
        }
        let first = (1..=NAME + 1)
            .filter_map(|back| number.checked_sub(back))
            .find(|at| street::rue(self.part(*at)))?;
        // One flies `via` a place.
        let before = first.checked_sub(1).map_or("", |at| self.part(at));
        if self.part(first) == "via" && !self.capital(first) && !matches!(before, "in" | "abito" | "a") {
            return None;
        }
        let named = (first + 1..number).all(|at| {
            self.capital(at) || matches!(self.part(at), "de" | "," | "la" | "del" | "di" | "n" | ".")
        });
        (named && first + 1 < number && (self.capital(first + 1) || number > first + 2))
            .then_some((first, number))
    }
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::{address::RECOGNIZER, testing::found};

    #[test]
    fn streets() {
        for (text, address) in [
            ("ich wohne Berliner Straße 5", "Berliner Straße 5"),
            ("Marktplatz 3, 10115 Berlin", "Marktplatz 3, 10115 Berlin"),
            ("Keizersgracht 12, 1015 CS Amsterdam", "Keizersgracht 12, 1015 CS Amsterdam"),
            ("12 bis, rue de la Paix, 75002 Paris", "12 bis, rue de la Paix, 75002 Paris"),
            ("au 8 bd Voltaire merci", "8 bd Voltaire"),
            ("vivo en Calle de Alcalá 45, 28014 Madrid", "Calle de Alcalá 45, 28014 Madrid"),
            ("abito in via Roma 12, 00184 Roma", "via Roma 12, 00184 Roma"),
            ("Piazza Navona 3", "Piazza Navona 3"),
        ] {
            assert_eq!(found(&RECOGNIZER, text), [address], "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "Sitzplatz 12",
            "Stellplatz 4",
            "flew via Miami 3 times",
            "Straße 5",
            "12 place settings",
            "Kreditkarte 12",
            "corso di 12 ore",
        ] {
            assert!(found(&RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
