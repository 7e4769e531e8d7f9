//! Finland: henkilötunnus (HETU).

use super::sums::{date, number};
use super::{Alone, Identifier, PrivateKind, Recognizer};
use crate::RuleId;
use crate::analyze::privacy::identifier::find_any;

/// A personal identity code: date of birth, a sign for the century, serial, and the sign of the remainder of 31
/// (Digi- ja väestötietovirasto; the signs of 2023 included).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.fi_hetu"),
    kind: PrivateKind::NationalId,
    says: "a Finnish personal identity code",
    check: "the date within it; the sign of the remainder of 31; a word like HETU near where it is all digits",
    maybe: |hints| hints.stretch >= 9,
    find: |look| find_any(look, &NUMBERS),
};

const WORDS: &[&str] =
    &["hetu", "henkilötunnus", "henkilotunnus", "henkilötunnukseni", "sotu", "personbeteckning"];

const NUMBERS: [Identifier; 2] = [
    Identifier { shapes: &["999999A999*", "999999-999A"], fits, sum, words: WORDS, alone: Alone::Always },
    Identifier { shapes: &["999999-9999"], fits, sum, words: WORDS, alone: Alone::Never },
];

/// The mark of the years 1900 to 1999 is a dash, which is no part of the bare number.
fn fits(bare: &[u8]) -> bool {
    let century = bare.len() == 10 || b"ABCDEFYXWVU".contains(&bare[6]);
    date(&bare[..2], &bare[2..4]) && century
}

fn sum(bare: &[u8]) -> bool {
    let serial = &bare[bare.len() - 4..bare.len() - 1];
    let rest = (number(&bare[..6]) * 1000 + number(serial)) % 31;
    b"0123456789ABCDEFHJKLMNPRSTUVWXY"[rest as usize] == bare[bare.len() - 1]
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("131052-308T", "131052-308T"),
                ("hetu 131052-308T", "131052-308T"),
                ("010100A101P", "010100A101P"),
                ("hetu 010150-1130", "010150-1130"),
                ("henkilötunnus: 131052-308U", "131052-308U"),
            ],
            &["131052-308U", "131352-308T", "order 131052-308T", "131052-308t", "010150-1130"],
        );
    }
}
