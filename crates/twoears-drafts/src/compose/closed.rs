//! Questions that ask for a yes or no, and sentences that say one.

use unicode_segmentation::UnicodeSegmentation as _;

/// Verbs that open a closed question.
const OPENERS: &[&str] = &[
    "am", "are", "can", "could", "did", "do", "does", "has", "have", "is", "may", "must", "should", "was",
    "were", "will", "would",
];
/// What may stand before the verb.
const BEFORE: &[&str] = &["and", "but", "hello", "hey", "hi", "morning", "ok", "or", "please", "so"];

/// Does the first question of a text ask for a yes or no?
pub(super) fn asks(text: &str) -> bool {
    let question = text.split_sentence_bounds().find(|sentence| sentence.contains('?'));
    question.is_some_and(|question| question.split([',', ';', ':']).any(opens))
}

fn opens(clause: &str) -> bool {
    let words = clause.split_whitespace().filter(|word| !word.starts_with('@'));
    let mut words = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    words
        .find(|word| !word.is_empty() && !BEFORE.contains(&word.as_str()))
        .is_some_and(|word| OPENERS.contains(&word.as_str()))
}

/// Does a sentence begin with a yes or no? "No bikes on Sundays" says no to nothing that was asked.
pub(super) fn answers(sentence: &str) -> bool {
    let rest = ["Yes", "No"].iter().find_map(|word| sentence.strip_prefix(word));
    rest.is_some_and(|rest| rest.starts_with([',', '.', ';', ':', '!']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closed_questions_are_told_from_open_ones() {
        for text in
            ["@Larkway can I bring two bags?", "Hi, is it free?", "I am at the stop. Does it run on Sunday?"]
        {
            assert!(asks(text), "{text}");
        }
        for text in ["How can I bring two bags?", "where is it?", "I can wait.", "any chance??", ""] {
            assert!(!asks(text), "{text}");
        }
    }

    #[test]
    fn a_yes_is_a_word_of_its_own() {
        assert!(answers("Yes, it is.") && answers("No."));
        assert!(!answers("Yesterday it was.") && !answers("No bikes on Sundays.") && !answers("Not yet."));
    }
}
