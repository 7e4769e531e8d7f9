//! `[hours]` as settings write it, and its checks.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Deserialize;

use super::crew::{Crew, Plan, layered, without};
use super::shift::{Shift, place};
use super::value::{Day, Rate, Zone};
use super::{Critical, Hours};

/// So many days may be named at the most: ten years of them. It bounds how far the next open moment can be.
const MOST_DAYS: usize = 3660;
/// So many days one closure may last; more is a year that was mistyped.
const LONGEST: i32 = 366;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    zone: Zone,
    replies_per_hour: Option<Rate>,
    #[serde(default)]
    daily: Vec<Crew>,
    weekdays: Option<Vec<Crew>>,
    weekend: Option<Vec<Crew>>,
    mon: Option<Vec<Crew>>,
    tue: Option<Vec<Crew>>,
    wed: Option<Vec<Crew>>,
    thu: Option<Vec<Crew>>,
    fri: Option<Vec<Crew>>,
    sat: Option<Vec<Crew>>,
    sun: Option<Vec<Crew>>,
    #[serde(default)]
    holidays: Vec<Day>,
    #[serde(default)]
    closures: Vec<Closure>,
    #[serde(default)]
    extra: Vec<Extra>,
    #[serde(default)]
    critical: Critical,
}

/// Nobody is there, though the week says so.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Closure {
    day: Day,
    /// The last day, where it is more than one.
    until: Option<Day>,
    /// The whole day when left out.
    hours: Option<Vec<Shift>>,
    reason: Option<String>,
}

/// Somebody is there, though the week does not say so.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Extra {
    day: Day,
    hours: Vec<Crew>,
}

impl TryFrom<Written> for Hours {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        let daily = &written.daily;
        let [mon, tue, wed, thu, fri] =
            [&written.mon, &written.tue, &written.wed, &written.thu, &written.fri]
                .map(|day| day.as_ref().or(written.weekdays.as_ref()).unwrap_or(daily));
        let [sat, sun] = [&written.sat, &written.sun]
            .map(|day| day.as_ref().or(written.weekend.as_ref()).unwrap_or(daily));
        let starts = [mon, tue, wed, thu, fri, sat, sun];
        if starts.iter().all(|shifts| shifts.is_empty()) {
            return Err("`hours` has no open time in the week; give a day its shifts, like `weekdays = \
                        [\"09:00-17:30\"]`, or leave `[hours]` out"
                .to_owned());
        }
        let mut named = Named::default();
        for day in &written.holidays {
            named.closed.insert(day.0);
        }
        for closure in &written.closures {
            named.close(closure)?;
        }
        for extra in &written.extra {
            named.extra.entry(extra.day.0).or_default().extend(&extra.hours);
        }
        let days = named.days(&starts);
        if days.len() > MOST_DAYS {
            return Err(format!(
                "`hours` names {} days one by one; the most are {MOST_DAYS}: take out those that have passed",
                days.len()
            ));
        }
        let week = std::array::from_fn(|day| Plan::new(&day_of(starts[day], starts[(day + 6) % 7])));
        Ok(Self {
            zone: written.zone.0,
            week,
            days,
            reasons: named.reasons,
            critical: written.critical,
            replies_per_hour: written.replies_per_hour.map(|rate| rate.0),
        })
    }
}

/// Days that are not as the week says.
#[derive(Default)]
struct Named {
    closed: BTreeSet<Date>,
    cut: BTreeMap<Date, Vec<Crew>>,
    extra: BTreeMap<Date, Vec<Crew>>,
    reasons: BTreeMap<Date, String>,
}

impl Named {
    fn close(&mut self, closure: &Closure) -> Result<(), String> {
        let (first, last) = (closure.day.0, closure.until.as_ref().map_or(closure.day.0, |day| day.0));
        let span = first.until(last).map_or(i32::MAX, |span| span.get_days());
        if !(0..LONGEST).contains(&span) {
            return Err(format!(
                "`hours.closures` of {first}: `until` is {last}; it must be on or after `day`, and less than {LONGEST} days later"
            ));
        }
        for day in first.series(jiff::Span::new().days(1)).take_while(|&day| day <= last) {
            match &closure.hours {
                None => {
                    self.closed.insert(day);
                }
                Some(shifts) => {
                    self.cut.entry(day).or_default().extend(shifts.iter().copied().map(Crew::one));
                }
            }
            if let Some(reason) = &closure.reason {
                self.reasons.insert(day, reason.clone());
            }
        }
        Ok(())
    }

    /// The parts of every day that is not as the week says: the named ones, and the day after each, into which a shift
    /// may last.
    fn days(&self, week: &[&Vec<Crew>; 7]) -> BTreeMap<Date, Plan> {
        let named = self.closed.iter().chain(self.cut.keys()).chain(self.extra.keys());
        let dates: BTreeSet<Date> =
            named.flat_map(|&day| [Some(day), day.tomorrow().ok()]).flatten().collect();
        dates.into_iter().map(|date| (date, Plan::new(&self.day(date, week)))).collect()
    }

    fn day(&self, date: Date, week: &[&Vec<Crew>; 7]) -> Vec<Crew> {
        let none = Vec::new();
        let yesterday = date.yesterday().ok();
        // No shift begins on a closed day, and none lasts into it: from midnight to midnight nobody is there.
        let starts = |date: Date| {
            if self.closed.contains(&date) { &none } else { week[place(date.weekday())] }
        };
        let mut parts = match yesterday {
            _ if self.closed.contains(&date) => Vec::new(),
            Some(yesterday) => day_of(starts(date), starts(yesterday)),
            None => day_of(starts(date), &none),
        };
        let of = |all: &'_ BTreeMap<Date, Vec<Crew>>| {
            let before = yesterday.and_then(|day| all.get(&day)).unwrap_or(&none);
            day_of(all.get(&date).unwrap_or(&none), before)
        };
        for out in of(&self.cut) {
            parts = without(&parts, out.shift);
        }
        parts.extend(of(&self.extra));
        parts
    }
}

/// The crews of a day: its own, and what lasts into it of those of the day before.
fn day_of(own: &[Crew], before: &[Crew]) -> Vec<Crew> {
    let tails = before.iter().filter_map(|crew| crew.parts().1);
    let all: Vec<Crew> = own.iter().map(|crew| crew.parts().0).chain(tails).collect();
    layered(&all)
}
