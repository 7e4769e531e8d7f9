//! By when the customer hears again, and how that is said.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _, Unit, Zoned, ZonedRound};
use twoears_core::{Brand, Channel, Decision};

/// The least time that finding out is given, in minutes, whatever the target.
const LEAST: u32 = 30;
/// A promise is for a full or half hour.
const STEP: i64 = 30;

/// The later of when the reply is due and one more target from now, on the next half hour.
pub(super) fn due(decision: &Decision, brand: &Brand, channel: Channel, now: Timestamp) -> Timestamp {
    let minutes = brand.targets.minutes(channel).max(LEAST);
    let later = now.checked_add(SignedDuration::from_mins(i64::from(minutes))).unwrap_or(now);
    let due = decision.respond_by.map_or(later, |respond_by| respond_by.max(later));
    let up = ZonedRound::new().smallest(Unit::Minute).increment(STEP).mode(jiff::RoundMode::Ceil);
    due.to_zoned(TimeZone::UTC).round(up).map_or(due, |rounded| rounded.timestamp())
}

/// "2 pm today (UTC)", "8:30 am tomorrow (UTC)", "noon on Wednesday (UTC)".
pub(super) fn words(due: Timestamp, now: Timestamp) -> String {
    let (due, now) = (due.to_zoned(TimeZone::UTC), now.to_zoned(TimeZone::UTC));
    let today = now.date();
    let tomorrow = today.checked_add(1.day()).unwrap_or(today);
    let day = match due.date() {
        date if date == today => "today".to_owned(),
        date if date == tomorrow => "tomorrow".to_owned(),
        _ => format!("on {}", weekday(&due)),
    };
    format!("{} {day} (UTC)", clock(&due))
}

/// The same without the day of now, for a check: the time of day and the day of the week.
pub(crate) fn numbers(due: Timestamp) -> String {
    let due = due.to_zoned(TimeZone::UTC);
    format!("{} {}", clock(&due), weekday(&due))
}

fn weekday(at: &Zoned) -> &'static str {
    use jiff::civil::Weekday;
    match at.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

fn clock(at: &Zoned) -> String {
    let (hour, minute) = (at.hour(), at.minute());
    let half = if hour < 12 { "am" } else { "pm" };
    let twelve = if hour % 12 == 0 { 12 } else { hour % 12 };
    match (hour, minute) {
        (12, 0) => "noon".to_owned(),
        (_, 0) => format!("{twelve} {half}"),
        _ => format!("{twelve}:{minute:02} {half}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn times_in_words() {
        let now = at("2026-11-22T10:10:00Z");
        for (due, want) in [
            ("2026-11-22T14:00:00Z", "2 pm today (UTC)"),
            ("2026-11-22T12:00:00Z", "noon today (UTC)"),
            ("2026-11-22T12:30:00Z", "12:30 pm today (UTC)"),
            ("2026-11-23T08:30:00Z", "8:30 am tomorrow (UTC)"),
            ("2026-11-23T00:00:00Z", "12 am tomorrow (UTC)"),
            ("2026-11-25T09:00:00Z", "9 am on Wednesday (UTC)"),
        ] {
            assert_eq!(words(at(due), now), want);
        }
    }
}
