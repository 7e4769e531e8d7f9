//! Deciding: what a reading asks of the organisation. In which order, until when, where, by whom.

mod brand;
mod channels;
mod decision;
mod escalation;
mod fallback;
mod hours;
mod lint;
mod located;
mod offers;
mod priority;
mod respond;
mod route;
mod style;
mod vetted;
mod window;

pub use brand::{Brand, Targets, Voice};
pub use channels::{After, Answering, Channels, Limit, Mechanism, Need, Private, Unit};
pub use decision::{Action, Decision, Escalation, Part, Routing};
pub use fallback::{Fallback, Other};
pub use hours::{Coverage, Critical, Hours, Stretch, WeekTime};
pub use lint::{LintLevels, Severity};
pub use offers::{Offer, OfferRule};
pub use style::{Emoji, Exclamation, Formality, Person, Spelling, Style};
pub use vetted::Vetted;
pub use window::Window;

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
    let mut routing = route::routing(message, reading, brand, now, escalate.is_some());
    let time = window::time(message, &routing, brand, now);
    routing.note = routing.note.or_else(|| time.as_ref().and_then(|time| time.note.clone()));
    let respond_by = respond::respond_by(message, reading, brand, now, escalate.is_some(), time.as_ref());
    let passed = time.as_ref().map_or(0.0, |time| time.passed);
    let parts = priority::parts(message, reading, brand, now, escalate.is_some(), passed);
    let action = decision::action(reading, &routing, escalate.is_some());
    let team = brand.team(reading.intent.label).filter(|_| !reading.intent.unclear).map(str::to_owned);
    let reasons = decision::reasons(reading, &routing);
    let priority = priority::total(&parts);
    let window = time.map(|time| time.window);
    let offers = offers::offers(message, reading, brand, escalate.is_some());
    Decision { action, routing, escalate, team, priority, parts, respond_by, window, reasons, offers }
}
