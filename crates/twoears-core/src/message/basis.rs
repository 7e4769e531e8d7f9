//! What a draft was built on, and whether that is still how things stand.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{From, Message, Thread, Turn};
use crate::label::labels;

labels! {
    /// Why a draft no longer fits its conversation.
    Stale, "reason to draft anew" {
        /// The customer wrote again, and the draft does not know what.
        CustomerWrote = "customer_wrote",
        /// Somebody has answered in the meantime.
        Answered = "answered",
        /// The conversation is not the one that the draft was built on, or what the draft knew is no longer in it.
        UnknownThread = "unknown_thread",
    }
}

/// Which turn it was: its id and time as far as they are known, never its words.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mark {
    /// The platform's id.
    pub id: Option<String>,
    /// When it was said.
    pub at: Option<Timestamp>,
}

impl Mark {
    pub(crate) fn of(turn: &Turn) -> Self {
        Self { id: turn.id.clone().filter(|id| !id.is_empty()), at: turn.sent_at }
    }

    /// Is it this turn? None where neither id nor time tells.
    fn is(&self, turn: &Turn) -> Option<bool> {
        match (&self.id, turn.id.as_ref().filter(|id| !id.is_empty())) {
            (Some(mine), Some(other)) => Some(mine == other),
            _ => Some(self.at? == turn.sent_at?),
        }
    }
}

/// Shows whether there is an id, not which.
impl std::fmt::Debug for Mark {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Mark").field("id", &self.id.is_some()).field("at", &self.at).finish()
    }
}

/// What a draft was built on: how far the conversation had come. It holds no words and no hash of any; store it with the
/// draft and ask it before the draft is sent.
///
/// ```
/// use twoears_core::{Basis, From, Message, Stale, Thread, Turn};
/// let asked = Turn::new(From::Customer, "Where is my parcel?").id("1");
/// let message = Message::new("Hello?").id("2").thread(Thread::new(vec![asked.clone()]));
/// let basis = Basis::of(&message);
/// // Later: the conversation as it is then, the message itself in it.
/// let again = Turn::new(From::Customer, "Hello?").id("2");
/// let mut turns = vec![asked, again];
/// assert_eq!(basis.is_stale(&Thread::new(turns.clone())), None);
/// turns.push(Turn::new(From::Organisation, "It is on its way.").id("3"));
/// assert_eq!(basis.is_stale(&Thread::new(turns)), Some(Stale::Answered));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Basis {
    /// Earlier turns that were known.
    pub turns: usize,
    /// The message that the draft answers.
    pub message: Mark,
    /// The last of the earlier turns.
    pub last: Option<Mark>,
    /// The organisation's last turn.
    pub answer: Option<Mark>,
}

impl Basis {
    /// What a draft for this message is built on.
    pub fn of(message: &Message) -> Self {
        let id = Some(message.id.clone()).filter(|id| !id.is_empty());
        Self {
            turns: message.thread.turns().len(),
            message: Mark { id, at: message.sent_at },
            last: message.thread.turns().last().map(Mark::of),
            answer: message.thread.last_answer().map(Mark::of),
        }
    }

    /// Has the conversation gone on since? `thread` is the whole of it as it is now, with or without the message itself;
    /// the oldest turns may be missing. None: the draft still fits.
    ///
    /// Turns are told apart by their ids, where these are missing by their times, and where both are missing by their number:
    /// then a conversation whose oldest turns were cut off counts as unknown. Where somebody answered and the customer wrote
    /// too, the answer is named. Time is linear in the turns.
    pub fn is_stale(&self, thread: &Thread) -> Option<Stale> {
        let turns = thread.turns();
        let own =
            turns.iter().rposition(|turn| turn.from == From::Customer && self.message.is(turn) == Some(true));
        let Some(end) = own.or_else(|| self.end(turns)) else { return Some(Stale::UnknownThread) };
        // What was known, the message aside; then what came after.
        let (known, mut after) = turns.split_at(end);
        match after.split_first() {
            // Where nothing tells whose turn it is, the first after what was known is the message itself.
            Some((first, rest)) if first.from == From::Customer && self.message.is(first) != Some(false) => {
                after = rest;
            }
            _ => {}
        }
        if after.iter().any(|turn| turn.from == From::Organisation) || self.is_answered_within(known) {
            return Some(Stale::Answered);
        }
        // More than was known, before the message: a turn that was delivered late.
        (!after.is_empty() || known.len() > self.turns).then_some(Stale::CustomerWrote)
    }

    /// Where the earlier turns that were known end; none where they are not to be found.
    fn end(&self, turns: &[Turn]) -> Option<usize> {
        let Some(last) = &self.last else { return Some(0) };
        if last.id.is_none() && last.at.is_none() {
            return (turns.len() >= self.turns).then_some(self.turns);
        }
        turns.iter().rposition(|turn| last.is(turn) == Some(true)).map(|place| place + 1)
    }

    /// Stands an answer among the earlier turns that was not there when the draft was written?
    fn is_answered_within(&self, known: &[Turn]) -> bool {
        let Some(last) = known.iter().rev().find(|turn| turn.from == From::Organisation) else {
            return false;
        };
        self.answer.as_ref().is_none_or(|answer| answer.is(last) == Some(false))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: usize) -> Timestamp {
        Timestamp::from_second(i64::try_from(minute).unwrap() * 60).unwrap()
    }

    /// Four turns: with ids and times, ids alone, times alone, neither.
    fn turns(ids: bool, times: bool) -> Vec<Turn> {
        use super::From::{Customer, Organisation};
        [Customer, Organisation, Customer, Customer, Organisation, Customer]
            .into_iter()
            .enumerate()
            .map(|(place, from)| {
                let id = ids.then(|| format!("t{place}"));
                Turn { id, sent_at: times.then(|| at(place)), ..Turn::new(from, "words") }
            })
            .collect()
    }

    fn basis(turns: &[Turn]) -> Basis {
        let (own, before) = turns.split_last().unwrap();
        let message = Message::new("words").id(own.id.clone().unwrap_or_default());
        let message = Message { sent_at: own.sent_at, ..message.thread(Thread::new(before.to_vec())) };
        Basis::of(&message)
    }

    #[test]
    fn it_holds_while_nothing_happens_and_no_longer() {
        for (ids, times) in [(true, true), (true, false), (false, true), (false, false)] {
            let all = turns(ids, times);
            let thread = |end: usize| Thread::new(all[..end].to_vec());
            let first = basis(&all[..1]);
            assert_eq!((first.is_stale(&thread(0)), first.is_stale(&thread(1))), (None, None));
            assert_eq!(first.is_stale(&thread(2)), Some(Stale::Answered));
            let third = basis(&all[..3]);
            assert_eq!(
                (third.is_stale(&thread(2)), third.is_stale(&thread(3))),
                (None, None),
                "{ids} {times}"
            );
            assert_eq!(third.is_stale(&thread(4)), Some(Stale::CustomerWrote), "{ids} {times}");
            assert_eq!(third.is_stale(&thread(5)), Some(Stale::Answered));
            assert_eq!(third.is_stale(&thread(6)), Some(Stale::Answered));
            assert_eq!(third.is_stale(&thread(1)), Some(Stale::UnknownThread));
            assert_eq!(third.is_stale(&Thread::default()), Some(Stale::UnknownThread));
            // It survives being stored.
            let json = serde_json::to_string(&third).unwrap();
            assert_eq!(serde_json::from_str::<Basis>(&json).unwrap(), third);
            assert!(!json.contains("words"), "{json}");
        }
    }

    #[test]
    fn another_conversation_is_not_this_one() {
        let third = basis(&turns(true, true)[..3]);
        let other: Vec<Turn> = turns(true, true)
            .into_iter()
            .map(|turn| Turn { id: turn.id.map(|id| format!("other-{id}")), ..turn })
            .collect();
        assert_eq!(third.is_stale(&Thread::new(other)), Some(Stale::UnknownThread));
    }

    #[test]
    fn turns_that_were_delivered_late_count() {
        let all = turns(true, true);
        let third = basis(&all[..3]);
        let late = |from| {
            let mut turns = all[..3].to_vec();
            turns.insert(2, Turn::new(from, "late").id("late"));
            third.is_stale(&Thread::new(turns))
        };
        assert_eq!(late(From::Organisation), Some(Stale::Answered));
        assert_eq!(late(From::Customer), Some(Stale::CustomerWrote));
        // The oldest turns may be cut off where ids or times tell.
        assert_eq!(third.is_stale(&Thread::new(all[1..3].to_vec())), None);
        assert!(!format!("{third:?}").contains("t2"));
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        /// Whatever the conversation: fresh until the next turn comes, stale from then on, and for the right reason.
        #[test]
        fn stale_from_the_next_turn_on(
            before in proptest::collection::vec(proptest::bool::ANY, 0..8),
            after in proptest::collection::vec(proptest::bool::ANY, 0..8),
            ids in proptest::bool::ANY,
            times in proptest::bool::ANY,
            cut in 0..8_usize,
        ) {
            let from = |ours| if ours { From::Organisation } else { From::Customer };
            let all = before.iter().chain([&false]).chain(&after).enumerate();
            let all: Vec<Turn> = all
                .map(|(place, ours)| {
                    let id = ids.then(|| place.to_string());
                    Turn { id, sent_at: times.then(|| at(place)), ..Turn::new(from(*ours), "words") }
                })
                .collect();
            let own = before.len();
            let basis = basis(&all[..=own]);
            // The oldest turns may be cut off, but for the last that was known, where something tells them apart.
            let cut = if ids || times { cut.min(own.saturating_sub(1)) } else { 0 };
            let thread = |end: usize| Thread::new(all[cut..end].to_vec());
            proptest::prop_assert_eq!(basis.is_stale(&thread(own)), None);
            for end in own + 1..=all.len() {
                let answered = after[..end - own - 1].contains(&true);
                let want = match end - own - 1 {
                    0 => None,
                    _ if answered => Some(Stale::Answered),
                    _ => Some(Stale::CustomerWrote),
                };
                proptest::prop_assert_eq!(basis.is_stale(&thread(end)), want);
            }
        }
    }
}
