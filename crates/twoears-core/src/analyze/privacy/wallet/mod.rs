//! Addresses of crypto wallets: Bitcoin, Litecoin, Dogecoin, Dash, Tron, XRP, Ethereum, Cardano, Cosmos, Solana.

mod base58;
mod bech32;
pub(super) mod seed;

use super::look::Look;
use super::recognizer::{PrivateKind, Recognizer};
use crate::listen::Heard;
use crate::{RuleId, Span};

/// An address of a wallet.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.wallet"),
    kind: PrivateKind::Wallet,
    says: "an address of a crypto wallet",
    check: "the checksum of its chain; for Ethereum 0x and 40 hex digits; for Solana its length and a word that says so",
    maybe: |hints| hints.dense,
    find,
};

/// Characters of the shortest and the longest address.
const LENGTH: std::ops::RangeInclusive<usize> = 25..=110;

fn find(look: &Look<'_>) -> Vec<Span> {
    let mut spans = Vec::new();
    for run in look.runs() {
        let bytes = run.text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let len = bytes[at..].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
            if LENGTH.contains(&len) && address(look.heard, &bytes[at..at + len]) {
                spans.push(run.span(at, at + len));
            }
            at += len.max(1);
        }
    }
    spans
}

fn address(heard: &Heard, word: &[u8]) -> bool {
    match word[0] {
        b'0' => ethereum(word),
        b'1' | b'3' | b'L' | b'M' | b'D' | b'X' | b'T' if base58::bitcoin(word) => true,
        b'r' if base58::ripple(word) => true,
        _ => bech32::valid(word) || (base58::key(word) && about_solana(heard)),
    }
}

/// The same digit so often in a row makes no address of a person.
const SAME: usize = 12;

/// `0x` and 20 bytes in hex (EIP-55; its capitals are not checked), no long row of one digit.
fn ethereum(word: &[u8]) -> bool {
    let Some(hex) = word.strip_prefix(b"0x").filter(|hex| hex.len() == 40) else { return false };
    let row = hex.windows(SAME).any(|row| row.iter().all(|b| *b == row[0]));
    hex.iter().all(u8::is_ascii_hexdigit) && !row
}

/// Does the text speak of Solana? Its addresses are bare keys without a checksum.
fn about_solana(heard: &Heard) -> bool {
    let words = ["solana", "sol", "phantom", "spl", "wallet", "solscan"];
    heard.tokens().iter().any(|token| words.contains(&token.span.of(heard.lower())))
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::found;

    /// The addresses of documentation and of blocks that everybody has.
    const ADDRESSES: [&str; 9] = [
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
        "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
        "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
        "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
        "0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BAe",
        "0x000aaa0f4cb697BAede0B295669a9FD93d5F28D9",
        "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
        "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh",
    ];

    #[test]
    fn addresses_of_many_chains() {
        for address in ADDRESSES {
            let found = found(&super::RECOGNIZER, &format!("I sent it to {address}, where is it"));
            assert_eq!(found.len(), 1, "{address}");
            assert!(
                address.starts_with(&found[0][..6]) && address.ends_with(&found[0][found[0].len() - 6..])
            );
        }
        let solana = "11111111111111111111111111111112";
        assert!(found(&super::RECOGNIZER, &format!("{solana} is it")).is_empty());
        let solana = "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA";
        assert_eq!(found(&super::RECOGNIZER, &format!("my solana {solana}")), [solana]);
        assert!(found(&super::RECOGNIZER, &format!("my code {solana}")).is_empty());
    }

    #[test]
    fn near_misses() {
        for text in [
            "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb",
            "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdp",
            "BC1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
            "0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BA",
            "0x0000000000000000000000000000000000000000",
            "error 0x80070005 again",
            "TRACK1234567890123456789012345678",
        ] {
            assert!(found(&super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
