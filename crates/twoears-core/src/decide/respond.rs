//! When the first reply is due: the shortest target that fits, in open time where the settings hold hours, never after
//! the channel's time is up.
//!
//! What is critical or a trained person's keeps the clock unless settings say otherwise: danger does not wait for Monday,
//! and an organisation that has nobody on call should see that it is late, not that all is well until nine.

use jiff::{SignedDuration, Timestamp};

use super::brand::Brand;
use super::hours::Critical;
use super::window::Time;
use crate::label::Urgency;
use crate::{Message, Reading};

pub(super) fn respond_by(
    message: &Message,
    reading: &Reading,
    brand: &Brand,
    now: Timestamp,
    escalated: bool,
    time: Option<&Time>,
) -> Option<Timestamp> {
    if !reading.needs_reply.label && !escalated {
        return None;
    }
    let target = SignedDuration::from_mins(i64::from(minutes(message, reading, brand)));
    let received = received(message, now);
    let pressing = escalated || reading.urgency.label == Urgency::Critical;
    let hours = brand.hours.as_ref().filter(|hours| !pressing || hours.critical() == Critical::Open);
    let due = match hours {
        Some(hours) => hours.after(received, target),
        None => received.checked_add(target).ok(),
    };
    let due = due.unwrap_or(Timestamp::MAX);
    // What comes after the channel's time is up does not arrive: then the last moment at which somebody is there.
    let due = match time.map(|time| time.first).filter(|&first| first < due) {
        Some(first) => {
            let last = hours.and_then(|hours| hours.before(first, SignedDuration::ZERO));
            last.filter(|&last| last > received).unwrap_or(first)
        }
        None => due,
    };
    // To the second: nobody keeps a promise to the nanosecond.
    Some(Timestamp::from_second(due.as_second()).unwrap_or(due))
}

/// The target in minutes.
pub(super) fn minutes(message: &Message, reading: &Reading, brand: &Brand) -> u32 {
    let targets = &brand.targets;
    let public_negative = message.is_public() && reading.sentiment.label.is_negative();
    let urgent = match reading.urgency.label {
        Urgency::Critical => targets.named("critical"),
        Urgency::High => targets.named("high"),
        Urgency::Normal | Urgency::Low => None,
    };
    let public = public_negative.then(|| targets.named("public_negative")).flatten();
    [Some(targets.minutes(message.channel)), urgent, public].into_iter().flatten().min().unwrap_or(240)
}

/// When the message came in: never later than now.
pub(super) fn received(message: &Message, now: Timestamp) -> Timestamp {
    message.sent_at.map_or(now, |sent_at| sent_at.min(now))
}
