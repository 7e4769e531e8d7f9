//! One open case of the queue, and its place.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::decide::Curve;

/// An open case, as the queue keeps it.
///
/// ```
/// use twoears_core::decide::Curve;
/// use twoears_core::queue::Entry;
/// let entry = Entry {
///     id: "case-1".to_owned(),
///     curve: Curve { base: 42.0, ramps: [None, None] },
///     due: Some("2026-11-23T11:00:00Z".parse()?),
///     received: "2026-11-23T09:00:00Z".parse()?,
///     hold_by: None,
/// };
/// assert!(!format!("{entry:?}").contains("case-1"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The caller's name for it; one case has one.
    pub id: String,
    /// Its priority as time passes.
    pub curve: Curve,
    /// Until when it wants an answer; none: nothing is promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Timestamp>,
    /// When it came in.
    pub received: Timestamp,
    /// From when on a holding reply is wanted, if one is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hold_by: Option<Timestamp>,
}

impl Entry {
    /// What settles between cases of the same priority: due soonest, none last; then received, then id.
    pub(super) fn settles(&self) -> (bool, Option<Timestamp>, Timestamp, &str) {
        (self.due.is_none(), self.due, self.received, &self.id)
    }
}

/// Leaves the id out: it is the caller's, and may be an address.
impl std::fmt::Debug for Entry {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Entry")
            .field("curve", &self.curve)
            .field("due", &self.due)
            .field("received", &self.received)
            .field("hold_by", &self.hold_by)
            .finish_non_exhaustive()
    }
}

/// A case in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place<'a> {
    /// Its priority at that moment: exactly [`Curve::at`].
    pub score: f64,
    /// The case.
    pub entry: &'a Entry,
}
