//! Messages out of the payloads of helpdesks and platforms ([`inbound`]), and replies in their own request shapes
//! ([`outbound`]). Data in, data out: nothing is fetched and nothing is sent.
//!
//! ```
//! use twoears_adapters::{Audience, Platform, Settings, inbound, outbound};
//!
//! let payload = br#"{"event":"message_created","id":7,"content":"Where is my parcel?","message_type":"incoming",
//!     "created_at":"2026-11-23 08:05:57 UTC","sender":{"id":3,"name":"Ann Lee","type":"contact"},
//!     "conversation":{"id":12,"channel":"Channel::WebWidget"},"account":{"id":1}}"#;
//! let parsed = inbound::parse(Platform::Chatwoot, payload, &Settings::default())?;
//! let item = &parsed.items[0];
//! assert_eq!(item.message.text, "Where is my parcel?");
//!
//! let request = outbound::request(&item.address, "It's on its way, Ann.", Audience::Private)?;
//! assert_eq!(request.path, "/api/v1/accounts/1/conversations/12/messages");
//! # Ok::<(), twoears_adapters::Error>(())
//! ```
//!
//! A payload can be wrong, hostile, or newer than this code. It is refused before parsing when it is too large; unknown
//! fields are passed over; what is missing becomes a [`Gap`](twoears_core::Gap); only what is no JSON (or no message at all)
//! is an [`Error`], which never repeats what stood there.

#![cfg_attr(
    not(feature = "all"),
    allow(
        dead_code,
        unused_imports,
        reason = "what adapters share is unused where all that use it are left out"
    )
)]

mod error;
pub mod inbound;
pub mod inbox;
pub mod outbound;
mod platform;
mod read;
mod settings;
mod shape;

pub use error::Error;
pub use platform::Platform;
pub use read::html_to_text;
pub use settings::Settings;
pub use twoears_core::Audience;
