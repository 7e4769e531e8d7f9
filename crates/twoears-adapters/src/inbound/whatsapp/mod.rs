//! WhatsApp: the `messages` and `smb_message_echoes` changes of a business account's webhook (Cloud API).
//!
//! Documented in "Webhooks reference" and "Business-scoped user IDs" of the WhatsApp Business Platform. Traps:
//!
//! - Delivery statuses arrive in the same hook, errors too.
//! - `timestamp` is epoch seconds as text.
//! - The name stands apart, in `contacts`, and is joined by the number or the user id.
//! - Who has a username may come without a number: `from` and `wa_id` are left out, or hold the user id (`US.1349…`). Then
//!   `user_id` and `from_user_id` are all there is. Where both are told, the user id names author and conversation, as it
//!   stays when the number is no longer told. Who changes the number gets another user id.
//! - `edit` and `revoke` have an id of their own; the message they mean is `original_message_id`. An edit may come as
//!   `unsupported` with nothing in it.
//! - `smb_message_echoes` is what the organisation wrote in its own app.
//! - A message in a group has a `group_id`, and the others in it can read it.
//! - A changed number comes as a `system` message without contacts.
//!
//! Address: `phone_number_id`, `wa_id` and `user_id` as far as told, `group_id` for groups.

mod content;

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IgnoredAny;
use twoears_core::{Author, AuthorKind, Channel, Direction, Gap, Message, Visibility};

use self::content::Content;
use super::meta::{Change, entries};
use super::{Event, Item, Parsed};
use crate::outbound::Address;
use crate::read::{self, List, Obj, Text};
use crate::{Error, Platform, Settings};

#[derive(Default, Deserialize)]
#[serde(default)]
struct Entry<'a> {
    #[serde(borrow)]
    changes: List<Obj<Change<'a, Value<'a>>>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Value<'a> {
    #[serde(borrow)]
    metadata: Obj<Metadata<'a>>,
    #[serde(borrow)]
    contacts: List<Obj<Contact<'a>>>,
    #[serde(borrow)]
    messages: List<Obj<Content<'a>>>,
    #[serde(borrow)]
    message_echoes: List<Obj<Content<'a>>>,
    #[serde(borrow)]
    statuses: List<Obj<Status<'a>>>,
    errors: List<IgnoredAny>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Metadata<'a> {
    #[serde(borrow)]
    phone_number_id: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Contact<'a> {
    #[serde(borrow)]
    wa_id: Text<'a>,
    #[serde(borrow)]
    user_id: Text<'a>,
    #[serde(borrow)]
    profile: Obj<Profile<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Profile<'a> {
    #[serde(borrow)]
    name: Text<'a>,
    #[serde(borrow)]
    username: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Status<'a> {
    #[serde(borrow)]
    status: Text<'a>,
}

pub(crate) fn parse(payload: &[u8], settings: &Settings) -> Result<Parsed, Error> {
    let text = read::text(payload);
    let mut parsed = Parsed::default();
    for entry in entries::<Entry<'_>>(&text, "whatsapp_business_account")?.iter() {
        for change in entry.changes.iter() {
            match change.field.get() {
                Some("messages" | "smb_message_echoes") => change.value.read(settings, &mut parsed),
                Some("history") => parsed.passed.push("chats from before the account was connected"),
                _ => parsed.passed.push("a notice about the account, not a message"),
            }
        }
        if entry.changes.is_empty() {
            parsed.passed.push("an entry without an event");
        }
    }
    Ok(parsed)
}

impl Value<'_> {
    fn read(&self, settings: &Settings, parsed: &mut Parsed) {
        let mut contacts = BTreeMap::new();
        for contact in self.contacts.iter() {
            for id in [contact.wa_id.get(), contact.user_id.get()].into_iter().flatten() {
                contacts.entry(id).or_insert(contact);
            }
        }
        let find = |id: &Text<'_>| id.get().and_then(|id| contacts.get(id)).map(|contact| &***contact);
        // The one contact of one message is its sender, even when the number is written otherwise there.
        let one = self.contacts.len() == 1 && self.messages.len() == 1;
        let only = self.contacts.first().filter(|_| one).map(|only| &**only);
        for content in self.messages.iter() {
            if let Some(what) = content.passed() {
                parsed.passed.push(what);
                continue;
            }
            let contact = find(&content.from).or_else(|| find(&content.from_user_id)).or(only);
            let direction = if content.is_system() {
                Direction::System
            } else if content.from.get().is_some_and(|from| settings.is_own(from)) {
                Direction::Out
            } else {
                Direction::In
            };
            let ids = (&content.from, &content.from_user_id);
            parsed.items.push(self.item(content, direction, ids, contact));
        }
        for content in self.message_echoes.iter() {
            if let Some(what) = content.passed() {
                parsed.passed.push(what);
                continue;
            }
            let contact = find(&content.to).or_else(|| find(&content.to_user_id));
            let ids = (&content.to, &content.to_user_id);
            parsed.items.push(self.item(content, Direction::Out, ids, contact));
        }
        for status in self.statuses.iter() {
            parsed.passed.push(match status.status.get() {
                Some("failed") => "a message that was not delivered",
                Some("read" | "played") => "a read receipt",
                _ => "a delivery receipt",
            });
        }
        parsed.passed.extend(self.errors.iter().map(|_| "an error that the platform reports"));
        if [self.messages.len(), self.message_echoes.len(), self.statuses.len(), self.errors.len()] == [0; 4]
        {
            parsed.passed.push("a change without a message");
        }
    }

    /// The message; `ids` are the customer's: the number and the user id.
    fn item(
        &self,
        content: &Content<'_>,
        direction: Direction,
        ids: (&Text<'_>, &Text<'_>),
        contact: Option<&Contact<'_>>,
    ) -> Item {
        let told = [Some(ids.1), contact.map(|contact| &contact.user_id), Some(ids.0)];
        let numbers = [Some(ids.0), contact.map(|contact| &contact.wa_id)];
        let all = told.iter().chain(&numbers).flatten().filter_map(|id| id.id());
        let (users, phones): (Vec<String>, Vec<String>) = all.partition(|id| is_user_id(id));
        let (user, phone) = (users.into_iter().next(), phones.into_iter().next());
        let customer = user.clone().or_else(|| phone.clone());
        let author = if direction == Direction::Out {
            Author { id: content.from.id(), kind: AuthorKind::Agent, ..Author::default() }
        } else {
            let profile = contact.map(|contact| &contact.profile);
            Author {
                id: customer.clone(),
                name: profile.and_then(|profile| profile.name.name()),
                handle: profile.and_then(|profile| profile.username.name()),
                kind: AuthorKind::Customer,
                ..Author::default()
            }
        };
        let group = content.group_id.id();
        let visibility = if group.is_some() { Visibility::Unlisted } else { Visibility::Private };
        let event = content.event();
        let deleted = event == Event::Deleted;
        let mut message = Message::new(if deleted { String::new() } else { content.words() })
            .channel(Channel::Whatsapp)
            .visibility(visibility)
            .direction(direction)
            .author(author);
        message.id = content.id().unwrap_or_default();
        message.thread_id = group.clone().or(customer);
        message.parent_id = content.answers();
        message.sent_at = content.timestamp.get();
        message.attachments = content.attachments();
        if message.text.is_empty() && message.attachments.is_empty() && !deleted {
            message = message.gap(Gap::BodyUnavailable);
        }
        if message.author.id.is_none() {
            message = message.gap(Gap::AuthorUnknown);
        }
        if message.sent_at.is_none() {
            message = message.gap(Gap::TimeUnknown);
        }
        let address = Address::new(Platform::Whatsapp)
            .with("phone_number_id", self.metadata.phone_number_id.id())
            .with("wa_id", phone)
            .with("user_id", user)
            .with("group_id", group);
        Item { platform: Platform::Whatsapp, event, message, address }
    }
}

/// Is it a business-scoped user id, `US.1349…`, and not a number? A country's two letters and a point begin it.
fn is_user_id(id: &str) -> bool {
    matches!(id.as_bytes(), [a, b, b'.', ..] if a.is_ascii_uppercase() && b.is_ascii_uppercase())
}
