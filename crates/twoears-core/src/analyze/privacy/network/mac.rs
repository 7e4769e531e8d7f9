//! MAC addresses (IEEE 802, EUI-48): six pairs of hex digits with colons or dashes.

/// Pairs of hex digits.
pub(super) const PAIRS: usize = 6;

/// Is it a MAC address, with a letter so that it is no row of numbers?
pub(super) fn fits(text: &str) -> bool {
    let mark = if text.contains(':') { ':' } else { '-' };
    let pair = |pair: &str| pair.len() == 2 && pair.bytes().all(|b| b.is_ascii_hexdigit());
    text.split(mark).count() == PAIRS
        && text.split(mark).all(pair)
        && text.bytes().any(|b| b.is_ascii_alphabetic())
        && !text.split(mark).all(|pair| pair.eq_ignore_ascii_case("ff"))
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn six_pairs() {
        assert!(fits("00:1A:2b:3C:4D:5E") && fits("00-1a-2b-3c-4d-5e"));
        assert!(!fits("00:1A:2b:3C:4D") && !fits("00:1A-2b:3C:4D:5E") && !fits("12:30:45:10:20:30"));
        assert!(!fits("ff:ff:ff:ff:ff:ff"));
    }
}
