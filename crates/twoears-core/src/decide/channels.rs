//! What each channel allows, as dated data that settings can override.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::label::{Label, labels};
use crate::{Channel, Error};

const BUILT_IN: &str = include_str!("channels.toml");

labels! {
    /// The way into private on a channel.
    Mechanism, "mechanism" {
        /// A direct message on X, by a link in the public reply.
        XDm = "x_dm",
        /// A private reply to a comment on Facebook.
        FacebookPrivateReply = "facebook_private_reply",
        /// A private reply to a comment on Instagram.
        InstagramPrivateReply = "instagram_private_reply",
        /// A post that only those mentioned can see, on Mastodon.
        MastodonDirect = "mastodon_direct",
        /// A chat message on Bluesky.
        BlueskyChat = "bluesky_chat",
        /// A private message on Reddit.
        RedditMessage = "reddit_message",
        /// The channel is private already.
        Here = "here",
    }
}

/// How a channel counts the length of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// As X counts: wide characters and emoji 2, links 23.
    Weighted,
    /// User-perceived characters.
    Graphemes,
    /// Unicode code points.
    #[default]
    Chars,
    /// Bytes of UTF-8.
    Utf8,
    /// GSM-7 septets; one character outside GSM-7 turns the whole text into 16-bit units.
    Gsm7,
}

/// How long a text may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Limit {
    /// The most.
    pub most: u32,
    /// In which unit.
    pub unit: Unit,
}

/// The private side of a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Private<'a> {
    /// The way there.
    pub mechanism: Mechanism,
    /// Under what condition, in words for a person.
    pub condition: Option<&'a str>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Facts {
    public: Option<u32>,
    public_unit: Option<Unit>,
    private: Option<u32>,
    private_unit: Option<Unit>,
    mechanism: Option<Mechanism>,
    condition: Option<String>,
    source: Option<String>,
    checked_on: Option<String>,
}

/// Facts of all channels: the built-in ones, overridden by settings.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "BTreeMap<String, Facts>")]
pub struct Channels(BTreeMap<String, Facts>);

impl Channels {
    /// The facts that the library ships.
    pub fn built_in() -> Self {
        // A constant of this crate; a test reads it and every channel in it.
        Self(toml::from_str(BUILT_IN).unwrap_or_default())
    }

    fn facts(&self, channel: Channel) -> Option<&Facts> {
        self.0.get(channel.name()).or_else(|| self.0.get(Channel::Other.name()))
    }

    /// How long a public reply may be; none where nothing is public.
    pub fn public(&self, channel: Channel) -> Option<Limit> {
        let facts = self.facts(channel)?;
        Some(Limit { most: facts.public?, unit: facts.public_unit.unwrap_or_default() })
    }

    /// How long a private message may be; none where there is none.
    pub fn private(&self, channel: Channel) -> Option<Limit> {
        let facts = self.facts(channel)?;
        Some(Limit { most: facts.private?, unit: facts.private_unit.unwrap_or_default() })
    }

    /// The way into private; none where there is none.
    pub fn way(&self, channel: Channel) -> Option<Private<'_>> {
        let facts = self.facts(channel)?;
        Some(Private { mechanism: facts.mechanism?, condition: facts.condition.as_deref() })
    }
}

impl TryFrom<BTreeMap<String, Facts>> for Channels {
    type Error = Error;

    fn try_from(given: BTreeMap<String, Facts>) -> Result<Self, Error> {
        let mut channels = Self::built_in();
        for (name, facts) in given {
            if Channel::parse(&name).is_err() {
                return Err(Error::settings(format!("`channels.{name}` is no channel")));
            }
            let old = channels.0.entry(name).or_default();
            old.public = facts.public.or(old.public);
            old.public_unit = facts.public_unit.or(old.public_unit);
            old.private = facts.private.or(old.private);
            old.private_unit = facts.private_unit.or(old.private_unit);
            old.mechanism = facts.mechanism.or(old.mechanism);
            old.condition = facts.condition.or_else(|| old.condition.take());
            old.source = facts.source.or_else(|| old.source.take());
            old.checked_on = facts.checked_on.or_else(|| old.checked_on.take());
        }
        Ok(channels)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_channel_has_dated_facts_and_a_limit() {
        let channels = Channels::built_in();
        for &channel in Channel::ALL {
            let facts = channels.0.get(channel.name()).unwrap_or_else(|| panic!("no facts of {channel}"));
            assert!(facts.source.is_some() && facts.checked_on.is_some(), "{channel}");
            assert!(facts.public.is_some() || facts.private.is_some(), "{channel}");
            assert_eq!(facts.public.is_some(), channel.is_public_by_habit(), "{channel}");
        }
        assert!(channels.way(Channel::Youtube).is_none());
        assert_eq!(channels.way(Channel::X).unwrap().mechanism, Mechanism::XDm);
    }

    #[test]
    fn settings_override_one_fact_and_keep_the_rest() {
        let brand = crate::Brand::from_toml("[channels.mastodon]\npublic = 5000").unwrap();
        let limit = brand.channels.public(Channel::Mastodon).unwrap();
        assert_eq!((limit.most, limit.unit), (5000, Unit::Graphemes));
        assert!(crate::Brand::from_toml("[channels.fax]\npublic = 1").is_err());
    }
}
