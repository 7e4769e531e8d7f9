//! Arithmetic in open time.

use std::iter::successors;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::{Hours, Open};

/// So many days are walked at the most, some fifty years: a target in open time that takes longer is none.
const MOST_DAYS: usize = 20_000;

impl Hours {
    /// The moment by which so much open time has passed since `at`. It lies in open time or on its very end: at 16:00 of a
    /// day until 17:00, an hour later is 17:00. No time, or less, gives `at` itself or the next open moment. None where it
    /// would take more than fifty years.
    pub fn after(&self, at: Timestamp, open: SignedDuration) -> Option<Timestamp> {
        let mut left = open.max(SignedDuration::ZERO);
        for (from, to) in self.open_from(at) {
            let from = from.max(at);
            let room = to.duration_since(from);
            if left <= room {
                return from.checked_add(left).ok();
            }
            left -= room;
        }
        None
    }

    /// The moment from which so much open time passes until `at`; the other way round of [`after`](Self::after). It lies in
    /// open time or on its very end, too.
    pub fn before(&self, at: Timestamp, open: SignedDuration) -> Option<Timestamp> {
        let mut left = open.max(SignedDuration::ZERO);
        for (from, to) in self.open_until(at) {
            let to = to.min(at);
            let room = to.duration_since(from);
            if left <= room {
                return to.checked_sub(left).ok();
            }
            left -= room;
        }
        None
    }

    /// The open time between two moments; nought when `to` is not after `from`. At the most fifty years are counted.
    pub fn between(&self, from: Timestamp, to: Timestamp) -> SignedDuration {
        let open = self.open_from(from).take_while(|(opens, _)| *opens < to);
        open.map(|(opens, closes)| closes.min(to).duration_since(opens.max(from)))
            .fold(SignedDuration::ZERO, |sum, open| sum + open.max(SignedDuration::ZERO))
    }

    /// The open times that do not end before `at`, in order. The first begins at or before `at` when that is open.
    pub(super) fn open_from(&self, at: Timestamp) -> impl Iterator<Item = Open> {
        self.days_from(at).flat_map(|date| self.moments(date)).skip_while(move |(_, to)| *to < at)
    }

    /// The days from that of `at` on.
    pub(super) fn days_from(&self, at: Timestamp) -> impl Iterator<Item = Date> {
        successors(Some(self.date(at)), |date| date.tomorrow().ok()).take(MOST_DAYS)
    }

    /// The open times that do not begin after `at`, the latest first.
    fn open_until(&self, at: Timestamp) -> impl Iterator<Item = Open> {
        // Where clocks go back over midnight, the next day has begun before.
        let last = self.date(at).tomorrow().unwrap_or(self.date(at));
        let days = successors(Some(last), |date| date.yesterday().ok()).take(MOST_DAYS);
        days.flat_map(|date| self.moments(date).rev()).skip_while(move |(from, _)| *from > at)
    }

    fn date(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone.clone()).date()
    }
}
