//! What each channel allows, as dated data that settings can override.

mod facts;
mod terms;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::label::Label as _;
use crate::{Channel, Error};
use facts::Facts;
pub use terms::{After, Limit, Mechanism, Need, Unit};

const BUILT_IN: &str = include_str!("../channels.toml");

/// The private side of a channel where messages stand in the open, and what must hold for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Private<'a> {
    /// The way there.
    pub mechanism: Mechanism,
    /// Under what condition, in words for a person.
    pub condition: Option<&'a str>,
    /// What it needs.
    pub needs: &'a [Need],
    /// Is one private reply all that can be sent before the person answers?
    pub once: bool,
    /// Is it open to comments on a live broadcast only while that lasts?
    pub live: bool,
    /// For how many minutes after the message it is open; none where it stays open.
    pub minutes: Option<u32>,
}

/// How long a private message may be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answering {
    /// Minutes from the customer's last message.
    pub minutes: u32,
    /// Minutes from the customer's last message for which a person may still answer, where that is longer.
    pub agent_minutes: Option<u32>,
    /// What is left then.
    pub after: After,
}

/// Facts of all channels: the built-in ones, overridden by settings.
///
/// ```
/// use twoears_core::{Brand, Channel};
/// let brand = Brand::from_toml("[channels.facebook]\nwindow_minutes = 60")?;
/// assert_eq!(brand.channels.way(Channel::Facebook).and_then(|way| way.minutes), Some(60));
/// # Ok::<(), twoears_core::Error>(())
/// ```
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
        let unit = facts.public_unit.unwrap_or_default();
        Some(Limit { most: facts.public?, unit, bytes: facts.public_bytes })
    }

    /// How long a private message may be; none where there is none.
    pub fn private(&self, channel: Channel) -> Option<Limit> {
        let facts = self.facts(channel)?;
        let unit = facts.private_unit.unwrap_or_default();
        Some(Limit { most: facts.private?, unit, bytes: facts.private_bytes })
    }

    /// How many characters one line may have; none where lines have no limit.
    pub fn line(&self, channel: Channel) -> Option<u32> {
        self.facts(channel)?.line
    }

    /// The way into private; none where there is none.
    pub fn way(&self, channel: Channel) -> Option<Private<'_>> {
        let facts = self.facts(channel)?;
        Some(Private {
            mechanism: facts.mechanism?,
            condition: facts.condition.as_deref(),
            needs: facts.needs.as_deref().unwrap_or_default(),
            once: facts.once.unwrap_or(false),
            live: facts.live.unwrap_or(false),
            minutes: facts.window_minutes,
        })
    }

    /// Can the customer open a private conversation with the organisation there? Not where nothing is known of it.
    pub fn customer_first(&self, channel: Channel) -> bool {
        self.facts(channel).and_then(|facts| facts.customer_first).unwrap_or(false)
    }

    /// How long a private message may be answered; none where that is always possible.
    pub fn answering(&self, channel: Channel) -> Option<Answering> {
        let facts = self.facts(channel)?;
        let after = facts.after.unwrap_or(After::CustomerFirst);
        Some(Answering { minutes: facts.answer_minutes?, agent_minutes: facts.agent_minutes, after })
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
            let old = channels.0.entry(name.clone()).or_default();
            old.lay(facts);
            old.check(&name)?;
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
            assert!(facts.source.is_some(), "{channel}");
            let date = facts.checked_on.as_deref().unwrap_or("");
            assert!(date.parse::<jiff::civil::Date>().is_ok(), "{channel}: `{date}` is no date");
            assert!(facts.public.is_some() || facts.private.is_some(), "{channel}");
            assert_eq!(facts.public.is_some(), channel.is_public_by_habit(), "{channel}");
            assert!(facts.check(channel.name()).is_ok(), "{channel}");
            // A condition that code checks is told to people too.
            let checked = facts.needs.is_some() || facts.once.is_some() || facts.answer_minutes.is_some();
            assert!(!checked || facts.condition.is_some(), "{channel}: no words for its condition");
        }
        assert!(channels.way(Channel::Youtube).is_none());
        assert_eq!(channels.way(Channel::X).unwrap().mechanism, Mechanism::XDm);
    }

    #[test]
    fn settings_override_one_fact_and_keep_the_rest() {
        let brand = |text: &str| crate::Brand::from_toml(text);
        let channels = brand("[channels.mastodon]\npublic = 5000").unwrap().channels;
        assert_eq!(channels.public(Channel::Mastodon), Some(Limit::new(5000, Unit::Mastodon)));
        let channels =
            brand("[channels.instagram]\nonce = false\nneeds = []\nlive = false").unwrap().channels;
        let way = channels.way(Channel::Instagram).unwrap();
        assert_eq!((way.once, way.live, way.minutes), (false, false, Some(10_080)));
        let channels = brand("[channels.whatsapp]\nanswer_minutes = 60\nafter = 'customer_first'").unwrap();
        let answering = channels.channels.answering(Channel::Whatsapp).unwrap();
        assert_eq!((answering.minutes, answering.after), (60, After::CustomerFirst));
    }

    #[test]
    fn wrong_facts_are_named() {
        for (text, part) in [
            ("[channels.fax]\npublic = 1", "channels.fax"),
            ("[channels.x]\npublic = 0", "channels.x.public"),
            ("[channels.messenger]\nagent_minutes = 5", "channels.messenger.agent_minutes"),
            ("[channels.x]\nneeds = ['luck']", "line 2, at `needs`"),
            ("[channels.x]\nmechanism = 'pigeon'", "line 2, at `mechanism`"),
        ] {
            let error = crate::Brand::from_toml(text).unwrap_err();
            assert!(error.is_settings() && error.to_string().contains(part), "{text}: {error}");
        }
    }
}
