//! How a customer's feeling moves from message to message.

use crate::label::labels;

/// Earlier scores that count, the last ones.
const LAST: usize = 3;
/// A move of one whole label, such as from neutral to negative: five labels lie evenly between -1 and 1.
const LABEL: f32 = 0.5;

labels! {
    /// How a customer's feeling moves: this message's score against the mean of the last three that are known from before.
    /// One whole label lower (0.5) is falling, one higher is rising, anything between is steady.
    Trend, "trend" {
        /// Worse than before.
        Falling = "falling",
        /// Better than before.
        Rising = "rising",
        /// Much as before.
        Steady = "steady",
        /// No score is known from before.
        Unknown = "unknown",
    }
}

#[expect(clippy::derivable_impls, reason = "the variants are written by a macro")]
impl Default for Trend {
    fn default() -> Self {
        Self::Unknown
    }
}

/// `past` is oldest first; scores are -1 to 1, and what is no such number counts as not known.
pub(super) fn trend(past: impl DoubleEndedIterator<Item = Option<f32>>, score: f32) -> Trend {
    let known = past.rev().flatten().filter(|score| (-1.0..=1.0).contains(score));
    let (count, sum) =
        known.take(LAST).fold((0.0_f32, 0.0_f32), |(count, sum), score| (count + 1.0, sum + score));
    if count == 0.0 {
        return Trend::Unknown;
    }
    match score - sum / count {
        step if step <= -LABEL => Trend::Falling,
        step if step >= LABEL => Trend::Rising,
        _ => Trend::Steady,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_label_is_a_move() {
        let of = |past: &[Option<f32>], score| trend(past.iter().copied(), score);
        assert_eq!(of(&[], -1.0), Trend::Unknown);
        assert_eq!(of(&[None, Some(f32::NAN), Some(7.0)], -1.0), Trend::Unknown);
        assert_eq!(of(&[Some(0.0)], -0.5), Trend::Falling);
        assert_eq!(of(&[Some(0.0)], -0.49), Trend::Steady);
        assert_eq!(of(&[Some(-0.9), None], -0.2), Trend::Rising);
        // Only the last three count.
        assert_eq!(of(&[Some(1.0), Some(-1.0), Some(-1.0), Some(-1.0)], -1.0), Trend::Steady);
    }
}
