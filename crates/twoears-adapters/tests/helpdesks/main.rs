//! Payloads of helpdesks, as they come in: what becomes of each, and that none can break anything.
#![cfg(all(feature = "intercom", feature = "sunshine", feature = "zammad", feature = "zendesk"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod answers;
mod hostile;
mod intercom;
mod sunshine;
mod zammad;
mod zendesk;

use twoears_adapters::inbound::{self, Parsed};
use twoears_adapters::{Error, Platform, Settings};

/// Reads a payload with no settings.
fn parse(platform: Platform, payload: &str) -> Result<Parsed, Error> {
    inbound::parse(platform, payload.as_bytes(), &Settings::default())
}
