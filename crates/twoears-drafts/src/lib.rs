//! Suggests replies to one customer message: acknowledges what happened, answers from the knowledge base, or says
//! honestly who finds out by when.
//!
//! ```
//! use twoears_core::{Brand, Intent};
//! use twoears_drafts::{Audience, Knowledge};
//! let article = "+++\nintents = ['visit.info']\n+++\n# When are you open?\n\nWe are open from 9 to 5.";
//! let knowledge = Knowledge::from_articles([("hours.md".to_owned(), article.to_owned())])?;
//! let answer = knowledge.find("are you open now?", Intent::VisitInfo, "2026-11-22".parse()?, Audience::Public);
//! assert_eq!(answer.unwrap().article.name, "hours.md");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`drafts`] takes a message with its reading and decision, the settings, a [`Knowledge`] base and the time, and
//! yields [`Draft`]s, each counted as the channel counts ([`Length`]) and checked by the rules of [`lint`]. [`notes`]
//! says to the person who answers what a draft does not. This crate reads no clock and no network, sends nothing, and
//! writes nothing where a trained person must.

pub mod compose;
mod draft;
mod error;
pub mod knowledge;
pub mod length;
pub mod lint;
mod mastodon;
mod phrases;
pub mod x;

pub use compose::{DraftInput, check_vetted, drafts, full_drafts, holding, notes, promise_supports};
pub use draft::{Draft, Form, Promise};
pub use error::Error;
pub use knowledge::Knowledge;
pub use length::Length;
pub use lint::LintFinding;
pub use twoears_core::Audience;
