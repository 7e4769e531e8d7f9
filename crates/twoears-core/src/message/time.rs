//! Times as platforms write them.

use jiff::Timestamp;

/// From here on an epoch is in milliseconds: seconds reach it in the year 5138.
const MILLISECONDS_FROM: u64 = 100_000_000_000;

/// A time as text: RFC 3339, a date and time without a zone, which helpdesks mean as UTC and sometimes say so, or an epoch.
///
/// ```
/// use twoears_core::message::time;
/// let at = time::written("2020-03-03 13:05:57 UTC").unwrap();
/// assert_eq!(at.to_string(), "2020-03-03T13:05:57Z");
/// assert_eq!(time::written("1583240757"), Some(at));
/// assert_eq!(time::written("yesterday"), None);
/// ```
pub fn written(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    // The longest that means a time is an RFC 9557 stamp with its zone.
    if text.len() > 64 {
        return None;
    }
    text.parse()
        .ok()
        .or_else(|| {
            let civil: jiff::civil::DateTime = text.trim_end_matches(" UTC").parse().ok()?;
            jiff::tz::Offset::UTC.to_timestamp(civil).ok()
        })
        .or_else(|| epoch(text.parse().ok()?))
}

/// A time as a number: seconds since 1970, or milliseconds where the number is too large for that.
///
/// ```
/// use twoears_core::message::time;
/// assert_eq!(time::epoch(1_583_240_757), time::epoch(1_583_240_757_000));
/// ```
pub fn epoch(number: i64) -> Option<Timestamp> {
    let milliseconds = number.unsigned_abs() >= MILLISECONDS_FROM;
    let read = if milliseconds { Timestamp::from_millisecond } else { Timestamp::from_second };
    read(number).ok()
}
