//! Numbers of driving licences: British and Indian ones by their shape, others near a word for it.

use super::identifier::{Alone, Identifier, find_any};
use super::recognizer::{PrivateKind, Recognizer};
use super::states;
use super::sums::{date, number};
use crate::RuleId;

/// The number of a driving licence.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.driving_licence"),
    kind: PrivateKind::DrivingLicence,
    says: "the number of a driving licence",
    check: "the parts of a British or Indian number, or the shape of another country's near a word for it",
    maybe: |hints| hints.digits >= 6 && hints.codes > 0,
    find: |look| find_any(look, &NUMBERS),
};

const WORDS: &[&str] = &[
    "driving licence",
    "driving license",
    "driver's licence",
    "driver's license",
    "drivers licence",
    "drivers license",
    "driver licence",
    "driver license",
    "dl",
    "dln",
    "führerschein",
    "fuehrerschein",
    "führerscheinnummer",
    "permis",
    "permis de conduire",
    "rijbewijs",
    "rijbewijsnummer",
    "patente",
    "carnet de conducir",
    "permiso de conducir",
    "licencia de conducir",
    "carta de condução",
    "cnh",
    "prawo jazdy",
    "körkort",
];

const NUMBERS: [Identifier; 3] = [
    Identifier {
        shapes: &["***** 999999 **9**", "*****999999 **9**"],
        fits: british,
        sum: |_| true,
        words: WORDS,
        alone: Alone::Always,
    },
    Identifier {
        shapes: &["AA99 9999 9999999", "AA-99-9999-9999999", "AA99-99999999999", "AA-9999999999999"],
        fits: |bare| states::indian(&bare[..2]) && matches!(&bare[4..6], b"19" | b"20"),
        sum: |_| true,
        words: WORDS,
        alone: Alone::Always,
    },
    Identifier {
        shapes: SHAPES,
        fits: |bare| bare.iter().filter(|byte| byte.is_ascii_digit()).count() >= 4,
        // Seven digits say little: right after the word only.
        sum: |bare| bare.len() >= 8,
        words: WORDS,
        alone: Alone::Never,
    },
];

/// States of the US (AAMVA, D20 data dictionary), provinces, and other countries.
const SHAPES: &[&str] = &[
    "A9999-99999-99999", // New Jersey, Ontario
    "A999-9999-9999-99", // Wisconsin
    "A999-999-99-999-9", // Florida
    "A-999-999-999-999", // Maryland, Michigan
    "A9999-999999-99",   // Quebec
    "A999-9999-9999",    // Illinois
    "999999999999",      // France
    "A99********",       // Germany
    "9999999999",        // Netherlands
    "AA9999999A",        // Italy
    "99999999A",         // Spain
    "AA9999999",
    "A99999999",
    "999 999 999", // New York
    "99 999 999",  // Pennsylvania, Texas
    "AA999999",    // Ohio
    "A9999999",    // California
    "9999999",
];

/// Five of the last name, filled up with 9; the year's tens, month (plus 50 for women), day, the year's ones; two
/// initials, 9 for none; a digit and two signs (DVLA, INF45).
fn british(bare: &[u8]) -> bool {
    let (name, born, initials) = (&bare[..5], &bare[5..11], &bare[11..13]);
    let letters = name.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let filled = |rest: &[u8]| rest.iter().all(|byte| *byte == b'9');
    let month = number(&born[1..3]);
    letters > 0
        && filled(&name[letters..])
        && date(&born[3..5], &born[1..3])
            .max(matches!(month, 51..=62) && (1..=31).contains(&number(&born[3..5])))
        && initials.iter().all(|byte| byte.is_ascii_uppercase() || *byte == b'9')
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("MORGA657054SM9IJ", "MORGA657054SM9IJ"),
                ("it's FOX99 809041 J99AA", "FOX99 809041 J99AA"),
                ("my driving licence is morga657054sm9ij", "morga657054sm9ij"),
                ("MH12 20110012345", "MH12 20110012345"),
                ("DL-1420110012345", "DL-1420110012345"),
                ("driver's license D1234567", "D1234567"),
                ("Driver’s license number: A123-4567-8901", "A123-4567-8901"),
                ("my DL is 12345678", "12345678"),
                ("Führerschein B072RRE2I55", "B072RRE2I55"),
                ("permis de conduire 123456789012", "123456789012"),
                ("12345678 is my driving licence number", "12345678"),
            ],
            &[
                "MORGA633054SM9IJ",
                "MORGA657324SM9IJ",
                "order MORGA657054SM9IJ",
                "D1234567",
                "DL 1234 was late",
                "my driving licence ran out in 2024",
                "driving licence, then order 12345678",
                "TV licence number 12345678",
                "license key A1234567",
            ],
        );
    }
}
