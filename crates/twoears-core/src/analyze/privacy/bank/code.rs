//! Codes of banks in letters and digits: the Indian IFSC and the BIC.

use crate::Span;
use crate::listen::Heard;

/// The word at byte `at` when it passes the check.
pub(super) fn after(heard: &Heard, at: usize, check: fn(&str) -> bool) -> Option<Span> {
    let rest = &heard.text()[at..];
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    check(&rest[..end]).then(|| Span::new(at, at + end))
}

/// `HDFC0001234`: four letters, a nought, six digits or letters, most of them digits (Reserve Bank of India).
pub(super) fn ifsc(code: &str) -> bool {
    let bytes = code.as_bytes();
    let capitals = |part: &[u8]| part.iter().all(u8::is_ascii_uppercase);
    bytes.len() == 11
        && capitals(&bytes[..4])
        && bytes[4] == b'0'
        && bytes[5..].iter().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
        && bytes[5..].iter().filter(|b| b.is_ascii_digit()).count() >= 4
}

/// `DEUTDEFF500`: four of the institution, two of the country, two of the place, three of the branch (ISO 9362). A word
/// of eight capitals is none unless its fifth and sixth name a country with many banks.
pub(super) fn bic(code: &str) -> bool {
    const COUNTRIES: &str = "AE AT AU BE BR CA CH CN CZ DE DK ES FI FR GB HK HU IE IL IN IT JP KR LU MX MY NL NO NZ PK PL PT \
                             RO SA SE SG TH TR UA US ZA";
    let bytes = code.as_bytes();
    matches!(bytes.len(), 8 | 11)
        && bytes[..6].iter().all(u8::is_ascii_uppercase)
        && bytes[6..].iter().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
        && COUNTRIES.split_ascii_whitespace().any(|country| country.as_bytes() == &bytes[4..6])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        assert!(ifsc("HDFC0001234") && !ifsc("HDFC1001234") && !ifsc("HDFC000123") && !ifsc("HDFC0ABCDEF"));
        assert!(
            bic("DEUTDEFF")
                && bic("BARCGB22XXX")
                && !bic("DELIVERY")
                && !bic("deutdeff")
                && !bic("DEUTDEFF5")
        );
    }
}
