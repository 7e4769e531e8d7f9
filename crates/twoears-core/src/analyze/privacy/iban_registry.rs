//! The national parts of IBANs, by country: the SWIFT IBAN registry (ISO 13616-2), release 102 of June 2026.

/// Countries with the structure of what follows their check digits: so many digits (`n`), letters (`a`) or either (`c`).
const REGISTRY: &[(&str, &str)] = &[
    ("AD", "8n12c"),
    ("AE", "19n"),
    ("AL", "8n16c"),
    ("AT", "16n"),
    ("AZ", "4a20c"),
    ("BA", "16n"),
    ("BE", "12n"),
    ("BG", "4a6n8c"),
    ("BH", "4a14c"),
    ("BI", "23n"),
    ("BR", "23n1a1c"),
    ("BY", "4c4n16c"),
    ("CH", "5n12c"),
    ("CR", "18n"),
    ("CY", "8n16c"),
    ("CZ", "20n"),
    ("DE", "18n"),
    ("DJ", "23n"),
    ("DK", "14n"),
    ("DO", "4c20n"),
    ("EE", "16n"),
    ("EG", "25n"),
    ("ES", "20n"),
    ("FI", "14n"),
    ("FK", "2a12n"),
    ("FO", "14n"),
    ("FR", "10n11c2n"),
    ("GB", "4a14n"),
    ("GE", "2a16n"),
    ("GI", "4a15c"),
    ("GL", "14n"),
    ("GR", "7n16c"),
    ("GT", "24c"),
    ("HN", "4a20n"),
    ("HR", "17n"),
    ("HU", "24n"),
    ("IE", "4a14n"),
    ("IL", "19n"),
    ("IQ", "4a15n"),
    ("IS", "22n"),
    ("IT", "1a10n12c"),
    ("JO", "4a4n18c"),
    ("KW", "4a22c"),
    ("KZ", "3n13c"),
    ("LB", "4n20c"),
    ("LC", "4a24c"),
    ("LI", "5n12c"),
    ("LT", "16n"),
    ("LU", "3n13c"),
    ("LV", "4a13c"),
    ("LY", "21n"),
    ("MC", "10n11c2n"),
    ("MD", "20c"),
    ("ME", "18n"),
    ("MK", "3n10c2n"),
    ("MN", "16n"),
    ("MR", "23n"),
    ("MT", "4a5n18c"),
    ("MU", "4a19n3a"),
    ("NI", "4a20n"),
    ("NL", "4a10n"),
    ("NO", "11n"),
    ("OM", "3n16c"),
    ("PK", "4a16c"),
    ("PL", "24n"),
    ("PS", "4a21c"),
    ("PT", "21n"),
    ("QA", "4a21c"),
    ("RO", "4a16c"),
    ("RS", "18n"),
    ("RU", "14n15c"),
    ("SA", "2n18c"),
    ("SC", "4a20n3a"),
    ("SD", "14n"),
    ("SE", "20n"),
    ("SI", "15n"),
    ("SK", "20n"),
    ("SM", "1a10n12c"),
    ("SO", "19n"),
    ("ST", "21n"),
    ("SV", "4a20n"),
    ("TL", "19n"),
    ("TN", "20n"),
    ("TR", "6n16c"),
    ("UA", "6n19c"),
    ("VA", "18n"),
    ("VG", "4a16n"),
    ("XK", "16n"),
    ("YE", "4a4n18c"),
];

/// The structure of a country's IBANs, by two letters in any case: pieces of a number of characters and their class.
pub(super) fn structure(country: &[u8]) -> Option<impl Iterator<Item = (usize, u8)> + Clone> {
    let known = REGISTRY.iter().find(|(code, _)| code.as_bytes().eq_ignore_ascii_case(country));
    known.map(|(_, structure)| pieces(structure))
}

fn pieces(structure: &'static str) -> impl Iterator<Item = (usize, u8)> + Clone {
    let piece = |piece: &'static str| {
        let (count, class) = piece.split_at(piece.len() - 1);
        Some((count.parse().ok()?, class.as_bytes()[0]))
    };
    structure.split_inclusive(|c: char| c.is_ascii_alphabetic()).filter_map(piece)
}

/// Does the national part of an IBAN, in capitals, have this structure?
pub(super) fn fits(mut value: &[u8], structure: impl Iterator<Item = (usize, u8)>) -> bool {
    for (count, class) in structure {
        let Some((piece, rest)) = value.split_at_checked(count) else { return false };
        let fine = piece.iter().all(|byte| match class {
            b'n' => byte.is_ascii_digit(),
            b'a' => byte.is_ascii_uppercase(),
            _ => byte.is_ascii_alphanumeric(),
        });
        if !fine {
            return false;
        }
        value = rest;
    }
    value.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_in_order_with_their_lengths() {
        assert!(REGISTRY.is_sorted() && REGISTRY.len() == 89);
        // The longest has 33 characters with country and check digits, the shortest 15.
        let length = |(_, structure): &(&str, &'static str)| {
            4 + pieces(structure).map(|(count, _)| count).sum::<usize>()
        };
        let lengths: Vec<usize> = REGISTRY.iter().map(length).collect();
        assert_eq!((lengths.iter().min(), lengths.iter().max()), (Some(&15), Some(&33)));
    }

    #[test]
    fn structures() {
        let fits =
            |country: &[u8], value: &[u8]| structure(country).is_some_and(|pieces| fits(value, pieces));
        assert!(fits(b"gb", b"WEST12345698765432") && fits(b"DE", b"370400440532013000"));
        assert!(
            !fits(b"GB", b"WES112345698765432") && !fits(b"GB", b"WEST1234569876543") && !fits(b"XX", b"")
        );
    }
}
