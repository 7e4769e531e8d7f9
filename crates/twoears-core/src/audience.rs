//! Who can read a reply.

use serde::{Deserialize, Serialize};

/// Who can read a reply.
///
/// It stands in the core, not with the drafts, because values that were taken out of a text
/// ([`Redacted`](crate::analyze::privacy::Redacted)) come back for a private audience alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Everybody who can read the customer's own message.
    #[default]
    Public,
    /// The customer alone.
    Private,
}
