//! What the writer's state and the model's doubt make of a reply.

use twoears_core::{Reading, Sentiment, Urgency};

use crate::phrases::Kind;

/// Below this probability of the intent, a reply says nothing that hangs on it.
const SURE_FROM: f32 = 0.45;
/// The same where many intents remain possible.
const SURE_AMONG_MANY: f32 = 0.5;
/// The same for praise from somebody who is glad: thanks are seldom wrong there.
const GLAD: f32 = 0.35;
/// So many are many.
const MANY: usize = 4;

/// Is an intent of this probability, one of so many that remain possible, too unsure to say what happened?
pub(super) fn is_unsure(probability: f32, possible: usize, kind: Kind, glad: bool) -> bool {
    if kind == Kind::Praise && glad {
        return probability < GLAD;
    }
    probability < if possible >= MANY { SURE_AMONG_MANY } else { SURE_FROM }
}

/// The shape of the reply: whether something went wrong is also a matter of how the writer feels about it.
pub(super) fn kind(reading: &Reading, asked: bool, kind: Kind) -> Kind {
    let feeling = reading.sentiment.label;
    let unhappy = feeling.is_negative();
    let blocked = reading.urgency.label <= Urgency::High && !feeling.is_positive() && !asked;
    match kind {
        Kind::Mixed if unhappy || blocked => Kind::Problem,
        Kind::Ask | Kind::Report if unhappy => Kind::Problem,
        // Who wants something done and grumbles had no trouble with the asking.
        Kind::Request if feeling == Sentiment::VeryNegative => Kind::Problem,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubt_grows_with_what_remains_possible() {
        for (probability, possible, want) in
            [(0.9, 1, false), (0.3, 2, true), (0.47, 2, false), (0.47, 4, true)]
        {
            assert_eq!(is_unsure(probability, possible, Kind::Ask, false), want, "{probability} {possible}");
        }
        assert!(!is_unsure(0.4, 5, Kind::Praise, true) && is_unsure(0.2, 5, Kind::Praise, true));
    }
}
