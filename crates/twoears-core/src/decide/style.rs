//! The voice's settings: how the product's own words are put. Words of articles, names and links stay as they are.

use serde::Deserialize;

use crate::Error;

/// Characters of `initials` at the most.
const INITIALS: usize = 12;

/// How the product's own words are put, `[style]` in the settings. The defaults are how the phrases are written.
///
/// ```
/// use twoears_core::Brand;
/// use twoears_core::decide::{Formality, Person};
/// let brand = Brand::from_toml("[style]\ncontractions = false\nperson = 'we'\nformality = 'formal'")?;
/// assert_eq!((brand.style.person, brand.style.formality), (Some(Person::We), Formality::Formal));
/// let error = Brand::from_toml("[style]\nbanned = ['']").unwrap_err();
/// assert!(error.to_string().contains("`style.banned`"));
/// # Ok::<(), twoears_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Style {
    /// "I'm" (the default) or "I am".
    pub contractions: bool,
    /// May a kind word end with an emoji?
    pub emoji: Emoji,
    /// May a kind word end with an exclamation mark?
    pub exclamation: Exclamation,
    /// How a reply greets and closes.
    pub formality: Formality,
    /// How words are spelled.
    pub spelling: Spelling,
    /// Who speaks; when none is set, "I" for what a person does and "we" for what the organisation got wrong.
    pub person: Option<Person>,
    /// Who signs where there is little room, in place of the sign-off: "^MK".
    pub initials: Option<String>,
    /// Does a reply greet?
    pub greeting: bool,
    /// Words that no phrase may hold, in any case of letters.
    pub banned: Vec<String>,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            contractions: true,
            emoji: Emoji::Off,
            exclamation: Exclamation::One,
            formality: Formality::Neutral,
            spelling: Spelling::British,
            person: None,
            initials: None,
            greeting: true,
            banned: Vec::new(),
        }
    }
}

/// May a kind word end with an emoji?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Emoji {
    /// No.
    #[default]
    Off,
    /// One at the end of praise, thanks or small talk, never to somebody who is unhappy.
    Few,
}

/// May a kind word end with an exclamation mark?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Exclamation {
    /// No.
    Never,
    /// One in a reply at the most, where the voice has one.
    #[default]
    One,
}

/// How a reply greets and closes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Formality {
    /// "Hi Ann," everywhere.
    Casual,
    /// "Hi Ann," in a post or a chat, "Dear Ann," in a letter.
    #[default]
    Neutral,
    /// "Dear Ann," everywhere; a letter closes with "Kind regards".
    Formal,
}

/// How words are spelled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spelling {
    /// "apologise", "cancelled".
    #[default]
    British,
    /// "apologize", "canceled".
    American,
}

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Person {
    /// "I'm looking into it", "I'm sorry I was late": one person for everything.
    I,
    /// "We're looking into it": the organisation for everything.
    We,
}

impl Style {
    pub(super) fn check(&self) -> Result<(), Error> {
        if self.banned.iter().any(|word| word.trim().is_empty()) {
            return Err(Error::settings("`style.banned` holds an empty word; take it out"));
        }
        let length = self.initials.as_ref().map(|initials| initials.trim().chars().count());
        if length.is_some_and(|length| length == 0 || length > INITIALS) {
            return Err(Error::settings(format!(
                "`style.initials` has {} characters; it may have 1 to {INITIALS}",
                length.unwrap_or(0)
            )));
        }
        Ok(())
    }
}
