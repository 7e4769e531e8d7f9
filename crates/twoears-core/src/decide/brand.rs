//! The organisation's own settings, each with a default.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::channels::Channels;
use crate::analyze::Certainty;
use crate::label::{Intent, Label};
use crate::{Channel, Error, Language};

/// How replies sound.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    /// Kind and personal.
    #[default]
    Warm,
    /// Short and matter-of-fact.
    Plain,
    /// Light where the matter allows it.
    Playful,
}

/// What an organisation says of itself. Every field has a default, so an empty text is a brand.
///
/// ```
/// use twoears_core::{Brand, Channel};
/// let brand = Brand::from_toml("name = 'Larkway'\n[targets]\nx = 60")?;
/// assert_eq!(brand.targets.minutes(Channel::X), 60);
/// assert_eq!(brand.targets.minutes(Channel::Email), 720);
/// # Ok::<(), twoears_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Brand {
    /// How the organisation calls itself in a reply; none when it is not to be named.
    pub name: Option<String>,
    /// The last line of a reply.
    pub sign_off: Option<String>,
    /// How replies sound.
    pub voice: Voice,
    /// The language that replies are written in.
    #[serde(deserialize_with = "language")]
    pub language: Language,
    /// The organisation's own accounts, with or without `@`.
    pub own_handles: Vec<String>,
    /// The organisation's own addresses and numbers: not a customer's data, and fit for a public reply.
    pub own_contacts: Vec<String>,
    /// The numeric id of the organisation's account on X, which a direct-message link needs.
    pub x_account_id: Option<String>,
    /// Minutes until the first reply.
    pub targets: Targets,
    /// Who answers for which intent (`billing.refund`) or group of intents (`billing`).
    pub teams: BTreeMap<String, String>,
    /// Who takes what must not wait.
    pub escalation: People,
    /// How sure a reading must be.
    pub certainty: Certainty,
    /// Channel facts that differ from the built-in ones.
    pub channels: Channels,
}

/// Who takes what must not wait.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct People {
    /// A person or a role.
    pub person: String,
}

impl Default for People {
    fn default() -> Self {
        Self { person: "person in charge".to_owned() }
    }
}

impl Default for Brand {
    fn default() -> Self {
        Self {
            name: None,
            sign_off: None,
            voice: Voice::Warm,
            language: Language::ENGLISH,
            own_handles: Vec::new(),
            own_contacts: Vec::new(),
            x_account_id: None,
            targets: Targets::default(),
            teams: BTreeMap::new(),
            escalation: People::default(),
            certainty: Certainty::default(),
            channels: Channels::built_in(),
        }
    }
}

impl Brand {
    /// Settings from TOML text.
    ///
    /// # Errors
    /// When the text is not TOML, a key is not known, a value is of the wrong type, a target is nought, or `teams`
    /// names no intent; the error names the key and the line.
    pub fn from_toml(text: &str) -> Result<Self, Error> {
        let brand: Self = toml::from_str(text).map_err(|error| Error::settings(located(text, &error)))?;
        brand.check()?;
        Ok(brand)
    }

    fn check(&self) -> Result<(), Error> {
        self.targets.check()?;
        self.certainty.check()?;
        for key in self.teams.keys() {
            let group = Intent::ALL.iter().any(|intent| intent.group() == key);
            if !group && Intent::parse(key).is_err() {
                return Err(Error::settings(format!(
                    "`teams.{key}` is neither an intent nor a group of intents"
                )));
            }
        }
        if let Some(id) = &self.x_account_id
            && (id.is_empty() || !id.bytes().all(|b| b.is_ascii_digit()))
        {
            return Err(Error::settings("`x_account_id` is not a number; X shows it in the account's data"));
        }
        Ok(())
    }

    /// Who answers for an intent: the team of the intent itself, else that of its group.
    pub fn team(&self, intent: Intent) -> Option<&str> {
        self.teams.get(intent.name()).or_else(|| self.teams.get(intent.group())).map(String::as_str)
    }

    /// Is this one of the organisation's own accounts?
    pub fn is_own_handle(&self, handle: &str) -> bool {
        let bare = |handle: &str| handle.trim_start_matches('@').to_lowercase();
        self.own_handles.iter().any(|own| bare(own) == bare(handle))
    }
}

/// Where a TOML error is, in a line of its own words.
pub(crate) fn located(text: &str, error: &toml::de::Error) -> String {
    let what = error.message().replace('\n', "; ");
    match error.span() {
        Some(span) => {
            let before = text.get(..span.start).unwrap_or(text);
            let line = before.matches('\n').count() + 1;
            let key = text.lines().nth(line - 1).unwrap_or("").split('=').next().unwrap_or("").trim();
            format!("line {line}, at `{key}`: {what}")
        }
        None => what,
    }
}

fn language<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Language, D::Error> {
    let code = String::deserialize(from)?;
    code.parse().map_err(serde::de::Error::custom)
}

/// Minutes until the first reply is due, by channel, and shorter ones for what is pressing.
///
/// The defaults are those of rule 1 of the project's requirements: an hour where others can read a complaint, two on
/// social channels, twelve for e-mail.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "BTreeMap<String, u32>")]
pub struct Targets {
    minutes: BTreeMap<String, u32>,
}

const DEFAULT_TARGETS: &[(&str, u32)] = &[
    ("x", 120),
    ("mastodon", 120),
    ("bluesky", 120),
    ("facebook", 120),
    ("instagram", 120),
    ("threads", 120),
    ("email", 720),
    ("chat", 5),
    ("whatsapp", 60),
    ("messenger", 60),
    ("telegram", 60),
    ("sms", 60),
    ("default", 240),
    ("public_negative", 60),
    ("critical", 15),
    ("high", 60),
];

impl Default for Targets {
    fn default() -> Self {
        Self { minutes: DEFAULT_TARGETS.iter().map(|(key, minutes)| ((*key).to_owned(), *minutes)).collect() }
    }
}

impl From<BTreeMap<String, u32>> for Targets {
    fn from(given: BTreeMap<String, u32>) -> Self {
        let mut targets = Self::default();
        targets.minutes.extend(given);
        targets
    }
}

impl Targets {
    fn check(&self) -> Result<(), Error> {
        for (key, minutes) in &self.minutes {
            let special = matches!(key.as_str(), "default" | "public_negative" | "critical" | "high");
            if !special && Channel::parse(key).is_err() {
                return Err(Error::settings(format!(
                    "`targets.{key}` is no channel and none of `default`, `public_negative`, `critical`, `high`"
                )));
            }
            if *minutes == 0 {
                return Err(Error::settings(format!("`targets.{key}` is 0 minutes; the least is 1")));
            }
        }
        Ok(())
    }

    /// The target of a channel, in minutes.
    pub fn minutes(&self, channel: Channel) -> u32 {
        self.named(channel.name()).or_else(|| self.named("default")).unwrap_or(240)
    }

    /// A target by its key, in minutes.
    pub fn named(&self, key: &str) -> Option<u32> {
        self.minutes.get(key).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_text_is_a_brand() {
        assert_eq!(Brand::from_toml("").unwrap(), Brand::default());
    }

    #[test]
    fn errors_name_the_key_and_the_line() {
        for (text, parts) in [
            ("name = 'a'\nsignoff = 'b'", &["line 2", "signoff"][..]),
            ("[targets]\nfax = 3", &["targets.fax"]),
            ("[targets]\nx = 0", &["targets.x", "0 minutes"]),
            ("[teams]\n'billing.refunds' = 'a'", &["teams.billing.refunds"]),
            ("voice = 'loud'", &["line 1", "voice", "warm"]),
            ("language = 'xx'", &["xx"]),
            ("x_account_id = '@me'", &["x_account_id"]),
            ("[certainty]\nset_error = 0.7", &["certainty.set_error", "0.7"]),
            ("[certainty]\nunclear_below = 40", &["certainty.unclear_below"]),
        ] {
            let error = Brand::from_toml(text).unwrap_err();
            assert!(error.is_settings());
            for part in parts {
                assert!(error.to_string().contains(part), "{text}: {error}");
            }
        }
    }
}
