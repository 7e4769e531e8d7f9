//! The priority as a function of time.
//!
//! All of it is whole numbers: points in parts of [`PARTS`] and time in whole seconds, so that a [`crate::Queue`] that
//! works out beforehand when one case overtakes another never disagrees with [`Curve::at`].

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Parts of a millionth of a point: 2^3 * 3^4 * 7 * 11 * 13, so that the usual ramps (minutes, hours, days and weeks, with
/// round points) rise by a whole number of parts a second.
const FINE: i64 = 648_648;
/// Parts of a point. Three times [`MOST`] stays below 2^52 of them: each whole number of parts is then an `f64` of its own.
const PARTS: i64 = 1_000_000 * FINE;
/// More points than these, of either sign, count as these.
const MOST: f32 = 1_000.0;
/// A moment that never comes.
pub(crate) const NEVER: i64 = i64::MAX;

/// Points that grow evenly from nought at one moment to all of them at another, and stay.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ramp {
    /// Until here there are none.
    pub from: Timestamp,
    /// From here on there are all.
    pub to: Timestamp,
    /// How many, 0 to 1,000, counted to a millionth.
    pub points: f32,
}

impl Ramp {
    /// The points at a moment.
    pub fn at(&self, now: Timestamp) -> f64 {
        points(Leg::of(Some(self)).at(second(now)))
    }
}

/// What a case's priority is at any moment, as long as nothing new is known of it: a sum that stays, and parts that grow
/// with time. It never falls as time passes.
///
/// Moments count in whole seconds, rounded down; points in millionths. What is no number counts as nought, more than 1,000
/// points as 1,000. Within a ramp the points lag behind the even line by less than its length in seconds times `2e-12`.
///
/// ```
/// use twoears_core::decide::{Curve, Ramp};
/// let from = "2026-11-23T09:00:00Z".parse()?;
/// let to = "2026-11-23T10:00:00Z".parse()?;
/// let curve = Curve { base: 32.0, ramps: [Some(Ramp { from, to, points: 10.0 }), None] };
/// assert_eq!(curve.at("2026-11-23T09:30:00Z".parse()?), 37.0);
/// assert_eq!(curve.at("2026-11-24T09:30:00Z".parse()?), 42.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Curve {
    /// The points that do not depend on time, -1,000 to 1,000.
    pub base: f32,
    /// Those that do: waiting against the target, and the channel's window closing.
    pub ramps: [Option<Ramp>; 2],
}

impl Curve {
    /// The priority at a moment, not rounded.
    pub fn at(&self, now: Timestamp) -> f64 {
        points(Course::of(self).at(second(now)))
    }

    /// The same curve with numbers that stand for what they count as.
    pub(crate) fn tidy(mut self) -> Self {
        let small = |points: f32| if millionths(points) == 0 { 0.0 } else { points };
        self.base = small(self.base.clamp(-MOST, MOST));
        for ramp in self.ramps.iter_mut().flatten() {
            ramp.points = small(ramp.points.clamp(0.0, MOST));
        }
        self
    }

    /// What is wrong with its numbers, if anything: which field, and what would be right.
    pub(crate) fn fault(&self) -> Option<&'static str> {
        if !(-MOST..=MOST).contains(&self.base) {
            return Some("`base` must be a number from -1000 to 1000");
        }
        let wrong = self.ramps.iter().flatten().any(|ramp| !(0.0..=MOST).contains(&ramp.points));
        wrong.then_some("`points` of a ramp must be a number from 0 to 1000")
    }
}

/// A curve worked out in parts of a point and whole seconds: straight between its bends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Course {
    base: i64,
    legs: [Leg; 2],
}

/// A stretch of a course: what it is worth at its first second, how much it rises a second, and the second of the next bend.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Stretch {
    pub(crate) value: i64,
    pub(crate) rise: i64,
    pub(crate) next: i64,
}

impl Course {
    pub(crate) fn of(curve: &Curve) -> Self {
        let [one, other] = &curve.ramps;
        Self { base: millionths(curve.base) * FINE, legs: [Leg::of(one.as_ref()), Leg::of(other.as_ref())] }
    }

    /// The parts at a second.
    #[inline]
    pub(crate) fn at(&self, second: i64) -> i64 {
        self.base + self.legs[0].at(second) + self.legs[1].at(second)
    }

    /// The parts at the end of all time.
    #[inline]
    pub(crate) fn most(&self) -> i64 {
        self.base + self.legs[0].all + self.legs[1].all
    }

    /// The stretch that a second lies on.
    pub(crate) fn stretch(&self, second: i64) -> Stretch {
        let [one, other] = self.legs.map(|leg| leg.stretch(second));
        Stretch {
            value: self.base + one.value + other.value,
            rise: one.rise + other.rise,
            next: one.next.min(other.next),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Leg {
    from: i64,
    to: i64,
    /// Parts a second, rounded down.
    rise: i64,
    all: i64,
}

impl Leg {
    fn of(ramp: Option<&Ramp>) -> Self {
        let Some(ramp) = ramp else {
            return Self { from: NEVER, to: NEVER, rise: 0, all: 0 };
        };
        let (from, all) = (second(ramp.from), millionths(ramp.points).max(0) * FINE);
        // A ramp without length is a step.
        let to = second(ramp.to).max(from);
        Self { from, to, rise: all.checked_div(to - from).unwrap_or(0), all }
    }

    #[inline]
    fn at(&self, second: i64) -> i64 {
        if second >= self.to {
            self.all
        } else if second > self.from {
            self.rise * (second - self.from)
        } else {
            0
        }
    }

    fn stretch(&self, second: i64) -> Stretch {
        let (rise, next) = if second >= self.to {
            (0, NEVER)
        } else if second >= self.from {
            (self.rise, self.to)
        } else {
            (0, self.from)
        };
        Stretch { value: self.at(second), rise, next }
    }
}

/// The second that a moment lies in.
pub(crate) fn second(moment: Timestamp) -> i64 {
    moment.as_second() - i64::from(moment.subsec_nanosecond() < 0)
}

/// Parts as points. No two whole numbers of parts give the same points.
pub(crate) fn points(parts: i64) -> f64 {
    parts as f64 / PARTS as f64
}

/// Millionths of a point; what is no number is nought.
fn millionths(points: f32) -> i64 {
    (f64::from(points.clamp(-MOST, MOST)) * 1e6).round() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ramp_without_length_is_a_step() {
        let at: Timestamp = "2026-11-23T09:00:00Z".parse().unwrap();
        let ramp = Ramp { from: at, to: at, points: 4.0 };
        let before = at.checked_sub(jiff::SignedDuration::from_secs(1)).unwrap();
        assert_eq!((ramp.at(before), ramp.at(at)), (0.0, 4.0));
    }

    #[test]
    fn usual_ramps_have_round_points_on_the_way() {
        for hours in [1, 2, 4, 12, 24, 72, 168] {
            let from: Timestamp = "2026-11-23T09:00:00Z".parse().unwrap();
            let later = |hours: i64| from + jiff::SignedDuration::from_mins(hours * 15);
            let ramp = Ramp { from, to: later(hours * 4), points: 10.0 };
            assert_eq!((ramp.at(later(hours)), ramp.at(later(hours * 3))), (2.5, 7.5), "{hours}");
        }
    }

    #[test]
    fn what_is_no_number_counts_as_nought_and_too_much_as_the_most() {
        let (from, to) = (Timestamp::MIN, Timestamp::MAX);
        let ramp = |points| Some(Ramp { from, to, points });
        let odd = Curve { base: f32::NAN, ramps: [ramp(-3.0), ramp(f32::NAN)] };
        assert_eq!(
            (odd.at(to), odd.tidy(), odd.fault().is_some()),
            (0.0, Curve { base: 0.0, ramps: [ramp(0.0); 2] }, true)
        );
        let much = Curve { base: f32::INFINITY, ramps: [ramp(f32::MAX), ramp(1e9)] };
        assert_eq!((much.at(from), much.at(to)), (1_000.0, 3_000.0));
        assert_eq!((much.tidy().at(to), much.tidy().fault()), (3_000.0, None));
    }

    #[test]
    fn moments_round_down_also_before_1970() {
        let moment = |nanosecond| Timestamp::from_nanosecond(nanosecond).unwrap();
        assert_eq!([-1, 0, 1, 999_999_999].map(|nanosecond| second(moment(nanosecond))), [-1, 0, 0, 0]);
        assert_eq!(second(moment(-1_000_000_000)), -1);
    }

    #[test]
    fn a_stretch_says_what_the_points_are_until_the_next_bend() {
        let moment = |second| Timestamp::from_second(second).unwrap();
        let ramp = |from, to, points| Some(Ramp { from: moment(from), to: moment(to), points });
        let course = Course::of(&Curve { base: 2.0, ramps: [ramp(-7, 11, 3.3), ramp(4, 60, 9.9)] });
        for second in -20..70 {
            let stretch = course.stretch(second);
            for later in second..stretch.next.min(80) {
                assert_eq!(course.at(later), stretch.value + stretch.rise * (later - second));
            }
        }
        assert_eq!(course.at(70), course.most());
    }
}
