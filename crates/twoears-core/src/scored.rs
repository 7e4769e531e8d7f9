//! Labels with their probabilities, and findings with their rules.

use serde::Serialize;

use crate::Span;

/// A label and how sure the model is of it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Scored<L> {
    /// The answer.
    pub label: L,
    /// Calibrated probability that the answer is right, 0 to 1.
    pub probability: f32,
}

/// An answer with its runners-up.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ranked<L> {
    /// The answer.
    pub label: L,
    /// Calibrated probability that the answer is right, 0 to 1.
    pub probability: f32,
    /// Is it less sure than the organisation asks for? It is then written as `unclear`.
    pub unclear: bool,
    /// The next best labels, most probable first.
    pub alternatives: Vec<(L, f32)>,
    /// A set that holds the right label at the stated error rate of the model (conformal).
    pub set: Vec<L>,
}

/// The stable name of a rule: lower case, a dot between what it is about and what it saw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct RuleId(pub &'static str);

impl std::fmt::Display for RuleId {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.0)
    }
}

/// Something a rule saw, and where. It never holds the text itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Which rule.
    pub rule: RuleId,
    /// Where in the original text; none when the whole message is meant.
    pub span: Option<Span>,
}
