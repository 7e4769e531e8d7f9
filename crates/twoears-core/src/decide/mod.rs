//! Deciding: what a reading asks of the organisation. In which order, until when, where, by whom.

mod brand;
mod channels;
mod decision;
mod escalation;
mod priority;
mod respond;
mod route;

pub use brand::{Brand, Targets, Voice};
pub use channels::{Channels, Limit, Mechanism, Private, Unit};
pub use decision::{Action, Decision, Escalation, Part, Routing};

use jiff::Timestamp;

use crate::{Message, Reading};

/// Decides what to do with a message that was read, at the time `now`.
///
/// ```
/// use twoears_core::{Brand, decide};
/// let brand = Brand::from_toml("[teams]\nbilling = \"Payments\"")?;
/// assert_eq!(brand.team(twoears_core::Intent::BillingRefund), Some("Payments"));
/// # Ok::<(), twoears_core::Error>(())
/// ```
pub fn decide(message: &Message, reading: &Reading, brand: &Brand, now: Timestamp) -> Decision {
    let escalate = escalation::escalation(reading, brand);
    let routing = route::routing(message, reading, brand, escalate.is_some());
    let respond_by = respond::respond_by(message, reading, brand, now, escalate.is_some());
    let parts = priority::parts(message, reading, brand, now, escalate.is_some());
    let action = decision::action(reading, &routing, escalate.is_some());
    let team = brand.team(reading.intent.label).filter(|_| !reading.intent.unclear).map(str::to_owned);
    let reasons = decision::reasons(reading, &routing);
    let priority = priority::total(&parts);
    Decision { action, routing, escalate, team, priority, parts, respond_by, reasons }
}
