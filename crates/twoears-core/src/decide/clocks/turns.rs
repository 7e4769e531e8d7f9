//! The turns of a conversation in order, with their times as far as anybody knows them.
//!
//! What is assumed: turns stand in the order they were said, none later than now. A time that is earlier than one before
//! it counts as that one. The message stands after the turns of its thread, but before those at the end that carry a later
//! time. A message without a time counts as sent now.

use jiff::Timestamp;

use crate::decide::respond;
use crate::{From, Message};

/// A turn, by who said it and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) from: From,
    pub(super) at: Option<Timestamp>,
}

/// All turns, with the message among them.
pub(super) struct Turns {
    pub(super) said: Vec<Said>,
    /// Where the message stands.
    message: usize,
    received: Timestamp,
    /// Does the message carry a time?
    known: bool,
}

impl Turns {
    pub(super) fn of(message: &Message, now: Timestamp) -> Self {
        let turns = message.thread.turns();
        let received = respond::received(message, now);
        let later = |at: Option<Timestamp>| at.zip(message.sent_at).is_some_and(|(at, sent)| at > sent);
        let place = turns.len() - turns.iter().rev().take_while(|turn| later(turn.sent_at)).count();
        let mut said: Vec<Said> =
            turns.iter().map(|turn| Said { from: turn.from, at: turn.sent_at }).collect();
        said.insert(place, Said { from: From::Customer, at: Some(received) });
        let mut last = None;
        for (at, turn) in said.iter_mut().enumerate() {
            let most = if at <= place { received } else { now };
            turn.at = turn.at.map(|time| time.min(most)).map(|time| last.map_or(time, |last| time.max(last)));
            last = turn.at.or(last);
        }
        Self { said, message: place, received, known: message.sent_at.is_some() }
    }

    /// When the customer's first turn that nobody answered was said, and whether that is assumed.
    pub(super) fn unanswered(&self) -> (Timestamp, bool) {
        let before = &self.said[..self.message];
        let waiting = before.iter().rev().take_while(|turn| turn.from == From::Customer).count();
        self.start(self.message - waiting)
    }

    /// The customer's first turn, its time, and whether that is assumed.
    pub(super) fn first(&self) -> (usize, Timestamp, bool) {
        let first = self.said.iter().position(|turn| turn.from == From::Customer).unwrap_or(self.message);
        let (at, assumed) = self.start(first);
        (first, at, assumed)
    }

    /// When somebody answered the message, where its thread shows that.
    pub(super) fn answered(&self, since: Timestamp) -> Option<Timestamp> {
        let after = &self.said[self.message + 1..];
        after.iter().find(|turn| turn.from == From::Organisation)?.at.map(|at| at.max(since))
    }

    /// The time of a turn; where it carries none, that of the next one that does.
    fn start(&self, place: usize) -> (Timestamp, bool) {
        let known = self.said[place].at.filter(|_| place != self.message || self.known);
        let next = self.said[place..=self.message].iter().find_map(|turn| turn.at);
        (known.or(next).unwrap_or(self.received), known.is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Thread, Turn};

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(minute * 60).unwrap()
    }

    /// Turns of the customer (`c`) and ours (`o`), each with its minute or `?`; the message is sent at minute 100.
    fn turns(thread: &str, sent: Option<i64>) -> Turns {
        let turn = |word: &str| Turn {
            id: None,
            from: if word.starts_with('c') { From::Customer } else { From::Organisation },
            text: String::new(),
            sent_at: word[1..].parse().ok().map(at),
        };
        let thread = Thread::new(thread.split_whitespace().map(turn).collect());
        let mut message = Message::new("hello").thread(thread);
        message.sent_at = sent.map(at);
        Turns::of(&message, at(200))
    }

    #[test]
    fn the_wait_starts_with_the_first_turn_that_nobody_answered() {
        for (thread, sent, start, assumed) in [
            ("", Some(100), 100, false),
            ("", None, 200, true),
            ("c10 o20", Some(100), 100, false),
            ("c10 o20 c30 c40", Some(100), 30, false),
            ("c10 c20", Some(100), 10, false),
            ("c? c40", Some(100), 40, true),
            ("c?", Some(100), 100, true),
            ("c?", None, 200, true),
            ("c30", None, 30, false),
            // A clock that is wrong never makes the wait negative.
            ("o150 c250", Some(100), 100, false),
        ] {
            assert_eq!(turns(thread, sent).unanswered(), (at(start), assumed), "{thread} {sent:?}");
        }
    }

    #[test]
    fn an_answer_comes_after_the_message() {
        for (thread, sent, want) in [
            ("c10 o20", Some(100), None),
            ("c10 o120", Some(100), Some(120)),
            ("c10 c110 o120 o130", Some(100), Some(120)),
            ("o?", Some(100), None),
            ("o120", None, None),
            ("o500", Some(100), Some(200)),
        ] {
            assert_eq!(turns(thread, sent).answered(at(100)), want.map(at), "{thread}");
        }
    }

    #[test]
    fn the_matter_starts_with_the_first_turn_of_the_customer() {
        for (thread, sent, start, assumed) in [
            ("o5 c10 o20", Some(100), 10, false),
            ("c? o20 c30", Some(100), 20, true),
            ("o5", Some(100), 100, false),
            ("c?", None, 200, true),
        ] {
            let (_, first, guessed) = turns(thread, sent).first();
            assert_eq!((first, guessed), (at(start), assumed), "{thread}");
        }
    }
}
