//! When the first reply is due: the shortest target that fits, never after the channel's time is up.

use jiff::{SignedDuration, Timestamp};

use super::brand::Brand;
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
    let minutes = minutes(message, reading, brand);
    let due = received(message, now)
        .checked_add(SignedDuration::from_mins(i64::from(minutes)))
        .unwrap_or(Timestamp::MAX);
    // What comes after the channel's time is up does not arrive.
    let due = time.map_or(due, |time| due.min(time.first));
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
