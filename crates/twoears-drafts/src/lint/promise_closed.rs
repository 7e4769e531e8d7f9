//! # What it does
//! Objects to a promise that falls due when nobody is there, by the business hours of the settings.
//!
//! # Why it matters
//! Four posts on a Sunday and nothing on Monday: a promise that nobody is there to keep is worse than none.
//!
//! # Example
//! "You'll hear from me by 11 pm today", where the desk closes at 6 pm.
//!
//! # Instead
//! Promise for the next open time, and say when somebody is back: "We're back at 9 am tomorrow, and you'll hear from me by 10."

use jiff::{SignedDuration, Timestamp};
use twoears_core::decide::Severity;
use twoears_core::{Brand, RuleId};

use super::{Found, Look, Rule};

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.promise_closed"),
    severity: Severity::Error,
    about: "a promise for when nobody is there",
    check,
};

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    if look.subject.due.is_some_and(|due| is_closed(look.subject.brand, due)) {
        found.whole("the promise falls due when nobody is there: promise for an open time");
    }
}

/// Is nobody there at that moment? The moment of closing can still be kept.
fn is_closed(brand: &Brand, at: Timestamp) -> bool {
    let before = at.checked_sub(SignedDuration::from_secs(1)).unwrap_or(at);
    brand.hours.as_ref().is_some_and(|hours| !hours.is_open(at) && !hours.is_open(before))
}

#[cfg(test)]
mod tests {
    use super::super::Subject;
    use super::super::testing::all;
    use super::*;
    use twoears_core::Message;

    #[test]
    fn only_open_times_are_promised() {
        let brand =
            Brand::from_toml("[hours]\nzone = 'Europe/London'\nmon = ['9-17']\ntue = ['9-17']").unwrap();
        let none = Brand::default();
        let message = Message::new("hi");
        for (due, closed) in [
            ("2026-11-23T08:59:00Z", true),
            ("2026-11-23T09:00:00Z", false),
            ("2026-11-23T12:00:00Z", false),
            ("2026-11-23T17:00:00Z", false),
            ("2026-11-23T17:01:00Z", true),
            ("2026-11-23T23:00:00Z", true),
            ("2026-11-24T10:00:00Z", false),
            ("2026-11-25T10:00:00Z", true),
            ("2026-11-22T10:00:00Z", true),
            ("2026-11-24T16:59:00Z", false),
        ] {
            let due: Timestamp = due.parse().unwrap();
            let says = |brand| {
                !all(&RULE, Subject::new("By then.", &message, brand).times(due, Some(due))).is_empty()
            };
            assert_eq!((says(&brand), says(&none)), (closed, false), "{due}");
        }
    }
}
