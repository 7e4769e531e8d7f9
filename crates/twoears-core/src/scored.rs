//! Labels with their probabilities, and findings with their rules.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

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

/// Every name that was not known when the library was built, once each, for as long as the process lives.
static NAMES: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());

impl RuleId {
    /// The id of a name that only the settings know. Each distinct name is kept for good: names are short and few.
    pub(crate) fn interned(name: &str) -> Self {
        let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = names.get(name) {
            return Self(known);
        }
        let kept: &'static str = Box::leak(name.to_owned().into_boxed_str());
        names.insert(kept);
        Self(kept)
    }
}

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

#[cfg(test)]
mod tests {
    use super::RuleId;

    #[test]
    fn a_name_is_kept_once() {
        let (one, other) = (RuleId::interned("private.own.test"), RuleId::interned("private.own.test"));
        assert!(std::ptr::eq(one.0, other.0));
        assert_ne!(one, RuleId::interned("private.own.test2"));
    }
}
