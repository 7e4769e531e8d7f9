//! Listens to a customer's message, understands it, decides what to do, and suggests a reply.
//!
//! ```
//! use twoears::{Author, Channel, Desk, Message};
//!
//! let desk = Desk::new()?; // once; it is Send and Sync
//! let message = Message::new("Third time I write!! My card was charged twice.")
//!     .channel(Channel::X)
//!     .author(Author::new("ktmink").followers(12_000));
//! let now = "2026-11-22T09:00:00Z".parse()?; // there is no clock inside
//! let case = desk.triage(&message, now);
//! assert_eq!(case.reading.urgency.label.to_string(), "high");
//! assert_eq!(case.decision.routing.route.label.to_string(), "private");
//! assert!(case.decision.respond_by.is_some());
//! assert!(!case.drafts().is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The primary types: [`Desk`] is built once from a model, a [`Brand`] and a [`Knowledge`] base; [`Desk::triage`] makes a
//! [`Case`] of a [`Message`]: its [`Reading`] (what it means), its [`Decision`] (what to do) and its drafts.
//!
//! It runs in process and offline, in microseconds, and gives the same answer every time. It sends nothing, stores
//! nothing, and reads no clock; it does not replace the person who answers.

#[cfg(feature = "adapters")]
mod adapted;
mod brief;
mod case;
mod desk;
mod error;
mod files;
mod history;
pub mod json;
mod lint;
mod own;
mod redact;

pub use case::Case;
pub use desk::{Desk, DeskBuilder};
pub use error::Error;
pub use files::{MODEL_BYTES, SETTINGS_BYTES, read_capped};
pub use lint::Reply;
#[cfg(feature = "adapters")]
pub use twoears_adapters::{self as adapters, Platform, inbound, inbox, outbound};
pub use twoears_core::analyze::privacy::{Pseudonym, Redacted};
pub use twoears_core::{
    Attachment, AttachmentKind, Audience, Author, AuthorKind, Basis, Brand, Channel, Contact, Country,
    CustomHead, CustomReading, Decision, Direction, Finding, From, Heard, Intent, Journal, Label, Language,
    Ledger, Matter, Message, Model, PrivateData, PrivateKind, Queue, Ranked, Reach, Reading, Route, RuleId,
    Scored, Sentiment, Span, Stale, Thread, Timestamp, Turn, Urgency, Visibility, analyze, corrections,
    custom, decide, ledger, listen, message, queue,
};
#[cfg(feature = "learn")]
pub use twoears_core::{
    custom::{Chosen, CustomLearned, CustomSettings, Example, HeldOut},
    learn,
};
pub use twoears_drafts::lint::{Fix, RULES as LINT_RULES, Rule as LintRule, Sent, fixed};
pub use twoears_drafts::{Draft, Form, Knowledge, Length, LintFinding, Promise, knowledge, x};

/// The version of the library.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The bytes of the built-in encoder, to pair with heads of one's own.
pub fn default_encoder() -> &'static [u8] {
    twoears_models::ENCODER
}

/// The documents' examples run as tests.
#[cfg(doctest)]
mod documents {
    #[cfg(feature = "learn")]
    #[doc = include_str!("../../../README.md")]
    struct Readme;
    #[doc = include_str!("../../../DESIGN.md")]
    struct Design;
    #[cfg(feature = "adapters")]
    #[doc = include_str!("../../../docs/adapters.md")]
    struct Adapters;
    #[doc = include_str!("../../../docs/history.md")]
    struct History;
    #[doc = include_str!("../../../docs/lint.md")]
    struct Lint;
    #[doc = include_str!("../../../docs/queue.md")]
    struct Queue;
    #[doc = include_str!("../../../docs/privacy.md")]
    struct Privacy;
}
