//! Number plates: the shapes of many countries near a word like plate or reg, British ones near any vehicle.

use super::context::Role;
use super::identifier::{Alone, Identifier, and_codes, any, find_any};
use super::recognizer::{PrivateKind, Recognizer};
use super::states;
use crate::RuleId;

/// The plate of a vehicle.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.plate"),
    kind: PrivateKind::Plate,
    says: "a number plate",
    check: "the shape of a country's plates near a word like reg; an Indian one by its state",
    maybe: |hints| hints.digits >= 2 && (hints.mixed > 0 || hints.codes > 0 || hints.has(Role::Plate.bit())),
    find: |look| and_codes(look, find_any(look, &PLATES), PrivateKind::Plate, code),
};

/// Words that make it a plate.
const WORDS: &[&str] = &[
    "plate",
    "plates",
    "number plate",
    "licence plate",
    "license plate",
    "reg",
    "registration",
    "rego",
    "kennzeichen",
    "nummernschild",
    "kenteken",
    "immatriculation",
    "plaque",
    "matrícula",
    "matricula",
    "targa",
    "pcn",
];

/// The same, and words of vehicles.
const VEHICLES: &[&str] = &[
    "plate",
    "plates",
    "number plate",
    "licence plate",
    "license plate",
    "reg",
    "registration",
    "rego",
    "kennzeichen",
    "pcn",
    "car",
    "van",
    "vehicle",
];

const PLATES: [Identifier; 4] = [
    Identifier {
        shapes: &["AA99 AAA", "AA 99 AAA"],
        fits: british,
        sum: any,
        words: VEHICLES,
        alone: Alone::Never,
    },
    Identifier {
        shapes: &["AA99 AA 9999", "AA 99 AA 9999", "AA-99-AA-9999", "AA99-AA-9999", "AA-9A-AA-9999"],
        fits: |bare| states::indian(&bare[..2]),
        sum: any,
        words: WORDS,
        alone: Alone::Always,
    },
    // Without its marks it looks like a flight: right after the word only.
    Identifier { shapes: GERMAN, fits: any, sum: |_| false, words: WORDS, alone: Alone::Never },
    Identifier { shapes: SHAPES, fits: any, sum: any, words: WORDS, alone: Alone::Never },
];

/// One to three letters of the district, one or two more, one to four digits, E or H for some (`FZV` section 9).
const GERMAN: &[&str] = &[
    "A-AA 9999",
    "A-AA 999",
    "A-AA 99",
    "A-AA 9",
    "A-A 9999",
    "A-A 999",
    "A-A 99",
    "A-A 9",
    "AA-AA 9999",
    "AA-AA 999",
    "AA-AA 99",
    "AA-AA 9",
    "AA-A 9999",
    "AA-A 999",
    "AA-A 99",
    "AA-A 9",
    "AAA-AA 999",
    "AAA-AA 99",
    "AAA-AA 9",
    "AAA-A 9999",
    "AAA-A 999",
    "AAA-A 99",
    "AAA-A 9",
    "A-AA 999A",
    "A-AA 99A",
    "AA-AA 99A",
];

/// By country.
const SHAPES: &[&str] = &[
    // France and Italy, Spain.
    "AA-999-AA",
    "9999-AAA",
    // The Netherlands, by series (RDW).
    "AA-99-99",
    "99-99-AA",
    "99-AA-99",
    "AA-99-AA",
    "AA-AA-99",
    "99-AA-AA",
    "99-AAA-9",
    "9-AAA-99",
    "AA-999-A",
    "A-999-AA",
    "AAA-99-A",
    "A-99-AAA",
    "9-AA-999",
    "999-AA-9",
    // The United States and Canada.
    "AAA-9999",
    "9AAA999",
    "AAAA-999",
    "999-AAA",
    "AA-99999",
    "AAA-999",
    // Australia.
    "AAA-99A",
    "9AA-9AA",
    "9AAA-999",
    // The United Kingdom before 2001, and Northern Ireland.
    "A999 AAA",
    "AAA 999A",
    "AAZ 9999",
];

/// No I, Q or Z first, no I last (DVLA, INF104; the Q that is not given out last either is good for examples).
fn british(bare: &[u8]) -> bool {
    !b"IQZ".contains(&bare[0]) && !bare[4..].contains(&b'I')
}

/// A code right after a word for a plate: letters and digits, at most eight.
fn code(text: &str) -> bool {
    let letters = text.bytes().filter(u8::is_ascii_uppercase).count();
    letters > 0 && text.bytes().filter(u8::is_ascii_alphanumeric).count() <= 8
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::{check, found};

    #[test]
    fn plates() {
        for (text, plate) in [
            ("Reg is LK19 XWD, policy", "LK19 XWD"),
            ("Plate VK 41 TLO", "VK 41 TLO"),
            ("my car LM07QRT", "LM07QRT"),
        ] {
            assert_eq!(found(&super::RECOGNIZER, text), [plate], "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in
            ["LK19 XWD", "car park P19 is full", "my van is at bay B4", "reg closes at 12", "car AB12-CDE"]
        {
            assert!(found(&super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }

    #[test]
    fn plates_of_other_countries() {
        check(
            &super::RECOGNIZER,
            &[
                ("Kennzeichen B-AB 1234", "B-AB 1234"),
                ("mein Kennzeichen ist HH XY 12", "HH XY 12"),
                ("plaque AB-123-CD", "AB-123-CD"),
                ("kenteken 12-ABC-3", "12-ABC-3"),
                ("license plate 7ABC123", "7ABC123"),
                ("plate number is ABC-1234", "ABC-1234"),
                ("rego 1AB 2CD", "1AB 2CD"),
                ("MH 12 AB 1234", "MH 12 AB 1234"),
                ("KA01AB1234 was parked", "KA01AB1234"),
                ("reg lk19xwd", "lk19xwd"),
                ("ABC 123 is my license plate", "ABC 123"),
            ],
            &[
                "B-AB 1234",
                "AB-123-CD",
                "7ABC123",
                "XX12AB1234",
                "order KA01AB1234",
                "a plate for 12",
                "my car comes in 20 min",
                "MY VAN COMES IN 20 MIN",
                "plates at 12.50 each",
                "registration since 2014",
                "hot plate model HP-1200",
                "ABC 123",
                "what reg is due to fly BA119 on Saturday",
            ],
        );
    }
}
