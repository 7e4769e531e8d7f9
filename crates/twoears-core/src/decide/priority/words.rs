//! The parts of the priority by name, and in words for a person.

use super::super::decision::Part;

pub(super) const SEVERITY: &str = "severity";
pub(super) const ESCALATION: &str = "escalation";
pub(super) const WAITING: &str = "waiting";
pub(super) const WINDOW: &str = "window closing";
pub(super) const FEELING: &str = "feeling";
pub(super) const PUBLIC: &str = "public complaint";
pub(super) const REACH: &str = "reach";
pub(super) const REACH_UNKNOWN: &str = "reach (unknown)";
pub(super) const REPEAT: &str = "repeat";
pub(super) const FIRST_COMPLAINT: &str = "first complaint";
pub(super) const VULNERABLE: &str = "vulnerable";
pub(super) const BROKEN_PROMISE: &str = "broken promise";
pub(super) const VIP: &str = "important customer";

/// Every part, in the order in which they are shown, with words for it.
const SAYS: &[(&str, &str)] = &[
    (SEVERITY, "how soon an answer is needed"),
    (ESCALATION, "a trained person must take it"),
    (WAITING, "how long they have waited"),
    (WINDOW, "the channel's time to answer is passing"),
    (FEELING, "how they feel"),
    (PUBLIC, "a complaint that others can read"),
    (REACH, "how many follow them"),
    (REACH_UNKNOWN, "others can read it, nobody knows how many"),
    (REPEAT, "they wrote before"),
    (FIRST_COMPLAINT, "their first complaint"),
    // Why stays unsaid: what is shown may be seen by others than the person who answers.
    (VULNERABLE, "vulnerable"),
    (BROKEN_PROMISE, "a promise to them was not kept"),
    (VIP, "an important customer"),
];

impl Part {
    /// What it is about, in words for a person: "a complaint that others can read".
    ///
    /// ```
    /// use twoears_core::decide::Part;
    /// let part = Part { name: "first complaint", points: 3.0, most: 3.0 };
    /// assert_eq!(part.says(), "their first complaint");
    /// ```
    pub fn says(&self) -> &'static str {
        SAYS.iter().find(|(name, _)| *name == self.name).map_or(self.name, |(_, says)| says)
    }
}
