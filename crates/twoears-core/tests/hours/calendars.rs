//! Random calendars, and moments to ask them about.

use std::fmt::Write as _;

use jiff::tz::TimeZoneDatabase;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use twoears_core::Brand;
use twoears_core::decide::Hours;

const ZONES: &[&str] = &[
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "America/St_Johns",
    "Africa/Cairo",
    "Asia/Beirut",
    "America/Havana",
    "UTC",
];

pub(crate) fn hours(zone: &str, rest: &str) -> Hours {
    let text = format!("[hours]\nzone = '{zone}'\n{rest}");
    Brand::from_toml(&text).unwrap_or_else(|error| panic!("{text}: {error}")).hours.unwrap()
}

pub(crate) fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// "2026-11-27 16:30" on the clock of a zone; the first of two.
pub(crate) fn clock(zone: &str, text: &str) -> Timestamp {
    let zone = TimeZoneDatabase::bundled().get(zone).unwrap();
    let clock: jiff::civil::DateTime = text.parse().unwrap();
    clock.to_zoned(zone).unwrap().timestamp()
}

/// A shift in minutes: when it begins, how long it is, and how many people are on it (nought where that is not written).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shift {
    pub(crate) from: u16,
    pub(crate) minutes: u16,
    pub(crate) people: u32,
}

impl Shift {
    fn times(self) -> String {
        let to = (self.from + self.minutes) % 1440;
        format!("{:02}:{:02}-{:02}:{:02}", self.from / 60, self.from % 60, to / 60, to % 60)
    }

    fn written(self) -> String {
        match self.people {
            0 => format!("'{}'", self.times()),
            people => format!("'{} x{people}'", self.times()),
        }
    }
}

/// What differs on a day of 2026, by its number from nought.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Named {
    Closed,
    Cut(Shift),
    Extra(Shift),
}

/// A week from Monday and days that differ.
#[derive(Clone, Debug)]
pub(crate) struct Calendar {
    pub(crate) week: Vec<Vec<Shift>>,
    pub(crate) named: Vec<(u16, Named)>,
}

impl Calendar {
    /// As settings write it, with more keys before it.
    pub(crate) fn written(&self, keys: &str) -> String {
        let mut text = format!("{keys}\n");
        for (day, shifts) in ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].iter().zip(&self.week) {
            let shifts: Vec<String> = shifts.iter().map(|shift| shift.written()).collect();
            writeln!(text, "{day} = [{}]", shifts.join(", ")).unwrap();
        }
        let first: jiff::civil::Date = "2026-01-01".parse().unwrap();
        for &(day, what) in &self.named {
            let day = first.checked_add(jiff::Span::new().days(day)).unwrap();
            let (table, rest) = match what {
                Named::Closed => ("closures", String::new()),
                Named::Cut(shift) => ("closures", format!("hours = ['{}']", shift.times())),
                Named::Extra(shift) => ("extra", format!("hours = [{}]", shift.written())),
            };
            writeln!(text, "[[hours.{table}]]\nday = '{day}'\n{rest}").unwrap();
        }
        text
    }
}

/// Random weeks with one to three shifts on some days, some past midnight, and a few days that differ.
pub(crate) fn weeks() -> impl Strategy<Value = Calendar> {
    let shift = (0_u16..96, 1_u16..=60, 0_u32..4).prop_map(|(from, length, people)| Shift {
        from: from * 15,
        minutes: length * 15,
        people,
    });
    let days = prop::collection::vec(prop::collection::vec(shift.clone(), 0..3), 6);
    let named = prop::collection::vec((0_u16..365, 0_u8..3, shift.clone()), 0..5);
    (shift, days, named).prop_map(|(sunday, mut week, named)| {
        week.push(vec![sunday]);
        let what = |(day, what, shift)| match what {
            0 => (day, Named::Closed),
            1 => (day, Named::Cut(shift)),
            _ => (day, Named::Extra(shift)),
        };
        Calendar { week, named: named.into_iter().map(what).collect() }
    })
}

/// Random weeks in zones that change their clocks at odd times.
pub(crate) fn calendars() -> impl Strategy<Value = Hours> {
    (0..ZONES.len(), weeks()).prop_map(|(zone, calendar)| hours(ZONES[zone], &calendar.written("")))
}

/// The same with 12 replies an hour.
pub(crate) fn manned() -> impl Strategy<Value = Hours> {
    let keys = "replies_per_hour = 12";
    (0..ZONES.len(), weeks()).prop_map(move |(zone, calendar)| hours(ZONES[zone], &calendar.written(keys)))
}

/// A moment of 2026, to the minute.
pub(crate) fn moments() -> impl Strategy<Value = Timestamp> {
    (0_i64..365 * 1440).prop_map(|minute| at("2026-01-01T00:00:00Z") + SignedDuration::from_mins(minute))
}

/// In open time, or on its very end.
pub(crate) fn lands(hours: &Hours, at: Timestamp) -> bool {
    hours.is_open(at) || hours.is_open(at - SignedDuration::from_nanos(1))
}
