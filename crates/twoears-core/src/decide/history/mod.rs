//! What was before: in the thread, and with the customer over all channels. What is said of it, and what the record shows.

mod declared;
mod trend;

pub use declared::Declared;
pub use trend::Trend;

use jiff::{SignedDuration, Timestamp};

use crate::ledger::{Entry, State};
use crate::message::Mark;
use crate::{Channel, Finding, From, Message, Reading, RuleId};

/// What the customer says of how often they wrote is more than the record shows.
pub(super) const DISAGREES: RuleId = RuleId("history.disagrees");
/// The rule that sees that somebody says they asked before.
const REPEAT: RuleId = RuleId("urgency.repeat");
/// Hours back from the message in which what came in counts as the same matter: 30 days. Our own choice: longer than any
/// resolution target that we propose, short enough that last year's parcel is another matter.
const MATTER: SignedDuration = SignedDuration::from_hours(30 * 24);

/// What a decision knows of what was before. Nothing here is guessed: what nobody told is none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// The customer's messages since the last answer, with this one.
    pub since_answer: usize,
    /// Since when they wait: the earliest time known of these messages, never later than now. None where none is known.
    pub waiting_since: Option<Timestamp>,
    /// Does the message say that they asked before, or that nobody answered?
    pub declared: bool,
    /// How often they say they wrote, where they name a number, and where.
    pub declared_times: Option<Declared>,
    /// How often they wrote by the record, with this message: the customer's turns of the thread and the contact's messages
    /// of the last 30 days, also those without a time. None where no record came with the message.
    pub counted: Option<usize>,
    /// Is it the first message that the organisation has from them? None where nobody said that the record is complete.
    pub first_contact: Option<bool>,
    /// How often they complained before this matter; where the record is not complete, at the least. None: not known.
    pub complaints: Option<usize>,
    /// Is it the first complaint? None where that is not known, or it is no complaint.
    pub first_complaint: Option<bool>,
    /// Other channels on which they wrote in the 30 days before, in the order of first use.
    pub channels: Vec<Channel>,
    /// How their feeling moves.
    pub trend: Trend,
    /// The organisation's last turn in the thread.
    pub answer: Option<Mark>,
    /// Promises to them that are open.
    pub open: Vec<Entry>,
    /// Promises to them that are broken: due, and neither kept nor withdrawn.
    pub broken: Vec<Entry>,
}

impl History {
    /// Did they write before without an answer, as the thread shows or as they say?
    pub fn is_repeat(&self) -> bool {
        self.declared || self.since_answer > 1
    }

    /// Do they say that they wrote more often than the record shows? Then the record may be incomplete: they may have
    /// written elsewhere, or under another name. It is no reproach. None where no record came with the message or they
    /// name no number; a record that shows more than they say is no disagreement, since one request may take several messages.
    pub fn disagreement(&self) -> Option<Declared> {
        let (declared, counted) = (self.declared_times?, self.counted?);
        (declared.times as usize > counted).then_some(declared)
    }

    /// The findings that belong to the decision's reasons.
    pub(super) fn findings(&self) -> Option<Finding> {
        let span = self.disagreement()?.span;
        Some(Finding { rule: DISAGREES, span: Some(span) })
    }
}

pub(super) fn history(message: &Message, reading: &Reading, now: Timestamp) -> History {
    let (contact, thread) = (&message.contact, &message.thread);
    let declared = reading.findings.iter().any(|finding| finding.rule == REPEAT);
    let complaints = contact.complaints();
    let unhappy = reading.sentiment.label.is_negative();
    let since = thread.waiting_since().into_iter().chain(message.sent_at).min();
    let in_state = |state| {
        let found = contact.promises.iter().filter(move |entry| entry.state(now) == state);
        found.cloned().collect::<Vec<_>>()
    };
    History {
        since_answer: thread.unanswered() + 1,
        waiting_since: since.map(|since| since.min(now)),
        declared,
        declared_times: if declared { declared::declared(&message.text) } else { None },
        counted: counted(message, now),
        first_contact: first_contact(message),
        complaints,
        first_complaint: complaints.filter(|_| unhappy).map(|before| before == 0),
        channels: channels(message, now),
        trend: trend::trend(contact.past.iter().map(|past| past.sentiment), reading.sentiment_score),
        answer: thread.last_answer().map(Mark::of),
        open: in_state(State::Open),
        broken: in_state(State::Broken),
    }
}

fn first_contact(message: &Message) -> Option<bool> {
    let contact = &message.contact;
    let wrote = message.thread.turns().iter().any(|turn| turn.from == From::Customer);
    let known = wrote || !contact.past.is_empty() || contact.complaints.is_some_and(|count| count > 0);
    if known { Some(false) } else { contact.complete.then_some(true) }
}

fn counted(message: &Message, now: Timestamp) -> Option<usize> {
    let (contact, turns) = (&message.contact, message.thread.turns());
    if turns.is_empty() && contact.past.is_empty() && !contact.complete {
        return None;
    }
    let of_customer = || turns.iter().filter(|turn| turn.from == From::Customer);
    // A message of the thread may stand among those of the contact as well.
    let mut known: Vec<Timestamp> =
        of_customer().filter_map(|turn| turn.sent_at).chain(message.sent_at).collect();
    known.sort_unstable();
    let elsewhere = contact.past.iter().filter(|past| match past.at {
        None => true,
        Some(at) => is_of_matter(at, message, now) && known.binary_search(&at).is_err(),
    });
    Some(of_customer().count() + elsewhere.count() + 1)
}

fn channels(message: &Message, now: Timestamp) -> Vec<Channel> {
    let mut channels = Vec::new();
    for past in &message.contact.past {
        let other = past.channel != message.channel && past.channel != Channel::Other;
        let recent = past.at.is_some_and(|at| is_of_matter(at, message, now));
        if other && recent && !channels.contains(&past.channel) {
            channels.push(past.channel);
        }
    }
    channels
}

/// Did it come in within the time in which it counts as the same matter?
fn is_of_matter(at: Timestamp, message: &Message, now: Timestamp) -> bool {
    let end = message.sent_at.unwrap_or(now);
    at <= end && end.duration_since(at) <= MATTER
}

#[cfg(test)]
mod tests;
