//! What a target can be for.

use crate::label::{Label, Urgency};
use crate::{Audience, Channel};

/// What a target is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    /// Everything that nothing else names.
    Default,
    /// A negative message that others can read.
    PublicNegative,
    /// What others can read.
    Public,
    /// What the organisation alone can read.
    Private,
    Urgency(Urgency),
    Channel(Channel),
    ChannelPublic(Channel),
    ChannelPrivate(Channel),
    ChannelUrgency(Channel, Urgency),
}

impl Key {
    pub(super) fn audience(audience: Audience) -> Self {
        match audience {
            Audience::Public => Self::Public,
            Audience::Private => Self::Private,
        }
    }

    pub(super) fn of(channel: Channel, audience: Audience) -> Self {
        match audience {
            Audience::Public => Self::ChannelPublic(channel),
            Audience::Private => Self::ChannelPrivate(channel),
        }
    }

    /// The key of that name; none when nothing is called so.
    pub(super) fn parse(name: &str) -> Option<Self> {
        let urgency = |name: &str| Urgency::parse(name).ok();
        if let Some((channel, rest)) = name.split_once('.') {
            let channel = Channel::parse(channel).ok()?;
            return match rest {
                "public" => Some(Self::ChannelPublic(channel)),
                "private" => Some(Self::ChannelPrivate(channel)),
                rest => urgency(rest).map(|urgency| Self::ChannelUrgency(channel, urgency)),
            };
        }
        match name {
            "default" => Some(Self::Default),
            "public_negative" => Some(Self::PublicNegative),
            "public" => Some(Self::Public),
            "private" => Some(Self::Private),
            name => urgency(name).map(Self::Urgency).or_else(|| Channel::parse(name).ok().map(Self::Channel)),
        }
    }
}

/// As settings write it.
#[cfg(test)]
impl std::fmt::Display for Key {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Default => out.write_str("default"),
            Self::PublicNegative => out.write_str("public_negative"),
            Self::Public => out.write_str("public"),
            Self::Private => out.write_str("private"),
            Self::Urgency(urgency) => out.write_str(urgency.name()),
            Self::Channel(channel) => out.write_str(channel.name()),
            Self::ChannelPublic(channel) => write!(out, "{}.public", channel.name()),
            Self::ChannelPrivate(channel) => write!(out, "{}.private", channel.name()),
            Self::ChannelUrgency(channel, urgency) => write!(out, "{}.{}", channel.name(), urgency.name()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_as_settings_write_them() {
        for (name, want) in [
            ("x", Key::Channel(Channel::X)),
            ("x.public", Key::ChannelPublic(Channel::X)),
            ("email.private", Key::ChannelPrivate(Channel::Email)),
            ("x.low", Key::ChannelUrgency(Channel::X, Urgency::Low)),
            ("private", Key::Private),
            ("normal", Key::Urgency(Urgency::Normal)),
            ("default", Key::Default),
            ("public_negative", Key::PublicNegative),
        ] {
            assert_eq!(Key::parse(name), Some(want), "{name}");
        }
        for name in [
            "",
            "fax",
            "X",
            "x.",
            ".x",
            "x.public.high",
            "x.default",
            "high.x",
            "x.public_negative",
            "x high",
        ] {
            assert_eq!(Key::parse(name), None, "{name}");
        }
    }
}
