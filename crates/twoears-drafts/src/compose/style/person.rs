//! Who speaks: "we" for everything, or a person to whom one writes.

use super::words::Table;

/// One person turned into several, with the verbs that differ.
pub(super) const WE: Table = &[
    ("i am", "we are"),
    ("i was", "we were"),
    ("am i", "are we"),
    ("i'm", "we're"),
    ("i'll", "we'll"),
    ("i've", "we've"),
    ("i'd", "we'd"),
    ("i", "we"),
    ("me", "us"),
    ("my", "our"),
    ("mine", "ours"),
    ("myself", "ourselves"),
];

/// A person to whom one writes. What the organisation did stays "we": nobody owns up to it alone.
pub(super) const I: Table = &[
    ("telling us", "telling me"),
    ("tell us", "tell me"),
    ("told us", "told me"),
    ("writing to us", "writing to me"),
    ("write to us", "write to me"),
    ("written to us", "written to me"),
    ("checking with us", "checking with me"),
    ("letting us know", "letting me know"),
    ("let us know", "let me know"),
];

#[cfg(test)]
mod tests {
    use super::super::own_words;
    use super::super::words::testing::{every_text, every_text_in, words};
    use twoears_core::decide::{Person, Style};

    #[test]
    fn we_speak_in_every_phrase() {
        let style = Style { person: Some(Person::We), ..Style::default() };
        let i = ["i", "i'm", "i'll", "i've", "i'd", "me", "my", "myself", "am"];
        let said = |text: &String| words(text).into_iter().find(|word| i.contains(&word.as_str()));
        assert!(every_text().iter().any(|text| said(text).is_some()));
        for text in every_text_in(&style) {
            assert_eq!(said(&text), None, "{text}");
            assert!(
                !text.contains("we was") && !text.contains("we am") && !text.contains("we has"),
                "{text}"
            );
        }
        assert_eq!(
            own_words("I'm on it. I was told, and I am sorry.", &style),
            "We're on it. We were told, and we are sorry."
        );
    }

    #[test]
    fn one_person_is_written_to() {
        let style = Style { person: Some(Person::I), ..Style::default() };
        assert_eq!(
            own_words("Thanks for telling us. We've let you down.", &style),
            "Thanks for telling me. We've let you down."
        );
    }
}
