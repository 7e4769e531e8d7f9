//! Business hours: when somebody is there to answer.

mod capacity;
mod coverage;
mod crew;
mod load;
mod shift;
mod tally;
mod value;
mod walk;
mod written;

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::{Date, Weekday};
use jiff::tz::{AmbiguousOffset, TimeZone};
use serde::Deserialize;

pub use coverage::{Coverage, Stretch, WeekTime};
use crew::{Crew, Plan};
pub use load::{HourLoad, Load, Shortage};
use shift::{DAY, Shift, place};
use written::Written;

/// What the target of a critical or escalated matter counts in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Critical {
    /// The clock: danger does not wait for Monday, and whoever is on call is called.
    #[default]
    Clock,
    /// Open time, as for everything else: for an organisation that has nobody on call.
    Open,
}

/// When somebody is there: shifts of the week in a time zone, days that differ, and arithmetic in open time.
///
/// It is read from `[hours]` of the settings ([`Brand::from_toml`](crate::Brand::from_toml)); docs/hours.md says what can
/// stand there. A shift belongs to the day that it begins on. Times are half open: at 17:00 a shift "09:00-17:00" is over.
///
/// When clocks go forward, time that does not exist is not open; when they go back, a time that comes twice means the
/// first. Time zones come from tables that are compiled in, so that every machine gives the same answer.
///
/// ```
/// use jiff::SignedDuration;
/// use twoears_core::Brand;
/// let brand = Brand::from_toml("[hours]\nzone = 'Europe/London'\nweekdays = ['09:00-17:00']")?;
/// let hours = brand.hours.unwrap();
/// let friday = "2026-11-27T16:30:00Z".parse()?;
/// let monday = "2026-11-30T09:30:00Z".parse()?;
/// assert!(hours.is_open(friday));
/// assert_eq!(hours.after(friday, SignedDuration::from_hours(1)), Some(monday));
/// assert_eq!(hours.before(monday, SignedDuration::from_hours(1)), Some(friday));
/// assert_eq!(hours.between(friday, monday), SignedDuration::from_hours(1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(try_from = "Written")]
pub struct Hours {
    zone: TimeZone,
    /// Each day of the week from Monday, in minutes on the clock.
    week: [Plan; 7],
    /// The same for days that differ.
    days: BTreeMap<Date, Plan>,
    reasons: BTreeMap<Date, String>,
    critical: Critical,
    /// One person's.
    replies_per_hour: Option<f64>,
}

/// Open from the first moment until just before the second.
type Open = (Timestamp, Timestamp);

impl Hours {
    /// The time zone that the hours are in, which is also that of times in drafts.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// What the target of a critical or escalated matter counts in.
    pub fn critical(&self) -> Critical {
        self.critical
    }

    /// Is somebody there at that moment?
    pub fn is_open(&self, at: Timestamp) -> bool {
        self.open_from(at).find(|&(_, to)| at < to).is_some_and(|(from, _)| from <= at)
    }

    /// The next moment at which somebody is there: `at` itself when it is open. None only past what settings can say and
    /// at the end of the calendar (year 9999).
    ///
    /// ```
    /// use twoears_core::Brand;
    /// let brand = Brand::from_toml("[hours]\nzone = 'Asia/Kolkata'\ndaily = ['09:30-18:00']\nholidays = ['2026-11-24']")?;
    /// let evening = "2026-11-23T14:00:00Z".parse()?;                      // 19:30 in India, a holiday next
    /// let back = "2026-11-25T04:00:00Z".parse()?;
    /// assert_eq!(brand.hours.unwrap().next_open(evening), Some(back));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn next_open(&self, at: Timestamp) -> Option<Timestamp> {
        self.open_from(at).find(|&(_, to)| at < to).map(|(from, _)| from.max(at))
    }

    /// The open times of a day on the zone's calendar, each from a time of day to another in minutes from midnight.
    pub fn day(&self, date: Date) -> impl Iterator<Item = (u16, u16)> {
        self.plan(date).open.iter().map(|part| (part.from, part.to))
    }

    /// The same of a day of the week as it usually is.
    pub fn usual(&self, day: Weekday) -> impl Iterator<Item = (u16, u16)> {
        self.week[place(day)].open.iter().map(|part| (part.from, part.to))
    }

    /// How many people are there on a day of the zone's calendar: each stretch with the same number, from a time of day to
    /// another in minutes from midnight. Together they are the open times; where shifts overlap, their people add up.
    ///
    /// ```
    /// use twoears_core::Brand;
    /// let brand = Brand::from_toml("[hours]\nzone = 'UTC'\ndaily = ['09:00-17:00 x3', '12:00-20:00']")?;
    /// let people = brand.hours.unwrap().people("2026-11-27".parse()?).collect::<Vec<_>>();
    /// assert_eq!(people, [(540, 720, 3), (720, 1020, 4), (1020, 1200, 1)]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn people(&self, date: Date) -> impl Iterator<Item = (u16, u16, u32)> {
        self.plan(date).people()
    }

    /// The same of a day of the week as it usually is.
    pub fn usual_people(&self, day: Weekday) -> impl Iterator<Item = (u16, u16, u32)> {
        self.week[place(day)].people()
    }

    /// The days that are not as the week says, in order, each with the reason where settings give one. A day after such a
    /// day counts, since a shift may have lasted into it.
    pub fn named_days(&self) -> impl Iterator<Item = (Date, Option<&str>)> {
        self.days.keys().map(|date| (*date, self.reasons.get(date).map(String::as_str)))
    }

    fn plan(&self, date: Date) -> &Plan {
        self.days.get(&date).unwrap_or_else(|| &self.week[place(date.weekday())])
    }

    /// The moments of a day at which it is open, in order and apart.
    fn moments(&self, date: Date) -> impl DoubleEndedIterator<Item = Open> {
        self.plan(date).open.iter().filter_map(move |&part| self.span(date, part))
    }

    /// The moments of a part of a day; none where clocks that go forward leave nothing of it.
    fn span(&self, date: Date, part: Shift) -> Option<Open> {
        Some((self.moment(date, part.from)?, self.moment(date, part.to)?)).filter(|(from, to)| from < to)
    }

    /// When the clock shows that time of a day for the first time; where it jumps over it, when it jumps.
    fn moment(&self, date: Date, minute: u16) -> Option<Timestamp> {
        let date = if minute == DAY { date.tomorrow().ok()? } else { date };
        let minute = minute % DAY;
        let clock = date.at((minute / 60) as i8, (minute % 60) as i8, 0, 0);
        match self.zone.to_ambiguous_timestamp(clock).offset() {
            AmbiguousOffset::Unambiguous { offset } | AmbiguousOffset::Fold { before: offset, .. } => {
                offset.to_timestamp(clock).ok()
            }
            AmbiguousOffset::Gap { after, .. } => {
                let earlier = after.to_timestamp(clock).ok()?;
                self.zone.following(earlier).next().map(|jump| jump.timestamp())
            }
        }
    }
}
