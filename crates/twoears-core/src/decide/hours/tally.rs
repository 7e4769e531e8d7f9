//! Counts arrivals by hour of the week, and how often each of these hours came.

use jiff::Timestamp;
use jiff::civil::{Date, date};

use super::coverage::week_time;
use super::shift::place;
use super::{HourLoad, Hours, Load};

/// Hours of a week.
const WEEK: usize = 168;
/// The same as a signed number.
const HOURS: i64 = 168;
/// Hours are numbered on the clock from this day on, which was a Thursday.
const EPOCH: Date = date(1970, 1, 1);
/// Hours from Monday's midnight to that of [`EPOCH`].
const THURSDAY: i64 = 72;

/// What arrived when, on the clock of the zone.
pub(super) struct Tally<'a> {
    hours: &'a Hours,
    arrived: [u64; WEEK],
    unusual: u64,
    /// The first and the last hour in which a message arrived, by number.
    span: Option<(i64, i64)>,
}

impl<'a> Tally<'a> {
    pub(super) fn new(hours: &'a Hours) -> Self {
        Self { hours, arrived: [0; WEEK], unusual: 0, span: None }
    }

    pub(super) fn add(&mut self, at: Timestamp) {
        let offset = self.hours.zone.to_offset(at);
        let number = (at.as_second() + i64::from(offset.seconds())).div_euclid(3600);
        self.span = match self.span {
            Some((first, last)) => Some((first.min(number), last.max(number))),
            None => Some((number, number)),
        };
        if self.hours.is_unusual(offset.to_datetime(at).date()) {
            self.unusual += 1;
        } else {
            self.arrived[hour_of_week(number)] += 1;
        }
    }

    /// At so many replies an hour and person.
    pub(super) fn load(&self, rate: f64) -> Load {
        let (weeks, minutes) = (self.weeks(), self.minutes());
        let hour = |hour: usize| HourLoad {
            from: week_time(hour as u16 * 60),
            arrived: self.arrived[hour],
            weeks: weeks[hour],
            capacity: minutes[hour] as f64 * rate / 60.0,
        };
        let spread = self.span.map_or(0.0, |(first, last)| (last - first + 1) as f64 / WEEK as f64);
        Load { hours: (0..WEEK).map(hour).collect(), weeks: spread, unusual: self.unusual }
    }

    /// How often each hour of the week came from the first arrival to the last, days that differ left out.
    fn weeks(&self) -> [u64; WEEK] {
        let Some((first, last)) = self.span else { return [0; WEEK] };
        let until = |number: i64, hour: i64| (number + THURSDAY - hour).div_euclid(HOURS);
        let mut weeks = std::array::from_fn(|hour| {
            let hour = i64::try_from(hour).unwrap_or(0);
            (until(last, hour) - until(first - 1, hour)).unsigned_abs()
        });
        let unusual = self.hours.days.keys().filter(|date| self.hours.is_unusual(**date));
        for date in unusual {
            let midnight = date.duration_since(EPOCH).as_hours();
            for number in (midnight..midnight + 24).filter(|number| (first..=last).contains(number)) {
                let weeks = &mut weeks[hour_of_week(number)];
                *weeks = weeks.saturating_sub(1);
            }
        }
        weeks
    }

    /// The minutes of everybody who is there, by hour of the usual week.
    fn minutes(&self) -> [u64; WEEK] {
        let mut minutes = [0; WEEK];
        for (day, plan) in self.hours.week.iter().enumerate() {
            for (from, to, people) in plan.people() {
                for hour in from / 60..to.div_ceil(60) {
                    let within = to.min(hour * 60 + 60) - from.max(hour * 60);
                    minutes[day * 24 + usize::from(hour)] += u64::from(within) * u64::from(people);
                }
            }
        }
        minutes
    }
}

impl Hours {
    /// Are other people there on that day than on others of its name?
    fn is_unusual(&self, date: Date) -> bool {
        self.days.get(&date).is_some_and(|plan| *plan != self.week[place(date.weekday())])
    }
}

fn hour_of_week(number: i64) -> usize {
    (number + THURSDAY).rem_euclid(HOURS) as usize
}
