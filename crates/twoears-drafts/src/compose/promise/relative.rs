//! Times from now on, for a customer whose clock nobody knows.

use jiff::{SignedDuration, Timestamp};

/// How many minutes it gives at the most, and what is said.
const STRETCHES: &[(i64, &str)] = &[
    (60, "within the hour"),
    (120, "within two hours"),
    (180, "within three hours"),
    (240, "within the next four hours"),
    (360, "within the next six hours"),
    (480, "within the next eight hours"),
    (720, "within the next twelve hours"),
    (1440, "by this time tomorrow"),
    (2880, "within two days"),
    (4320, "within three days"),
    (5760, "within four days"),
    (7200, "within five days"),
    (10_080, "within a week"),
    (20_160, "within two weeks"),
];
/// Beyond the longest stretch.
const LONG: &str = "within the next weeks";

/// The end of the shortest stretch from now that does not end before `wanted`; `wanted` itself beyond the longest.
pub(super) fn due(wanted: Timestamp, now: Timestamp) -> Timestamp {
    let minutes = minutes(wanted, now);
    let stretch = STRETCHES.iter().find(|(stretch, _)| minutes <= *stretch);
    let end = stretch.and_then(|(stretch, _)| now.checked_add(SignedDuration::from_mins(*stretch)).ok());
    let due = end.unwrap_or(wanted);
    // To the second, as all times that are shown; what is said is no shorter.
    Timestamp::from_second(due.as_second()).unwrap_or(due)
}

/// The shortest words that are true for a promise that is due then.
pub(super) fn words(due: Timestamp, now: Timestamp) -> &'static str {
    let minutes = minutes(due, now);
    STRETCHES.iter().find(|(stretch, _)| minutes <= *stretch).map_or(LONG, |(_, words)| words)
}

/// All words that are true for it, a line each.
pub(super) fn all(due: Timestamp, now: Timestamp) -> String {
    let minutes = minutes(due, now);
    let mut all: Vec<&str> =
        STRETCHES.iter().filter(|(stretch, _)| minutes <= *stretch).map(|(_, words)| *words).collect();
    all.push(LONG);
    all.join("\n")
}

/// Minutes until then, begun ones as whole.
fn minutes(at: Timestamp, now: Timestamp) -> i64 {
    (at.duration_since(now).as_secs() + 59).div_euclid(60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_what_is_due() {
        let now: Timestamp = "2026-11-22T10:10:07.5Z".parse().unwrap();
        for (minutes, want, given) in [
            (1, "within the hour", 60),
            (60, "within the hour", 60),
            (61, "within two hours", 120),
            (120, "within two hours", 120),
            (241, "within the next six hours", 360),
            (720, "within the next twelve hours", 720),
            (721, "by this time tomorrow", 1440),
            (1441, "within two days", 2880),
            (10_081, "within two weeks", 20_160),
            (30_000, "within the next weeks", 30_000),
        ] {
            let due = due(now + SignedDuration::from_mins(minutes), now);
            assert_eq!(words(due, now), want);
            let end = now + SignedDuration::from_mins(given);
            assert!(due <= end && end - SignedDuration::from_secs(1) < due, "{minutes}: {due}");
            assert!(all(due, now).contains(want));
        }
    }

    #[test]
    fn no_shorter_time_is_backed() {
        let now: Timestamp = "2026-11-22T10:10:00Z".parse().unwrap();
        let backed = all(now + SignedDuration::from_mins(120), now);
        assert!(!backed.contains("within the hour") && backed.contains("within two hours"));
        assert!(backed.contains("within three hours"));
    }
}
