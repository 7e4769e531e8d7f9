//! Text, times and plain values from Python to Rust, and times back.

use jiff::Timestamp;
use jiff::tz::Offset;
use pyo3::exceptions::PyException;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDateTime, PyInt, PyMapping, PySequence, PyString, PyTuple, PyTzInfo};
use serde_json::{Map, Number, Value};
use twoears::Audience;

use crate::error::InputError;

/// The text of a Python string. Half a surrogate pair becomes U+FFFD, one for one, so that offsets stay right.
pub(crate) fn text(from: &Bound<'_, PyString>) -> PyResult<String> {
    if let Ok(text) = from.to_str() {
        return Ok(text.to_owned());
    }
    // By the type's own method: a subclass may say otherwise.
    let encode = from.py().get_type::<PyString>().getattr("encode")?;
    let units: Vec<u8> = encode.call1((from, "utf-32-le", "surrogatepass"))?.extract()?;
    let points = units.chunks_exact(4).map(|unit| u32::from_le_bytes([unit[0], unit[1], unit[2], unit[3]]));
    Ok(points.map(|point| char::from_u32(point).unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
}

/// Is there nothing: `None`, not a number, or what pandas puts where a value is missing?
pub(crate) fn is_missing(from: &Bound<'_, PyAny>) -> bool {
    if from.is_none() {
        return true;
    }
    let kind = from.get_type().name();
    let missing = kind.is_ok_and(|kind| kind == "NAType" || kind == "NaTType");
    missing || (!from.is_instance_of::<PyString>() && from.extract::<f64>().is_ok_and(f64::is_nan))
}

/// The value inside a pyarrow scalar; anything else as it is.
pub(crate) fn unwrapped<'py>(from: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let plain = from.is_none() || from.is_instance_of::<PyString>();
    match if plain { None } else { from.getattr_opt("as_py")? } {
        Some(as_py) => as_py.call0(),
        None => Ok(from.clone()),
    }
}

/// The listed keys of a mapping, each with what `convert` makes of its value; all others are passed over.
pub(crate) fn keys(
    from: &Bound<'_, PyMapping>,
    keys: &[&str],
    convert: impl Fn(&Bound<'_, PyAny>, &str) -> PyResult<Value>,
) -> PyResult<Map<String, Value>> {
    let mut map = Map::new();
    for &key in keys {
        if from.contains(key)? {
            map.insert(key.to_owned(), convert(&from.get_item(key)?, key)?);
        }
    }
    Ok(map)
}

/// A value that holds no others: nothing, text, a number, yes or no, a time.
///
/// A list or a mapping comes out empty: the library says of it that something else is needed.
pub(crate) fn scalar(from: &Bound<'_, PyAny>, key: &str) -> PyResult<Value> {
    let from = &unwrapped(from)?;
    if let Ok(string) = from.cast::<PyString>() {
        return Ok(Value::String(text(string)?));
    }
    if is_missing(from) {
        return Ok(Value::Null);
    }
    if from.is_instance_of::<PyBool>() {
        return Ok(Value::Bool(from.is_truthy()?));
    }
    if from.is_instance_of::<PyDateTime>() {
        return iso(from, key).map(Value::String);
    }
    if let Ok(number) = from.extract::<u64>() {
        return Ok(number.into());
    }
    if let Ok(number) = from.extract::<i64>() {
        return Ok(number.into());
    }
    if let Ok(yes) = from.extract::<bool>() {
        return Ok(Value::Bool(yes)); // one of numpy's
    }
    // A whole number that got here is too large, and as a fraction it would be another one.
    let fraction = if from.is_instance_of::<PyInt>() { None } else { from.extract::<f64>().ok() };
    if let Some(number) = fraction.and_then(Number::from_f64) {
        return Ok(Value::Number(number));
    }
    if from.cast::<PyMapping>().is_ok() {
        return Ok(Value::Object(Map::new()));
    }
    if from.cast::<PySequence>().is_ok() {
        return Ok(Value::Array(Vec::new()));
    }
    Err(InputError::new_err(format!("`{key}` holds a `{}` that cannot be read", kind(from))))
}

/// The name of a value's type; never the value.
pub(crate) fn kind(of: &Bound<'_, PyAny>) -> String {
    of.get_type().name().map_or_else(|_| "?".to_owned(), |name| name.to_string())
}

fn iso(from: &Bound<'_, PyAny>, key: &str) -> PyResult<String> {
    if from.getattr("tzinfo")?.is_none() {
        return Err(InputError::new_err(format!(
            "`{key}` has no time zone: give it one, such as `datetime.now(timezone.utc)`"
        )));
    }
    from.call_method0("isoformat")?.extract()
}

/// The time to decide for: what was given, or the clock's.
#[expect(clippy::disallowed_methods, reason = "the call from Python is where time comes in")]
pub(crate) fn now(from: Option<&Bound<'_, PyAny>>) -> PyResult<Timestamp> {
    from.map_or_else(|| Ok(Timestamp::now()), |from| time(from, "now"))
}

/// A time from a datetime or text.
pub(crate) fn time(from: &Bound<'_, PyAny>, key: &str) -> PyResult<Timestamp> {
    match scalar(from, key)? {
        Value::String(time) => {
            let time = time.parse().map_err(|_| {
                InputError::new_err(format!(
                    "`{key}` is no time: RFC 3339 such as 2026-11-22T09:00:00Z is needed"
                ))
            })?;
            in_calendar(time, key)
        }
        _ => Err(InputError::new_err(format!("`{key}` must be a datetime or text, not `{}`", kind(from)))),
    }
}

/// The time, when Python's calendar has it: from year 1 on.
pub(crate) fn in_calendar(time: Timestamp, key: &str) -> PyResult<Timestamp> {
    if Offset::UTC.to_datetime(time).year() < 1 {
        return Err(InputError::new_err(format!("`{key}` lies before the year 1")));
    }
    Ok(time)
}

/// A `datetime` in UTC, to the microsecond.
pub(crate) fn datetime(py: Python<'_>, time: Timestamp) -> PyResult<Bound<'_, PyDateTime>> {
    let at = Offset::UTC.to_datetime(time);
    let part = i8::unsigned_abs;
    let micro = at.subsec_nanosecond().unsigned_abs() / 1_000;
    let utc = PyTzInfo::utc(py)?;
    PyDateTime::new(
        py,
        at.year().into(),
        part(at.month()),
        part(at.day()),
        part(at.hour()),
        part(at.minute()),
        part(at.second()),
        micro,
        Some(&utc),
    )
}

/// The audience of a reply.
pub(crate) fn audience(from: &str) -> PyResult<Audience> {
    match from {
        "public" => Ok(Audience::Public),
        "private" => Ok(Audience::Private),
        _ => Err(InputError::new_err("`audience` is neither `public` nor `private`")),
    }
}

/// Plain data as Python's dicts, lists and values.
pub(crate) fn plain<'py>(py: Python<'py>, data: &impl serde::Serialize) -> PyResult<Bound<'py, PyAny>> {
    // Writing plain data into memory cannot fail: keys are text and numbers are finite.
    py.import("json")?.call_method1("loads", (serde_json::to_string(data).unwrap_or_default(),))
}

/// Python's dicts, lists and values as JSON text.
pub(crate) fn json(from: &Bound<'_, PyAny>, key: &str) -> PyResult<String> {
    let says = || format!("`{key}` cannot be written as JSON: give dicts, lists, text and numbers");
    let refuse = |error: PyErr| {
        let plain = error.is_instance_of::<PyException>(from.py());
        if plain { InputError::new_err(says()) } else { error }
    };
    from.py().import("json")?.call_method1("dumps", (from,)).map_err(refuse)?.extract()
}

/// A tuple of what `convert` makes of each item.
pub(crate) fn tuple<'py, T, P: IntoPyObject<'py>>(
    py: Python<'py>,
    items: &[T],
    convert: impl Fn(&T) -> P,
) -> PyResult<Bound<'py, PyTuple>> {
    PyTuple::new(py, items.iter().map(convert).collect::<Vec<_>>())
}

/// A text as Python writes it in a `repr`.
pub(crate) fn quoted(py: Python<'_>, text: &str) -> PyResult<String> {
    Ok(PyString::new(py, text).repr()?.to_string())
}

/// The stable name of a label that has no other way to it than its serial form.
pub(crate) fn name(label: impl serde::Serialize) -> String {
    match serde_json::to_value(label) {
        Ok(Value::String(name)) => name,
        _ => String::new(),
    }
}
