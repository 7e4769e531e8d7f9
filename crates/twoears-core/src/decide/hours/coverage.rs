//! When nobody is there, against when messages arrive.

use jiff::Timestamp;
use jiff::civil::Weekday;

use super::shift::DAY;
use super::tally::Tally;
use super::{Hours, Load};

/// Minutes of a week on the clock.
const WEEK: u16 = 7 * DAY;

/// A time of the week on the clock of the zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekTime {
    /// The day.
    pub day: Weekday,
    /// Minutes from its midnight, below 1440.
    pub minute: u16,
}

/// A stretch of the usual week in which nobody is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// When it begins.
    pub from: WeekTime,
    /// How many minutes it lasts on the clock.
    pub minutes: u16,
    /// How many of the messages arrived in it.
    pub messages: u64,
}

impl Stretch {
    /// When somebody is back.
    pub fn to(&self) -> WeekTime {
        week_time(minute_of(self.from) + self.minutes)
    }

    fn holds(&self, minute: u16) -> bool {
        let start = minute_of(self.from);
        (minute + WEEK - start) % WEEK < self.minutes
    }
}

/// What [`Hours::coverage`] found.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// Every stretch of the usual week in which nobody is there, from Monday on. One that lasts over Sunday's midnight is
    /// the last.
    pub uncovered: Vec<Stretch>,
    /// How many messages were counted.
    pub messages: u64,
    /// How many of them arrived while nobody was there.
    pub closed: u64,
    /// How many of these came in time that the week covers, on a holiday or during a closure.
    pub on_closed_days: u64,
    /// What arrives in each hour of the week against what can be answered in it; none where the settings have no
    /// `replies_per_hour`.
    pub load: Option<Load>,
}

impl Coverage {
    /// The open time of a usual week, in minutes on the clock.
    pub fn open_minutes(&self) -> u16 {
        WEEK - self.uncovered.iter().map(|stretch| stretch.minutes).sum::<u16>()
    }

    /// The share of messages that arrived while nobody was there, 0 to 1; none where there were no messages.
    pub fn closed_share(&self) -> Option<f64> {
        let share = |count: u64| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        (self.messages > 0).then(|| share(self.closed) / share(self.messages))
    }

    /// The longest stretch of the usual week in which nobody is there, the first of equals; none where somebody always is.
    pub fn longest(&self) -> Option<&Stretch> {
        self.uncovered.iter().rev().max_by_key(|stretch| stretch.minutes)
    }
}

impl Hours {
    /// The uncovered time of the usual week, against the moments at which messages arrived.
    ///
    /// ```
    /// use twoears_core::{Brand, Timestamp};
    /// let brand = Brand::from_toml("[hours]\nzone = 'Europe/London'\nweekdays = ['09:00-17:00']")?;
    /// let arrivals = ["2026-11-23T10:00:00Z", "2026-11-23T19:30:00Z", "2026-11-28T12:00:00Z"];
    /// let arrivals: Vec<Timestamp> = arrivals.iter().map(|at| at.parse()).collect::<Result<_, _>>()?;
    /// let coverage = brand.hours.unwrap().coverage(arrivals);
    /// assert_eq!((coverage.messages, coverage.closed), (3, 2));
    /// assert_eq!(coverage.open_minutes(), 40 * 60);
    /// let weekend = coverage.longest().unwrap();
    /// assert_eq!((weekend.minutes, weekend.messages), (64 * 60, 1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn coverage(&self, arrivals: impl IntoIterator<Item = Timestamp>) -> Coverage {
        let mut coverage =
            Coverage { uncovered: self.uncovered(), messages: 0, closed: 0, on_closed_days: 0, load: None };
        let mut tally = self.replies_per_hour.map(|rate| (rate, Tally::new(self)));
        for at in arrivals {
            coverage.messages += 1;
            if let Some((_, tally)) = &mut tally {
                tally.add(at);
            }
            if self.is_open(at) {
                continue;
            }
            coverage.closed += 1;
            let clock = at.to_zoned(self.zone.clone());
            let unsigned = |part: i8| u16::from(part.unsigned_abs());
            let minute = unsigned(clock.hour()) * 60 + unsigned(clock.minute());
            let minute = minute_of(WeekTime { day: clock.weekday(), minute });
            match coverage.uncovered.iter_mut().find(|stretch| stretch.holds(minute)) {
                Some(stretch) => stretch.messages += 1,
                None => coverage.on_closed_days += 1,
            }
        }
        coverage.load = tally.map(|(rate, tally)| tally.load(rate));
        coverage
    }

    fn uncovered(&self) -> Vec<Stretch> {
        let days = (0_u16..).zip(&self.week);
        let open = days.flat_map(|(day, parts)| {
            parts.open.iter().map(move |part| (day * DAY + part.from, day * DAY + part.to))
        });
        let open: Vec<(u16, u16)> = open.collect();
        // From the end of each open part to the start of the next one; the last goes on into the next week.
        let next = open.iter().skip(1).map(|part| part.0);
        let next = next.chain(open.first().map(|first| first.0 + WEEK));
        let gaps = open.iter().zip(next).map(|(part, next)| (part.1, next - part.1));
        let gaps = gaps.filter(|&(_, minutes)| minutes > 0);
        gaps.map(|(from, minutes)| Stretch { from: week_time(from), minutes, messages: 0 }).collect()
    }
}

pub(super) fn minute_of(time: WeekTime) -> u16 {
    u16::from(time.day.to_monday_zero_offset().unsigned_abs()) * DAY + time.minute
}

pub(super) fn week_time(minute: u16) -> WeekTime {
    let minute = minute % WEEK;
    let day = Weekday::from_monday_zero_offset((minute / DAY) as i8).unwrap_or(Weekday::Monday);
    WeekTime { day, minute: minute % DAY }
}

#[cfg(test)]
mod tests {
    use crate::Brand;

    fn stretches(week: &str) -> Vec<(i8, u16, u16)> {
        let brand = Brand::from_toml(&format!("[hours]\nzone = 'Europe/Berlin'\n{week}")).unwrap();
        let coverage = brand.hours.unwrap().coverage([]);
        assert_eq!(coverage.closed_share(), None);
        let of = |stretch: &super::Stretch| {
            (stretch.from.day.to_monday_zero_offset(), stretch.from.minute, stretch.minutes)
        };
        coverage.uncovered.iter().map(of).collect()
    }

    #[test]
    fn what_the_week_leaves_open() {
        assert_eq!(stretches("daily = ['00:00-24:00']"), []);
        assert_eq!(stretches("wed = ['00:00-12:00']"), [(2, 720, 7 * 1440 - 720)]);
        // Over Sunday's midnight somebody is there, or nobody is.
        assert_eq!(stretches("sun = ['22:00-02:00']"), [(0, 120, 7 * 1440 - 240)]);
        assert_eq!(stretches("weekend = ['10:00-14:00']"), [(5, 840, 1200), (6, 840, 1440 * 5 + 1200)]);
    }

    #[test]
    fn arrivals_count_where_they_fall() {
        let brand = Brand::from_toml(
            "[hours]\nzone = 'Europe/Berlin'\nweekdays = ['09:00-17:00']\nholidays = ['2026-11-25']",
        );
        let hours = brand.unwrap().hours.unwrap();
        // Wednesday the 25th is a holiday; 16:00Z is 17:00 in Berlin.
        let at =
            ["2026-11-25T11:00:00Z", "2026-11-25T20:00:00Z", "2026-11-24T16:00:00Z", "2026-11-29T23:00:00Z"];
        let coverage = hours.coverage(at.map(|at| at.parse().unwrap()));
        assert_eq!((coverage.messages, coverage.closed, coverage.on_closed_days), (4, 4, 1));
        assert_eq!(coverage.closed_share(), Some(1.0));
        let weekend = coverage.longest().unwrap();
        assert_eq!((weekend.minutes, weekend.messages), (64 * 60, 1));
        assert_eq!(weekend.to(), super::WeekTime { day: jiff::civil::Weekday::Monday, minute: 540 });
    }
}
