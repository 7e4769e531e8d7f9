//! The words of drafts, as data: `phrases/en.toml`, one file a language.

mod about;
mod part;
mod template;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use twoears_core::decide::Voice;
use twoears_core::{Intent, Label as _, Language};

use crate::Error;
pub(crate) use about::{About, Articles, Ask, Kind, Noun, When};
pub(crate) use part::Part;
pub(crate) use template::{Slot, Slots, Template, capital};

/// The built-in languages.
static ENGLISH: LazyLock<Result<Phrases, Error>> =
    LazyLock::new(|| Phrases::from_toml(include_str!("../../phrases/en.toml")));

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WordList {
    words: String,
}

impl WordList {
    fn has(&self, word: &str) -> bool {
        self.words.split_whitespace().any(|known| known == word)
    }
}

/// All words of one language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Phrases {
    voice: BTreeMap<String, BTreeMap<Part, Vec<Template>>>,
    pub(crate) ways: BTreeMap<String, String>,
    pub(crate) shown: BTreeMap<String, String>,
    pub(crate) asks: BTreeMap<String, Ask>,
    intent: BTreeMap<String, About>,
    pub(crate) nouns: BTreeMap<String, Vec<Noun>>,
    modifiers: WordList,
    verbs: WordList,
    asides: WordList,
    turns: WordList,
}

impl Phrases {
    /// The built-in words of a language; none when there are none yet.
    pub(crate) fn of(language: Language) -> Option<&'static Self> {
        match language {
            Language::ENGLISH => ENGLISH.as_ref().ok(),
            _ => None,
        }
    }

    fn from_toml(text: &str) -> Result<Self, Error> {
        let phrases: Self = toml::from_str(text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or("");
            let line = before.matches('\n').count() + 1;
            Error::phrases(format!("line {line}: {}", error.message().replace('\n', "; ")))
        })?;
        phrases.check()?;
        Ok(phrases)
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
                if !self.nouns.contains_key(class) {
                    return Err(Error::phrases(format!(
                        "`intent.{intent}`: there are no nouns of class `{class}`"
                    )));
                }
            }
            if about.ask.as_ref().is_some_and(|ask| !self.asks.contains_key(ask)) {
                return Err(Error::phrases(format!("`intent.{intent}` asks for what is not in `asks`")));
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
        self.nouns.values().flatten().any(|noun| noun.parts.last().is_some_and(|last| last == word))
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
        let missing = TEXT.replace("[intent.\"visit.info\"]", "[intent.\"visit.infos\"]");
        assert!(Phrases::from_toml(&missing).unwrap_err().to_string().contains("visit.info"));
        let slot = TEXT.replacen("{when}", "{then}", 1);
        assert!(Phrases::from_toml(&slot).unwrap_err().to_string().contains("`then`"));
    }
}
