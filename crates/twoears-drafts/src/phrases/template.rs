//! A phrase with typed slots, and what fills them.

use serde::Deserialize;

/// What can stand in braces in a phrase.
macro_rules! slots {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)+) => {
        /// A place in a phrase that a message fills.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Slot { $($(#[$doc])* $variant,)+ }

        impl Slot {
            /// Every slot with its name.
            pub(crate) const ALL: &'static [(Slot, &'static str)] = &[$((Slot::$variant, $name),)+];
        }
    };
}

slots! {
    /// The customer's first name.
    Name = "name",
    /// What it is about, with its article.
    Thing = "thing",
    /// "is" or "are", as the thing asks.
    Is = "is",
    /// "isn't" or "aren't".
    Isnt = "isnt",
    /// "has" or "have".
    Has = "has",
    /// "hasn't" or "haven't".
    Hasnt = "hasnt",
    /// "was" or "were".
    Was = "was",
    /// "wasn't" or "weren't".
    Wasnt = "wasnt",
    /// "does" or "do".
    Does = "does",
    /// "doesn't" or "don't".
    Doesnt = "doesnt",
    /// "it" or "they".
    It = "it",
    /// "it" or "them".
    Them = "them",
    /// The verb's "s", or nothing.
    S = "s",
    /// What happened, as a clause.
    Clause = "clause",
    /// What is not known yet, as an indirect question.
    Unknown = "unknown",
    /// The team that finds out: "our Payments team".
    Team = "team",
    /// The latest moment of the next word: "2 pm today (UTC)".
    When = "when",
    /// A link.
    Link = "link",
    /// How late it was, in the customer's words: "50 minutes".
    Late = "late",
    /// Since when, in the customer's words: "since Thursday".
    Since = "since",
    /// What a post shows that it should not.
    Shown = "shown",
    /// "it" or "them", for what a post shows.
    ShownIt = "shown_it",
    /// The way into private: "a private message".
    Way = "way",
    /// The one question of a reply.
    Ask = "ask",
    /// The organisation's own address, form or number.
    Contact = "contact",
}

/// A phrase: text with slots.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct Template(Vec<Part>);

#[derive(Clone, Debug, PartialEq)]
enum Part {
    Text(String),
    Slot(Slot),
}

impl TryFrom<String> for Template {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let mut parts = Vec::new();
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) =
                after.split_once('}').ok_or_else(|| format!("`{text}`: a brace is not closed"))?;
            let slot = Slot::ALL.iter().find(|(_, known)| *known == name);
            let (slot, _) = slot.ok_or_else(|| format!("`{text}`: there is no slot `{name}`"))?;
            parts.push(Part::Text(before.to_owned()));
            parts.push(Part::Slot(*slot));
            rest = after;
        }
        parts.push(Part::Text(rest.to_owned()));
        Ok(Self(parts))
    }
}

impl Template {
    /// The phrase with its slots filled and the first letter of every sentence in upper case; none when a slot is empty.
    pub(crate) fn fill(&self, slots: &Slots) -> Option<String> {
        let mut text = String::new();
        for part in &self.0 {
            match part {
                Part::Text(part) => push(&mut text, part),
                Part::Slot(Slot::S) if slots.get(Slot::S).is_none() => {}
                Part::Slot(slot) => push(&mut text, slots.get(*slot)?),
            }
        }
        Some(text)
    }

    /// Does it name that slot?
    pub(crate) fn names(&self, slot: Slot) -> bool {
        self.0.contains(&Part::Slot(slot))
    }
}

/// Adds a part; after the end of a sentence it starts with an upper-case letter.
fn push(text: &mut String, part: &str) {
    let ends = text.trim_end();
    let sentence = ends.len() < text.len() && ends.ends_with(['.', '!', '?']);
    if sentence { text.push_str(&capital(part)) } else { text.push_str(part) }
}

/// The text with its first letter in upper case.
pub(crate) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// What fills the slots for one message.
#[derive(Clone, Debug, Default)]
pub(crate) struct Slots(Vec<(Slot, String)>);

impl Slots {
    /// Fills a slot; an empty value leaves it empty.
    pub(crate) fn set(&mut self, slot: Slot, value: impl Into<String>) {
        let value = value.into();
        self.0.retain(|(known, _)| *known != slot);
        if !value.is_empty() {
            self.0.push((slot, value));
        }
    }

    /// The same with one more slot filled.
    pub(crate) fn with(&self, slot: Slot, value: impl Into<String>) -> Self {
        let mut slots = self.clone();
        slots.set(slot, value);
        slots
    }

    /// What fills a slot.
    pub(crate) fn get(&self, slot: Slot) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == slot).map(|(_, value)| value.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template(text: &str) -> Result<Template, String> {
        Template::try_from(text.to_owned())
    }

    #[test]
    fn slots_are_filled_and_sentences_begin_with_capitals() {
        let mut slots = Slots::default();
        slots.set(Slot::Thing, "the app");
        let phrase = template("Sorry. {thing} is down.").unwrap();
        assert_eq!(phrase.fill(&slots).unwrap(), "Sorry. The app is down.");
        assert_eq!(phrase.fill(&Slots::default()), None);
        assert!(phrase.names(Slot::Thing) && !phrase.names(Slot::Team));
    }

    #[test]
    fn unknown_slots_are_errors() {
        assert!(template("{things}").unwrap_err().contains("`things`"));
        assert!(template("{thing").is_err());
    }
}
