//! IBANs: country, check digits, the country's length, and the remainder 1 of 97.

use super::recognizer::{PrivateKind, Recognizer};
use crate::listen::Heard;
use crate::{RuleId, Span};

/// An international bank account number (ISO 13616).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.iban"),
    kind: PrivateKind::Iban,
    says: "an international bank account number",
    check: "mod 97 (ISO 13616)",
    maybe: |hints| hints.digits >= 8 && hints.codes > 0,
    find: |look| find(look.heard),
};

/// Lengths by country, from the SWIFT IBAN registry (ISO 13616-2), release 99.
const LENGTHS: &[(usize, &str)] = &[
    (15, "NO"),
    (16, "BE"),
    (18, "DK FI FO GL NL SD FK"),
    (19, "MK SI"),
    (20, "AT BA EE KZ LT LU MN XK"),
    (21, "CH HR LI LV"),
    (22, "BG BH CR DE GB GE IE ME RS VA"),
    (23, "AE GI IL IQ OM SO TL"),
    (24, "AD CZ ES MD PK RO SA SE SK TN VG"),
    (25, "LY PT ST"),
    (26, "IS TR"),
    (27, "BI DJ FR GR IT MC MR SM"),
    (28, "AL AZ BY CY DO GT HU LB NI PL SV"),
    (29, "BR EG PS QA UA"),
    (30, "JO KW MU YE"),
    (31, "MT SC"),
    (32, "LC"),
    (33, "RU"),
];

fn length(country: &[u8]) -> Option<usize> {
    let fits = |codes: &str| codes.split(' ').any(|code| code.as_bytes().eq_ignore_ascii_case(country));
    LENGTHS.iter().find(|(_, codes)| fits(codes)).map(|(length, _)| *length)
}

pub(super) fn find(heard: &Heard) -> Vec<Span> {
    let bytes = heard.text().as_bytes();
    let mut spans = Vec::new();
    let mut at = 0;
    while at + 4 < bytes.len() {
        let fresh = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        match fresh.then(|| iban(&bytes[at..])).flatten() {
            Some(len) => {
                spans.push(Span::new(at, at + len));
                at += len;
            }
            None => at += 1,
        }
    }
    spans
}

/// The bytes of the IBAN at the start, blanks and dashes between its groups included.
fn iban(bytes: &[u8]) -> Option<usize> {
    let (letters, checks) = (&bytes[..2], &bytes[2..4]);
    if !letters.iter().all(u8::is_ascii_alphabetic) || !checks.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let length = length(letters)?;
    let mut value = Vec::with_capacity(length);
    let mut used = 0;
    while value.len() < length {
        let byte = *bytes.get(used)?;
        match byte {
            b' ' | b'-' if bytes.get(used + 1).is_some_and(u8::is_ascii_alphanumeric) => {}
            _ if byte.is_ascii_alphanumeric() => value.push(byte.to_ascii_uppercase()),
            _ => return None,
        }
        used += 1;
    }
    let ends = bytes.get(used).is_none_or(|byte| !byte.is_ascii_alphanumeric());
    (ends && remainder(&value) == 1).then_some(used)
}

/// The remainder of 97 with the first four characters last and A to Z as 10 to 35 (ISO 7064, MOD 97-10).
fn remainder(value: &[u8]) -> u32 {
    value[4..].iter().chain(&value[..4]).fold(0, |rest, &byte| match byte {
        b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
        _ => (rest * 100 + u32::from(byte - b'A') + 10) % 97,
    })
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::found;

    #[test]
    fn ibans_of_many_countries() {
        for iban in [
            "DE89370400440532013000",
            "DE89 3704 0044 0532 0130 00",
            "gb82west12345698765432",
            "FR14 2004 1010 0505 0001 3M02 606",
            "NL91 ABNA 0417 1643 00",
            "NO9386011117947",
        ] {
            assert_eq!(found(&super::RECOGNIZER, &format!("to {iban}, ok")), [iban]);
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "DE00370400440532013000",
            "DE8937040044053201300",
            "XX89370400440532013000",
            "do you need my iban",
            "REFDE89370400440532013000",
            "DE89",
        ] {
            assert!(found(&super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
