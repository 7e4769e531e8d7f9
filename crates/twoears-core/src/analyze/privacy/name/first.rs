//! First names that are common in many countries, and not also common words, places or brands.

use rustc_hash::FxHashSet;

/// In lower case. The names are facts; they were gathered from the name lists of Faker (MIT) and thinned by hand.
const LIST: &str = include_str!("first_names.txt");

static NAMES: std::sync::LazyLock<FxHashSet<&'static str>> =
    std::sync::LazyLock::new(|| LIST.split_ascii_whitespace().collect());

/// Is a word, in lower case, a common first name?
pub(super) fn common(word: &str) -> bool {
    NAMES.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_words() {
        for name in ["daniel", "rosa", "mwangi", "priya", "jürgen", "siobhan"] {
            assert!(common(name), "{name}");
        }
        for word in ["may", "summer", "chase", "london", "will", "delta", "grace", "bill", "", "Daniel"] {
            assert!(!common(word), "{word}");
        }
        assert!(NAMES.len() > 2500 && LIST.lines().all(|line| line.len() <= 130));
    }
}
