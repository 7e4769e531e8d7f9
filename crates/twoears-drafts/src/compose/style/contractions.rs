//! "I am" for "I'm".

use super::words::Table;

/// Each short form with its full one.
pub(super) const FULL: Table = &[
    ("i'm", "I am"),
    ("i'll", "I will"),
    ("i've", "I have"),
    ("i'd", "I would"),
    ("you're", "you are"),
    ("you'll", "you will"),
    ("you've", "you have"),
    ("you'd", "you would"),
    ("we're", "we are"),
    ("we'll", "we will"),
    ("we've", "we have"),
    ("we'd", "we would"),
    ("they're", "they are"),
    ("they'll", "they will"),
    ("they've", "they have"),
    ("it's", "it is"),
    ("it'll", "it will"),
    ("that's", "that is"),
    ("that'll", "that will"),
    ("there'll", "there will"),
    ("who's", "who is"),
    ("where's", "where is"),
    ("how's", "how is"),
    ("there's", "there is"),
    ("here's", "here is"),
    ("what's", "what is"),
    ("let's", "let us"),
    ("isn't", "is not"),
    ("aren't", "are not"),
    ("wasn't", "was not"),
    ("weren't", "were not"),
    ("hasn't", "has not"),
    ("haven't", "have not"),
    ("hadn't", "had not"),
    ("don't", "do not"),
    ("doesn't", "does not"),
    ("didn't", "did not"),
    ("can't", "cannot"),
    ("couldn't", "could not"),
    ("won't", "will not"),
    ("wouldn't", "would not"),
    ("shouldn't", "should not"),
];

#[cfg(test)]
mod tests {
    use super::super::words::testing::{every_text, every_text_in, words};
    use twoears_core::decide::Style;

    #[test]
    fn no_short_form_is_left_in_any_phrase() {
        let style = Style { contractions: false, ..Style::default() };
        assert!(every_text().iter().any(|text| text.contains("I'm")));
        for text in every_text_in(&style) {
            let left = words(&text).into_iter().find(|word| word.contains('\'') && !word.ends_with("'s"));
            assert_eq!(left, None, "{text}");
        }
        assert_eq!(
            super::super::own_words("I'm sorry you can't get in.", &style),
            "I am sorry you cannot get in."
        );
    }
}
