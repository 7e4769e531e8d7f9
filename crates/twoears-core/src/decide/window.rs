//! The time that a channel gives: for an answer where it is private, for the way into private where it is not.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::brand::Brand;
use super::channels::After;
use super::decision::Routing;
use crate::label::Route;
use crate::{From, Message};

/// Until when an answer can be given where the decision says, and what is left after that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Window {
    /// The moment it closes, or closed.
    pub closes_at: Timestamp,
    /// What is left then.
    pub then: After,
}

impl Window {
    /// Seconds left at a moment; nought when it has closed.
    ///
    /// ```
    /// use twoears_core::decide::{After, Window};
    /// let window = Window { closes_at: "2026-11-22T11:00:00Z".parse()?, then: After::Template };
    /// assert_eq!(window.seconds_left("2026-11-22T09:00:00Z".parse()?), 7200);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn seconds_left(&self, now: Timestamp) -> i64 {
        self.closes_at.duration_since(now).as_secs().max(0)
    }
}

/// A window with what else hangs on it.
pub(super) struct Time {
    pub(super) window: Window,
    /// When it becomes harder to answer for the first time.
    pub(super) first: Timestamp,
    /// From when to when the time runs, by the clock of who wrote: the same at every `now`.
    pub(super) runs: (Timestamp, Timestamp),
    /// That it is up, in words for a person.
    pub(super) note: Option<String>,
}

/// The time for the answer that was decided on; none where the channel gives any, or the moment of the message is not
/// known.
pub(super) fn time(message: &Message, routing: &Routing, brand: &Brand, now: Timestamp) -> Option<Time> {
    if routing.route.label == Route::None {
        return None;
    }
    if message.is_public() {
        let minutes = brand.channels.way(message.channel)?.minutes?;
        let wrote = message.sent_at?;
        let sent = wrote.min(now);
        // Closed for another reason, it has no time.
        let reach = message.reach;
        let closed = reach.private_reply_sent == Some(true)
            || reach.live == Some(false)
            || reach.accepts_messages == Some(false);
        if routing.route.label != Route::Private || closed {
            return None;
        }
        let first = after(sent, minutes);
        let window = Window { closes_at: first, then: After::OtherRoute };
        return Some(Time { window, first, runs: (wrote, after(wrote, minutes)), note: None });
    }
    let answering = brand.channels.answering(message.channel)?;
    let wrote = last_word(message)?;
    let sent = wrote.min(now);
    let first = after(sent, answering.minutes);
    let agent = answering.agent_minutes.map(|minutes| after(sent, minutes));
    let window = match agent {
        Some(closes_at) if now >= first => Window { closes_at, then: After::CustomerFirst },
        _ => Window { closes_at: first, then: answering.after },
    };
    let note = (now >= first).then(|| said(&window, now));
    Some(Time { window, first, runs: (wrote, after(wrote, answering.minutes)), note })
}

/// The customer's last word: the message, or a later turn. None where the message's own moment is not known.
fn last_word(message: &Message) -> Option<Timestamp> {
    let turns = message.thread.turns().iter().filter(|turn| turn.from == From::Customer);
    let last = turns.filter_map(|turn| turn.sent_at).max();
    message.sent_at.map(|sent| last.map_or(sent, |last| last.max(sent)))
}

pub(super) fn after(sent: Timestamp, minutes: u32) -> Timestamp {
    let end = sent.checked_add(SignedDuration::from_mins(i64::from(minutes))).unwrap_or(Timestamp::MAX);
    // To the second, as all times that are shown.
    Timestamp::from_second(end.as_second()).unwrap_or(end)
}

/// That the first time is up, and what can be done.
fn said(window: &Window, now: Timestamp) -> String {
    let left = match window.then {
        After::Template => "send an approved template",
        // Before the last window closes, a person may still write.
        After::CustomerFirst if window.closes_at > now => {
            let until = window.closes_at.strftime("%a %d %b %H:%M UTC");
            return format!(
                "the time to answer here freely is up: until {until} only a person's own answer can be sent, marked as a human agent's"
            );
        }
        After::HumanAgent | After::CustomerFirst | After::OtherRoute => {
            "wait until they write again, or use another channel"
        }
    };
    format!("the time to answer here is up, and no draft can be sent as it is: {left}")
}
