//! The two clocks of a conversation: until somebody answers, and until the matter is resolved.

mod pace;
mod resolution;
mod turns;

use jiff::{SignedDuration, Timestamp};

use super::brand::Brand;
use super::respond;
use super::window::Time;
use crate::{Message, Reading};
use pace::Pace;
use turns::Turns;

/// A clock of a conversation. In open time where the settings hold hours, on the clock without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// When it started; never later than now.
    pub started_at: Timestamp,
    /// Is the start assumed? The turn that it starts with carries no time then: the next turn's is taken, and now where no
    /// turn carries any.
    pub assumed: bool,
    /// When it is due.
    pub due_at: Timestamp,
    /// When it was met; none as long as it is not. Only people know that a matter is resolved, so that clock is never met.
    pub met_at: Option<Timestamp>,
    /// The time that did not count, because we waited for the customer, in the time that the clock counts in. Nought for a
    /// first response.
    pub paused: SignedDuration,
}

/// Both clocks of a conversation; none where no reply is due.
///
/// ```
/// use twoears_core::decide::Clocks;
/// assert_eq!(Clocks::default().first_response, None);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clocks {
    /// Until somebody answers. It starts with the customer's first turn that nobody answered, and is met by the
    /// organisation's first turn after the message.
    pub first_response: Option<Clock>,
    /// Until the matter is resolved. It starts with the customer's first turn of the thread and stands still from our answer
    /// until their next turn.
    pub resolution: Option<Clock>,
}

/// The clocks, and from when on a holding reply is due because the first response may be missed.
#[derive(Default)]
pub(super) struct Times {
    pub(super) clocks: Clocks,
    pub(super) hold_by: Option<Timestamp>,
}

/// What the clocks say of a message.
pub(super) fn times(
    message: &Message,
    reading: &Reading,
    brand: &Brand,
    now: Timestamp,
    escalated: bool,
    time: Option<&Time>,
) -> Times {
    if !reading.needs_reply.label && !escalated {
        return Times::default();
    }
    let turns = Turns::of(message, now);
    let (started_at, assumed) = turns.unanswered();
    let pace = Pace { hours: respond::hours(reading, brand, escalated) };
    let minutes = respond::minutes(message, reading, brand, escalated);
    let target = SignedDuration::from_mins(i64::from(minutes));
    let due = pace.after(started_at, target);
    // What comes after the channel's time is up does not arrive: then the last moment at which somebody is there.
    let (due, target) = match time.map(|time| time.first).filter(|&first| first < due) {
        Some(first) => {
            let due = pace.last_before(first).filter(|&last| last > started_at).unwrap_or(first);
            (due, pace.between(started_at, due))
        }
        None => (due, target),
    };
    let due_at = to_the_second(due);
    let share = target.as_secs_f64() * brand.targets.hold_at();
    let hold = pace.after(started_at, SignedDuration::from_secs(share as i64));
    let hold_by = to_the_second(hold).max(started_at).min(due_at);
    let first = Clock {
        started_at,
        assumed,
        due_at,
        met_at: turns.answered(started_at),
        paused: SignedDuration::ZERO,
    };
    let resolution = resolution::clock(&turns, message, reading, brand, now);
    let clocks = Clocks { first_response: Some(first), resolution: Some(resolution) };
    Times { clocks, hold_by: Some(hold_by) }
}

impl Times {
    /// Is a holding reply due, and nobody has answered yet?
    pub(super) fn holding(&self, now: Timestamp) -> bool {
        let unanswered = self.clocks.first_response.is_some_and(|clock| clock.met_at.is_none());
        unanswered && self.hold_by.is_some_and(|hold_by| now >= hold_by)
    }
}

/// Nobody keeps a promise to the nanosecond.
fn to_the_second(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}
