//! Routing numbers of banks in the United States.

/// Nine digits in use whose weighted sum is a multiple of ten (American Bankers Association, key to routing numbers).
pub(super) fn aba(digits: &[u8]) -> bool {
    const WEIGHTS: [u32; 9] = [3, 7, 1, 3, 7, 1, 3, 7, 1];
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    // The first two: the Federal Reserve's districts, thrifts, electronic payments, traveller's cheques.
    let first = (digits[0] - b'0') * 10 + (digits[1] - b'0');
    let known = matches!(first, 0..=12 | 21..=32 | 61..=72 | 80);
    known && sum > 0 && sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::aba;

    #[test]
    fn one_wrong_digit_is_seen() {
        assert!(aba(b"021000021") && aba(b"011401533"));
        assert!(!aba(b"021000022") && !aba(b"000000000") && !aba(b"991000021"));
    }
}
