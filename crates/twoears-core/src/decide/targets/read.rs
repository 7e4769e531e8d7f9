//! A table of targets as settings write it. Errors are raised where the key or the value stands, so that the line is known.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::Table;
use super::key::Key;

/// Minutes at the most: a year. More is a number that was mistyped, and open time is walked day by day.
const MOST: u32 = 366 * 24 * 60;
/// The one key of `[targets]` that is no target.
const HOLD_AT: &str = "hold_at";

/// What a table says.
#[derive(Default)]
pub(super) struct Read {
    pub(super) minutes: Table,
    pub(super) hold_at: Option<f64>,
}

/// Reads the table of that name.
pub(super) fn table<'de, D: Deserializer<'de>>(from: D, name: &'static str) -> Result<Read, D::Error> {
    from.deserialize_map(Rows(name))
}

/// The table's name.
#[derive(Clone, Copy)]
struct Rows(&'static str);

impl<'de> Visitor<'de> for Rows {
    type Value = Read;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "a table of minutes, like `[{}]` with `x = 120`", self.0)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Read, A::Error> {
        let mut read = Read::default();
        while let Some((name, key)) = map.next_key_seed(Name(self.0))? {
            match key {
                Some(key) => {
                    let minutes = map.next_value_seed(Minutes { table: self.0, name: &name })?;
                    read.minutes.insert(key, minutes);
                }
                None => read.hold_at = Some(map.next_value_seed(Share { table: self.0, name: &name })?),
            }
        }
        Ok(read)
    }
}

/// A key with its name; none for the share of the target.
struct Name(&'static str);

impl<'de> DeserializeSeed<'de> for Name {
    type Value = (String, Option<Key>);

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_str(self)
    }
}

impl Visitor<'_> for Name {
    type Value = (String, Option<Key>);

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a key")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        let key = Key::parse(name);
        if key.is_some() || (self.0 == "targets" && name == HOLD_AT) {
            return Ok((name.to_owned(), key));
        }
        Err(E::custom(format!(
            "`{}.{name}` is no target; keys are a channel (`x`), a channel's audience (`\"x.private\"`, `\"x.public\"`), a \
             channel's urgency (`\"x.high\"`), `public`, `private`, `critical`, `high`, `normal`, `low`, `public_negative` and \
             `default`",
            self.0
        )))
    }
}

/// A number of minutes.
struct Minutes<'a> {
    table: &'static str,
    name: &'a str,
}

impl<'de> DeserializeSeed<'de> for Minutes<'_> {
    type Value = u32;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<u32, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Minutes<'_> {
    type Value = u32;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a whole number of minutes")
    }

    fn visit_i64<E: Error>(self, minutes: i64) -> Result<u32, E> {
        let (table, name) = (self.table, self.name);
        match u32::try_from(minutes) {
            Ok(0) => Err(E::custom(format!("`{table}.{name}` is 0 minutes; the least is 1"))),
            Ok(minutes @ 1..=MOST) => Ok(minutes),
            _ if minutes < 0 => {
                Err(E::custom(format!("`{table}.{name}` is below nought; the least is 1 minute")))
            }
            _ => Err(E::custom(format!("`{table}.{name}` is over a year; the most is {MOST} minutes"))),
        }
    }

    fn visit_u64<E: Error>(self, minutes: u64) -> Result<u32, E> {
        self.visit_i64(i64::try_from(minutes).unwrap_or(i64::MAX))
    }

    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<u32, A::Error> {
        let name = self.name;
        Err(A::Error::custom(format!(
            "`{}.{name}` holds a table; keys with a point stand in quotes, like `\"{name}.private\" = 60`",
            self.table
        )))
    }
}

/// A share above nought and up to one.
struct Share<'a> {
    table: &'static str,
    name: &'a str,
}

impl<'de> DeserializeSeed<'de> for Share<'_> {
    type Value = f64;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<f64, D::Error> {
        from.deserialize_any(self)
    }
}

impl Visitor<'_> for Share<'_> {
    type Value = f64;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a share of the target, like 0.75")
    }

    fn visit_f64<E: Error>(self, share: f64) -> Result<f64, E> {
        if share > 0.0 && share <= 1.0 {
            return Ok(share);
        }
        let (table, name) = (self.table, self.name);
        Err(E::custom(format!(
            "`{table}.{name}` must be above 0 and at most 1; 0.75 is three quarters of the target"
        )))
    }

    fn visit_i64<E: Error>(self, share: i64) -> Result<f64, E> {
        // Whole numbers between nought and one are one alone.
        self.visit_f64(if share == 1 { 1.0 } else { 0.0 })
    }
}
