//! The two clocks: what starts, stops and moves them, and what must always hold.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use twoears_core::decide::{Clocks, Decision, decide};
use twoears_core::{
    Brand, Channel, From, Intent, Message, Ranked, Reading, Scored, Sentiment, Thread, Turn, Urgency, listen,
};

const OFFICE: &str = "[hours]\nzone = 'Europe/London'\nweekdays = ['09:00-17:00']\n";

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn brand(text: &str) -> Brand {
    Brand::from_toml(text).unwrap()
}

fn reading(message: &Message, urgency: Urgency, reply: bool, escalate: bool) -> Reading {
    fn sure<L>(label: L) -> Scored<L> {
        Scored { label, probability: 0.9 }
    }
    let intent = Intent::OrderStatus;
    Reading {
        language: listen::hear(&message.text).language(),
        intent: Ranked {
            label: intent,
            probability: 0.9,
            unclear: false,
            alternatives: Vec::new(),
            set: vec![intent],
        },
        urgency: sure(urgency),
        sentiment: sure(Sentiment::Neutral),
        sentiment_score: 0.0,
        private: sure(false),
        escalate: sure(escalate),
        needs_reply: sure(reply),
        private_data: Vec::new(),
        custom: Vec::new(),
        findings: Vec::new(),
    }
}

/// A thread as "c 2026-11-23T09:00:00Z, o ?": who said it and when.
fn thread(text: &str) -> Thread {
    let turn = |turn: &str| {
        let (who, when) = turn.trim().split_once(' ').unwrap();
        let from = if who == "c" { From::Customer } else { From::Organisation };
        Turn { id: None, from, text: String::new(), sent_at: when.parse().ok() }
    };
    Thread::new(text.split(',').filter(|turn| !turn.is_empty()).map(turn).collect())
}

fn decided(settings: &str, thread: Thread, sent: Option<Timestamp>, now: Timestamp) -> Decision {
    let mut message = Message::new("where is my parcel?").channel(Channel::Email).thread(thread);
    message.sent_at = sent;
    decide(&message, &reading(&message, Urgency::Normal, true, false), &brand(settings), now)
}

#[test]
fn a_follow_up_is_due_from_the_first_turn_that_nobody_answered() {
    // 23 November 2026 is a Monday; e-mail has twelve hours.
    let sent = at("2026-11-23T12:00:00Z");
    for (settings, turns, start, due) in [
        ("", "", "2026-11-23T12:00:00Z", "2026-11-24T00:00:00Z"),
        ("", "c 2026-11-23T08:00:00Z", "2026-11-23T08:00:00Z", "2026-11-23T20:00:00Z"),
        (
            "",
            "c 2026-11-22T08:00:00Z, o 2026-11-22T09:00:00Z",
            "2026-11-23T12:00:00Z",
            "2026-11-24T00:00:00Z",
        ),
        (
            "",
            "c 2026-11-22T08:00:00Z, o 2026-11-22T09:00:00Z, c 2026-11-23T10:00:00Z",
            "2026-11-23T10:00:00Z",
            "2026-11-23T22:00:00Z",
        ),
        // Ten hours are left from Monday 15:00: two on that day and eight on the next.
        (
            OFFICE,
            "c 2026-11-23T13:00:00Z, c 2026-11-23T11:00:00Z",
            "2026-11-23T12:00:00Z",
            "2026-11-24T16:00:00Z",
        ),
        (OFFICE, "c 2026-11-23T11:00:00Z", "2026-11-23T11:00:00Z", "2026-11-24T15:00:00Z"),
    ] {
        let decision = decided(settings, thread(turns), Some(sent), sent);
        let clock = decision.clocks.first_response.unwrap();
        assert_eq!((clock.started_at, clock.due_at), (at(start), at(due)), "{settings} {turns}");
        assert!(!clock.assumed && clock.met_at.is_none() && decision.respond_by == Some(clock.due_at));
    }
}

#[test]
fn an_answer_meets_the_first_response() {
    let (sent, now) = (at("2026-11-23T09:00:00Z"), at("2026-11-25T12:00:00Z"));
    let waits = decided("", Thread::default(), Some(sent), now);
    assert!(waits.holding && waits.clocks.first_response.unwrap().met_at.is_none());
    let met = decided("", thread("o 2026-11-23T11:00:00Z"), Some(sent), now);
    assert_eq!(met.clocks.first_response.unwrap().met_at, Some(at("2026-11-23T11:00:00Z")));
    assert!(!met.holding && met.respond_by == waits.respond_by);
}

#[test]
fn waiting_for_the_customer_does_not_count() {
    // Three days; the matter began on Monday at nine.
    let first = "c 2026-11-23T09:00:00Z";
    let sent = at("2026-11-24T09:00:00Z");
    for (settings, turns, due, paused) in [
        ("", first.to_owned(), "2026-11-26T09:00:00Z", 0),
        // We answered at ten and they came back after 23 hours.
        ("", format!("{first}, o 2026-11-23T10:00:00Z"), "2026-11-27T08:00:00Z", 23 * 60),
        // Our last word counts; they came back twice.
        (
            "",
            format!(
                "{first}, o 2026-11-23T10:00:00Z, o 2026-11-23T11:00:00Z, c 2026-11-23T12:00:00Z, o 2026-11-23T13:00:00Z"
            ),
            "2026-11-27T06:00:00Z",
            21 * 60,
        ),
        // When we answered is not known, or when they came back: nothing is put off.
        ("", format!("{first}, o ?"), "2026-11-26T09:00:00Z", 0),
        ("", format!("{first}, o 2026-11-23T10:00:00Z, c ?"), "2026-11-26T09:00:00Z", 0),
        // In open time: nine working days, and seven open hours of waiting.
        (OFFICE, first.to_owned(), "2026-12-03T17:00:00Z", 0),
        (OFFICE, format!("{first}, o 2026-11-23T10:00:00Z"), "2026-12-04T16:00:00Z", 7 * 60),
    ] {
        let decision = decided(settings, thread(&turns), Some(sent), sent);
        let clock = decision.clocks.resolution.unwrap();
        assert_eq!(clock.started_at, at("2026-11-23T09:00:00Z"));
        assert_eq!(
            (clock.due_at, clock.paused),
            (at(due), SignedDuration::from_mins(paused)),
            "{settings} {turns}"
        );
        assert_eq!(decision.resolve_by, Some(clock.due_at));
    }
}

#[test]
fn a_pause_after_the_time_is_up_moves_nothing() {
    let turns = thread("c 2026-11-10T09:00:00Z, o 2026-11-20T09:00:00Z");
    let sent = at("2026-11-23T09:00:00Z");
    let clock = decided("", turns, Some(sent), sent).clocks.resolution.unwrap();
    assert_eq!((clock.due_at, clock.paused), (at("2026-11-13T09:00:00Z"), SignedDuration::ZERO));
}

#[test]
fn while_we_wait_for_the_customer_it_stands_still_until_now() {
    let turns = thread("o 2026-11-23T10:00:00Z");
    let sent = at("2026-11-23T09:00:00Z");
    let due = |now: &str| decided("", turns.clone(), Some(sent), at(now)).resolve_by.unwrap();
    assert_eq!(due("2026-11-23T10:00:00Z"), at("2026-11-26T09:00:00Z"));
    assert_eq!(due("2026-11-24T10:00:00Z"), at("2026-11-27T09:00:00Z"));
}

#[test]
fn what_is_not_known_is_said_to_be_assumed() {
    let now = at("2026-11-23T12:00:00Z");
    let clocks = decided("", Thread::default(), None, now).clocks;
    let (first, resolution) = (clocks.first_response.unwrap(), clocks.resolution.unwrap());
    assert!(first.assumed && resolution.assumed && first.started_at == now && resolution.started_at == now);
    let clocks = decided("", thread("c ?, c 2026-11-23T08:00:00Z"), None, now).clocks;
    assert!(clocks.first_response.unwrap().assumed);
    assert_eq!(clocks.first_response.unwrap().started_at, at("2026-11-23T08:00:00Z"));
}

#[test]
fn what_is_critical_is_answered_on_the_clock_and_resolved_in_open_time() {
    let sent = at("2026-11-28T12:00:00Z");
    let message = Message::new("it is on fire").channel(Channel::X).sent_at(sent);
    let reading = reading(&message, Urgency::Critical, true, true);
    let decision = decide(&message, &reading, &brand(OFFICE), sent);
    assert_eq!(decision.respond_by, Some(at("2026-11-28T12:15:00Z")));
    assert_eq!(decision.hold_by, Some(at("2026-11-28T12:11:15Z")));
    assert_eq!(decision.resolve_by, Some(at("2026-11-30T13:00:00Z")));
}

#[test]
fn no_clock_runs_where_no_reply_is_due() {
    let message = Message::new("our new range is out");
    let now = at("2026-11-23T12:00:00Z");
    let decision = decide(&message, &reading(&message, Urgency::Low, false, false), &Brand::default(), now);
    assert_eq!(decision.clocks, Clocks::default());
    assert!(decision.resolve_by.is_none() && decision.hold_by.is_none() && !decision.holding);
}

#[test]
fn a_holding_reply_is_due_before_the_first_response() {
    let sent = at("2026-11-27T16:00:00Z");
    for (settings, want, due) in [
        ("", "2026-11-28T01:00:00Z", "2026-11-28T04:00:00Z"),
        ("[targets]\nhold_at = 0.5", "2026-11-27T22:00:00Z", "2026-11-28T04:00:00Z"),
        ("[targets]\nhold_at = 1", "2026-11-28T04:00:00Z", "2026-11-28T04:00:00Z"),
        // Nine open hours, from Friday 16:00: one on that day and eight on Monday.
        (OFFICE, "2026-11-30T17:00:00Z", "2026-12-01T12:00:00Z"),
    ] {
        let hold = |now: Timestamp| decided(settings, Thread::default(), Some(sent), now);
        let decision = hold(sent);
        assert_eq!((decision.hold_by, decision.respond_by), (Some(at(want)), Some(at(due))), "{settings}");
        assert!(
            !hold(at(want) - SignedDuration::from_secs(1)).holding && hold(at(want)).holding,
            "{settings}"
        );
    }
}

#[test]
fn where_the_channel_closes_first_it_is_held_before_that() {
    // A private conversation on WhatsApp is open for 24 hours.
    let sent = at("2026-11-27T16:00:00Z");
    let message = Message::new("where is it?").channel(Channel::Whatsapp).sent_at(sent);
    let settings = brand("[targets]\nwhatsapp = 6000\nhold_at = 0.5");
    let decision = decide(&message, &reading(&message, Urgency::Low, true, false), &settings, sent);
    assert_eq!(decision.respond_by, Some(sent + SignedDuration::from_hours(24)));
    assert_eq!(decision.hold_by, Some(sent + SignedDuration::from_hours(12)));
}

#[test]
fn a_thread_of_ten_thousand_turns_takes_no_time() {
    let first = at("2020-01-01T00:00:00Z");
    let turn = |minutes: i64| Turn {
        id: None,
        from: if minutes % 2 == 0 { From::Customer } else { From::Organisation },
        text: String::new(),
        sent_at: first.checked_add(SignedDuration::from_hours(minutes * 5)).ok(),
    };
    let thread = Thread::new((0..10_000).map(turn).collect());
    let settings = format!("{OFFICE}[resolution]\ndefault = 500000\nnormal = 500000");
    let now = at("2026-11-23T12:00:00Z");
    let clock = decided(&settings, thread, Some(now), now).clocks.resolution.unwrap();
    assert!(clock.paused > SignedDuration::ZERO && clock.due_at > now);
}

const WEEKS: &[&str] = &[
    "",
    OFFICE,
    "[hours]\nzone = 'America/New_York'\ndaily = ['22:00-02:15']\n",
    "[hours]\nzone = 'Asia/Kathmandu'\nwed = ['07:45-09:15']\nsun = ['00:00-24:00']\nholidays = ['2026-05-06']\n",
];

/// Minutes between turns, and who said each; none where the time is not known.
fn turns() -> impl Strategy<Value = Vec<(bool, Option<i64>)>> {
    let gap = prop_oneof![4 => (0_i64..4_000).prop_map(Some), 1 => Just(None)];
    proptest::collection::vec((any::<bool>(), gap), 0..8)
}

fn built(turns: &[(bool, Option<i64>)]) -> (Thread, Timestamp) {
    let mut time = at("2026-04-27T06:30:00Z");
    let mut all = Vec::new();
    for (customer, gap) in turns {
        time += SignedDuration::from_mins(gap.unwrap_or(60));
        let from = if *customer { From::Customer } else { From::Organisation };
        all.push(Turn { id: None, from, text: String::new(), sent_at: gap.map(|_| time) });
    }
    (Thread::new(all), time + SignedDuration::from_mins(35))
}

proptest! {
    #[test]
    fn clocks_keep_to_the_hours_and_to_their_order(
        turns in turns(), week in 0..WEEKS.len(), urgency in 0..4_usize, escalate: bool, wait in 0_i64..9_000,
    ) {
        let (thread, sent) = built(&turns);
        let now = sent + SignedDuration::from_mins(wait);
        let message = Message::new("hello?").channel(Channel::X).sent_at(sent).thread(thread);
        let urgency = [Urgency::Critical, Urgency::High, Urgency::Normal, Urgency::Low][urgency];
        let brand = brand(WEEKS[week]);
        let decision = decide(&message, &reading(&message, urgency, true, escalate), &brand, now);
        let (first, resolution) =
            (decision.clocks.first_response.unwrap(), decision.clocks.resolution.unwrap());
        prop_assert_eq!(decision.respond_by, Some(first.due_at));
        prop_assert_eq!(decision.resolve_by, Some(resolution.due_at));
        prop_assert!(resolution.started_at <= first.started_at && first.started_at <= sent);
        prop_assert!(first.started_at < first.due_at && resolution.started_at < resolution.due_at);
        let hold_by = decision.hold_by.unwrap();
        prop_assert!(first.started_at <= hold_by && hold_by <= first.due_at);
        prop_assert_eq!(decision.holding, now >= hold_by && first.met_at.is_none());
        prop_assert!(first.paused.is_zero() && !resolution.paused.is_negative());
        if let Some(hours) = &brand.hours {
            let open = |at: Timestamp| hours.is_open(at) || hours.is_open(at - SignedDuration::from_secs(1));
            prop_assert!(open(resolution.due_at), "{}", resolution.due_at);
            let clock = escalate || urgency == Urgency::Critical;
            prop_assert!(clock || (open(first.due_at) && open(hold_by)), "{} {hold_by}", first.due_at);
        }
    }

    #[test]
    fn a_later_message_or_a_longer_target_is_never_due_earlier(
        week in 0..WEEKS.len(), target in 1_u32..3_000, more in 0_u32..3_000, later in 0_i64..5_000, start in 0_i64..20_000,
    ) {
        let sent = at("2026-04-27T06:30:00Z") + SignedDuration::from_mins(start);
        let due = |target: u32, later: i64| {
            let rows = format!("[targets]\nemail = {target}\n[resolution]\nnormal = {target}\n{}", WEEKS[week]);
            let sent = sent + SignedDuration::from_mins(later);
            let decision = decided(&rows, Thread::default(), Some(sent), sent);
            (decision.respond_by.unwrap(), decision.resolve_by.unwrap(), decision.hold_by.unwrap())
        };
        let (base, longer, after) = (due(target, 0), due(target + more, 0), due(target, later));
        prop_assert!(base.0 <= longer.0 && base.1 <= longer.1 && base.2 <= longer.2);
        prop_assert!(base.0 <= after.0 && base.1 <= after.1 && base.2 <= after.2);
    }

    #[test]
    fn waiting_for_the_customer_never_brings_it_forward(
        turns in turns(), week in 0..WEEKS.len(), more in 0_i64..4_000, wait in 0_i64..4_000,
    ) {
        let (thread, sent) = built(&turns);
        let now = sent + SignedDuration::from_mins(wait);
        let clock = |thread: Thread| decided(WEEKS[week], thread, Some(sent), now).clocks.resolution.unwrap();
        let due = |thread: Thread| clock(thread).due_at;
        let with = due(thread.clone());
        // The same turns of the customer without ours: no pause at all. Where the start is assumed from a turn of ours, it
        // is another start.
        let own = thread.turns().iter().filter(|turn| turn.from == From::Customer).cloned().collect();
        prop_assert!(clock(thread.clone()).assumed || due(Thread::new(own)) <= with);
        // One more answer before the message is one more pause, if it is any.
        let mut turns = thread.turns().to_vec();
        let last = turns.iter().filter_map(|turn| turn.sent_at).max().unwrap_or(sent);
        let answer = (last + SignedDuration::from_mins(more)).min(sent);
        if turns.last().is_some_and(|turn| turn.from == From::Customer) {
            turns.push(Turn { id: None, from: From::Organisation, text: String::new(), sent_at: Some(answer) });
            prop_assert!(with <= due(Thread::new(turns)));
        }
    }
}
