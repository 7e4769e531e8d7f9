//! The place in the queue: one sum, every part of it shown, and the same as a function of time.
//!
//! More severity, more waiting, more reach, more repeats never lower it. What each part weighs is the organisation's own
//! ([`Weights`]); docs/priority.md gives the reasons.

mod reach;
mod vulnerable;
mod weights;
mod words;

pub use weights::{SeverityWeights, Weights};

use jiff::{SignedDuration, Timestamp};

use super::brand::Brand;
use super::curve::{Curve, Ramp};
use super::decision::Part;
use super::history::History;
use super::respond;
use super::window::Time;
use crate::label::Urgency;
use crate::{Message, Reading};

/// What of a first complaint counts in private: it is the same break with somebody who never complained, and nobody
/// watches. Our own choice.
const FIRST_IN_PRIVATE: f32 = 0.5;

/// The priority of a message at a moment, and at all later ones.
pub(super) struct Score {
    /// 0 to 100, to one decimal.
    pub(super) priority: f32,
    pub(super) parts: Vec<Part>,
    pub(super) curve: Curve,
}

pub(super) fn score(
    message: &Message,
    reading: &Reading,
    brand: &Brand,
    now: Timestamp,
    escalated: bool,
    time: Option<&Time>,
    history: &History,
) -> Score {
    let weights = brand.priority.scaled();
    let (public, urgency) = (message.is_public(), respond::stake(reading, escalated));
    let complains = reading.sentiment.label.is_negative();
    let mut sum = Sum { now, parts: Vec::new(), base: 0.0, ramps: [None; 2] };
    let severity = weights.severity;
    sum.add(words::SEVERITY, severity.critical, severity.of(urgency));
    sum.add_if(escalated, words::ESCALATION, weights.escalation);
    if reading.needs_reply.label || escalated {
        let minutes = respond::minutes(message, reading, brand, escalated);
        let target = SignedDuration::from_mins(i64::from(minutes));
        let from = waiting_since(message, history, now);
        let to = from.checked_add(target).unwrap_or(Timestamp::MAX);
        sum.grow(0, words::WAITING, Ramp { from, to, points: weights.waiting });
        if let Some((from, to)) = time.map(|time| time.runs) {
            sum.grow(1, words::WINDOW, Ramp { from, to, points: weights.window });
        }
    }
    let feeling = (-reading.sentiment_score).clamp(0.0, 1.0);
    sum.add(words::FEELING, weights.feeling, weights.feeling * feeling);
    sum.add_if(public && complains, words::PUBLIC, weights.public);
    if public && (complains || urgency != Urgency::Low) {
        let followers = message.author.followers;
        let name = if followers.is_some() { words::REACH } else { words::REACH_UNKNOWN };
        sum.add(name, weights.reach, weights.reach * reach::share(followers, weights.reach_unknown));
    }
    sum.add_if(history.is_repeat(), words::REPEAT, weights.repeat);
    if complains && history.first_complaint == Some(true) {
        let share = if public { 1.0 } else { FIRST_IN_PRIVATE };
        sum.add(words::FIRST_COMPLAINT, weights.first_complaint, weights.first_complaint * share);
    }
    sum.add_if(vulnerable::is_vulnerable(message, reading), words::VULNERABLE, weights.vulnerable);
    sum.add_if(!history.broken.is_empty(), words::BROKEN_PROMISE, weights.broken_promise);
    sum.add_if(message.author.vip, words::VIP, weights.vip);
    sum.score()
}

/// Since when the customer waits: their first message that nobody answered. Not capped at `now`, so that the answer is the
/// same at every later moment: who wrote by a clock that runs ahead has not waited yet. Where nobody knows when it was
/// sent, from the moment it is decided on.
fn waiting_since(message: &Message, history: &History, now: Timestamp) -> Timestamp {
    history.waiting_since.filter(|&since| since < now).or(message.sent_at).unwrap_or(now)
}

/// The parts as they are added up.
struct Sum {
    now: Timestamp,
    parts: Vec<Part>,
    base: f64,
    ramps: [Option<Ramp>; 2],
}

impl Sum {
    fn show(&mut self, name: &'static str, most: f32, points: f32) {
        if points > 0.0 {
            self.parts.push(Part { name, points, most });
        }
    }

    /// A part that stays.
    fn add(&mut self, name: &'static str, most: f32, points: f32) {
        self.show(name, most, points);
        self.base += f64::from(points);
    }

    fn add_if(&mut self, applies: bool, name: &'static str, most: f32) {
        if applies {
            self.add(name, most, most);
        }
    }

    /// A part that grows with time.
    fn grow(&mut self, place: usize, name: &'static str, ramp: Ramp) {
        // A curve counts in fixed steps, which may round up.
        self.show(name, ramp.points, (ramp.at(self.now) as f32).min(ramp.points));
        self.ramps[place] = Some(ramp);
    }

    fn score(self) -> Score {
        let curve = Curve { base: self.base as f32, ramps: self.ramps };
        // Adding up in another order may leave the last digit of a float above 100.
        let priority = ((curve.at(self.now) * 10.0).round() / 10.0).clamp(0.0, 100.0) as f32;
        Score { priority, parts: self.parts, curve }
    }
}
