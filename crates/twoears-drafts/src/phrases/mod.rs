//! The words of drafts, as data: `phrases/en.toml`, one file a language.

mod template;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use twoears_core::decide::Voice;
use twoears_core::{Intent, Label as _, Language};

use crate::Error;
pub(crate) use template::{Slot, Slots, Template, capital};

/// The built-in languages.
static ENGLISH: LazyLock<Result<Phrases, Error>> =
    LazyLock::new(|| Phrases::from_toml(include_str!("../../phrases/en.toml")));

/// A part of a draft that a voice has words for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Part {
    Greeting,
    GreetingLetter,
    GreetingLetterUnknown,
    Sorry,
    SorryLight,
    Opening,
    OpeningBare,
    Repeat,
    FindOut,
    TakeOn,
    PassOn,
    Invite,
    InviteLater,
    Link,
    Ask,
    HaveAll,
    Delete,
    MoveLink,
    MoveOpen,
    MoveSent,
    MoveElsewhere,
    MoveNowhere,
    PrivateOpen,
    Praise,
    PraiseStaff,
    PraiseThing,
    Thanks,
    Suggestion,
    Report,
    Detail,
    Chat,
    ChatMorning,
    ChatSour,
}

impl Part {
    /// Every part.
    pub(crate) const ALL: &'static [Self] = &[
        Self::Greeting,
        Self::GreetingLetter,
        Self::GreetingLetterUnknown,
        Self::Sorry,
        Self::SorryLight,
        Self::Opening,
        Self::OpeningBare,
        Self::Repeat,
        Self::FindOut,
        Self::TakeOn,
        Self::PassOn,
        Self::Invite,
        Self::InviteLater,
        Self::Link,
        Self::Ask,
        Self::HaveAll,
        Self::Delete,
        Self::MoveLink,
        Self::MoveOpen,
        Self::MoveSent,
        Self::MoveElsewhere,
        Self::MoveNowhere,
        Self::PrivateOpen,
        Self::Praise,
        Self::PraiseStaff,
        Self::PraiseThing,
        Self::Thanks,
        Self::Suggestion,
        Self::Report,
        Self::Detail,
        Self::Chat,
        Self::ChatMorning,
        Self::ChatSour,
    ];
}

/// What shape a reply to an intent has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// Something went wrong: an apology is due.
    Problem,
    /// Something went wrong when the writer is unhappy or blocked, else a question.
    Mixed,
    /// A question.
    Ask,
    /// Something to be done for the writer.
    Request,
    /// A problem that is nobody's fault here: thanks are due.
    Report,
    /// An idea.
    Suggestion,
    /// Praise.
    Praise,
    /// The matter is closed.
    Thanks,
    /// A detail that was asked for.
    Detail,
    /// Small talk.
    Chat,
}

/// The words for one intent, or for what an intent is when certain words stand in the message.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct About {
    pub(crate) kind: Kind,
    pub(crate) classes: Vec<String>,
    pub(crate) thing: Option<String>,
    #[serde(default)]
    pub(crate) opening: Vec<Template>,
    pub(crate) problem: Vec<Template>,
    pub(crate) unknown: Vec<Template>,
    pub(crate) ask: Option<String>,
    #[serde(default)]
    pub(crate) when: Vec<When>,
}

/// What certain words make of an intent; what is left out is as for the intent itself.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct When {
    pub(crate) words: Vec<String>,
    pub(crate) classes: Option<Vec<String>>,
    #[serde(default)]
    pub(crate) opening: Vec<Template>,
    #[serde(default)]
    pub(crate) problem: Vec<Template>,
    #[serde(default)]
    pub(crate) unknown: Vec<Template>,
}

/// A question for one missing thing, and what makes it needless.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ask {
    pub(crate) given: Vec<String>,
    pub(crate) say: Vec<Template>,
}

/// A noun with its article.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct Noun {
    /// "your", or "the".
    pub(crate) yours: bool,
    /// The noun, as it is written in a draft.
    pub(crate) words: String,
    pub(crate) plural: bool,
}

impl TryFrom<String> for Noun {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let plural = text.ends_with('*');
        let bare = text.trim_end_matches('*');
        match bare.split_once(' ') {
            Some((article @ ("your" | "the"), words)) if !words.is_empty() => {
                Ok(Self { yours: article == "your", words: words.to_owned(), plural })
            }
            _ => Err(format!("`{text}` does not start with `your` or `the`")),
        }
    }
}

#[derive(Clone, Debug, Deserialize)]
struct Modifiers {
    words: String,
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
    modifiers: Modifiers,
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
        self.modifiers.words.split_whitespace().any(|known| known == word)
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
