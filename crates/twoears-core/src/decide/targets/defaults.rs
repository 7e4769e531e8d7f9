//! The targets without settings. docs/targets.md says where each comes from.

use super::Table;
use super::key::Key;
use crate::Channel;
use crate::label::Urgency;

/// A holding reply is proposed when three quarters of the target have passed: our own choice.
pub(super) const HOLD_AT: f64 = 0.75;

/// Rule 1 of the project's requirements: an hour for a complaint that others can read, two on these channels, twelve for
/// e-mail.
const RULE_1: &[(Key, u32)] = &[
    (Key::PublicNegative, 60),
    (Key::Channel(Channel::X), 120),
    (Key::Channel(Channel::Mastodon), 120),
    (Key::Channel(Channel::Bluesky), 120),
    (Key::Channel(Channel::Facebook), 120),
    (Key::Channel(Channel::Instagram), 120),
    (Key::Channel(Channel::Email), 720),
];

/// What rule 1 leaves open: our own choice. Where people sit and wait it is minutes, where they write to one person it is
/// an hour, and Threads is as the channels it resembles.
const OWN: &[(Key, u32)] = &[
    (Key::Channel(Channel::Threads), 120),
    (Key::Channel(Channel::Chat), 5),
    (Key::Channel(Channel::Whatsapp), 60),
    (Key::Channel(Channel::Messenger), 60),
    (Key::Channel(Channel::Telegram), 60),
    (Key::Channel(Channel::Sms), 60),
    (Key::Default, 240),
    (Key::Urgency(Urgency::Critical), 15),
    (Key::Urgency(Urgency::High), 60),
];

/// Four hours, a day, three days and a week: our own choice.
const RESOLUTION: &[(Key, u32)] = &[
    (Key::Urgency(Urgency::Critical), 4 * 60),
    (Key::Urgency(Urgency::High), 24 * 60),
    (Key::Urgency(Urgency::Normal), 72 * 60),
    (Key::Urgency(Urgency::Low), 7 * 24 * 60),
    (Key::Default, 7 * 24 * 60),
];

pub(super) fn first_response() -> Table {
    RULE_1.iter().chain(OWN).copied().collect()
}

pub(super) fn resolution() -> Table {
    RESOLUTION.iter().copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_lists_every_default() {
        let page = include_str!("../../../../../docs/targets.md");
        for (rows, head) in [(RULE_1, "## First"), (OWN, "## First"), (RESOLUTION, "## Resolution")] {
            let (_, part) = page.split_once(head).unwrap_or(("", ""));
            let part = part.split("\n## ").next().unwrap_or("");
            for (key, minutes) in rows {
                let row = part.lines().find(|line| line.starts_with(&format!("| `{key}` | {minutes} |")));
                let own = row.is_some_and(|row| row.contains("our own choice"));
                assert!(row.is_some() && own == (rows != RULE_1), "{key} {minutes}: {row:?}");
            }
        }
    }
}
