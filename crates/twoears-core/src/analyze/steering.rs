//! Findings of text that tries to steer a machine; what it is and how it is found stands in [`crate::listen`].

use crate::listen::Heard;
use crate::{Finding, RuleId};

/// The rule under which such a part is named.
pub const INJECTION: RuleId = RuleId("security.injection");

/// What it saw, in words for a person.
pub(crate) const SAYS: &str = "holds words that try to steer a machine; they were not read as the customer's";

/// A finding for each part, with its place.
pub(crate) fn findings(heard: &Heard) -> impl Iterator<Item = Finding> {
    heard.steering().iter().map(|part| Finding { rule: INJECTION, span: Some(part.span) })
}
