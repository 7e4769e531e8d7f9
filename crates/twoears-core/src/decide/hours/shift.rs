//! A shift of a day as settings write it: "09:00-12:30", "22:00-02:00".

use std::fmt;

use jiff::civil::Weekday;
use serde::de::{Deserialize, Deserializer, Error, Visitor};

/// Minutes of a day on the clock.
pub(super) const DAY: u16 = 24 * 60;

/// When somebody is there, in minutes from the midnight that its day begins with. It may end on the next day, and is never
/// longer than 24 hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Shift {
    pub(super) from: u16,
    pub(super) to: u16,
}

impl Shift {
    pub(super) fn parse(text: &str) -> Result<Self, &'static str> {
        if text.contains(['x', '\u{d7}']) {
            return Err("`x` has no place here: a closure takes everybody out");
        }
        let (from, to) = text.split_once(['-', '\u{2013}']).ok_or("it needs a `-` between two times")?;
        let from = minute(from).filter(|&minute| minute < DAY).ok_or("its first time is not on the clock")?;
        let to = minute(to).ok_or("its second time is not on the clock")?;
        if from == to {
            return Err("it ends when it begins; the whole day is `00:00-24:00`");
        }
        Ok(Self { from, to: if to < from { to + DAY } else { to } })
    }

    /// The part on its own day, and the part on the next one.
    pub(super) fn parts(self) -> (Self, Option<Self>) {
        let next = (self.to > DAY).then(|| Self { from: 0, to: self.to - DAY });
        (Self { from: self.from, to: self.to.min(DAY) }, next)
    }
}

/// "9", "9:30", "09:30", "24:00" in minutes.
fn minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.trim().split_once(':').unwrap_or((text.trim(), "00"));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !(1..=2).contains(&hour.len()) || minute.len() != 2 || !digits(hour) || !digits(minute) {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (minute < 60 && hour * 60 + minute <= DAY).then_some(hour * 60 + minute)
}

impl<'de> Deserialize<'de> for Shift {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = Shift;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a shift like \"09:00-17:30\"")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Shift, E> {
                Shift::parse(text).map_err(|why| E::custom(format!("no shift like `09:00-17:30`: {why}")))
            }
        }
        from.deserialize_str(Text)
    }
}

/// The place of a day in a week that begins on Monday.
pub(super) fn place(day: Weekday) -> usize {
    usize::from(day.to_monday_zero_offset().unsigned_abs())
}

/// The parts of a day in order, those that touch or overlap made one.
pub(super) fn merged(mut parts: Vec<Shift>) -> Vec<Shift> {
    parts.sort_unstable();
    let mut all: Vec<Shift> = Vec::with_capacity(parts.len());
    for part in parts {
        match all.last_mut() {
            Some(last) if part.from <= last.to => last.to = last.to.max(part.to),
            _ => all.push(part),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shift(text: &str) -> Shift {
        Shift::parse(text).unwrap()
    }

    #[test]
    fn times_as_people_write_them() {
        for (text, from, to) in [
            ("09:00-12:30", 540, 750),
            ("9-17", 540, 1020),
            ("9:05 - 17", 545, 1020),
            ("22:00-02:00", 1320, 1560),
            ("22:00-00:00", 1320, 1440),
            ("00:00-24:00", 0, 1440),
        ] {
            assert_eq!(shift(text), Shift { from, to }, "{text}");
        }
        for text in ["", "9", "9-25", "24:00-9", "9:60-10", "9:0-10", "+9-10", "9-9", "nine-ten", "9-10-11"] {
            assert!(Shift::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn parts_of_days() {
        assert_eq!(shift("22-2").parts(), (shift("22-24"), Some(shift("0-2"))));
        assert_eq!(shift("9-10").parts(), (shift("9-10"), None));
        assert_eq!(merged(vec![shift("13-15"), shift("9-12"), shift("12-13")]), [shift("9-15")]);
    }
}
