//! Targets: how many minutes until the first response, and until a matter is resolved.

mod defaults;
mod key;
mod read;

use std::collections::BTreeMap;

use serde::de::{Deserialize, Deserializer};

use crate::label::{Sentiment, Urgency};
use crate::{Audience, Channel};
use key::Key;

/// Minutes by key. Every table holds `default`: the built-in one does, and settings only add to it.
type Table = BTreeMap<Key, u32>;

/// What counts where a table has no `default`, which none lacks.
const UNSET: u32 = 240;

/// Minutes until the first response is due, by channel, audience and urgency; read from `[targets]` of the settings.
///
/// The channel's base is what its most specific key says: `"x.private"`, then `x`, then `private`, then `default`. The
/// target is the shortest of the base, of the urgency's (`"x.high"`, else `high`) and, for a negative message in the open, of
/// `public_negative`. So a shorter number never makes a target longer.
///
/// The defaults stand in docs/targets.md, each with its source.
///
/// ```
/// use twoears_core::{Audience, Brand, Channel, Sentiment, Urgency};
/// let brand = Brand::from_toml("[targets]\n'x.private' = 90\nhigh = 45")?;
/// let targets = brand.targets;
/// assert_eq!(targets.base(Channel::X, Audience::Private), 90);
/// assert_eq!(targets.base(Channel::X, Audience::Public), 120);
/// let pressing = targets.minutes(Channel::X, Audience::Private, Urgency::High, Sentiment::Neutral);
/// assert_eq!(pressing, 45);
/// # Ok::<(), twoears_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Targets {
    minutes: Table,
    hold_at: f64,
}

impl Targets {
    /// The minutes of a channel and audience, whatever the message says.
    pub fn base(&self, channel: Channel, audience: Audience) -> u32 {
        base(&self.minutes, channel, audience)
    }

    /// The minutes of a message.
    pub fn minutes(
        &self,
        channel: Channel,
        audience: Audience,
        urgency: Urgency,
        sentiment: Sentiment,
    ) -> u32 {
        minutes(&self.minutes, channel, audience, urgency, sentiment)
    }

    /// The share of the target after which a holding reply is proposed, above 0 and up to 1.
    pub fn hold_at(&self) -> f64 {
        self.hold_at
    }
}

impl Default for Targets {
    fn default() -> Self {
        Self { minutes: defaults::first_response(), hold_at: defaults::HOLD_AT }
    }
}

impl<'de> Deserialize<'de> for Targets {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let read = read::table(from, "targets")?;
        let mut targets = Self::default();
        targets.minutes.extend(read.minutes);
        targets.hold_at = read.hold_at.unwrap_or(targets.hold_at);
        Ok(targets)
    }
}

/// Minutes until a matter should be resolved, by the same keys and the same rule as [`Targets`]; read from `[resolution]` of
/// the settings. The defaults are our own choice.
///
/// ```
/// use twoears_core::{Audience, Brand, Channel, Sentiment, Urgency};
/// let brand = Brand::from_toml("[resolution]\nemail = 2880")?;
/// let email = |urgency| {
///     brand.resolution.minutes(Channel::Email, Audience::Private, urgency, Sentiment::Neutral)
/// };
/// assert_eq!((email(Urgency::Critical), email(Urgency::Low)), (240, 2880));
/// # Ok::<(), twoears_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolution(Table);

impl Resolution {
    /// The minutes of a message.
    pub fn minutes(
        &self,
        channel: Channel,
        audience: Audience,
        urgency: Urgency,
        sentiment: Sentiment,
    ) -> u32 {
        minutes(&self.0, channel, audience, urgency, sentiment)
    }
}

impl Default for Resolution {
    fn default() -> Self {
        Self(defaults::resolution())
    }
}

impl<'de> Deserialize<'de> for Resolution {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut resolution = Self::default();
        resolution.0.extend(read::table(from, "resolution")?.minutes);
        Ok(resolution)
    }
}

/// The most specific key that the table holds.
fn base(table: &Table, channel: Channel, audience: Audience) -> u32 {
    let keys = [Key::of(channel, audience), Key::Channel(channel), Key::audience(audience), Key::Default];
    keys.iter().find_map(|key| table.get(key).copied()).unwrap_or(UNSET)
}

fn minutes(
    table: &Table,
    channel: Channel,
    audience: Audience,
    urgency: Urgency,
    sentiment: Sentiment,
) -> u32 {
    let pressing = [Key::ChannelUrgency(channel, urgency), Key::Urgency(urgency)];
    let pressing = pressing.iter().find_map(|key| table.get(key).copied());
    let complaint = audience == Audience::Public && sentiment.is_negative();
    let complaint = complaint.then(|| table.get(&Key::PublicNegative).copied()).flatten();
    let base = base(table, channel, audience);
    [pressing, complaint].into_iter().flatten().fold(base, u32::min)
}

#[cfg(test)]
mod tests;
