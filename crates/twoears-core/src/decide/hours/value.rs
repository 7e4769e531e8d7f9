//! A time zone and a day as settings write them.

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
