//! Passport numbers: the shapes of many countries near a word for it.

use super::identifier::{Alone, Identifier, and_codes, any, find};
use super::recognizer::{PrivateKind, Recognizer};
use crate::RuleId;

/// A passport number (ICAO Doc 9303: at most nine letters and digits; the shapes are those that countries print).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.passport"),
    kind: PrivateKind::Passport,
    says: "a passport number",
    check: "the shape of a country's passports near a word like passport, or a code right after it",
    maybe: |hints| hints.digits >= 3,
    find: |look| {
        let length = |text: &str| (6..=10).contains(&text.bytes().filter(u8::is_ascii_alphanumeric).count());
        and_codes(look, find(look, &NUMBER), PrivateKind::Passport, length)
    },
};

const NUMBER: Identifier = Identifier {
    shapes: &[
        "999 999 999", // United Kingdom, United States, Ireland
        "99AA99999",   // France
        "AAA999999",   // Spain
        "AA 9999999",  // Italy, Japan, Poland
        "A 99999999",  // United States, China, Korea, Mexico
        "A********",   // Germany, Netherlands
        "AA 999999",   // Canada, Brazil
        "A 9999999",   // India, Australia, Switzerland
        "99999999",    // Sweden, Norway
    ],
    fits: |bare| bare.iter().filter(|byte| byte.is_ascii_digit()).count() >= 3,
    sum: any,
    words: &[
        "passport",
        "passports",
        "passport number",
        "passport no",
        "pp no",
        "reisepass",
        "reisepassnummer",
        "passnummer",
        "passeport",
        "pasaporte",
        "passaporto",
        "passaporte",
        "paspoort",
        "paspoortnummer",
        "paszport",
        "paszportu",
    ],
    alone: Alone::Never,
};

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("Passport number is 533019274", "533019274"),
                ("my passport: A12345678", "A12345678"),
                ("Reisepass C01X00T47 bitte", "C01X00T47"),
                ("passport J8369854", "J8369854"),
                ("passeport 12AB34567", "12AB34567"),
                ("pasaporte PAB123456", "PAB123456"),
                ("K1234567 is my passport number", "K1234567"),
                ("passport no 533 019 274", "533 019 274"),
                ("passport PA-55120", "PA-55120"),
            ],
            &[
                "my passport runs out in 2027",
                "533019274",
                "passport, and order 533019274",
                "passport expires 12/03/2027",
                "the passport office on 0300 222 0000",
                "my passport is 12 days late",
                "passport control at gate B42",
                "lost my passport on flight BA1234",
                "passports stolen, so we missed N3VMM2 to London",
            ],
        );
    }
}
