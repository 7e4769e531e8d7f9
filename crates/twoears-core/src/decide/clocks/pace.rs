//! What a clock counts in: open time, or every hour.

use jiff::{SignedDuration, Timestamp};

use crate::decide::hours::Hours;

/// What a clock counts in.
#[derive(Clone, Copy)]
pub(super) struct Pace<'a> {
    /// Open time of these; without any the clock never stands still.
    pub(super) hours: Option<&'a Hours>,
}

impl Pace<'_> {
    /// The moment by which so much time has passed; the end of the calendar where there is none.
    pub(super) fn after(self, at: Timestamp, time: SignedDuration) -> Timestamp {
        let moment = match self.hours {
            Some(hours) => hours.after(at, time),
            None => at.checked_add(time).ok(),
        };
        moment.unwrap_or(Timestamp::MAX)
    }

    /// The time between two moments; nought when the second is not later.
    pub(super) fn between(self, from: Timestamp, to: Timestamp) -> SignedDuration {
        match self.hours {
            Some(hours) => hours.between(from, to),
            None => to.duration_since(from).max(SignedDuration::ZERO),
        }
    }

    /// The last moment before another at which somebody is there; none where every moment counts.
    pub(super) fn last_before(self, at: Timestamp) -> Option<Timestamp> {
        self.hours?.before(at, SignedDuration::ZERO)
    }
}
