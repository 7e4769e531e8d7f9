//! Issuers of payment cards: their first digits and the lengths of their numbers.
//!
//! ISO/IEC 7812-1 gives the form, issuers publish their ranges: Visa, Mastercard (2-series from 2017), American Express,
//! Discover and Diners (Discover network), JCB, `UnionPay`, Maestro, `RuPay`, Mir, Elo, Hipercard, Troy, Verve.

use std::ops::RangeInclusive;

/// A brand: its name, ranges of its first digits (both ends written with the same number of digits), its lengths.
type Brand = (&'static str, &'static [(u32, u32)], RangeInclusive<usize>);

/// The brands; those with few lengths first where ranges meet.
const BRANDS: &[Brand] = &[
    ("American Express", &[(34, 34), (37, 37)], 15..=15),
    ("Mastercard", &[(51, 55), (2221, 2720)], 16..=16),
    ("Visa", &[(4, 4)], 13..=13),
    ("Visa", &[(4, 4)], 16..=16),
    ("Visa", &[(4, 4)], 19..=19),
    ("RuPay", &[(508, 508), (60, 60), (81, 82), (353, 353), (356, 356)], 16..=16),
    ("Elo", &[(5041, 5041), (5066, 5067), (509, 509), (6277, 6277), (6362, 6363)], 16..=16),
    ("Hipercard", &[(606_282, 606_282), (637_095, 637_095), (6375, 6376)], 16..=16),
    ("Troy", &[(9792, 9792)], 16..=16),
    ("Verve", &[(506_099, 506_198), (507_865, 507_964), (650_002, 650_027)], 16..=19),
    ("Mir", &[(2200, 2204)], 16..=19),
    ("Discover", &[(6011, 6011), (644, 649), (65, 65)], 16..=19),
    ("Diners Club", &[(300, 305), (3095, 3095), (36, 36), (38, 39)], 14..=19),
    ("JCB", &[(3528, 3589)], 16..=19),
    ("UnionPay", &[(62, 62), (81, 81)], 16..=19),
    (
        "Maestro",
        &[(5018, 5018), (5020, 5020), (5038, 5038), (5893, 5893), (6304, 6304), (6390, 6390), (6759, 6769)],
        13..=19,
    ),
];

/// The brand of a card by its digits; none when no issuer gives out such numbers.
pub(super) fn brand(digits: &[u8]) -> Option<&'static str> {
    let head =
        |places: usize| digits.iter().take(places).fold(0, |head, &digit| head * 10 + u32::from(digit));
    let within = |&(low, high): &(u32, u32)| (low..=high).contains(&head(low.ilog10() as usize + 1));
    let fits = |(_, ranges, lengths): &&Brand| lengths.contains(&digits.len()) && ranges.iter().any(within);
    BRANDS.iter().find(fits).map(|(name, ..)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<&'static str> {
        brand(&text.bytes().map(|b| b - b'0').collect::<Vec<_>>())
    }

    #[test]
    fn brands_by_their_test_numbers() {
        for (number, name) in [
            ("4111111111111111", "Visa"),
            ("4222222222222", "Visa"),
            ("5555555555554444", "Mastercard"),
            ("2223003122003222", "Mastercard"),
            ("378282246310005", "American Express"),
            ("6011111111111117", "RuPay"),
            ("6445644564456445", "Discover"),
            ("30569309025904", "Diners Club"),
            ("36227206271667", "Diners Club"),
            ("3566002020360505", "RuPay"),
            ("3530111333300000", "RuPay"),
            ("3528000000000007", "JCB"),
            ("6200000000000005", "UnionPay"),
            ("6759649826438453", "Maestro"),
            ("2200000000000004", "Mir"),
        ] {
            assert_eq!(read(number), Some(name), "{number}");
        }
    }

    #[test]
    fn numbers_that_nobody_gives_out() {
        for number in
            ["1234567812345670", "2800000000000006", "9000000000000009", "411111111111111", "356938035643809"]
        {
            assert_eq!(read(number), None, "{number}");
        }
    }

    #[test]
    fn ranges_are_written_alike() {
        for (name, ranges, _) in BRANDS {
            assert!(ranges.iter().all(|(low, high)| low <= high && low.ilog10() == high.ilog10()), "{name}");
        }
    }
}
