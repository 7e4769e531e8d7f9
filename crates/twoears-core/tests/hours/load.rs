//! What arrives against what can be answered, by the hours of the usual week.

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use twoears_core::decide::Load;

use crate::calendars::{at, clock, hours, manned, moments};

const TEAM: &str = "replies_per_hour = 2\nweekdays = ['09:00-17:00', '10:30-12:00 x2']";

/// So many messages from each moment on, a second apart, on London's clock.
fn load(settings: &str, arrivals: &[(&str, i64)]) -> Load {
    let moments = arrivals.iter().flat_map(|(time, count)| {
        let first = clock("Europe/London", time);
        (0..*count).map(move |second| first + SignedDuration::from_secs(second))
    });
    hours("Europe/London", settings).coverage(moments).load.unwrap()
}

/// From when on in hours of the week, how many of them, what arrives and what can be answered.
fn shortages(load: &Load) -> Vec<(i64, u16, f64, f64)> {
    let of_week = |day: jiff::civil::Weekday| i64::from(day.to_monday_zero_offset()) * 24;
    load.shortages()
        .iter()
        .map(|short| {
            (
                of_week(short.from.day) + i64::from(short.from.minute / 60),
                short.hours,
                short.arrives,
                short.capacity,
            )
        })
        .collect()
}

#[test]
fn hours_in_a_row_are_one_stretch() {
    // Monday 23 November 2026 to the Monday after.
    let load = load(
        TEAM,
        &[
            ("2026-11-23 09:00", 3),
            ("2026-11-23 10:10", 5),
            ("2026-11-23 11:00", 6),
            ("2026-11-23 13:00", 8),
            ("2026-11-23 20:00", 9),
            ("2026-11-25 16:30", 3),
            ("2026-11-30 13:05", 1),
        ],
    );
    // Two hours at nine come with three messages, one and a half each: no shortage. At ten half an hour has three people.
    assert_eq!(shortages(&load), [(13, 1, 4.5, 2.0), (64, 1, 3.0, 2.0)]);
    assert_eq!(load.hours[10].capacity.to_bits(), 4.0_f64.to_bits());
    assert_eq!(load.hours[11].capacity.to_bits(), 6.0_f64.to_bits());
    assert_eq!((load.hours[13].arrived, load.hours[13].weeks, load.hours[14].weeks), (9, 2, 1));
    // Nobody is there at eight in the evening: that is closed time, and no shortage of people on a shift.
    assert!(load.hours[20].is_short() && load.unusual == 0);
    assert!((load.weeks - 173.0 / 168.0).abs() < 1e-12);
    assert!((load.arrives().unwrap() - 23.5).abs() < 1e-12);
    assert_eq!(load.capacity().to_bits(), 110.0_f64.to_bits());
    let monday =
        self::load(TEAM, &[("2026-11-23 10:10", 5), ("2026-11-23 11:00", 7), ("2026-11-23 12:59", 3)]);
    assert_eq!(shortages(&monday), [(10, 3, 15.0, 12.0)]);
    assert_eq!((monday.shortages()[0].to().minute, monday.arrives()), (13 * 60, None));
}

#[test]
fn a_stretch_over_sundays_midnight_is_the_last() {
    let night = "replies_per_hour = 1\nsun = ['22:00-02:00']\nwed = ['9-10']";
    let arrivals =
        [("2026-11-22 23:00", 2), ("2026-11-23 00:10", 3), ("2026-11-23 01:59", 2), ("2026-11-25 09:00", 4)];
    assert_eq!(shortages(&load(night, &arrivals)), [(57, 1, 4.0, 1.0), (167, 3, 7.0, 3.0)]);
    // In every hour of the week.
    let always = "replies_per_hour = 1\ndaily = ['00:00-24:00']";
    let first = at("2026-11-23T00:00:00Z");
    let arrivals = (0..336).map(|half| first + SignedDuration::from_mins(half * 30));
    let load = hours("UTC", always).coverage(arrivals).load.unwrap();
    assert_eq!(shortages(&load), [(0, 168, 336.0, 168.0)]);
    assert_eq!(load.shortages()[0].to(), load.shortages()[0].from);
}

#[test]
fn days_that_differ_are_left_out() {
    let settings = format!(
        "{TEAM}\nholidays = ['2026-11-24']\nextra = [{{ day = '2026-11-25', hours = ['9-12 x5'] }}, {{ day = '2026-11-26', hours = [] }}]"
    );
    let load = load(
        &settings,
        &[
            ("2026-11-23 09:00", 1),
            ("2026-11-24 13:00", 9),
            ("2026-11-25 13:00", 9),
            ("2026-11-26 13:00", 3),
            ("2026-12-02 13:00", 1),
        ],
    );
    assert_eq!(load.unusual, 18);
    // Tuesday and Wednesday came twice, once each as usual; Thursday was named and is as usual. Of Wednesday after one nothing
    // is known.
    assert_eq!([37, 61, 85].map(|hour: usize| load.hours[hour].weeks), [1, 1, 1]);
    assert_eq!(shortages(&load), [(85, 1, 3.0, 2.0)]);
    assert_eq!((load.hours[62].weeks, load.arrives()), (0, None));
}

#[test]
fn no_messages_tell_nothing() {
    let load = load(TEAM, &[]);
    assert!(load.hours.iter().all(|hour| hour.weeks == 0 && hour.arrives().is_none() && !hour.is_short()));
    assert_eq!((load.arrives(), load.shortages()), (None, Vec::new()));
    assert_eq!(load.hours.len(), 168);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_arrival_stands_in_one_hour(hours in manned(), arrivals in prop::collection::vec(moments(), 1..50)) {
        let load = hours.coverage(arrivals.iter().copied()).load.unwrap();
        let counted: u64 = load.hours.iter().map(|hour| hour.arrived).sum();
        prop_assert_eq!(counted + load.unusual, arrivals.len() as u64);
        let short: f64 = load.shortages().iter().map(|short| short.arrives - short.capacity).sum();
        let hourly = load.hours.iter().filter(|hour| hour.capacity > 0.0 && hour.is_short());
        let hourly: f64 = hourly.map(|hour| hour.arrives().unwrap() - hour.capacity).sum();
        prop_assert!((short - hourly).abs() < 1e-6);
        // An hour with a message came.
        prop_assert!(load.hours.iter().all(|hour| hour.arrived == 0 || hour.weeks > 0));
    }

    #[test]
    fn hours_come_as_often_as_the_calendar_says(hours in manned(), a in moments(), b in moments()) {
        let load = hours.coverage([a, b]).load.unwrap();
        let hour = |at: Timestamp| at.to_zoned(hours.zone().clone()).datetime().with().minute(0).build().unwrap();
        let (mut now, last) = (hour(a.min(b)), hour(a.max(b)));
        let mut weeks = vec![0; 168];
        while now <= last {
            let people = |date| hours.people(date).collect::<Vec<_>>();
            if people(now.date()) == hours.usual_people(now.weekday()).collect::<Vec<_>>() {
                weeks[usize::from(now.weekday().to_monday_zero_offset().unsigned_abs()) * 24
                    + usize::from(now.hour().unsigned_abs())] += 1;
            }
            now = now.checked_add(jiff::Span::new().hours(1)).unwrap();
        }
        prop_assert_eq!(load.hours.iter().map(|hour| hour.weeks).collect::<Vec<u64>>(), weeks);
    }
}
