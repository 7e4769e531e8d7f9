//! With business hours: what is due when, and no draft promises a time when nobody is there.

use jiff::SignedDuration;
use twoears_core::{Brand, Channel, Message, Timestamp};
use twoears_drafts::{Knowledge, promise_supports};

use crate::support::{case, inbox, knowledge, says_its_time};

const OFFICE: &str = "[hours]\nzone = 'Europe/London'\nweekdays = ['09:00-17:00']\n";

fn brand(text: &str) -> Brand {
    Brand::from_toml(text).unwrap()
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn answers_are_due_in_open_time() {
    // 27 November 2026 is a Friday.
    let open = format!("{OFFICE}critical = 'open'");
    for (settings, channel, urgency, flags, sent, want) in [
        (OFFICE, Channel::X, "normal", "", "2026-11-27T16:30:00Z", "2026-11-30T10:30:00Z"),
        (OFFICE, Channel::X, "high", "", "2026-11-28T12:00:00Z", "2026-11-30T10:00:00Z"),
        (OFFICE, Channel::Email, "normal", "", "2026-11-26T09:00:00Z", "2026-11-27T13:00:00Z"),
        // What is critical, and what a person must take, does not wait for Monday.
        (OFFICE, Channel::X, "critical", "", "2026-11-28T12:00:00Z", "2026-11-28T12:15:00Z"),
        (OFFICE, Channel::X, "normal", "e", "2026-11-28T12:00:00Z", "2026-11-28T13:00:00Z"),
        (&open, Channel::X, "critical", "", "2026-11-28T12:00:00Z", "2026-11-30T09:15:00Z"),
        // The channel's own time is up on Saturday: then before the weekend.
        (OFFICE, Channel::Whatsapp, "normal", "", "2026-11-27T16:30:00Z", "2026-11-27T17:00:00Z"),
        // Nobody is there before it is up.
        (OFFICE, Channel::Whatsapp, "normal", "", "2026-11-27T18:00:00Z", "2026-11-28T18:00:00Z"),
        ("", Channel::X, "normal", "", "2026-11-27T16:30:00Z", "2026-11-27T18:30:00Z"),
    ] {
        let message = Message::new("hello").channel(channel).sent_at(at(sent));
        let case = case(message, "order.status", urgency, "neutral", flags, &[]);
        let due = case.with(&brand(settings), &Knowledge::empty(), |input| input.decision.respond_by);
        assert_eq!(due, Some(at(want)), "{settings} {channel} {urgency} {flags} {sent}");
    }
}

#[test]
fn no_draft_promises_a_time_when_nobody_is_there() {
    let knowledge = [knowledge(), Knowledge::empty()];
    let mut cases = inbox();
    let (mut now, mut seen) = (at("2026-01-01T00:00:00Z"), 0);
    for turn in 0..240 {
        // Some 36 hours: a year, all days of the week, every hour and half hour.
        now += SignedDuration::from_secs(131_711);
        let zone = ["Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"][turn % 4];
        let shifts = [
            "weekdays = ['09:00-12:30', '13:15-17:45']",
            "daily = ['22:00-02:15']",
            "wed = ['07:45-09:15']\nholidays = ['2026-05-06', '2026-05-13']",
        ][turn % 3];
        let brand = brand(&format!(
            "sign_off = 'Mia'\n[teams]\norder = 'Parcels'\n[hours]\nzone = '{zone}'\n{shifts}"
        ));
        let hours = brand.hours.as_ref().unwrap();
        for case in &mut cases {
            case.now = now;
            case.message.sent_at = Some(now - SignedDuration::from_mins(10));
            for draft in case.drafts(&brand, &knowledge[turn % 2]) {
                let id = &case.message.id;
                assert!(draft.lint.is_empty(), "{id} {now}: {:?}\n{}", draft.lint, draft.text);
                assert!(says_its_time(&draft, &brand, now), "{id} {now}: {}", draft.text);
                let Some(promise) = draft.promise else { continue };
                let there =
                    hours.is_open(promise.due) || hours.is_open(promise.due - SignedDuration::from_secs(1));
                assert!(there && promise.due > now, "{id} {now}: {}\n{}", promise.due, draft.text);
                assert!(!draft.text.contains("UTC"), "{}", draft.text);
                seen += 1;
            }
        }
    }
    assert!(seen > 2_000, "{seen} promises");
}

#[test]
fn without_a_zone_no_clock_is_named() {
    let brand = brand("[targets]\nx = 300");
    let message = Message::new("where is my parcel").id("m1").channel(Channel::X);
    let case = case(message, "order.status", "normal", "neutral", "", &[]);
    let draft = &case.drafts(&brand, &Knowledge::empty())[0];
    assert!(draft.text.contains(" within the next six hours"), "{}", draft.text);
    let due = draft.promise.as_ref().unwrap().due;
    assert_eq!(due, case.now + SignedDuration::from_hours(6));
    assert!(!promise_supports(due, case.now, None).contains("four hours"));
}
