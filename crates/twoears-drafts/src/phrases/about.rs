//! What the words for an intent are made of.

use serde::Deserialize;

use super::Template;

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
    /// What is not known yet where nothing went wrong, when that is something else.
    #[serde(default)]
    pub(crate) unasked: Vec<Template>,
    pub(crate) ask: Option<String>,
    #[serde(default)]
    pub(crate) when: Vec<When>,
}

impl About {
    /// Every phrase.
    pub(super) fn templates_mut(&mut self) -> impl Iterator<Item = &mut Template> {
        let whens =
            self.when.iter_mut().flat_map(|when| [&mut when.opening, &mut when.problem, &mut when.unknown]);
        let own = [&mut self.opening, &mut self.problem, &mut self.unknown, &mut self.unasked];
        own.into_iter().chain(whens).flatten()
    }
}

/// What certain words make of an intent; what is left out is as for the intent itself.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct When {
    pub(crate) words: Vec<String>,
    pub(crate) kind: Option<Kind>,
    pub(crate) classes: Option<Vec<String>>,
    pub(crate) thing: Option<String>,
    #[serde(default)]
    pub(crate) articles: Articles,
    #[serde(default)]
    pub(crate) opening: Vec<Template>,
    #[serde(default)]
    pub(crate) problem: Vec<Template>,
    #[serde(default)]
    pub(crate) unknown: Vec<Template>,
}

/// May the knowledge base speak? How to book help is no answer to somebody whose booked help did not come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Articles {
    /// It may.
    #[default]
    Fit,
    /// What it says of the intent does not fit these words.
    Unfit,
}

/// A question for one missing thing, and what makes it needless.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ask {
    /// May it be asked where everybody reads along?
    #[serde(default)]
    pub(crate) public: bool,
    /// The intents that it lets somebody start with, for a question that may be public.
    #[serde(default)]
    pub(crate) intents: Vec<String>,
    /// It is asked when one of these stands in the message; without any, when no other question fits.
    #[serde(default)]
    pub(crate) words: Vec<String>,
    /// The same as a noun, for the way into private: "your order number".
    pub(crate) needed: Option<String>,
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
    /// The same in lower case, word by word.
    pub(crate) parts: Vec<String>,
    pub(crate) plural: bool,
}

impl TryFrom<String> for Noun {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let plural = text.ends_with('*');
        let bare = text.trim_end_matches('*');
        match bare.split_once(' ') {
            Some((article @ ("your" | "the"), words)) if !words.is_empty() => Ok(Self {
                yours: article == "your",
                words: words.to_owned(),
                parts: words.split(' ').map(str::to_lowercase).collect(),
                plural,
            }),
            _ => Err(format!("`{text}` does not start with `your` or `the`")),
        }
    }
}
