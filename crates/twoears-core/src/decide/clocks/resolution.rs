//! The clock until a matter is resolved.
//!
//! It counts in open time also for what is critical or a trained person's: who is on call answers at night, and those who
//! put things right are at work by day.

use jiff::{SignedDuration, Timestamp};

use super::pace::Pace;
use super::turns::Turns;
use super::{Clock, to_the_second};
use crate::decide::brand::Brand;
use crate::decide::respond;
use crate::{From, Message, Reading};

pub(super) fn clock(
    turns: &Turns,
    message: &Message,
    reading: &Reading,
    brand: &Brand,
    now: Timestamp,
) -> Clock {
    let (first, started_at, assumed) = turns.first();
    let pace = Pace { hours: brand.hours.as_ref() };
    let minutes = brand.resolution.minutes(
        message.channel,
        respond::audience(message),
        reading.urgency.label,
        reading.sentiment.label,
    );
    let mut left = SignedDuration::from_mins(i64::from(minutes));
    let (mut from, mut paused) = (started_at, SignedDuration::ZERO);
    for (answered, back) in pauses(turns, first, now) {
        let open = pace.between(from, answered);
        // It was due before we answered: what came later cannot move that.
        if left <= open {
            break;
        }
        left -= open;
        paused += pace.between(answered.max(from), back);
        from = back.max(from);
    }
    Clock { started_at, assumed, due_at: to_the_second(pace.after(from, left)), met_at: None, paused }
}

/// When we waited for the customer: from our last word before their next turn until then, or until now. Where either
/// moment is not known there is no such time, so that nothing is put off on a guess.
fn pauses(turns: &Turns, first: usize, now: Timestamp) -> Vec<(Timestamp, Timestamp)> {
    let mut pauses = Vec::new();
    let mut ours = None;
    for turn in &turns.said[first..] {
        match turn.from {
            From::Organisation => ours = turn.at,
            From::Customer => pauses.extend(ours.take().zip(turn.at)),
        }
    }
    pauses.extend(ours.map(|ours| (ours, now)));
    pauses
}
