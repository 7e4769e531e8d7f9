//! Business hours: the vectors of the requirements, daylight saving, odd zones, and what must always hold.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod calendars;
mod capacity;
mod load;

use calendars::{at, calendars, clock, hours, lands, moments};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use twoears_core::Brand;

const OFFICE: &str = "weekdays = ['09:00-17:00']";

#[test]
fn deadlines_in_working_time() {
    let split = "mon = ['08:00-12:00', '13:30-18:00']\ntue = ['08:00-12:00', '13:30-18:00']";
    for (week, from, minutes, want) in [
        // 27 November 2026 is a Friday.
        (OFFICE, "2026-11-27 16:30", 60, "2026-11-30 09:30"),
        (OFFICE, "2026-11-25 10:00", 120, "2026-11-25 12:00"),
        (OFFICE, "2026-11-25 07:00", 120, "2026-11-25 11:00"),
        (OFFICE, "2026-11-25 16:00", 240, "2026-11-26 12:00"),
        (OFFICE, "2026-11-27 16:00", 240, "2026-11-30 12:00"),
        // The very end of a day is in time.
        (OFFICE, "2026-11-25 16:00", 60, "2026-11-25 17:00"),
        (OFFICE, "2026-11-25 17:00", 0, "2026-11-25 17:00"),
        (OFFICE, "2026-11-25 17:01", 0, "2026-11-26 09:00"),
        (OFFICE, "2026-11-28 12:00", 480, "2026-11-30 17:00"),
        (OFFICE, "2026-11-27 09:00", 481, "2026-11-30 09:01"),
        (split, "2026-11-23 11:30", 60, "2026-11-23 14:00"),
        (split, "2026-11-23 12:30", 1, "2026-11-23 13:31"),
        (split, "2026-11-24 17:00", 120, "2026-11-30 09:00"),
        // A holiday, two in a row, and an hour on one of them.
        ("weekdays = ['9-17']\nholidays = ['2026-11-26']", "2026-11-25 16:30", 60, "2026-11-27 09:30"),
        (
            "weekdays = ['9-17']\nholidays = ['2026-11-26', '2026-11-27']\nextra = [{ day = '2026-11-27', hours = ['10-11'] }]",
            "2026-11-25 17:30",
            90,
            "2026-11-30 09:30",
        ),
        // Past midnight, and into a closed day: nobody is there from its midnight on.
        ("fri = ['22:00-02:00']", "2026-11-27 23:00", 120, "2026-11-28 01:00"),
        ("fri = ['22:00-02:00']", "2026-11-28 01:30", 60, "2026-12-04 22:30"),
        ("fri = ['22:00-02:00']\nholidays = ['2026-11-28']", "2026-11-27 23:00", 120, "2026-12-04 23:00"),
        ("fri = ['22:00-02:00']\nholidays = ['2026-11-27']", "2026-11-27 23:00", 120, "2026-12-05 00:00"),
        // A leap day, and none.
        ("daily = ['9-17']", "2028-02-28 16:30", 60, "2028-02-29 09:30"),
        ("daily = ['9-17']", "2027-02-28 16:30", 60, "2027-03-01 09:30"),
        // A closure of an afternoon, and one of a week.
        (
            "weekdays = ['9-17']\nclosures = [{ day = '2026-12-24', hours = ['13-24'], reason = 'party' }]",
            "2026-12-24 12:30",
            60,
            "2026-12-25 09:30",
        ),
        (
            "weekdays = ['9-17']\nclosures = [{ day = '2026-12-24', until = '2027-01-03' }]",
            "2026-12-23 16:30",
            60,
            "2027-01-04 09:30",
        ),
    ] {
        for zone in ["Europe/London", "Asia/Kathmandu", "Pacific/Apia"] {
            let hours = hours(zone, week);
            let due = hours.after(clock(zone, from), SignedDuration::from_mins(minutes)).unwrap();
            assert_eq!(due, clock(zone, want), "{zone} {week}: {from} and {minutes} minutes");
        }
    }
}

#[test]
fn half_past_twelve_is_closed() {
    let hours = hours("Europe/Paris", "daily = ['08:00-12:00', '13:30-18:00']");
    for (time, open) in [
        ("07:59", false),
        ("08:00", true),
        ("11:59", true),
        ("12:00", false),
        ("12:30", false),
        ("13:30", true),
        ("18:00", false),
    ] {
        assert_eq!(hours.is_open(clock("Europe/Paris", &format!("2026-11-25 {time}"))), open, "{time}");
    }
    assert_eq!(
        hours.next_open(clock("Europe/Paris", "2026-11-25 12:30")),
        Some(clock("Europe/Paris", "2026-11-25 13:30"))
    );
}

#[test]
fn the_narrower_key_wins() {
    let hours = hours("UTC", "daily = ['9-17']\nweekend = ['10-12']\nsun = []\nmon = ['8-9']");
    let usual = |day: i8| {
        hours.usual(jiff::civil::Weekday::from_monday_zero_offset(day).unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(usual(0), [(480, 540)]);
    assert_eq!(usual(1), [(540, 1020)]);
    assert_eq!(usual(5), [(600, 720)]);
    assert_eq!(usual(6), []);
}

#[test]
fn clocks_that_change() {
    let hour = SignedDuration::from_hours;
    // London: on 29 March 2026 01:00 becomes 02:00, on 25 October 02:00 becomes 01:00.
    let night = hours("Europe/London", "daily = ['00:00-04:00']");
    let whole = |date: &str| {
        night.between(
            clock("Europe/London", &format!("{date} 00:00")),
            clock("Europe/London", &format!("{date} 12:00")),
        )
    };
    assert_eq!(whole("2026-03-28"), hour(4));
    assert_eq!(whole("2026-03-29"), hour(3));
    assert_eq!(whole("2026-10-25"), hour(5));
    // A shift that does not exist on that night, and one that begins in the hour that does not.
    let gone = hours("Europe/London", "daily = ['01:15-01:45']");
    assert_eq!(gone.next_open(at("2026-03-28T12:00:00Z")), Some(at("2026-03-30T00:15:00Z")));
    let half = hours("Europe/London", "daily = ['01:30-02:30']");
    assert_eq!(half.next_open(at("2026-03-28T12:00:00Z")), Some(at("2026-03-29T01:00:00Z")));
    assert_eq!(half.after(at("2026-03-28T12:00:00Z"), hour(1)), Some(at("2026-03-30T01:00:00Z")));
    // A time that comes twice means the first.
    let twice = hours("Europe/London", "daily = ['01:30-01:45']");
    assert!(twice.is_open(at("2026-10-25T00:40:00Z")) && !twice.is_open(at("2026-10-25T01:40:00Z")));
    // Half an hour on Lord Howe, and midnight in Beirut, which comes an hour late in spring.
    let island = hours("Australia/Lord_Howe", "daily = ['00:00-24:00']");
    assert_eq!(island.after(at("2026-10-03T13:00:00Z"), hour(24)), Some(at("2026-10-04T13:00:00Z")));
    let beirut = hours("Asia/Beirut", "daily = ['00:00-01:00', '02:00-03:00']");
    let spring = clock("Asia/Beirut", "2026-03-28 12:00");
    assert_eq!(beirut.after(spring, hour(1)), Some(clock("Asia/Beirut", "2026-03-29 03:00")));
    // Samoa left out the whole of 30 December 2011.
    let samoa = hours("Pacific/Apia", "daily = ['9-17']");
    assert_eq!(
        samoa.after(clock("Pacific/Apia", "2011-12-29 16:00"), hour(2)),
        Some(clock("Pacific/Apia", "2011-12-31 10:00"))
    );
}

#[test]
fn the_ends_of_the_calendar() {
    let hours = hours("Asia/Kolkata", OFFICE);
    let day = SignedDuration::from_hours(24);
    assert_eq!(hours.after(Timestamp::MAX, day), None);
    assert_eq!(hours.before(Timestamp::MIN, day), None);
    assert_eq!(hours.next_open(Timestamp::MAX), None);
    // More than fifty years of open time are none.
    assert_eq!(hours.after(at("2026-11-27T10:00:00Z"), SignedDuration::MAX), None);
    assert_eq!(hours.between(at("2026-11-27T10:00:00Z"), at("2026-11-20T10:00:00Z")), SignedDuration::ZERO);
}

fn spans() -> impl Strategy<Value = SignedDuration> {
    (0_i64..6000).prop_map(SignedDuration::from_mins)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn never_lands_in_closed_time(hours in calendars(), from in moments(), open in spans()) {
        let due = hours.after(from, open).unwrap();
        prop_assert!(due >= from && lands(&hours, due), "{due}");
        let back = hours.before(from, open).unwrap();
        prop_assert!(back <= from && lands(&hours, back), "{back}");
        let next = hours.next_open(from).unwrap();
        prop_assert!(next >= from && hours.is_open(next));
        prop_assert_eq!(hours.is_open(from), next == from);
    }

    #[test]
    fn later_and_longer_is_never_earlier(
        hours in calendars(), a in moments(), b in moments(), x in spans(), y in spans(),
    ) {
        let ((a, b), (x, y)) = ((a.min(b), a.max(b)), (x.min(y), x.max(y)));
        prop_assert!(hours.after(a, x) <= hours.after(b, x));
        prop_assert!(hours.after(a, x) <= hours.after(a, y));
        prop_assert!(hours.before(a, x) <= hours.before(b, x));
        prop_assert!(hours.before(a, y) <= hours.before(a, x));
    }

    #[test]
    fn the_deadline_of_a_sum(hours in calendars(), from in moments(), x in spans(), y in spans()) {
        let due = |from, open| hours.after(from, open).unwrap();
        prop_assert_eq!(due(due(from, x), y), due(from, x + y));
        let back = |from, open| hours.before(from, open).unwrap();
        prop_assert_eq!(back(back(from, x), y), back(from, x + y));
    }

    #[test]
    fn what_was_added_lies_between(hours in calendars(), from in moments(), open in spans()) {
        let due = hours.after(from, open).unwrap();
        prop_assert_eq!(hours.between(from, due), open);
        prop_assert_eq!(hours.between(hours.before(from, open).unwrap(), from), open);
    }

    #[test]
    fn open_time_adds_up(hours in calendars(), a in moments(), b in moments(), c in moments()) {
        let mut at = [a, b, c];
        at.sort_unstable();
        let [a, b, c] = at;
        prop_assert_eq!(hours.between(a, b) + hours.between(b, c), hours.between(a, c));
        prop_assert!(hours.between(a, b) <= b.duration_since(a));
    }

    #[test]
    fn every_arrival_is_counted_once(hours in calendars(), arrivals in prop::collection::vec(moments(), 0..50)) {
        let closed = arrivals.iter().filter(|&&at| !hours.is_open(at)).count() as u64;
        let coverage = hours.coverage(arrivals.iter().copied());
        let in_week: u64 = coverage.uncovered.iter().map(|stretch| stretch.messages).sum();
        prop_assert_eq!(coverage.messages, arrivals.len() as u64);
        prop_assert_eq!(coverage.closed, closed);
        prop_assert_eq!(in_week + coverage.on_closed_days, closed);
    }
}

#[test]
fn the_page_can_be_copied() {
    let page = include_str!("../../../../docs/hours.md");
    let settings = page.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    let hours = Brand::from_toml(settings).unwrap().hours.unwrap();
    let reasons: Vec<&str> = hours.named_days().filter_map(|(_, reason)| reason).collect();
    assert_eq!(reasons.iter().filter(|reason| **reason == "moving house").count(), 5);
    assert!(hours.is_open(at("2026-12-20T12:00:00Z")) && !hours.is_open(at("2026-12-24T12:00:00Z")));
    // Friday's night shift lasts into Saturday, but not into a holiday.
    assert!(hours.is_open(at("2026-11-28T01:30:00Z")) && !hours.is_open(at("2026-12-26T01:30:00Z")));
}
