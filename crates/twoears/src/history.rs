//! What was before, in words for the person who answers.

use twoears_core::decide::Trend;
use twoears_core::ledger::Entry;
use twoears_core::{Channel, Label as _};

use crate::Case;
use crate::brief::{counted, moment};

/// Promises that are named one by one; the rest is counted.
const NAMED: usize = 3;
const ORDINALS: &[&str] = &[
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
];

/// All that there is to say, in the order in which it matters; empty where there is nothing.
pub(crate) fn lines(case: &Case) -> Vec<String> {
    let history = &case.decision.history;
    let mut lines = Vec::new();
    if history.since_answer > 1 {
        let since = history.waiting_since.map(|since| format!(", waiting since {}", moment(since)));
        let of = if history.answer.is_some() { "since the last answer" } else { "without an answer" };
        lines.push(format!("{} message {of}{}", ordinal(history.since_answer), since.unwrap_or_default()));
    }
    lines.extend(disagreement(case));
    lines.extend(promises(&history.broken, true));
    lines.extend(promises(&history.open, false));
    if !history.channels.is_empty() {
        let names: Vec<&str> = history.channels.iter().map(|channel| shown(*channel)).collect();
        lines.push(format!("also wrote by {} in the 30 days before", names.join(", ")));
    }
    if let Some(count) = history.complaints.filter(|count| *count > 0) {
        lines.push(format!("complained before: {}", times(count)));
    }
    if history.first_complaint == Some(true) {
        lines.push("first complaint".to_owned());
    }
    if history.trend == Trend::Falling {
        lines.push("sounds unhappier than before".to_owned());
    }
    lines
}

/// What must not be overlooked: broken promises, and a record that may be incomplete.
pub(crate) fn to_know(case: &Case) -> Vec<String> {
    promises(&case.decision.history.broken, true).into_iter().chain(disagreement(case)).collect()
}

/// What they say is more than the record shows. The record may be what is wrong, and the words say so.
fn disagreement(case: &Case) -> Option<String> {
    let history = &case.decision.history;
    let (declared, counted) = (history.disagreement()?, history.counted?);
    let said = ordinal(usize::try_from(declared.times).unwrap_or(usize::MAX));
    Some(format!("says it is the {said} time: the record shows {counted}, it may be incomplete"))
}

fn promises(entries: &[Entry], broken: bool) -> Vec<String> {
    let end = if broken { ", broken" } else { "" };
    let named = entries.iter().take(NAMED);
    let mut lines: Vec<String> = named
        .map(|entry| format!("promised by {} until {}{end}", entry.owner.trim(), moment(entry.due)))
        .collect();
    let more = entries.len().saturating_sub(NAMED);
    if more > 0 {
        lines.push(format!("and {} more{end}", counted(more, "promise")));
    }
    lines
}

fn shown(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "e-mail",
        Channel::Sms => "SMS",
        other => other.name(),
    }
}

fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        count => format!("{count} times"),
    }
}

/// "third", "21st": from two on.
fn ordinal(number: usize) -> String {
    if let Some(word) = number.checked_sub(2).and_then(|place| ORDINALS.get(place)) {
        return (*word).to_owned();
    }
    let end = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{end}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Contact, Desk, From, Message, Thread, Timestamp, Turn};

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn owed(owner: &str, due: &str) -> Entry {
        Entry::new(owner, "ring 07700 900123", at("2026-11-20T09:00:00Z"), at(due))
    }

    fn message(text: &str) -> Message {
        let asked = Turn::new(From::Customer, "where is it?").sent_at(at("2026-11-21T09:02:00Z"));
        let thread = Thread::default().turn(From::Organisation, "We look into it.");
        let thread = Thread::new([thread.turns(), &[asked]].concat());
        let promises = vec![owed("Mia", "2026-11-22T14:00:00Z"), owed("Parcels", "2026-11-24T14:00:00Z")];
        Message::new(text)
            .channel(Channel::X)
            .sent_at(at("2026-11-23T08:00:00Z"))
            .thread(thread)
            .contact(Contact { promises, ..Contact::default() })
    }

    #[test]
    fn what_was_before_in_words() {
        let desk = Desk::new().unwrap();
        let case =
            desk.triage(&message("FOURTH TIME I AM ASKING. Where is my parcel?"), at("2026-11-23T09:00:00Z"));
        let want = [
            "second message since the last answer, waiting since Sat 21 Nov 09:02 UTC",
            "says it is the fourth time: the record shows 2, it may be incomplete",
            "promised by Mia until Sun 22 Nov 14:00 UTC, broken",
            "promised by Parcels until Tue 24 Nov 14:00 UTC",
        ];
        assert_eq!(case.history(), want);
        let notes = case.notes();
        for line in &want[1..3] {
            assert_eq!(notes.iter().filter(|note| note == line).count(), 1, "{notes:?}");
        }
        let place = case.decision.reasons.iter().find(|reason| reason.rule.0 == "history.disagrees");
        assert_eq!(place.and_then(|reason| reason.span).unwrap().of(&case.message.text), "FOURTH TIME");
        let shown = format!("{:?}", case.decision.history);
        assert!(!shown.contains("7700") && !shown.contains("Mia"), "{shown}");
    }

    #[test]
    fn whoever_takes_a_crisis_hears_of_the_broken_promise() {
        let desk = Desk::new().unwrap();
        let case = desk
            .triage(&message("Sort this out or you will hear from my lawyer"), at("2026-11-23T09:00:00Z"));
        let line = "promised by Mia until Sun 22 Nov 14:00 UTC, broken";
        assert!(case.brief().iter().any(|known| known == line), "{:?}", case.brief());
        assert_eq!(case.notes().iter().filter(|note| *note == line).count(), 1);
    }

    #[test]
    fn nothing_is_said_of_nothing() {
        let case = Desk::new().unwrap().triage(&Message::new("Third time I write!!"), Timestamp::UNIX_EPOCH);
        assert!(case.history().is_empty(), "{:?}", case.history());
        assert_eq!(case.decision.history.declared_times.map(|declared| declared.times), Some(3));
        assert_eq!(
            case.decision.history.disagreement(),
            None,
            "without a record there is nothing to compare"
        );
    }

    #[test]
    fn ordinals_go_on() {
        let shown = [2, 12, 13, 21, 22, 111].map(ordinal);
        assert_eq!(shown, ["second", "twelfth", "13th", "21st", "22nd", "111th"]);
    }
}
