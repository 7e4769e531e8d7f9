//! How soon an answer is needed, whatever the tone.

use super::labels;

labels! {
    /// How soon an answer is needed. Not sentiment: calm danger is critical, loud trifles are not.
    ///
    /// Ordered from the most to the least urgent, so `Urgency::Critical < Urgency::Low`.
    Urgency, "urgency" {
        /// Safety or health at stake, money or an account being taken now, or harm within about 3 hours.
        Critical = "critical",
        /// Blocked now, bound to a time within about a day, unanswered before, or about to leave or to sue.
        High = "high",
        /// A real question or problem that can wait its turn.
        Normal = "normal",
        /// Nothing is lost by waiting: praise, thanks, chat, suggestions, rants that ask for nothing.
        Low = "low",
    }
}

impl Urgency {
    /// The more urgent of the two.
    pub fn at_least(self, floor: Self) -> Self {
        self.min(floor)
    }
}
