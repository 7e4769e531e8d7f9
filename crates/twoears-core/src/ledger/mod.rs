//! The ledger of promises: who does what for whom by when, and whether it was done.
//!
//! A promise is open until it is kept or withdrawn, and broken once its time has passed without either. Nothing here has a
//! clock: what is broken depends on the `now` that is passed in. The caller stores the ledger ([`Ledger::to_json`]) and
//! passes the promises to a customer in with their message ([`Contact::promises`](crate::Contact::promises)); a decision
//! then shows those that are open and those that are broken.
//!
//! ```
//! use twoears_core::ledger::{Entry, Ledger, State};
//! let mut ledger = Ledger::new();
//! let (made, due) = ("2026-11-23T09:00:00Z".parse()?, "2026-11-23T14:00:00Z".parse()?);
//! let id = ledger.promise(Entry::new("Mia", "write back about the refund", made, due).thread("t1"))?;
//! let evening = "2026-11-23T18:00:00Z".parse()?;
//! assert_eq!(ledger.broken(evening).count(), 1);
//! assert_eq!(ledger.keep(id, evening)?, State::KeptLate);
//! assert_eq!(ledger.of_thread("t1").next().map(|entry| entry.state(evening)), Some(State::KeptLate));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod book;
mod entry;
mod stored;
#[cfg(test)]
mod tests;

pub use book::{Ledger, MOST_PROMISES};
pub use entry::{Entry, State};
