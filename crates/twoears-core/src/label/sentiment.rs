//! What the writer shows toward the organisation or the situation.

use super::labels;

labels! {
    /// What the writer shows, from anger to delight; sarcasm is read as what is meant.
    Sentiment, "sentiment" {
        /// Anger, contempt, insults, all-caps fury.
        VeryNegative = "very_negative",
        /// Annoyed, disappointed, worried.
        Negative = "negative",
        /// Neither.
        Neutral = "neutral",
        /// Pleased, thankful.
        Positive = "positive",
        /// Delight, gushing.
        VeryPositive = "very_positive",
    }
}

impl Sentiment {
    /// The level as a number: -1, -0.5, 0, 0.5, 1.
    pub fn value(self) -> f32 {
        match self {
            Self::VeryNegative => -1.0,
            Self::Negative => -0.5,
            Self::Neutral => 0.0,
            Self::Positive => 0.5,
            Self::VeryPositive => 1.0,
        }
    }

    /// Does it lean to the negative side?
    pub fn is_negative(self) -> bool {
        matches!(self, Self::VeryNegative | Self::Negative)
    }

    /// Does it lean to the positive side?
    pub fn is_positive(self) -> bool {
        matches!(self, Self::VeryPositive | Self::Positive)
    }
}
