//! The keys of one object: each read as what it should be, and named in the error where it is not.

use jiff::Timestamp;
use serde_json::{Map, Value};
use twoears_core::message::time as times;

use crate::Error;

/// An object with the way to it: `thread[3].sent_at` is written together only where something is wrong.
pub(super) struct Fields<'a> {
    pub(super) map: &'a Map<String, Value>,
    under: &'static str,
    place: Option<usize>,
}

impl<'a> Fields<'a> {
    /// The message itself.
    pub(super) fn of(map: &'a Map<String, Value>) -> Self {
        Self { map, under: "", place: None }
    }

    /// An object under a key.
    pub(super) fn under(map: &'a Map<String, Value>, under: &'static str) -> Self {
        Self { map, under, place: None }
    }

    /// An object of a list under a key; an error where it is something else.
    pub(super) fn item(value: &'a Value, under: &'static str, place: usize) -> Result<Self, Error> {
        match value {
            Value::Object(map) => Ok(Self { map, under, place: Some(place) }),
            other => Err(wrong(under, "a list of objects", other)),
        }
    }

    /// A key with the way to it.
    pub(super) fn name(&self, key: &str) -> String {
        match (self.under, self.place) {
            ("", _) => key.to_owned(),
            (under, None) => format!("{under}.{key}"),
            (under, Some(place)) => format!("{under}[{place}].{key}"),
        }
    }

    pub(super) fn wrong(&self, key: &str, want: &str, got: &Value) -> Error {
        wrong(&self.name(key), want, got)
    }

    fn value(&self, key: &str) -> Option<&'a Value> {
        self.map.get(key).filter(|value| !value.is_null())
    }

    pub(super) fn text(&self, key: &str) -> Result<Option<&'a str>, Error> {
        match self.value(key) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(other) => Err(self.wrong(key, "text", other)),
        }
    }

    /// Text, or a number as text: ids come as both.
    pub(super) fn label(&self, key: &str) -> Result<Option<String>, Error> {
        match self.value(key) {
            // Tables with gaps make floats of ids: 7.0 is 7.
            Some(number @ Value::Number(_)) => {
                Ok(Some(whole(number).map_or_else(|| number.to_string(), |id| id.to_string())))
            }
            _ => self.text(key).map(|text| text.map(str::to_owned)),
        }
    }

    /// Yes, no, or not known.
    pub(super) fn yes(&self, key: &str) -> Result<Option<bool>, Error> {
        match self.value(key) {
            None => Ok(None),
            Some(Value::Bool(yes)) => Ok(Some(*yes)),
            Some(other) => Err(self.wrong(key, "true or false", other)),
        }
    }

    /// How many: a whole number from 0 on.
    pub(super) fn count(&self, key: &str) -> Result<Option<u64>, Error> {
        match self.value(key) {
            None => Ok(None),
            Some(count) => match whole(count).and_then(|count| u64::try_from(count).ok()) {
                Some(count) => Ok(Some(count)),
                None => Err(self.wrong(key, "a number from 0 on", count)),
            },
        }
    }

    pub(super) fn time(&self, key: &str) -> Result<Option<Timestamp>, Error> {
        let unreadable = || {
            let name = self.name(key);
            Error::input(format!("`{name}` is no time: RFC 3339 such as 2026-11-22T09:00:00Z is needed"))
        };
        match self.value(key) {
            None => Ok(None),
            Some(Value::String(text)) => times::written(text).map(Some).ok_or_else(unreadable),
            Some(Value::Number(number)) => {
                let epoch =
                    number.as_i64().or_else(|| number.as_f64().map(|f| f as i64)).ok_or_else(unreadable)?;
                times::epoch(epoch).map(Some).ok_or_else(unreadable)
            }
            Some(other) => Err(self.wrong(key, "a time", other)),
        }
    }

    /// A list; empty where there is none.
    pub(super) fn list(&self, key: &str) -> Result<&'a [Value], Error> {
        match self.value(key) {
            None => Ok(&[]),
            Some(Value::Array(items)) => Ok(items),
            Some(other) => Err(self.wrong(key, "a list", other)),
        }
    }

    pub(super) fn object(&self, key: &str) -> Result<Option<&'a Map<String, Value>>, Error> {
        match self.value(key) {
            None => Ok(None),
            Some(Value::Object(map)) => Ok(Some(map)),
            Some(other) => Err(self.wrong(key, "an object", other)),
        }
    }
}

/// A number without its fraction; none when it is no number or too large to be exact.
fn whole(value: &Value) -> Option<i64> {
    /// From here on floats skip whole numbers.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    value
        .as_i64()
        .or_else(|| value.as_f64().filter(|number| number.abs() < EXACT).map(|number| number as i64))
}

fn wrong(name: &str, want: &str, got: &Value) -> Error {
    Error::input(format!("`{name}` must be {want}, not {}", kind(got)))
}

pub(super) fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
