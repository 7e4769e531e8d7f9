//! What arrives in a usual week against what can be answered in it.

use super::coverage::{WeekTime, minute_of, week_time};

/// One hour of the usual week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HourLoad {
    /// When it begins.
    pub from: WeekTime,
    /// How many messages arrived in this hour, in all weeks together.
    pub arrived: u64,
    /// How often this hour came from the first message to the last; nought where the messages do not tell.
    pub weeks: u64,
    /// How many replies can be made in it, once.
    pub capacity: f64,
}

impl HourLoad {
    /// How many messages arrive in it on average; none where it never came.
    pub fn arrives(&self) -> Option<f64> {
        (self.weeks > 0).then(|| self.arrived as f64 / self.weeks as f64)
    }

    /// Do more messages arrive than can be answered? An hour that never came is none: nobody knows.
    pub fn is_short(&self) -> bool {
        self.arrives().is_some_and(|arrives| arrives > self.capacity)
    }
}

/// A stretch of the usual week in each hour of which somebody is there, and more messages arrive than can be answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shortage {
    /// When it begins, at a full hour.
    pub from: WeekTime,
    /// How many hours it lasts on the clock.
    pub hours: u16,
    /// How many messages arrive in it on average.
    pub arrives: f64,
    /// How many replies can be made in it.
    pub capacity: f64,
}

impl Shortage {
    /// When it is over.
    pub fn to(&self) -> WeekTime {
        week_time(minute_of(self.from) + self.hours * 60)
    }
}

/// What arrives in each hour of the usual week against what can be answered in it.
///
/// Days on which other people are there than usual (holidays, closures, extra shifts) are left out of both, the messages as
/// well as the weeks. Hours are those of the zone's clock.
///
/// ```
/// use twoears_core::{Brand, Timestamp};
/// let brand = Brand::from_toml("[hours]\nzone = 'Europe/London'\nreplies_per_hour = 2\nweekdays = ['09:00-17:00']")?;
/// let arrivals = ["2026-11-23T10:05:00Z", "2026-11-23T10:20:00Z", "2026-11-23T10:40:00Z"];
/// let arrivals: Vec<Timestamp> = arrivals.iter().map(|at| at.parse()).collect::<Result<_, _>>()?;
/// let load = brand.hours.unwrap().coverage(arrivals).load.unwrap();
/// let monday = load.shortages();
/// assert_eq!((monday.len(), monday[0].from.minute, monday[0].hours), (1, 600, 1));
/// assert_eq!((monday[0].arrives, monday[0].capacity), (3.0, 2.0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Load {
    /// The 168 hours of the week from Monday's midnight on.
    pub hours: Vec<HourLoad>,
    /// Over how many weeks the messages were spread, from the hour of the first to that of the last; below one where they
    /// are of a few days.
    pub weeks: f64,
    /// How many messages arrived on days that differ, and are not counted here.
    pub unusual: u64,
}

impl Load {
    /// The hours in which somebody is there and more messages arrive than can be answered, those in a row as one stretch,
    /// from Monday on; one that lasts over Sunday's midnight is the last. What arrives while nobody is there stands in
    /// [`Coverage::uncovered`](super::Coverage::uncovered).
    pub fn shortages(&self) -> Vec<Shortage> {
        let short = |hour: &HourLoad| hour.capacity > 0.0 && hour.is_short();
        // From the first hour that is not short, so that no stretch is cut in two.
        let start = self.hours.iter().position(|hour| !short(hour)).unwrap_or(0);
        let order = self.hours[start..].iter().chain(&self.hours[..start]);
        let mut all: Vec<Shortage> = Vec::new();
        let mut goes_on = false;
        for hour in order {
            let Some(arrives) = hour.arrives().filter(|_| short(hour)) else {
                goes_on = false;
                continue;
            };
            if !goes_on {
                all.push(Shortage { from: hour.from, hours: 0, arrives: 0.0, capacity: 0.0 });
            }
            if let Some(stretch) = all.last_mut() {
                stretch.hours += 1;
                stretch.arrives += arrives;
                stretch.capacity += hour.capacity;
            }
            goes_on = true;
        }
        all.sort_by_key(|stretch| minute_of(stretch.from));
        all
    }

    /// How many messages a usual week brings; none where some hour of the week never came.
    pub fn arrives(&self) -> Option<f64> {
        self.hours.iter().map(HourLoad::arrives).sum()
    }

    /// How many replies can be made in a usual week.
    pub fn capacity(&self) -> f64 {
        self.hours.iter().map(|hour| hour.capacity).sum()
    }
}
