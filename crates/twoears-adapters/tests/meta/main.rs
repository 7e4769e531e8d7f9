//! Meta's platforms: what their webhooks become, and the requests that answer them.
#![expect(clippy::unwrap_used, reason = "a fixture that cannot be read fails its test")]
#![cfg(all(feature = "facebook", feature = "messenger", feature = "instagram", feature = "whatsapp"))]

mod facebook;
mod hostile;
mod instagram;
mod messenger;
mod outbound;
mod whatsapp;

use twoears_adapters::inbound::{Item, Parsed, parse};
use twoears_adapters::{Platform, Settings};
use twoears_core::{AttachmentKind, Brand};

/// Every payload with the platform that reads it.
const PAYLOADS: &[(Platform, &str)] = &[
    (Platform::Facebook, include_str!("../payloads/facebook/comment.json")),
    (Platform::Facebook, include_str!("../payloads/facebook/traps.json")),
    (Platform::Facebook, include_str!("../payloads/facebook/own.json")),
    (Platform::Facebook, include_str!("../payloads/facebook/changed.json")),
    (Platform::Messenger, include_str!("../payloads/messenger/message.json")),
    (Platform::Messenger, include_str!("../payloads/messenger/traps.json")),
    (Platform::Messenger, include_str!("../payloads/messenger/echo.json")),
    (Platform::Messenger, include_str!("../payloads/messenger/events.json")),
    (Platform::Instagram, include_str!("../payloads/instagram/comment.json")),
    (Platform::Instagram, include_str!("../payloads/instagram/traps.json")),
    (Platform::Instagram, include_str!("../payloads/instagram/own.json")),
    (Platform::Instagram, include_str!("../payloads/instagram/events.json")),
    (Platform::Whatsapp, include_str!("../payloads/whatsapp/text.json")),
    (Platform::Whatsapp, include_str!("../payloads/whatsapp/traps.json")),
    (Platform::Whatsapp, include_str!("../payloads/whatsapp/echo.json")),
    (Platform::Whatsapp, include_str!("../payloads/whatsapp/events.json")),
];

/// An organisation whose second account on Instagram goes by a handle.
fn settings() -> Settings {
    Settings::of(&Brand::from_toml("own_handles = ['@larkwayhelp']").unwrap()).unwrap()
}

fn read(platform: Platform, payload: &str) -> Parsed {
    parse(platform, payload.as_bytes(), &settings()).unwrap()
}

/// Author's id, conversation and what is answered.
fn places(item: &Item) -> [&str; 3] {
    let message = &item.message;
    [&message.author.id, &message.thread_id, &message.parent_id].map(|id| id.as_deref().unwrap_or("-"))
}

fn kinds(item: &Item) -> Vec<AttachmentKind> {
    item.message.attachments.iter().map(|attachment| attachment.kind).collect()
}

fn time(item: &Item) -> String {
    item.message.sent_at.map(|at| at.to_string()).unwrap_or_default()
}
