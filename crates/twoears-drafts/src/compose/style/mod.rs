//! What the voice's settings make of our own words, one file a setting. Words of articles, names and links go through
//! none of this.

pub(super) mod banned;
mod contractions;
pub(super) mod emoji;
mod exclamation;
pub(super) mod formality;
mod person;
pub(super) mod sign_off;
mod spelling;
mod words;

use std::borrow::Cow;

use twoears_core::decide::{Exclamation, Person, Spelling, Style};

/// Our own words as the settings want them.
pub(super) fn own_words<'t>(text: &'t str, style: &Style) -> Cow<'t, str> {
    let mut said = Cow::Borrowed(text);
    if let Some(person) = style.person {
        let table = if person == Person::We { person::WE } else { person::I };
        said = words::swapped(said, table);
    }
    if !style.contractions {
        said = words::swapped(said, contractions::FULL);
    }
    if style.spelling == Spelling::American {
        said = words::swapped(said, spelling::AMERICAN);
    }
    if style.exclamation == Exclamation::Never {
        said = exclamation::without(said);
    }
    said
}
