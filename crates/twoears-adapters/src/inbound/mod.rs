//! From a payload to messages.

#[cfg(feature = "bluesky")]
pub(crate) mod bluesky;
#[cfg(feature = "chatwoot")]
pub(crate) mod chatwoot;
#[cfg(any(feature = "intercom", feature = "sunshine", feature = "zammad", feature = "zendesk"))]
mod helpdesk;
#[cfg(feature = "intercom")]
pub(crate) mod intercom;
#[cfg(feature = "sunshine")]
pub(crate) mod sunshine;
#[cfg(feature = "zammad")]
pub(crate) mod zammad;
#[cfg(feature = "zendesk")]
pub(crate) mod zendesk;

mod any;
#[cfg(feature = "mastodon")]
pub(crate) mod mastodon;
#[cfg(any(feature = "bluesky", feature = "mastodon", feature = "x"))]
mod post;
#[cfg(feature = "x")]
pub(crate) mod x;
#[cfg(feature = "x_activity")]
pub(crate) mod x_activity;
#[cfg(feature = "x")]
mod x_text;
// Comments and messages come in one webhook: both adapters read both.
#[cfg(feature = "csv")]
pub(crate) mod csv;
#[cfg(feature = "email")]
pub(crate) mod email;
#[cfg(any(feature = "facebook", feature = "messenger"))]
pub(crate) mod facebook;
#[cfg(feature = "freshdesk")]
pub(crate) mod freshdesk;
#[cfg(feature = "instagram")]
pub(crate) mod instagram;
#[cfg(feature = "json")]
pub(crate) mod json;
#[cfg(any(feature = "csv", feature = "freshdesk", feature = "json"))]
pub(crate) mod mapped;
#[cfg(feature = "messenger")]
pub(crate) mod messenger;
#[cfg(any(feature = "facebook", feature = "messenger", feature = "instagram", feature = "whatsapp"))]
pub(crate) mod meta;
#[cfg(feature = "whatsapp")]
pub(crate) mod whatsapp;

#[cfg(feature = "csv")]
pub use self::csv::{RowError, Rows, csv};

use serde::{Deserialize, Serialize};
use twoears_core::Message;

pub use any::parse_any;

use crate::outbound::Address;
use crate::{Error, Platform, Settings};

/// A larger payload is refused before it is parsed.
pub const PAYLOAD_BYTES: usize = 8 << 20;

/// What happened to a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// It is there for the first time.
    Created,
    /// It was changed: triage it again.
    Edited,
    /// It was taken back: nothing is to be answered. Its text is empty.
    Deleted,
}

/// One message of a payload.
///
/// What an agent, a bot or the organisation itself wrote comes too, by its [`direction`](Message::direction): it is the
/// history of the conversation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Where it came from.
    pub platform: Platform,
    /// What happened to it.
    pub event: Event,
    /// The message. Its `id` is the platform's and unique within its channel: the same id twice is the same message.
    pub message: Message,
    /// Where an answer to it goes.
    pub address: Address,
}

/// What a payload held.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parsed {
    /// Its messages, in its own order.
    pub items: Vec<Item>,
    /// What else it told, in words: "delivery receipt", "conversation opened". Nothing is dropped without being named.
    pub passed: Vec<&'static str>,
}

impl Parsed {
    pub(crate) fn one(item: Item) -> Self {
        Self { items: vec![item], passed: Vec::new() }
    }

    pub(crate) fn passed(what: &'static str) -> Self {
        Self { items: Vec::new(), passed: vec![what] }
    }
}

/// Reads one payload.
///
/// # Errors
/// When the payload is larger than [`PAYLOAD_BYTES`], is not JSON (for e-mail: holds no header), or is an event of another
/// platform. The error never repeats what stood in it.
///
/// ```
/// use twoears_adapters::{Platform, Settings, inbound};
/// let parsed = inbound::parse(Platform::Chatwoot, br#"{"event":"conversation_opened"}"#, &Settings::default())?;
/// assert!(parsed.items.is_empty());
/// assert_eq!(parsed.passed, ["a conversation's status, not a message"]);
/// # Ok::<(), twoears_adapters::Error>(())
/// ```
pub fn parse(platform: Platform, payload: &[u8], settings: &Settings) -> Result<Parsed, Error> {
    if payload.len() > PAYLOAD_BYTES {
        let size = payload.len();
        return Err(Error::payload(format!(
            "the payload has {size} bytes; at most {PAYLOAD_BYTES} are read"
        )));
    }
    let adapter =
        platform.adapter().ok_or_else(|| Error::settings("the platform is left out of this build"))?;
    (adapter.parse)(payload, settings)
}
