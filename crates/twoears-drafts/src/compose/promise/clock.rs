//! Times on the organisation's clock.

use jiff::tz::TimeZone;
use jiff::{RoundMode, Timestamp, ToSpan as _, Unit, Zoned, ZonedRound};
use twoears_core::decide::Hours;

/// A promise is for a full or half hour.
const STEP: i64 = 30;
/// So many openings are looked at for a full or half hour at which somebody is there; a week of ten shifts a day.
const TRIES: usize = 70;
/// From so many days on, the day of the week alone could be meant of another week.
const WEEK: i32 = 7;

/// The first full or half hour from `from` on at which somebody is there. Where no shift holds one, the end of the wait
/// itself, in open time.
pub(super) fn due(from: Timestamp, hours: &Hours) -> Timestamp {
    let up = ZonedRound::new().smallest(Unit::Minute).increment(STEP).mode(RoundMode::Ceil);
    let nothing = jiff::SignedDuration::ZERO;
    let start = hours.after(from, nothing).unwrap_or(from);
    let mut at = start;
    for _ in 0..TRIES {
        let rounded = at.to_zoned(hours.zone().clone()).round(up).map_or(at, |rounded| rounded.timestamp());
        match hours.after(rounded, nothing) {
            Some(open) if open > rounded => at = open,
            _ => return rounded,
        }
    }
    start
}

/// "2 pm today", "9:30 am tomorrow", "noon on Wednesday", from a week on "noon on Wednesday 2 December".
pub(super) fn words(at: Timestamp, now: Timestamp, zone: &TimeZone) -> String {
    let (at, now) = (at.to_zoned(zone.clone()), now.to_zoned(zone.clone()));
    // A day that ends then is named, and not the one that begins.
    let ends = at.hour() == 0 && at.minute() == 0;
    let date = if ends { at.date().yesterday().unwrap_or(at.date()) } else { at.date() };
    let tomorrow = now.date().checked_add(1.day()).unwrap_or(now.date());
    let ahead = now.date().until(date).map_or(i32::MAX, |span| span.get_days());
    let weekday = weekday(date.weekday());
    let dated = || format!("{weekday} {} {}", date.day(), month(date.month()));
    match (ends, date) {
        (true, date) if date == now.date() => "midnight tonight".to_owned(),
        (true, date) if date == tomorrow => "the end of tomorrow".to_owned(),
        (true, _) if ahead < WEEK => format!("the end of {weekday}"),
        (true, _) => format!("the end of {}", dated()),
        (false, date) if date == now.date() => format!("{} today", time(&at)),
        (false, date) if date == tomorrow => format!("{} tomorrow", time(&at)),
        (false, _) if ahead < WEEK => format!("{} on {weekday}", time(&at)),
        (false, _) => format!("{} on {}", time(&at), dated()),
    }
}

/// The time of day in both ways of writing it, and the day: "2:30 pm 14:30 Wednesday 2 December".
pub(super) fn numbers(at: Timestamp, zone: &TimeZone) -> String {
    let at = at.to_zoned(zone.clone());
    let day = |at: &Zoned| format!("{} {} {}", weekday(at.weekday()), at.day(), month(at.month()));
    let mut all = format!("{} {:02}:{:02} {}", time(&at), at.hour(), at.minute(), day(&at));
    if at.hour() == 0
        && at.minute() == 0
        && let Ok(before) = at.yesterday()
    {
        all.push(' ');
        all.push_str(&day(&before));
    }
    all
}

fn time(at: &Zoned) -> String {
    let (hour, minute) = (at.hour(), at.minute());
    let half = if hour < 12 { "am" } else { "pm" };
    let twelve = if hour % 12 == 0 { 12 } else { hour % 12 };
    match (hour, minute) {
        (0, 0) => "midnight".to_owned(),
        (12, 0) => "noon".to_owned(),
        (_, 0) => format!("{twelve} {half}"),
        _ => format!("{twelve}:{minute:02} {half}"),
    }
}

fn weekday(day: jiff::civil::Weekday) -> &'static str {
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    DAYS[day.to_monday_zero_offset().unsigned_abs() as usize % 7]
}

fn month(month: i8) -> &'static str {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    MONTHS[(month.unsigned_abs() as usize + 11) % 12]
}

#[cfg(test)]
mod tests {
    use super::*;
    use twoears_core::Brand;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn times_in_words() {
        let now = at("2026-11-22T10:10:00Z");
        for (due, want) in [
            ("2026-11-22T14:00:00Z", "2 pm today"),
            ("2026-11-22T12:00:00Z", "noon today"),
            ("2026-11-22T12:30:00Z", "12:30 pm today"),
            ("2026-11-23T08:30:00Z", "8:30 am tomorrow"),
            ("2026-11-23T00:00:00Z", "midnight tonight"),
            ("2026-11-23T00:30:00Z", "12:30 am tomorrow"),
            ("2026-11-24T00:00:00Z", "the end of tomorrow"),
            ("2026-11-26T00:00:00Z", "the end of Wednesday"),
            ("2026-11-25T09:00:00Z", "9 am on Wednesday"),
            ("2026-11-28T09:00:00Z", "9 am on Saturday"),
            ("2026-11-29T09:00:00Z", "9 am on Sunday 29 November"),
            ("2026-12-02T12:00:00Z", "noon on Wednesday 2 December"),
            ("2027-01-01T00:00:00Z", "the end of Thursday 31 December"),
        ] {
            assert_eq!(words(at(due), now, &TimeZone::UTC), want);
        }
        // The day and the time are those of the zone.
        let new_york = Brand::from_toml("[hours]\nzone = 'America/New_York'\ndaily = ['0-24']").unwrap();
        let new_york = new_york.hours.unwrap();
        assert_eq!(words(at("2026-11-23T01:00:00Z"), now, new_york.zone()), "8 pm today");
    }

    #[test]
    fn what_a_check_may_find() {
        let due = at("2026-12-02T14:30:00Z");
        assert_eq!(numbers(due, &TimeZone::UTC), "2:30 pm 14:30 Wednesday 2 December");
        let due = at("2026-12-03T00:00:00Z");
        assert_eq!(numbers(due, &TimeZone::UTC), "midnight 00:00 Thursday 3 December Wednesday 2 December");
    }

    #[test]
    fn a_half_hour_at_which_somebody_is_there() {
        let hours = |week: &str| {
            let brand = Brand::from_toml(&format!("[hours]\nzone = 'Asia/Kathmandu'\n{week}"));
            brand.unwrap().hours.unwrap()
        };
        // 5:45 ahead: 10:00 there is 04:15Z.
        let office = hours("daily = ['10:00-17:15']");
        for (from, want) in [
            ("2026-11-23T04:20:00Z", "2026-11-23T04:45:00Z"),
            ("2026-11-23T11:20:00Z", "2026-11-24T04:15:00Z"),
            ("2026-11-23T11:10:00Z", "2026-11-23T11:15:00Z"),
            ("2026-11-23T20:00:00Z", "2026-11-24T04:15:00Z"),
        ] {
            assert_eq!(due(at(from), &office), at(want), "{from}");
        }
        let never = hours("daily = ['10:05-10:20']");
        assert_eq!(due(at("2026-11-23T20:00:00Z"), &never), at("2026-11-24T04:20:00Z"));
    }
}
