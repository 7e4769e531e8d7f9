//! What follows a street: a flat, a town, a region, a postcode, with commas, blanks or line breaks between.

use super::{Place, street};
use crate::listen::TokenKind;

/// Parts behind a street.
const PARTS: usize = 5;
/// Words of a town.
const TOWN: usize = 3;

/// States of the United States (USPS), provinces of Canada (Canada Post) and states of Australia (Australia Post).
const REGIONS: &str = "al ak az ar ca co ct de dc fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny \
    nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy ab bc mb nb nl ns nt nu on pe qc sk yt nsw vic qld sa tas act";

impl Place<'_> {
    /// The last token of what belongs to the address that has token `last` as its last so far.
    pub(super) fn tail(&self, last: usize) -> usize {
        let (mut last, mut town) = (last, false);
        for _ in 0..PARTS {
            let gap = usize::from(matches!(self.part(last + 1), "," | ";"));
            let at = last + 1 + gap;
            let line = self.broken(at);
            let next = if let Some(end) = self.unit(at) {
                end
            } else if let Some(end) = self.code_first(at).filter(|_| gap > 0 || line) {
                town = true;
                end
            } else if town && self.region(at) {
                at
            } else if let Some(end) = self.code(at).filter(|_| town) {
                return end;
            } else if let Some(end) = self.town(at).filter(|_| !town && (gap > 0 || line)) {
                town = true;
                end
            } else if let Some(end) = self.anchor(last) {
                return end;
            } else {
                break;
            };
            last = next;
        }
        last
    }

    /// Do a town, a state and a ZIP code follow token `last`?
    pub(super) fn anchored(&self, last: usize) -> bool {
        self.anchor(last).is_some()
    }

    /// The ZIP code of `charlotte nc 28213` behind token `last`.
    fn anchor(&self, last: usize) -> Option<usize> {
        let comma = |at: usize| at + usize::from(self.part(at) == ",");
        let first = comma(last + 1);
        let words = (first..=first + TOWN).take_while(|at| self.word(*at)).count();
        (1..=words).map(|by| comma(first + by)).find_map(|state| {
            let zip = comma(state + 1);
            (self.region(state) && self.digits(zip) == 5).then_some(zip)
        })
    }

    /// Is a line break before the token?
    fn broken(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at).filter(|_| at > 0) else { return false };
        self.text[self.tokens[at - 1].span.end as usize..token.span.start as usize].contains('\n')
    }

    /// `Apt 4B`, `# 12`.
    fn unit(&self, at: usize) -> Option<usize> {
        let lead =
            street::flat(self.part(at)) || matches!(self.part(at), "#" | "ste" | "floor" | "room" | "wing");
        let number = self.tokens.get(at + 1).is_some_and(|token| token.kind == TokenKind::Number);
        let letter = self.part(at + 1).len() == 1 && self.capital(at + 1);
        (lead && (number || letter)).then_some(at + 1)
    }

    /// `10115 Berlin`, `1015 CS Amsterdam`: the last token of the town.
    fn code_first(&self, at: usize) -> Option<usize> {
        let dutch = self.digits(at) == 4 && self.part(at + 1).len() == 2 && self.capital(at + 1);
        let town = match self.digits(at) {
            4 if dutch => at + 2,
            4 | 5 => at + 1,
            _ => return None,
        };
        let words =
            (town..town + TOWN).take_while(|at| self.capital(*at) && street::named(self.part(*at))).count();
        words.checked_sub(1).map(|more| town + more)
    }

    /// `Netherwick`, `New York`: the last token of a town, if a mark, a number, a region or the end follows.
    fn town(&self, at: usize) -> Option<usize> {
        let fits = |at: &usize| {
            let known =
                matches!(self.part(*at), "new" | "west" | "north" | "south" | "east" | "london" | "city");
            self.capital(*at) && self.part(*at).len() > 2 && (known || street::town(self.part(*at)))
        };
        let words = (at..at + TOWN).take_while(fits).count();
        let end = at + words.checked_sub(1)?;
        let closed = match self.tokens.get(end + 1) {
            None => true,
            Some(next) => {
                matches!(self.part(end + 1), "." | "," | "\"" | ")" | "-")
                    || next.kind == TokenKind::Number
                    || self.region(end + 1)
                    || self.broken(end + 1)
            }
        };
        closed.then_some(end)
    }

    fn region(&self, at: usize) -> bool {
        let part = self.part(at);
        (2..=3).contains(&part.len()) && REGIONS.split_ascii_whitespace().any(|known| known == part)
    }

    /// `62704`, `62704-1234`, `560001`, `- 560001`, `K1A 0B1`, `LS99 4QT`: its last token, behind a town.
    fn code(&self, at: usize) -> Option<usize> {
        let at = at + usize::from(self.part(at) == "-");
        let plus = self.part(at + 1) == "-" && self.digits(at + 2) == 4;
        match self.digits(at) {
            5 if plus => return Some(at + 2),
            4..=6 => return Some(at),
            _ => {}
        }
        let start = self.tokens.get(at)?.span.start as usize;
        let len = super::super::postcode::letters(&self.text.as_bytes()[start..])?;
        let end = start + len;
        Some(self.tokens.partition_point(|token| (token.span.end as usize) < end))
    }

    /// How many digits the token is made of; 0 when it holds anything else.
    fn digits(&self, at: usize) -> usize {
        let part = self.part(at);
        if part.bytes().all(|b| b.is_ascii_digit()) { part.len() } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::{address::RECOGNIZER, testing::found};

    #[test]
    fn whole_addresses() {
        for (text, address) in [
            (
                "14 Heron Lane, Apt 4B, Springfield, IL 62704-1234",
                "14 Heron Lane, Apt 4B, Springfield, IL 62704-1234",
            ),
            ("Rosa\n8 Mill Road\nNetherwick\nLS99 4QT\nthanks", "8 Mill Road\nNetherwick\nLS99 4QT"),
            ("at 12 King Street West, Toronto, ON M5H 1A1.", "12 King Street West, Toronto, ON M5H 1A1"),
            ("to 7 Wattle Grove, Parramatta NSW 2150", "7 Wattle Grove, Parramatta NSW 2150"),
            ("22 Weaver Street, London", "22 Weaver Street, London"),
            ("5 Elm Road please", "5 Elm Road"),
        ] {
            assert_eq!(found(&RECOGNIZER, text), [address], "{text}");
        }
    }

    #[test]
    fn what_does_not_belong() {
        for (text, address) in [
            ("8 Mill Road, LS99 4QT", "8 Mill Road"),
            ("8 Mill Road, Please call", "8 Mill Road"),
            ("8 Mill Road, and 20 boxes", "8 Mill Road"),
            ("8 Mill Road\nOrder 4471902", "8 Mill Road"),
        ] {
            assert_eq!(found(&RECOGNIZER, text), [address], "{text}");
        }
    }
}
