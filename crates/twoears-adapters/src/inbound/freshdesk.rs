//! Freshdesk: what an automation rule's webhook sends ("Using webhooks in automation rules"; its placeholders become keys of
//! `freshdesk_webhook`). The organisation chooses what is in it, so a map says where it stands; [`DEFAULTS`] holds for what
//! `[inbound.freshdesk]` does not name.
//!
//! - `ticket_latest_public_comment` is HTML and begins with who wrote it: `Ann Lee : <div>...`. The name is taken off. When it
//!   is `agent.name`, or one of the organisation's own (`own_ids`), the comment is an answer of ours.
//! - `ticket_latest_private_comment` is a note among agents. It is not read.
//! - There is no id of a comment: one is made of ticket, writer and text, the same for the same comment. A rule that fires
//!   again without a new comment sends the last one again, under its old id.
//! - `ticket_id` may carry a prefix (`INC-12`); the API wants the number.
//! - No time of the comment among the placeholders: [`Gap::TimeUnknown`](twoears_core::Gap), unless the map names one.
//!
//! Keys: `ticket_id`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use twoears_core::{AuthorKind, Direction};

use super::mapped::{self, Field, Plan, Shape, Values};
use super::{Item, Parsed};
use crate::outbound::Address;
use crate::{Error, Platform, Settings, read};

/// The map's name in the settings.
pub(crate) const NAME: &str = "freshdesk";

/// The map of Freshdesk's own names, as a rule with simple content or with these placeholders sends them.
const DEFAULTS: &[(&str, &str)] = &[
    ("text", "freshdesk_webhook.ticket_latest_public_comment | freshdesk_webhook.ticket_description"),
    ("html", "=auto"),
    ("subject", "freshdesk_webhook.ticket_subject"),
    ("thread_id", "freshdesk_webhook.ticket_id | freshdesk_webhook.ticket_display_id"),
    ("channel", "freshdesk_webhook.ticket_source | =email"),
    ("visibility", "=private"),
    (
        "author.id",
        "freshdesk_webhook.ticket_requester_email | freshdesk_webhook.ticket_contact_email | \
         freshdesk_webhook.ticket_contact_unique_external_id | freshdesk_webhook.ticket_requester_phone | \
         freshdesk_webhook.ticket_contact_phone",
    ),
    (
        "author.name",
        "freshdesk_webhook.ticket_requester_name | freshdesk_webhook.ticket_contact_name | \
         freshdesk_webhook.requester_name",
    ),
    ("agent.name", "freshdesk_webhook.ticket_agent_name"),
];

static DEFAULT: LazyLock<Result<Plan, Error>> = LazyLock::new(|| plan(&BTreeMap::new()));

/// Makes a map ready.
pub(crate) fn plan(map: &BTreeMap<String, String>) -> Result<Plan, Error> {
    mapped::compile(NAME, Shape::Paths, map, DEFAULTS)
}

pub(crate) fn parse(payload: &[u8], settings: &Settings) -> Result<Parsed, Error> {
    let plan = mapped::ready(settings.plan(NAME), &DEFAULT)?;
    let text = read::text(payload);
    let mut values = mapped::walk(plan, &text)?;
    if values.is_empty() {
        return Err(Error::payload(
            "nothing that the map names is there: a webhook with `freshdesk_webhook` was expected, or `[inbound.freshdesk]` \
             that says where its fields stand",
        ));
    }
    if values.get(Field::Text).get().is_none() && values.get(Field::Subject).get().is_none() {
        return Ok(Parsed::passed("a ticket's change without a message"));
    }
    let writer = commenter(plan, &mut values, settings);
    let mut built = mapped::build(&values, settings);
    let message = &mut built.message;
    match writer {
        Some(Writer::Agent(name)) => {
            message.author =
                twoears_core::Author { name: Some(name), kind: AuthorKind::Agent, ..Default::default() };
            message.gaps.retain(|gap| *gap != twoears_core::Gap::AuthorUnknown);
            if message.direction == Direction::In {
                message.direction = Direction::Out;
            }
        }
        Some(Writer::Other(name)) => {
            // Somebody in copy, or an agent whose name nobody told: not the one who opened the ticket.
            message.author = twoears_core::Author { name: Some(name), ..Default::default() };
            *message = std::mem::take(message).gap(twoears_core::Gap::AuthorUnknown);
        }
        Some(Writer::Requester) | None => {}
    }
    let ticket = message.thread_id.as_deref().map(number);
    let address = Address::new(Platform::Freshdesk).with("ticket_id", ticket.map(str::to_owned));
    Ok(Parsed::one(Item {
        platform: Platform::Freshdesk,
        event: built.event,
        message: built.message,
        address,
    }))
}

/// The number of a ticket, without the prefix that an organisation can give it.
fn number(ticket: &str) -> &str {
    let digits = ticket.bytes().rev().take_while(u8::is_ascii_digit).count();
    if digits == 0 { ticket } else { &ticket[ticket.len() - digits..] }
}

enum Writer {
    Requester,
    Agent(String),
    Other(String),
}

/// Takes the writer's name off a comment. A comment says more than the ticket's subject, which is then left out.
fn commenter(plan: &Plan, values: &mut Values<'_>, settings: &Settings) -> Option<Writer> {
    let path = &plan.paths()[values.path(Field::Text)?];
    if !path.ends_with("comment") {
        return None;
    }
    values.set(Field::Subject, read::Text::default());
    let comment = values.get(Field::Text).get()?;
    let (name, words) = comment.split_once(" : ")?;
    let name = name.trim();
    if name.is_empty() || name.len() > 120 || name.contains(['<', '\n']) {
        return None;
    }
    let is = |field| values.get(field).get().is_some_and(|other| other.trim().eq_ignore_ascii_case(name));
    let (requester, agent) = (is(Field::AuthorName), is(Field::AgentName) || settings.is_own(name));
    // Words before a colon are a name where it is a known one, or where HTML begins after it.
    if !requester && !agent && !words.trim_start().starts_with('<') {
        return None;
    }
    let (name, words) = (name.to_owned(), words.to_owned());
    values.set(Field::Text, read::Text::from(std::borrow::Cow::Owned(words)));
    Some(match (requester, agent) {
        (true, _) => Writer::Requester,
        (_, true) => Writer::Agent(name),
        _ => Writer::Other(name),
    })
}

#[cfg(test)]
mod tests;
