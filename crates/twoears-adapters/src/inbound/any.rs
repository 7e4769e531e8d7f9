//! A payload of whichever platform.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{PAYLOAD_BYTES, Parsed, parse};
use crate::{Error, Platform, Settings, read};

/// A payload in an envelope that names its platform. What is no JSON, such as e-mail, stands in it as text.
#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(borrow)]
    platform: read::Text<'a>,
    #[serde(borrow)]
    payload: &'a RawValue,
}

/// Reads one payload of whichever platform it looks like, or of the one that an envelope around it names:
/// `{"platform": "email", "payload": "From: …"}`.
///
/// None when it looks like no platform's.
///
/// # Errors
/// As [`parse`], and when an envelope names no platform of this build.
///
/// ```
/// use twoears_adapters::{Settings, inbound};
/// let payload = br#"{"platform":"chatwoot","payload":{"event":"conversation_opened"}}"#;
/// assert!(inbound::parse_any(payload, &Settings::default())?.is_some());
/// assert!(inbound::parse_any(br#"{"text":"hello"}"#, &Settings::default())?.is_none());
/// # Ok::<(), twoears_adapters::Error>(())
/// ```
pub fn parse_any(payload: &[u8], settings: &Settings) -> Result<Option<Parsed>, Error> {
    if payload.len() <= PAYLOAD_BYTES
        && payload.trim_ascii_start().starts_with(b"{\"platform\"")
        && let Ok(envelope) = serde_json::from_slice::<Envelope<'_>>(payload)
    {
        let platform = Platform::parse(envelope.platform.get().unwrap_or_default())?;
        let inside = envelope.payload.get();
        return if inside.starts_with('"') {
            let text: String = read::json(&read::text(inside.as_bytes()))?;
            parse(platform, text.as_bytes(), settings).map(Some)
        } else {
            parse(platform, inside.as_bytes(), settings).map(Some)
        };
    }
    Platform::recognise(payload)?.map(|platform| parse(platform, payload, settings)).transpose()
}
