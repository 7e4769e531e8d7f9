//! Seed phrases: 12 to 24 words after `seed phrase` or `recovery phrase`, from which a wallet can be rebuilt.

use super::super::context::{Role, part, role_of};
use super::super::recognizer::{PrivateKind, Recognizer};
use crate::listen::{Heard, TokenKind};
use crate::{RuleId, Span};

/// The words that open a wallet.
pub(in super::super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.seed_phrase"),
    kind: PrivateKind::Password,
    says: "the words that open a crypto wallet",
    check: "12, 15, 18, 21 or 24 words of three to eight small letters, none of which no phrase has (BIP 39)",
    maybe: |hints| hints.has(Role::Seed.bit()),
    find: |look| find(look.heard),
};

/// How many words a phrase has (BIP 39), the most first.
const COUNTS: [usize; 5] = [24, 21, 18, 15, 12];
/// Words and marks before the first word.
const SKIPPED: usize = 6;
const SMALL: &[&str] =
    &["is", "are", "the", "my", "words", "phrase", "word", ":", "=", "-", "\"", "'", "12", "24", "was"];
/// Frequent words of three to eight letters that are not on the list of BIP 39.
const NEVER: &[&str] = &[
    "the", "and", "not", "for", "but", "was", "has", "had", "are", "from", "your", "been", "did", "does",
    "our", "its", "how", "why", "were", "please", "when", "where", "which", "would", "could", "have", "into",
    "then", "them", "after",
];

fn find(heard: &Heard) -> Vec<Span> {
    let tokens = heard.tokens();
    let mut spans: Vec<Span> = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let after = spans.last().is_none_or(|last| last.end <= token.span.start);
        if after && role_of(heard, *token) == Some(Role::Seed) {
            spans.extend(phrase(heard, index + 1));
        }
    }
    spans
}

/// The phrase from token `at` on; its words may be numbered or parted by commas.
fn phrase(heard: &Heard, at: usize) -> Option<Span> {
    let small = (at..at + SKIPPED).take_while(|at| SMALL.contains(&part(heard, *at))).count();
    let tokens = heard.tokens().get(at + small..)?;
    let mut words: Vec<Span> = Vec::with_capacity(COUNTS[0]);
    for token in tokens.iter().take(3 * COUNTS[0]) {
        let text = token.span.of(heard.text());
        let word = token.kind == TokenKind::Word
            && (3..=8).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_lowercase())
            && !NEVER.contains(&text);
        if word && words.len() < COUNTS[0] {
            words.push(token.span);
        } else if !matches!(text, "," | "." | ")" | ";")
            && text.parse::<usize>().ok() != Some(words.len() + 1)
        {
            break;
        }
    }
    let count = COUNTS.into_iter().find(|count| *count <= words.len())?;
    Some(Span { start: words[0].start, end: words[count - 1].end })
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::found;

    /// The first words of the English list, in an order that opens nothing.
    const PHRASE: &str = "zoo able acid abuse above act absent actor across account abandon access";

    #[test]
    fn phrases() {
        for text in [
            format!("my seed phrase is {PHRASE}. help"),
            format!("recovery phrase: {PHRASE}"),
            format!("my 12 word mnemonic \"{PHRASE}\" fails"),
        ] {
            assert_eq!(found(&super::RECOGNIZER, &text), [PHRASE], "{text}");
        }
        let commas = PHRASE.replace(' ', ", ");
        assert_eq!(found(&super::RECOGNIZER, &format!("seed phrase: {commas}.")), [commas.as_str()]);
    }

    #[test]
    fn near_misses() {
        for text in [
            "my seed phrase is not working since your app came out and nobody answers any of my mails",
            "somebody asked me for my recovery phrase on the phone, is that you",
            "the seed you sold me never grew into anything that looks like a tomato plant at all",
            "seed phrase: zoo able acid abuse",
        ] {
            assert!(found(&super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
