//! Listens to one customer message, analyzes it and decides what to do with it.
//!
//! ```
//! use twoears_core::{Channel, Message, listen};
//! let message = Message::new("Third time I write!! My card was charged twice.").channel(Channel::X);
//! let heard = listen::hear(&message.text);
//! assert_eq!(heard.cues().exclamations, 2);
//! ```
//!
//! The way through: [`Message`] → [`listen::hear`] → [`Heard`] → [`Model::read`] → [`Reading`] → [`decide::decide`] →
//! [`Decision`]. Each step is a pure function of the one before and of what was built once. This crate has no
//! clock, no files, no network, no threads and no randomness; time is an argument. It holds no model: bytes come in
//! through [`Model::from_bytes`]. It writes no replies: that is `twoears-drafts`.

pub mod analyze;
mod audience;
pub mod corrections;
pub mod custom;
pub mod decide;
mod error;
mod label;
#[cfg(feature = "learn")]
pub mod learn;
pub mod ledger;
pub mod listen;
pub mod message;
pub mod queue;
mod scored;
mod span;

pub use analyze::{Model, PrivateData, PrivateKind, Reading};
pub use audience::Audience;
pub use corrections::{Corrections, Journal};
pub use custom::{CustomHead, CustomReading};
pub use decide::{Brand, Decision};
pub use error::Error;
pub use jiff::Timestamp;
pub use label::{Country, Intent, Label, Language, Matter, Route, Sentiment, Urgency};
pub use ledger::Ledger;
pub use listen::Heard;
pub use message::{
    Attachment, AttachmentKind, Author, AuthorKind, Basis, Channel, Contact, Direction, From, Gap, Message,
    Reach, Stale, Thread, Turn, Visibility,
};
pub use queue::Queue;
pub use scored::{Finding, Ranked, RuleId, Scored};
pub use span::Span;
