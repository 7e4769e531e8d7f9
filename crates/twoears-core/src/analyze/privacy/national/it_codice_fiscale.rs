//! Italy: codice fiscale.

use super::sums::value;
use super::{Alone, Identifier, PrivateKind, Recognizer, find};
use crate::RuleId;

/// A tax code: letters of the names, year, month letter, day (plus 40 for women), place, and a check letter; digits
/// may be letters where two people would share a code (Agenzia delle Entrate, decreto ministeriale 23 December
/// 1976).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.it_codice_fiscale"),
    kind: PrivateKind::NationalId,
    says: "an Italian tax code",
    check: "month letter, day, and the check letter",
    maybe: |hints| hints.stretch >= 3,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["AAA AAA **A** A***A"],
    fits,
    sum,
    words: &["codice fiscale", "cod. fiscale", "cod fiscale", "cf", "c.f", "tessera sanitaria"],
    alone: Alone::Always,
};

/// The places of digits, which may also be one of `LMNPQRSTUV`.
const DIGITS: [usize; 7] = [6, 7, 9, 10, 12, 13, 14];

fn fits(bare: &[u8]) -> bool {
    let digit = |at: usize| match bare[at] {
        b'0'..=b'9' => Some(bare[at] - b'0'),
        letter => b"LMNPQRSTUV".iter().position(|one| *one == letter).map(|at| at as u8),
    };
    let day = digit(9).zip(digit(10)).map_or(0, |(tens, ones)| tens * 10 + ones);
    DIGITS.iter().all(|at| digit(*at).is_some())
        && b"ABCDEHLMPRST".contains(&bare[8])
        && matches!(day, 1..=31 | 41..=71)
}

/// Odd places (from one) count as these, even ones as their own value; letters as A = 0.
fn sum(bare: &[u8]) -> bool {
    const ODD: [u32; 26] =
        [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
    let place = |byte: u8| value(byte) % 36 - if byte.is_ascii_digit() { 0 } else { 10 };
    let counted = bare[..15].iter().enumerate().map(|(at, byte)| {
        let value = place(*byte);
        if at % 2 == 0 { ODD[value as usize] } else { value }
    });
    counted.sum::<u32>() % 26 == place(bare[15])
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("RSSMRA85T10A562S", "RSSMRA85T10A562S"),
                ("codice fiscale rssmra85t10a562s", "rssmra85t10a562s"),
                ("RSS MRA 85T10 A562S", "RSS MRA 85T10 A562S"),
                ("RSSMRA85T10A56NH", "RSSMRA85T10A56NH"),
                ("CF: RSSMRA85T10A562T", "RSSMRA85T10A562T"),
            ],
            &[
                "RSSMRA85T10A562T",
                "RSSMRA85Z10A562S",
                "RSSMRA85T32A562S",
                "ordine RSSMRA85T10A562S",
                "rssmra85t10a562s",
            ],
        );
    }
}
