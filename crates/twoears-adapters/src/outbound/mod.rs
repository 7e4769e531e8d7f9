//! From a reply to the platform's own request, as data. The caller sends it, with a token that never comes here.

#[cfg(feature = "bluesky")]
pub(crate) mod bluesky;
#[cfg(feature = "chatwoot")]
pub(crate) mod chatwoot;
#[cfg(feature = "email")]
pub(crate) mod email;
#[cfg(feature = "facebook")]
pub(crate) mod facebook;
#[cfg(feature = "freshdesk")]
pub(crate) mod freshdesk;
#[cfg(feature = "instagram")]
pub(crate) mod instagram;
#[cfg(feature = "intercom")]
pub(crate) mod intercom;
#[cfg(feature = "mastodon")]
pub(crate) mod mastodon;
#[cfg(feature = "messenger")]
pub(crate) mod messenger;
#[cfg(any(feature = "facebook", feature = "messenger", feature = "instagram", feature = "whatsapp"))]
pub(crate) mod meta;
#[cfg(any(feature = "csv", feature = "json"))]
pub(crate) mod none;
#[cfg(feature = "sunshine")]
pub(crate) mod sunshine;
#[cfg(feature = "whatsapp")]
pub(crate) mod whatsapp;
#[cfg(feature = "x")]
pub(crate) mod x;
#[cfg(feature = "zammad")]
pub(crate) mod zammad;
#[cfg(feature = "zendesk")]
pub(crate) mod zendesk;

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use twoears_core::Audience;

use crate::{Error, Platform};

/// Where an answer goes: the ids that the platform's requests need. Plain data, to be kept beside the message.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// The platform.
    pub platform: Platform,
    /// Its ids by name; which there are is said at the platform's adapter.
    pub keys: BTreeMap<String, String>,
}

impl Address {
    /// An address on that platform, without ids.
    pub fn new(platform: Platform) -> Self {
        Self { platform, keys: BTreeMap::new() }
    }

    /// Sets an id, when there is one.
    pub fn with(mut self, key: &str, id: Option<String>) -> Self {
        if let Some(id) = id.filter(|id| !id.is_empty()) {
            self.keys.insert(key.to_owned(), id);
        }
        self
    }

    /// An id by its name.
    pub fn key(&self, key: &str) -> Option<&str> {
        self.keys.get(key).map(String::as_str)
    }

    /// An id that a request cannot do without.
    pub(crate) fn need(&self, key: &str) -> Result<&str, Error> {
        let name = self.platform.name();
        self.key(key).ok_or_else(|| Error::request(format!("the address has no `{key}`, which {name} needs")))
    }

    /// An id that goes into a path: as [`need`](Self::need), and nothing but letters, digits, `_`, `-`, `.` and `:`.
    pub(crate) fn part(&self, key: &str) -> Result<&str, Error> {
        let id = self.need(key)?;
        let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b':');
        // Two points in a row would climb out of the path.
        if id.bytes().all(plain) && !id.contains("..") && id != "." {
            Ok(id)
        } else {
            Err(Error::request(format!("`{key}` of the address cannot stand in a path")))
        }
    }
}

/// Shows which ids there are, never what they are: one may be an address or a number of the customer.
impl fmt::Debug for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keys: Vec<&String> = self.keys.keys().collect();
        out.debug_struct("Address").field("platform", &self.platform).field("keys", &keys).finish()
    }
}

/// A request to send, without the token that goes with it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// `POST`, `PUT` or, for e-mail, `SEND`.
    pub method: String,
    /// The host, where all use the same one; none for what organisations run themselves.
    pub host: Option<String>,
    /// The path, from `/` on, with its query.
    pub path: String,
    /// The body: JSON, unless `notes` say otherwise.
    pub body: Value,
    /// What the caller has to know or to see to: a header, a token's scope, a condition of the platform.
    pub notes: Vec<String>,
}

/// Shows where it goes, never its path, body or notes: they hold ids and words.
impl fmt::Debug for Request {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { method, host, notes, .. } = self;
        out.debug_struct("Request")
            .field("method", method)
            .field("host", host)
            .field("notes", &notes.len())
            .finish_non_exhaustive()
    }
}

impl Request {
    pub(crate) fn post(host: Option<&str>, path: impl Into<String>, body: Value) -> Self {
        let host = host.map(str::to_owned);
        Self { method: "POST".to_owned(), host, path: path.into(), body, notes: Vec::new() }
    }

    pub(crate) fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }
}

/// The request that publishes or sends a reply to the message of an address: in the open or to the customer alone.
///
/// # Errors
/// When the address lacks an id that the request needs, an id cannot stand in a path, or the platform has no such way.
pub fn request(address: &Address, text: &str, audience: Audience) -> Result<Request, Error> {
    let adapter = address.platform.adapter();
    let adapter = adapter.ok_or_else(|| Error::settings("the platform is left out of this build"))?;
    (adapter.request)(address, text, audience)
}
