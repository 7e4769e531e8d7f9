//! What stands for a value: `<card-1>`, the kind's name and a number.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use serde::{Serialize, Serializer};

use super::super::recognizer::PrivateKind;
use crate::Span;
use crate::label::Label as _;

/// Digits of a number that is read at the most: more are some other number.
const DIGITS: usize = 9;

/// What stands for a value: the kind and a number, `<card-1>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pseudonym {
    /// The kind of the value.
    pub kind: PrivateKind,
    /// Its number among the values of that kind.
    pub number: u32,
}

impl std::fmt::Display for Pseudonym {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "<{}-{}>", self.kind.name(), self.number)
    }
}

impl Serialize for Pseudonym {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

/// The pseudonym that a text starts with, written just as one is, and its bytes.
pub(super) fn read(text: &str) -> Option<(Pseudonym, usize)> {
    let inner = text.strip_prefix('<')?;
    let name = inner.bytes().take_while(|b| b.is_ascii_lowercase() || *b == b'_').count();
    let kind = PrivateKind::ALL.iter().copied().find(|kind| kind.name() == &inner[..name])?;
    let (number, digits) = number(inner[name..].strip_prefix('-')?)?;
    let bytes = 1 + name + 1 + digits;
    (text.as_bytes().get(bytes) == Some(&b'>')).then_some((Pseudonym { kind, number }, bytes + 1))
}

/// Where pseudonyms stand in a text already: nothing within one is a value.
pub(super) fn places(text: &str) -> Vec<Span> {
    let place = |(at, _): (usize, &str)| read(&text[at..]).map(|(_, bytes)| Span::new(at, at + bytes));
    text.match_indices('<').filter_map(place).collect()
}

/// The number that a text starts with, and its digits; none for 0, for `01` and for more than anybody counts.
fn number(text: &str) -> Option<(u32, usize)> {
    let digits = text.bytes().take(DIGITS + 1).take_while(u8::is_ascii_digit).count();
    let fine = (1..=DIGITS).contains(&digits) && !text.starts_with('0');
    fine.then(|| text[..digits].parse().ok()).flatten().map(|number| (number, digits))
}

/// The kinds' names with the dash behind them.
static NAMES: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let names = PrivateKind::ALL.iter().map(|kind| format!("{}-", kind.name()));
    // Two dozen short names always build.
    AhoCorasick::builder().ascii_case_insensitive(true).match_kind(MatchKind::Standard).build(names).ok()
});

/// Whatever looks like a pseudonym in a text, in any case and with any brackets or none: these numbers are not given.
pub(super) fn taken(text: &str, into: &mut BTreeSet<Pseudonym>) {
    for found in NAMES.iter().flat_map(|names| names.find_overlapping_iter(text)) {
        if let Some((number, _)) = number(&text[found.end()..]) {
            into.insert(Pseudonym { kind: PrivateKind::ALL[found.pattern().as_usize()], number });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_written_just_so_is_read() {
        let card = Pseudonym { kind: PrivateKind::Card, number: 12 };
        assert_eq!(read("<card-12> and"), Some((card, 9)));
        assert_eq!(read(&card.to_string()), Some((card, 9)));
        for text in [
            "<card-0>",
            "<card-01>",
            "<card-1",
            "<Card-1>",
            "<cards-1>",
            "<card1>",
            "<card-1234567890>",
            "card-1",
            "<",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn whatever_looks_like_one_is_taken() {
        let mut numbers = BTreeSet::new();
        taken("<CARD-1> &lt;card-3&gt; card-04 (bank_account-2) discard-7", &mut numbers);
        let shown: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        assert_eq!(shown, ["<card-1>", "<card-3>", "<card-7>", "<account-2>", "<bank_account-2>"]);
    }
}
