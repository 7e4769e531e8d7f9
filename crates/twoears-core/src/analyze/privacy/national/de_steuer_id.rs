//! Germany: Steueridentifikationsnummer.

use super::sums::value;
use super::{Alone, Identifier, PrivateKind, Recognizer, find};
use crate::RuleId;

/// A tax identification number: eleven digits, the first not 0; of the first ten one stands twice or three times
/// and no other more than once; the last by ISO 7064, MOD 11,10 (Abgabenordnung section 139b; Bundeszentralamt für
/// Steuern).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.de_steuer_id"),
    kind: PrivateKind::NationalId,
    says: "a German tax identification number",
    check: "one digit twice or three times; ISO 7064 MOD 11,10; near a word like Steuer-ID",
    maybe: |hints| hints.stretch >= 11,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["99 999 999 999"],
    fits,
    sum,
    words: &[
        "steuer-id",
        "steuerid",
        "steuer id",
        "steuer-idnr",
        "steuer-identnummer",
        "steueridentifikationsnummer",
        "steuerliche identifikationsnummer",
        "identifikationsnummer",
        "idnr",
        "id-nr",
        "steuernummer",
        "tax id",
        "tin",
    ],
    alone: Alone::Never,
};

fn fits(bare: &[u8]) -> bool {
    let mut counts = [0; 10];
    for byte in &bare[..10] {
        counts[value(*byte) as usize] += 1;
    }
    bare[0] != b'0'
        && counts.iter().filter(|count| **count > 1).count() == 1
        && counts.iter().all(|count| *count <= 3)
}

fn sum(bare: &[u8]) -> bool {
    let rest = bare[..10].iter().fold(10, |rest, byte| {
        let sum = (value(*byte) + rest) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    (11 - rest) % 10 == value(bare[10])
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("meine Steuer-ID ist 86 095 742 719", "86 095 742 719"),
                ("IdNr. 86095742719", "86095742719"),
                ("tax id 47 036 892 816", "47 036 892 816"),
                ("Steuer-ID: 86095742718", "86095742718"),
            ],
            &[
                "86095742719",
                "Bestellung 86095742719",
                "Steuer-ID 06095742719",
                "Steuer-ID 12345678901",
                "Steuer-ID 2026",
            ],
        );
    }
}
