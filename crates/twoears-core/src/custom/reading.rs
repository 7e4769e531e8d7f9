//! What a custom head says of a message.

use std::sync::Arc;

/// The answer of a custom head.
///
/// ```
/// use twoears_core::CustomReading;
/// let reading = CustomReading {
///     label: "invoice".into(),
///     probability: 0.9,
///     alternatives: vec![("contract".into(), 0.1)],
///     set: vec!["invoice".into()],
///     out_of_scope: 0.02,
/// };
/// assert!(!reading.is_out_of_scope());
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct CustomReading {
    /// The answer.
    pub label: Arc<str>,
    /// Calibrated probability that the answer is right, 0 to 1, given that one of the labels is.
    pub probability: f32,
    /// The next best labels with their probabilities, most probable first; three at the most.
    pub alternatives: Vec<(Arc<str>, f32)>,
    /// Labels that hold the right one at the stated error rate of the head (conformal); at least one, ten at the most.
    pub set: Vec<Arc<str>>,
    /// How little the message looks like any of the labels, 0 to 1. One half is passed by one in twenty of the
    /// examples that were held out.
    pub out_of_scope: f32,
}

impl CustomReading {
    /// Does it look less like any label than nineteen in twenty of the head's own examples?
    pub fn is_out_of_scope(&self) -> bool {
        self.out_of_scope > 0.5
    }
}
