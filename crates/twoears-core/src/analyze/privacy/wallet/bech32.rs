//! Addresses in bech32 and bech32m (BIP 173, BIP 350): a prefix, a 1, data and six characters of checksum.

/// The 32 characters.
const ALPHABET: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
/// What the checksum must come to: bech32, and bech32m.
const SUMS: [u32; 2] = [1, 0x2BC8_30A3];
/// The polynomial's constants, from BIP 173.
const STEPS: [u32; 5] = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3];
/// Prefixes of chains: Bitcoin, its test net, Litecoin, Cardano (two), Cosmos.
const PREFIXES: [&[u8]; 6] = [b"bc", b"tb", b"ltc", b"addr", b"stake", b"cosmos"];

/// Is it an address of a known chain with a right checksum, all in capitals or all in small letters?
pub(super) fn valid(word: &[u8]) -> bool {
    if word.iter().any(u8::is_ascii_uppercase) && word.iter().any(u8::is_ascii_lowercase) {
        return false;
    }
    let lower = word.to_ascii_lowercase();
    let Some(mark) = lower.iter().rposition(|b| *b == b'1') else { return false };
    let (prefix, data) = (&lower[..mark], &lower[mark + 1..]);
    if !PREFIXES.contains(&prefix) || data.len() < 6 {
        return false;
    }
    let high = prefix.iter().map(|b| b >> 5);
    let low = prefix.iter().map(|b| b & 31);
    let mut values: Vec<u8> = high.chain([0]).chain(low).collect();
    for byte in data {
        let Some(value) = ALPHABET.iter().position(|known| known == byte) else { return false };
        values.push(value as u8);
    }
    SUMS.contains(&sum(&values))
}

fn sum(values: &[u8]) -> u32 {
    values.iter().fold(1, |sum, value| {
        let top = sum >> 25;
        let next = ((sum & 0x1FF_FFFF) << 5) ^ u32::from(*value);
        (0..).zip(STEPS).fold(next, |next, (bit, step)| if top >> bit & 1 == 1 { next ^ step } else { next })
    })
}

#[cfg(test)]
mod tests {
    use super::valid;

    #[test]
    fn both_checksums() {
        assert!(valid(b"bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"));
        assert!(valid(b"bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"));
        for word in
            ["bc1", "bc1qqqqqqq", "xx1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "noaddress", "bc1bbbbbbbbbb"]
        {
            assert!(!valid(word.as_bytes()), "{word}");
        }
    }
}
