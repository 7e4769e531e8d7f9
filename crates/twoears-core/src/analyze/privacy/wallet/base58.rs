//! Addresses in base 58: with a checksum of a double SHA-256 (`Base58Check`), or bare keys of 32 bytes.

use sha2::{Digest as _, Sha256};

/// Bitcoin's alphabet: no 0, O, I or l.
const BITCOIN: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
/// The alphabet of the XRP ledger.
const RIPPLE: &[u8; 58] = b"rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";

/// First bytes of addresses: Bitcoin (two), Litecoin (two), Dogecoin, Dash, Tron.
const VERSIONS: [u8; 7] = [0x00, 0x05, 0x30, 0x32, 0x1E, 0x4C, 0x41];
/// Bytes of an address: version, hash, checksum.
const ADDRESS: usize = 25;
/// Characters of the longest; a key of 32 bytes has 44.
const LONGEST: usize = 44;

/// Is it an address of Bitcoin or of a chain that writes them alike?
pub(super) fn bitcoin(word: &[u8]) -> bool {
    decode(word, BITCOIN).is_some_and(|bytes| VERSIONS.contains(&bytes[0]) && checked(&bytes))
}

/// Is it an address of the XRP ledger?
pub(super) fn ripple(word: &[u8]) -> bool {
    decode(word, RIPPLE).is_some_and(|bytes| bytes[0] == 0 && checked(&bytes))
}

/// Is it a bare key of 32 bytes, as a Solana address is, and not one character over and over?
pub(super) fn key(word: &[u8]) -> bool {
    const SAME: usize = 6;
    let row = word.windows(SAME).any(|row| row.iter().all(|b| *b == row[0]));
    !row && decode(word, BITCOIN).is_some_and(|bytes| bytes.len() == 32)
}

/// Do the last four bytes open the double SHA-256 of the rest?
fn checked(bytes: &[u8]) -> bool {
    let Some((body, sum)) = bytes.split_last_chunk::<4>() else { return false };
    bytes.len() == ADDRESS && Sha256::digest(Sha256::digest(body))[..4] == *sum
}

/// The bytes that a word stands for, none when it is too long or holds another character.
fn decode(word: &[u8], alphabet: &[u8; 58]) -> Option<Vec<u8>> {
    if word.len() > LONGEST {
        return None;
    }
    // Lowest byte first.
    let mut bytes: Vec<u8> = Vec::with_capacity(LONGEST);
    for character in word {
        let mut carry = alphabet.iter().position(|known| known == character)?;
        for byte in &mut bytes {
            carry += usize::from(*byte) * 58;
            *byte = (carry & 0xFF) as u8;
            carry >>= 8;
        }
        if carry > 0 {
            bytes.push(carry as u8);
        }
    }
    let zeros = word.iter().take_while(|b| **b == alphabet[0]).count();
    bytes.resize(bytes.len() + zeros, 0);
    bytes.reverse();
    (!bytes.is_empty()).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_bytes() {
        assert_eq!(decode(b"2NEpo7TZRRrLZSi2U", BITCOIN).as_deref(), Some(b"Hello World!".as_slice()));
        assert_eq!(decode(b"11", BITCOIN), Some(vec![0, 0]));
        assert_eq!(decode(b"1O", BITCOIN), None);
        assert_eq!(decode(&[b'2'; 60], BITCOIN), None);
    }

    #[test]
    fn one_wrong_character_is_seen() {
        assert!(bitcoin(b"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"));
        assert!(!bitcoin(b"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNc"));
        assert!(!ripple(b"rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTa"));
    }
}
