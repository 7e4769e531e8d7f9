//! American spelling of our own words, and the American word where the British one is not used there.

use super::words::Table;

/// Each British spelling with the American one.
pub(super) const AMERICAN: Table = &[
    ("apologise", "apologize"),
    ("apologised", "apologized"),
    ("apologising", "apologizing"),
    ("recognise", "recognize"),
    ("recognised", "recognized"),
    ("realise", "realize"),
    ("realised", "realized"),
    ("organise", "organize"),
    ("organised", "organized"),
    ("organisation", "organization"),
    ("cancelled", "canceled"),
    ("cancelling", "canceling"),
    ("travelling", "traveling"),
    ("travelled", "traveled"),
    ("labelled", "labeled"),
    ("favourite", "favorite"),
    ("colour", "color"),
    ("honour", "honor"),
    ("neighbour", "neighbor"),
    ("behaviour", "behavior"),
    ("centre", "center"),
    ("cheque", "check"),
    ("licence", "license"),
    ("catalogue", "catalog"),
    ("programme", "program"),
    ("grey", "gray"),
    ("ring", "call"),
    ("postcode", "ZIP code"),
];

#[cfg(test)]
mod tests {
    use super::super::words::testing::{every_text, every_text_in, words};
    use twoears_core::decide::{Spelling, Style};

    #[test]
    fn no_british_spelling_is_left_in_any_phrase() {
        let style = Style { spelling: Spelling::American, ..Style::default() };
        let british = |text: &String| {
            words(text).into_iter().find(|word| super::AMERICAN.iter().any(|(known, _)| known == word))
        };
        assert!(every_text().iter().any(|text| british(text).is_some()));
        for text in every_text_in(&style) {
            assert_eq!(british(&text), None, "{text}");
        }
        assert_eq!(super::super::own_words("Cancelled on you", &style), "Canceled on you");
    }
}
