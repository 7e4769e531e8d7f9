//! The words of drafts, as data: `phrases/en.toml`, one file a language.

mod about;
#[cfg(test)]
mod form;
mod nouns;
mod part;
mod slots;
mod template;
mod vary;
mod word_list;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use twoears_core::decide::Voice;
use twoears_core::{Intent, Label as _, Language};

use crate::Error;
pub(crate) use about::{About, Articles, Ask, Kind, Noun, When};
pub(crate) use nouns::Ending;
use nouns::Nouns;
pub(crate) use part::Part;
pub(crate) use slots::{Slot, Slots};
pub(crate) use template::{Template, capital};
use vary::Group;
use word_list::WordList;

/// A built-in language: its words, read when they are first needed.
type BuiltIn = (Language, LazyLock<Result<Phrases, Error>>);

/// The built-in languages. To add one: a file in `phrases`, a line here.
static LANGUAGES: [BuiltIn; 1] =
    [(Language::ENGLISH, LazyLock::new(|| Phrases::from_toml(include_str!("../../phrases/en.toml"))))];

/// All words of one language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Phrases {
    voice: BTreeMap<String, BTreeMap<Part, Vec<Template>>>,
    pub(crate) ways: BTreeMap<String, String>,
    pub(crate) shown: BTreeMap<String, String>,
    pub(crate) asks: BTreeMap<String, Ask>,
    pub(crate) given: BTreeMap<String, String>,
    intent: BTreeMap<String, About>,
    nouns: Nouns,
    modifiers: WordList,
    verbs: WordList,
    asides: WordList,
    turns: WordList,
    #[serde(default)]
    alike: Vec<Group>,
}

impl Phrases {
    /// The built-in words of a language; none when there are none yet.
    pub(crate) fn of(language: Language) -> Option<&'static Self> {
        LANGUAGES.iter().find(|(known, _)| *known == language)?.1.as_ref().ok()
    }

    fn from_toml(text: &str) -> Result<Self, Error> {
        let mut phrases: Self = toml::from_str(text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or("");
            let line = before.matches('\n').count() + 1;
            Error::phrases(format!("line {line}: {}", error.message().replace('\n', "; ")))
        })?;
        phrases.check()?;
        let groups = std::mem::take(&mut phrases.alike);
        phrases.templates_mut().for_each(|template| template.vary(&groups));
        Ok(phrases)
    }

    /// Every text that the phrases can become with these slots.
    #[cfg(test)]
    pub(crate) fn every_text(&self, slots: &Slots<'_>) -> Vec<String> {
        self.clone().templates_mut().flat_map(|template| template.every(slots)).collect()
    }

    /// Every phrase.
    fn templates_mut(&mut self) -> impl Iterator<Item = &mut Template> {
        let voices = self.voice.values_mut().flat_map(BTreeMap::values_mut).flatten();
        let asks = self.asks.values_mut().flat_map(|ask| &mut ask.say);
        voices.chain(asks).chain(self.intent.values_mut().flat_map(About::templates_mut))
    }

    /// Everything that a message can ask for is there.
    fn check(&self) -> Result<(), Error> {
        for intent in Intent::ALL {
            let about =
                self.about(*intent).ok_or_else(|| Error::phrases(format!("`intent.{intent}` is missing")))?;
            let fine = !about.problem.is_empty() && !about.unknown.is_empty();
            let whens = about.when.iter().all(|when| !when.words.is_empty());
            if !fine || !whens {
                return Err(Error::phrases(format!(
                    "`intent.{intent}` has no words for a problem or for what is unknown"
                )));
            }
            let classes = about
                .classes
                .iter()
                .chain(about.when.iter().filter_map(|when| when.classes.as_ref()).flatten());
            for class in classes {
                if !self.nouns.has_class(class) {
                    return Err(Error::phrases(format!(
                        "`intent.{intent}`: there are no nouns of class `{class}`"
                    )));
                }
            }
            if about.ask.as_ref().is_some_and(|ask| !self.asks.contains_key(ask)) {
                return Err(Error::phrases(format!("`intent.{intent}` asks for what is not in `asks`")));
            }
        }
        for (name, ask) in &self.asks {
            if let Some(no) = ask.intents.iter().find(|intent| !self.intent.contains_key(*intent)) {
                return Err(Error::phrases(format!("`asks.{name}`: there is no intent `{no}`")));
            }
        }
        for part in Part::ALL {
            if self.words(Voice::Warm, *part).is_empty() {
                return Err(Error::phrases(format!("`voice.warm` has no words for {part:?}")));
            }
        }
        Ok(())
    }

    /// The words of a voice for a part; a voice without own words for it speaks as the warm one does.
    pub(crate) fn words(&self, voice: Voice, part: Part) -> &[Template] {
        let name = match voice {
            Voice::Warm => "warm",
            Voice::Plain => "plain",
            Voice::Playful => "playful",
        };
        let of = |name: &str| self.voice.get(name).and_then(|voice| voice.get(&part));
        of(name).or_else(|| of("warm")).map_or(&[], Vec::as_slice)
    }

    /// The words for an intent.
    pub(crate) fn about(&self, intent: Intent) -> Option<&About> {
        self.intent.get(intent.name())
    }

    /// May this word stand between an article and a noun?
    pub(crate) fn is_modifier(&self, word: &str) -> bool {
        self.modifiers.has(word)
    }

    /// Is this noun as often a verb, so that it counts only with an article?
    pub(crate) fn is_verb(&self, word: &str) -> bool {
        self.verbs.has(word)
    }

    /// Does this word lead to what the matter is not ("since the update", "no other app")?
    pub(crate) fn is_aside(&self, word: &str) -> bool {
        self.asides.has(word)
    }

    /// Does this word turn praise to its other side?
    pub(crate) fn is_turn(&self, word: &str) -> bool {
        self.turns.has(word)
    }

    /// Does a known noun end with this word?
    pub(crate) fn is_noun(&self, word: &str) -> bool {
        !self.nouns_ending(word).is_empty()
    }

    /// The nouns that end with this word.
    pub(crate) fn nouns_ending(&self, word: &str) -> &[Ending] {
        self.nouns.ending(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = include_str!("../../phrases/en.toml");

    #[test]
    fn english_is_complete() {
        let phrases = Phrases::from_toml(TEXT).unwrap_or_else(|error| panic!("{error}"));
        assert!(Phrases::of(Language::ENGLISH).is_some());
        assert!(Phrases::of("de".parse().unwrap()).is_none());
        for voice in [Voice::Warm, Voice::Plain, Voice::Playful] {
            for part in [
                Part::Sorry,
                Part::Opening,
                Part::FindOut,
                Part::TakeOn,
                Part::Invite,
                Part::Praise,
                Part::Thanks,
            ] {
                assert!(phrases.words(voice, part).len() >= 4, "{voice:?} {part:?}");
            }
        }
    }

    #[test]
    fn words_fit_an_sms() {
        for line in TEXT.lines().filter(|line| !line.starts_with('#')) {
            assert!(line.is_ascii(), "{line}");
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        let missing = TEXT.replace("intent.\"visit.info\"", "intent.\"visit.infos\"");
        assert!(Phrases::from_toml(&missing).unwrap_err().to_string().contains("visit.info"));
        let slot = TEXT.replacen("{when}", "{then}", 1);
        assert!(Phrases::from_toml(&slot).unwrap_err().to_string().contains("`then`"));
    }
}
