//! How many replies can be made, and when so many have been.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use crate::calendars::{Calendar, Named, Shift, at, clock, hours, lands, manned, moments, weeks};

/// So many replies are none: what rounding of sums of thousands leaves.
const NONE: f64 = 1e-6;

#[test]
fn a_queue_is_worked_off() {
    let team = "weekdays = ['09:00-17:00 x2', '12:00-20:00']";
    for (week, from, replies, want) in [
        // 27 November 2026 is a Friday.
        (team, "2026-11-27 09:00", 1.0, "2026-11-27 09:02:30"),
        (team, "2026-11-27 11:00", 24.0, "2026-11-27 12:00"),
        (team, "2026-11-27 11:00", 60.0, "2026-11-27 13:00"),
        (team, "2026-11-27 16:30", 18.0 + 36.0, "2026-11-27 20:00"),
        (team, "2026-11-27 16:30", 18.0 + 36.0 + 24.0, "2026-11-30 10:00"),
        // No load is done at once, at the end of a day too; in closed time when somebody is back.
        (team, "2026-11-27 20:00", 0.0, "2026-11-27 20:00"),
        (team, "2026-11-27 20:01", -3.0, "2026-11-30 09:00"),
        // A holiday, closures of a day and of an afternoon, and people who come in besides.
        ("daily = ['9-17 x2']\nholidays = ['2026-11-28']", "2026-11-27 16:00", 25.0, "2026-11-29 09:02:30"),
        (
            "daily = ['9-17 x2']\nclosures = [{ day = '2026-11-27', hours = ['12-16'] }]",
            "2026-11-27 11:00",
            48.0,
            "2026-11-27 17:00",
        ),
        (
            "daily = ['9-17 x2']\nclosures = [{ day = '2026-11-28', until = '2026-11-30' }]",
            "2026-11-27 16:00",
            48.0,
            "2026-12-01 10:00",
        ),
        (
            "daily = ['9-17']\nextra = [{ day = '2026-11-27', hours = ['9-11 x3'] }]",
            "2026-11-27 08:00",
            108.0,
            "2026-11-27 12:00",
        ),
        (
            "daily = ['9-17']\nholidays = ['2026-11-27']\nextra = [{ day = '2026-11-27', hours = ['10-12 x2'] }]",
            "2026-11-27 08:00",
            24.0,
            "2026-11-27 11:00",
        ),
        // Past midnight, where the next shift overlaps, and not into a closed day.
        (
            "fri = ['22:00-02:00 x2']\nsat = ['01:00-03:00']",
            "2026-11-27 23:00",
            48.0 + 36.0,
            "2026-11-28 02:00",
        ),
        ("fri = ['22:00-02:00 x2']\nholidays = ['2026-11-28']", "2026-11-27 23:00", 36.0, "2026-12-04 22:30"),
    ] {
        for zone in ["Europe/London", "Asia/Kathmandu", "Pacific/Apia"] {
            let hours = hours(zone, &format!("replies_per_hour = 12\n{week}"));
            let (from, want) = (clock(zone, from), clock(zone, want));
            assert_eq!(hours.after_load(from, replies), Some(want), "{zone} {week}: {from} and {replies}");
            let made = hours.capacity(from, want).unwrap();
            assert!((made - replies.max(0.0)).abs() < NONE, "{zone} {week}: {from} to {want}: {made}");
        }
    }
}

#[test]
fn nights_on_which_clocks_change() {
    // London: on 29 March 2026 01:00 becomes 02:00, on 25 October 02:00 becomes 01:00.
    let night = hours("Europe/London", "replies_per_hour = 10\ndaily = ['00:00-04:00 x2', '01:30-03:00']");
    let whole = |date: &str| {
        let at = |time: &str| clock("Europe/London", &format!("{date} {time}"));
        night.capacity(at("00:00"), at("12:00")).unwrap()
    };
    // Of the third person's hour and a half, an hour is left in spring; in autumn it is two and a half.
    for (date, want) in [("2026-03-28", 95.0), ("2026-03-29", 70.0), ("2026-10-25", 125.0)] {
        assert!((whole(date) - want).abs() < NONE, "{date}: {}", whole(date));
    }
    let spring = at("2026-03-29T00:00:00Z");
    assert_eq!(night.after_load(spring, 50.0), Some(at("2026-03-29T02:00:00Z")));
    let autumn = at("2026-10-25T00:00:00Z");
    assert_eq!(night.after_load(autumn, 65.0), Some(at("2026-10-25T02:20:00Z")));
}

#[test]
fn unknown_is_not_enough() {
    let (from, to) = (at("2026-11-27T10:00:00Z"), at("2026-11-27T12:00:00Z"));
    let unknown = hours("UTC", "daily = ['9-17 x3']");
    assert_eq!(unknown.replies_per_hour(), None);
    assert_eq!(unknown.capacity(from, to), None);
    assert_eq!(unknown.after_load(from, 1.0), None);
    assert_eq!(unknown.coverage([from]).load, None);
    let hours = hours("UTC", "replies_per_hour = 0.5\ndaily = ['9-17 x3']");
    for never in [f64::NAN, f64::INFINITY, 1e9, 1e20, f64::MAX] {
        assert_eq!(hours.after_load(from, never), None, "{never}");
    }
    assert_eq!(hours.after_load(from, f64::NEG_INFINITY), Some(from));
    assert_eq!(hours.after_load(Timestamp::MAX, 1.0), None);
    assert_eq!(hours.capacity(to, from), Some(0.0));
    assert_eq!(hours.capacity(Timestamp::MAX, Timestamp::MAX), Some(0.0));
}

/// The replies that can be made in a minute of 2026, counted shift by shift; minutes of UTC from the year's first.
fn people_at(calendar: &Calendar, minute: u32) -> u32 {
    let day = |minute: u32| u16::try_from(minute / 1440).unwrap();
    let closed: BTreeSet<u16> = calendar
        .named
        .iter()
        .filter(|(_, what)| matches!(what, Named::Closed))
        .map(|(day, _)| *day)
        .collect();
    let on = |begins: u16, shift: Shift| {
        let start = u32::from(begins) * 1440 + u32::from(shift.from);
        (start..start + u32::from(shift.minutes)).contains(&minute)
    };
    let (today, yesterday) = (day(minute), day(minute).checked_sub(1));
    let mut people = 0;
    for begins in [Some(today), yesterday].into_iter().flatten() {
        // The first of January 2026 is a Thursday.
        let shifts = &calendar.week[usize::from(begins + 3) % 7];
        let there = !closed.contains(&begins) && !closed.contains(&today);
        people += shifts
            .iter()
            .filter(|shift| there && on(begins, **shift))
            .map(|shift| shift.people.max(1))
            .sum::<u32>();
    }
    let cut = |&(day, what): &(u16, Named)| matches!(what, Named::Cut(shift) if on(day, shift));
    if calendar.named.iter().any(cut) {
        people = 0;
    }
    for &(day, what) in &calendar.named {
        if let Named::Extra(shift) = what {
            people += if on(day, shift) { shift.people.max(1) } else { 0 };
        }
    }
    people
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn as_counted_minute_by_minute(calendar in weeks(), from in 1440_u32..360 * 1440, length in 0_u32..6000) {
        let hours = hours("UTC", &calendar.written("replies_per_hour = 60"));
        let at = |minute: u32| at("2026-01-01T00:00:00Z") + SignedDuration::from_mins(minute.into());
        let counted: u32 = (from..from + length).map(|minute| people_at(&calendar, minute)).sum();
        let made = hours.capacity(at(from), at(from + length)).unwrap();
        prop_assert!((made - f64::from(counted)).abs() < NONE, "{made} {counted}");
    }

    #[test]
    fn people_change_no_open_time(calendar in weeks()) {
        let mut plain = calendar.clone();
        let alone = |shift: &mut Shift| shift.people = 0;
        plain.week.iter_mut().flatten().for_each(alone);
        for (_, what) in &mut plain.named {
            if let Named::Extra(shift) = what {
                alone(shift);
            }
        }
        let (with, without) = (calendar.written("replies_per_hour = 3"), plain.written(""));
        let (with, without) = (hours("Asia/Beirut", &with), hours("Asia/Beirut", &without));
        let first: jiff::civil::Date = "2025-12-31".parse().unwrap();
        for date in first.series(jiff::Span::new().days(1)).take(370) {
            prop_assert!(with.day(date).eq(without.day(date)), "{date}");
            // The people are those of the open times: as long, and none where it is closed.
            let open: u16 = with.day(date).map(|(from, to)| to - from).sum();
            let there: u16 = with.people(date).map(|(from, to, _)| to - from).sum();
            prop_assert_eq!(open, there);
            prop_assert!(with.people(date).all(|(.., people)| people > 0));
        }
        let named = |hours: &twoears_core::decide::Hours| hours.named_days().map(|(date, _)| date).collect::<Vec<_>>();
        prop_assert_eq!(named(&with), named(&without));
    }

    #[test]
    fn capacity_adds_up(hours in manned(), a in moments(), b in moments(), c in moments()) {
        let mut at = [a, b, c];
        at.sort_unstable();
        let [a, b, c] = at;
        let made = |from, to| hours.capacity(from, to).unwrap();
        prop_assert!((made(a, b) + made(b, c) - made(a, c)).abs() < NONE);
        prop_assert_eq!(made(a, b) > 0.0, hours.between(a, b).is_positive());
        // One person at the least is there in open time.
        prop_assert!(made(a, b) >= hours.between(a, b).as_secs_f64() / 300.0 - NONE);
    }

    #[test]
    fn a_load_is_done_when_so_many_can_be_made(hours in manned(), from in moments(), replies in 0.0..3000.0) {
        let done = hours.after_load(from, replies).unwrap();
        prop_assert!(done >= from && lands(&hours, done), "{done}");
        let made = hours.capacity(from, done).unwrap();
        prop_assert!((made - replies).abs() < NONE, "{made}");
    }

    #[test]
    fn what_can_be_made_is_done_in_time(hours in manned(), a in moments(), b in moments()) {
        let (from, to) = (a.min(b), a.max(b));
        let replies = hours.capacity(from, to).unwrap();
        let done = hours.after_load(from, replies).unwrap();
        // Rounding is of nanoseconds, and never takes it past closing into the next day.
        let moment = SignedDuration::from_micros(1);
        prop_assert!(replies == 0.0 || done <= to + moment && lands(&hours, done), "{done} {to}");
        prop_assert!(hours.capacity(done, to).unwrap() < NONE);
    }

    #[test]
    fn more_or_later_is_never_earlier(
        hours in manned(), a in moments(), b in moments(), x in 0.0..2000.0, y in 0.0..2000.0,
    ) {
        let ((a, b), (x, y)) = ((a.min(b), a.max(b)), (f64::min(x, y), f64::max(x, y)));
        prop_assert!(hours.after_load(a, x) <= hours.after_load(b, x));
        prop_assert!(hours.after_load(a, x) <= hours.after_load(a, y));
        let both = hours.after_load(a, x + y).unwrap();
        let then = hours.after_load(hours.after_load(a, x).unwrap(), y).unwrap();
        prop_assert!(hours.capacity(both.min(then), both.max(then)).unwrap() < NONE, "{both} {then}");
    }
}
