//! What the first response is measured by: its target, since when it counts, and in what time.
//!
//! What is critical or a trained person's keeps the clock unless settings say otherwise: danger does not wait for Monday,
//! and an organisation that has nobody on call should see that it is late, not that all is well until nine.

use jiff::Timestamp;

use super::brand::Brand;
use super::hours::{Critical, Hours};
use crate::label::Urgency;
use crate::{Audience, Message, Reading};

/// The hours that the first response counts in; none where it counts on the clock.
pub(super) fn hours<'a>(reading: &Reading, brand: &'a Brand, escalated: bool) -> Option<&'a Hours> {
    let pressing = escalated || reading.urgency.label == Urgency::Critical;
    brand.hours.as_ref().filter(|hours| !pressing || hours.critical() == Critical::Open)
}

/// The target in minutes.
pub(super) fn minutes(message: &Message, reading: &Reading, brand: &Brand, escalated: bool) -> u32 {
    let (urgency, sentiment) = (stake(reading, escalated), reading.sentiment.label);
    brand.targets.minutes(message.channel, audience(message), urgency, sentiment)
}

/// What is at stake: as it reads, but what a trained person must take is pressing however calmly it is told.
pub(super) fn stake(reading: &Reading, escalated: bool) -> Urgency {
    let read = reading.urgency.label;
    // Urgency goes from the most pressing down.
    if escalated { read.min(Urgency::High) } else { read }
}

/// Who can read the message.
pub(super) fn audience(message: &Message) -> Audience {
    if message.is_public() { Audience::Public } else { Audience::Private }
}

/// When the message came in: never later than now.
pub(super) fn received(message: &Message, now: Timestamp) -> Timestamp {
    message.sent_at.map_or(now, |sent_at| sent_at.min(now))
}
