//! How a reply greets and closes.

use twoears_core::decide::{Formality, Style};

use crate::phrases::Part;

/// The greeting: a letter's to whom one writes formally, a chat's to whom one does not.
pub(in crate::compose) fn greeting(letter: bool, named: bool, style: &Style) -> Part {
    match (style.formality, letter, named) {
        (Formality::Formal, _, true) | (Formality::Neutral, true, true) => Part::GreetingLetter,
        (_, true, false) => Part::GreetingLetterUnknown,
        _ => Part::Greeting,
    }
}

/// The sign-off with what goes before it in a formal letter.
pub(in crate::compose) fn closing(sign_off: String, letter: bool, style: &Style) -> String {
    if letter && style.formality == Formality::Formal {
        format!("Kind regards,\n{sign_off}")
    } else {
        sign_off
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_posts() {
        let style = |formality| Style { formality, ..Style::default() };
        for (formality, letter, post) in [
            (Formality::Casual, Part::Greeting, Part::Greeting),
            (Formality::Neutral, Part::GreetingLetter, Part::Greeting),
            (Formality::Formal, Part::GreetingLetter, Part::GreetingLetter),
        ] {
            let style = style(formality);
            assert_eq!((greeting(true, true, &style), greeting(false, true, &style)), (letter, post));
            assert_eq!(greeting(true, false, &style), Part::GreetingLetterUnknown);
        }
        assert_eq!(closing("Mia".to_owned(), true, &style(Formality::Formal)), "Kind regards,\nMia");
        assert_eq!(closing("Mia".to_owned(), false, &style(Formality::Formal)), "Mia");
    }
}
