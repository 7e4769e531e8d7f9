//! Words that the organisation approved for matters of which no draft is written.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::Error;
use crate::label::{Label as _, Matter};

/// Approved texts by matter, as `[vetted]` of the settings holds them: one text, or several for channels of different
/// lengths, of which the first that fits is taken. They are used word for word.
///
/// ```
/// use twoears_core::{Brand, Matter};
/// let brand = Brand::from_toml("[vetted]\nself_harm = 'You matter. Samaritans are there day and night: 116 123.'")?;
/// assert_eq!(brand.vetted.of(Matter::SelfHarm).len(), 1);
/// assert!(brand.vetted.of(Matter::Legal).is_empty());
/// # Ok::<(), twoears_core::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Vetted(BTreeMap<String, Texts>);

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged, expecting = "a text, or a list of texts")]
enum Texts {
    Alone(String),
    Many(Vec<String>),
}

impl Texts {
    fn all(&self) -> &[String] {
        match self {
            Self::Alone(text) => std::slice::from_ref(text),
            Self::Many(texts) => texts,
        }
    }
}

impl Vetted {
    /// The texts of a matter, in the order of the settings; none where nothing was approved.
    pub fn of(&self, matter: Matter) -> &[String] {
        self.0.get(matter.name()).map_or(&[], Texts::all)
    }

    /// Every matter that has texts, with them.
    pub fn all(&self) -> impl Iterator<Item = (Matter, &[String])> {
        Matter::ALL.iter().map(|&matter| (matter, self.of(matter))).filter(|(_, texts)| !texts.is_empty())
    }

    /// Is every key a matter, and every text one that can be sent as it stands?
    pub(super) fn check(&self) -> Result<(), Error> {
        for (key, texts) in &self.0 {
            if Matter::parse(key).is_err() {
                let known: Vec<&str> = Matter::ALL.iter().map(|matter| matter.name()).collect();
                return Err(Error::settings(format!(
                    "`vetted.{key}` is no matter; known: {}",
                    known.join(", ")
                )));
            }
            if texts.all().is_empty() {
                return Err(Error::settings(format!("`vetted.{key}` is an empty list; leave the key out")));
            }
            for text in texts.all() {
                if text.trim().is_empty() {
                    return Err(Error::settings(format!("`vetted.{key}` is empty; leave the key out")));
                }
                if let Some(slot) = text.find(['{', '}']) {
                    return Err(Error::settings(format!(
                        "`vetted.{key}` has a brace at character {}: approved text has no slots, it is used word for word",
                        text[..slot].chars().count() + 1
                    )));
                }
                if text.chars().any(|c| c.is_control() && c != '\n') {
                    return Err(Error::settings(format!("`vetted.{key}` holds a control character")));
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::{Brand, Matter};

    #[test]
    fn one_text_or_several() {
        let brand = Brand::from_toml("[vetted]\nlegal = 'a'\nself_harm = ['long', 'short']").unwrap();
        assert_eq!(brand.vetted.of(Matter::Legal), ["a"]);
        assert_eq!(brand.vetted.of(Matter::SelfHarm), ["long", "short"]);
        assert_eq!(brand.vetted.all().count(), 2);
        assert!(Brand::from_toml("").unwrap().vetted.all().next().is_none());
    }

    #[test]
    fn errors_name_the_key() {
        for (text, part) in [
            ("suicide = 'a'", "`vetted.suicide` is no matter; known: safety, self_harm"),
            ("legal = ' '", "`vetted.legal` is empty"),
            ("legal = []", "`vetted.legal` is an empty list"),
            ("legal = 'Hi {name}'", "`vetted.legal` has a brace at character 4"),
            ("legal = \"a\\u0007\"", "`vetted.legal` holds a control character"),
            ("legal = 3", "a text, or a list of texts"),
        ] {
            let error = Brand::from_toml(&format!("[vetted]\n{text}")).unwrap_err();
            assert!(error.is_settings() && error.to_string().contains(part), "{text}: {error}");
        }
    }
}
