//! How many replies can be made: the people who are there, times what one of them answers in an hour.

use jiff::{SignedDuration, Timestamp};

use super::{Hours, Open};

/// Nanoseconds of an hour, in which work is counted: one person's nanosecond is one.
const HOUR: f64 = 3.6e12;
/// Work of so many nanoseconds is never done: the most people that are counted, 2^32, do less in fifty years. It keeps the
/// arithmetic far below its limits.
const NEVER: f64 = 1e28;
/// The share of the work by which its arithmetic may be out: a thousand times what rounding does to it. Without it a load
/// that just fills a day could end a nanosecond into the next one.
const SLACK: f64 = 1e-12;

impl Hours {
    /// How many replies one person makes in an hour of open time; none where the settings do not say.
    pub fn replies_per_hour(&self) -> Option<f64> {
        self.replies_per_hour
    }

    /// How many replies can be made between two moments: of everybody who is there, as long as they are there. Nought when
    /// `to` is not after `from`; at the most fifty years are counted. None where the settings have no `replies_per_hour`:
    /// nobody knows, which is not the same as enough.
    ///
    /// ```
    /// use twoears_core::{Brand, Timestamp};
    /// let brand = Brand::from_toml(
    ///     "[hours]\nzone = 'Europe/London'\nreplies_per_hour = 12\nweekdays = ['09:00-17:00 x2', '12:00-20:00']",
    /// )?;
    /// let hours = brand.hours.unwrap();
    /// let (eleven, one) = ("2026-11-27T11:00:00Z".parse()?, "2026-11-27T13:00:00Z".parse()?);
    /// assert_eq!(hours.capacity(eleven, one), Some(24.0 + 36.0));
    /// assert_eq!(hours.after_load(eleven, 60.0), Some(one));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn capacity(&self, from: Timestamp, to: Timestamp) -> Option<f64> {
        let rate = self.replies_per_hour?;
        let crews = self.crews_from(from).take_while(|((opens, _), _)| *opens < to);
        let work: i128 =
            crews.map(|((opens, closes), people)| work((opens.max(from), closes.min(to)), people)).sum();
        Some(work as f64 * rate / HOUR)
    }

    /// The moment by which so many replies can have been made since `from`: when the last of as many cases as are waiting
    /// has been answered. It lies in open time or on its very end, as that of [`after`](Self::after); no replies, or less,
    /// give `from` itself or the next open moment. None where the settings have no `replies_per_hour`, where `replies` is no
    /// finite number, and where it would take more than fifty years.
    pub fn after_load(&self, from: Timestamp, replies: f64) -> Option<Timestamp> {
        let rate = self.replies_per_hour?;
        let whole = if replies.is_nan() { f64::INFINITY } else { replies.max(0.0) * HOUR / rate };
        if whole > NEVER {
            return None;
        }
        let (mut left, slack) = (whole.round() as i128, (whole * SLACK) as i128);
        for ((opens, closes), people) in self.crews_from(from) {
            let opens = opens.max(from);
            let room = work((opens, closes), people);
            if left <= room + slack {
                let people = i128::from(people);
                let passed = (left.min(room) + people - 1) / people;
                return opens.checked_add(SignedDuration::from_nanos(i64::try_from(passed).ok()?)).ok();
            }
            left -= room;
        }
        None
    }

    /// The crews that are not over before `at`, in order, each with its people.
    fn crews_from(&self, at: Timestamp) -> impl Iterator<Item = (Open, u32)> {
        let crews = self.days_from(at).flat_map(move |date| {
            let moments = move |crew: &super::Crew| Some((self.span(date, crew.shift)?, crew.people));
            self.plan(date).crews.iter().filter_map(moments)
        });
        crews.skip_while(move |((_, to), _)| *to < at)
    }
}

/// What people do from one moment to another, in nanoseconds of one of them; nought when the second is not later.
fn work((from, to): Open, people: u32) -> i128 {
    to.duration_since(from).as_nanos().max(0) * i128::from(people)
}
