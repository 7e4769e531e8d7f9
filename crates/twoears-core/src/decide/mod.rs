//! Deciding: what a reading asks of the organisation. In which order, until when, where, by whom.

mod assign;
mod attention;
mod brand;
mod channels;
mod clocks;
mod curve;
mod decision;
mod escalation;
mod fallback;
mod history;
mod hours;
mod inbound;
mod lint;
mod located;
mod offers;
mod priority;
mod respond;
mod route;
mod style;
mod targets;
mod vetted;
mod window;

pub use assign::{Assign, AssignRule};
pub use attention::{Attention, Handling, settle};
pub use brand::{Brand, Voice};
pub use channels::{After, Answering, Channels, Limit, Mechanism, Need, Private, Unit};
pub use clocks::{Clock, Clocks};
pub(crate) use curve::{Course, NEVER, points, second};
pub use curve::{Curve, Ramp};
pub use decision::{Action, Decision, Escalation, Part, Routing};
pub use fallback::{Fallback, Other};
pub use history::{Declared, History, Trend};
pub use hours::{Coverage, Critical, HourLoad, Hours, Load, Shortage, Stretch, WeekTime};
pub use inbound::Inbound;
pub use lint::{LintLevels, Severity};
pub use offers::{Offer, OfferRule};
pub use priority::{SeverityWeights, Weights};
pub use style::{Emoji, Exclamation, Formality, Person, Spelling, Style};
pub use targets::{Resolution, Targets};
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
    let times = clocks::times(message, reading, brand, now, escalate.is_some(), time.as_ref());
    let clocks = times.clocks;
    let history = history::history(message, reading, now);
    let score = priority::score(message, reading, brand, now, escalate.is_some(), time.as_ref(), &history);
    let attention = attention::attention(message, reading, brand, escalate.is_some());
    let action = decision::action(attention.handling, &routing, escalate.is_some());
    let team = assign::team(message, reading, brand).map(str::to_owned);
    let reasons = decision::reasons(reading, &routing, &history);
    let window = time.map(|time| time.window);
    let offers = offers::offers(message, reading, brand, escalate.is_some());
    Decision {
        action,
        attention,
        routing,
        escalate,
        team,
        priority: score.priority,
        parts: score.parts,
        curve: score.curve,
        respond_by: clocks.first_response.map(|clock| clock.due_at),
        resolve_by: clocks.resolution.map(|clock| clock.due_at),
        hold_by: times.hold_by,
        holding: times.holding(now),
        clocks,
        window,
        reasons,
        offers,
        history,
    }
}
