//! A time zone, a day and a rate as settings write them.

use std::fmt;

use jiff::civil::Date;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};

/// A time zone of the bundled tables.
pub(super) struct Zone(pub(super) TimeZone);

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Name;
        impl Visitor<'_> for Name {
            type Value = Zone;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a time zone like \"Europe/London\"")
            }

            fn visit_str<E: Error>(self, name: &str) -> Result<Zone, E> {
                // The system's own tables are never asked: the same answer on every machine.
                TimeZoneDatabase::bundled().get(name).map(Zone).map_err(|_| {
                    E::custom(
                        "no time zone of this name; zones are called like `Europe/London` or `Asia/Kolkata`",
                    )
                })
            }
        }
        from.deserialize_str(Name)
    }
}

/// A day of the calendar.
pub(super) struct Day(pub(super) Date);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = Day;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a day in quotes, like \"2026-12-25\"")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Day, E> {
                // `2026-12-25T10:00` is a date to jiff, and half of it would be lost.
                let date = text.parse().ok().filter(|_| text.len() == "2026-12-25".len());
                date.map(Day)
                    .ok_or_else(|| E::custom("no day of the calendar; days are written like `2026-12-25`"))
            }
        }
        from.deserialize_str(Text)
    }
}

/// Replies an hour at the most: one a second. More is a number that was mistyped.
const MOST_REPLIES: f64 = 3600.0;

/// How many replies one person makes in an hour.
pub(super) struct Rate(pub(super) f64);

impl<'de> Deserialize<'de> for Rate {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let rate = f64::deserialize(from)?;
        if rate > 0.0 && rate <= MOST_REPLIES {
            return Ok(Self(rate));
        }
        Err(D::Error::custom(
            "one person's replies in an hour are a number above 0, at the most 3600, like `12`; leave it out where nobody \
             knows",
        ))
    }
}
