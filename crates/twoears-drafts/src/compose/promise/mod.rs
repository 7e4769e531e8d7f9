//! By when the customer hears again, and how that is said.
//!
//! With hours in the settings the time is the clock's of the organisation, on a full or half hour at which somebody is
//! there. Without them nobody knows the customer's clock, and the time is said from now on: "within two hours".

mod clock;
mod relative;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use twoears_core::decide::Hours;

use super::DraftInput;
use crate::Audience;

/// The least time that finding out is given, in minutes, whatever the target.
const LEAST: u32 = 30;

/// The later of when the reply is due and one more target from now, at a time that can be said.
pub(super) fn due(input: &DraftInput<'_>) -> Timestamp {
    let (brand, message) = (input.brand, input.message);
    let audience = if message.is_public() { Audience::Public } else { Audience::Private };
    let target =
        SignedDuration::from_mins(i64::from(brand.targets.base(message.channel, audience).max(LEAST)));
    time(input.decision.respond_by, target, brand.hours.as_ref(), input.now)
}

fn time(
    respond_by: Option<Timestamp>,
    target: SignedDuration,
    hours: Option<&Hours>,
    now: Timestamp,
) -> Timestamp {
    let later = |later: Timestamp| respond_by.map_or(later, |respond_by| respond_by.max(later));
    match hours {
        Some(hours) => clock::due(later(hours.after(now, target).unwrap_or(Timestamp::MAX)), hours),
        None => relative::due(later(now.checked_add(target).unwrap_or(Timestamp::MAX)), now),
    }
}

/// A time with its preposition: "by 2 pm today", or without a zone "within two hours".
pub(super) fn words(due: Timestamp, now: Timestamp, zone: Option<&TimeZone>) -> String {
    match zone {
        Some(zone) => format!("by {}", clock::words(due, now, zone)),
        None => relative::words(due, now).to_owned(),
    }
}

/// When somebody is back, where nobody is there now: "9 am tomorrow".
pub(super) fn back(hours: Option<&Hours>, now: Timestamp) -> Option<String> {
    let hours = hours?;
    let next = hours.next_open(now).filter(|&next| next > now)?;
    Some(clock::words(next, now, hours.zone()))
}

/// Everything that a reply written at `now` may say of a promise that is due then, a line each: for a check of its
/// words. With a zone the clock's words and the day; without one every stretch of time that is over by then or ends with it.
///
/// ```
/// use twoears_drafts::promise_supports;
/// let (now, due) = ("2026-11-23T09:00:00Z".parse()?, "2026-11-23T14:00:00Z".parse()?);
/// let words = promise_supports(due, now, Some(&jiff::tz::TimeZone::UTC));
/// assert!(words.lines().any(|line| line == "by 2 pm today"));
/// let words = promise_supports(due, now, None);
/// assert!(words.contains("within the next six hours") && !words.contains("within the hour"));
/// # Ok::<(), jiff::Error>(())
/// ```
pub fn supports(due: Timestamp, now: Timestamp, zone: Option<&TimeZone>) -> String {
    match zone {
        Some(zone) => format!("{}\n{}", words(due, now, Some(zone)), clock::numbers(due, zone)),
        None => relative::all(due, now),
    }
}

/// What a reply may say of the time of a promise without a look at what is now: the clock's words and the day.
pub(crate) fn numbers(due: Timestamp, zone: Option<&TimeZone>) -> String {
    clock::numbers(due, zone.unwrap_or(&TimeZone::UTC))
}

#[cfg(test)]
mod tests {
    use super::*;
    use twoears_core::Brand;

    fn hours(zone: &str, rest: &str) -> Hours {
        Brand::from_toml(&format!("[hours]\nzone = '{zone}'\n{rest}")).unwrap().hours.unwrap()
    }

    #[test]
    fn nobody_is_promised_when_nobody_is_there() {
        let zones =
            ["Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Asia/Beirut"];
        let weeks = [
            "weekdays = ['09:00-17:30']",
            "daily = ['08:10-08:55', '12:05-12:25', '22:00-02:15']",
            "sun = ['00:00-24:00']\nwed = ['07:45-09:15']\nholidays = ['2026-03-29', '2026-10-25', '2026-12-27']",
            "daily = ['00:00-24:00']\nclosures = [{ day = '2026-06-01', until = '2026-06-12' }]",
            "fri = ['22:00-06:00']\nweekend = ['10:20-16:40']\nextra = [{ day = '2026-05-04', hours = ['13-15'] }]",
        ];
        let first: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
        // A step that hits every hour of the day and minute of the hour, 3,600 moments of the year.
        let step = SignedDuration::from_secs(8_761);
        for (zone, week) in zones.iter().flat_map(|zone| weeks.map(|week| (*zone, week))) {
            let hours = hours(zone, week);
            let mut now = first;
            for turn in 0..3_600 {
                now += step;
                let target = SignedDuration::from_mins([30, 60, 120, 720][turn % 4]);
                let respond_by = [None, Some(now + target / 2), Some(now + target * 3)][turn % 3];
                let due = time(respond_by, target, Some(&hours), now);
                let said = words(due, now, Some(hours.zone()));
                let there = hours.is_open(due) || hours.is_open(due - SignedDuration::from_secs(1));
                assert!(there, "{zone} {week}: {now} {due} {said}");
                assert!(due >= hours.after(now, target).unwrap() && respond_by.is_none_or(|by| by <= due));
                assert_eq!(
                    due.to_zoned(hours.zone().clone()).minute() % 30,
                    0,
                    "{zone} {week}: {now} {said}"
                );
                let back = back(Some(&hours), now);
                assert_eq!(back.is_some(), !hours.is_open(now), "{zone} {week}: {now} {back:?}");
            }
        }
    }

    #[test]
    fn who_is_back_when() {
        let hours = hours("Europe/London", "weekdays = ['9-17']\nsat = ['10:30-12']");
        let back = |now: &str| back(Some(&hours), now.parse().unwrap());
        assert_eq!(back("2026-11-23T12:00:00Z"), None);
        assert_eq!(back("2026-11-23T06:00:00Z").as_deref(), Some("9 am today"));
        assert_eq!(back("2026-11-23T17:00:00Z").as_deref(), Some("9 am tomorrow"));
        assert_eq!(back("2026-11-27T20:00:00Z").as_deref(), Some("10:30 am tomorrow"));
        assert_eq!(back("2026-11-28T13:00:00Z").as_deref(), Some("9 am on Monday"));
        assert_eq!(super::back(None, "2026-11-23T06:00:00Z".parse().unwrap()), None);
    }

    #[test]
    fn words_are_backed() {
        let now: Timestamp = "2026-11-23T09:10:00Z".parse().unwrap();
        let zone = hours("Europe/London", "daily = ['9-17']").zone().clone();
        for minutes in [30, 60, 200, 1_000, 3_000, 30_000] {
            let wanted = now + SignedDuration::from_mins(minutes);
            for zone in [None, Some(&zone)] {
                let due = time(Some(wanted), SignedDuration::ZERO, None, now);
                let (said, backed) = (words(due, now, zone), supports(due, now, zone));
                assert!(backed.lines().any(|line| line == said), "{said}: {backed}");
            }
        }
    }
}
