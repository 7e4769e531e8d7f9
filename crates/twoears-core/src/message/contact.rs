//! What is known of a customer from before, over all channels.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Channel;
use crate::ledger::Entry;

/// An earlier matter or message of the same customer.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Past {
    /// When.
    pub at: Option<Timestamp>,
    /// Where.
    pub channel: Channel,
    /// How it felt, -1 to 1.
    pub sentiment: Option<f32>,
    /// Was it a complaint?
    pub complaint: bool,
}

impl Default for Past {
    fn default() -> Self {
        Self { at: None, channel: Channel::Other, sentiment: None, complaint: false }
    }
}

/// What is known of a customer from before. Everything is unknown until it is said: an empty list alone does not mean
/// that there was nothing, `complete` says so.
///
/// ```
/// use twoears_core::{Channel, Contact, message::Past};
/// let past = Past { channel: Channel::Email, complaint: true, ..Past::default() };
/// let contact = Contact { past: vec![past], complete: true, ..Contact::default() };
/// assert_eq!(contact.complaints(), Some(1));
/// assert_eq!(Contact::default().complaints(), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// Earlier messages, oldest first, over all channels.
    pub past: Vec<Past>,
    /// How often they complained before, as the caller counts; none where nobody counts.
    pub complaints: Option<u32>,
    /// Is `past` all that there was? Then an empty one means a first contact, and one without a complaint that there was
    /// none. Where it is false, what does not stand there is not known.
    pub complete: bool,
    /// Is somebody to be treated with particular care, as an agent noted with their consent?
    pub vulnerable: Option<bool>,
    /// What was promised to them, as the [ledger](crate::ledger) keeps it.
    pub promises: Vec<Entry>,
}

impl Contact {
    /// How often they complained before: as the caller counts or as the record shows, whichever is more. None where the
    /// record shows none and nobody said that it is complete. Where only an incomplete record tells, it is the least.
    pub fn complaints(&self) -> Option<usize> {
        let shown = self.past.iter().filter(|past| past.complaint).count();
        match self.complaints {
            Some(count) => Some(shown.max(usize::try_from(count).unwrap_or(usize::MAX))),
            None => (self.complete || shown > 0).then_some(shown),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn complaints_are_unknown_until_somebody_knows() {
        let calm = Contact { past: vec![Past::default()], ..Contact::default() };
        assert_eq!(calm.complaints(), None, "an incomplete record without a complaint tells nothing");
        assert_eq!(Contact { complete: true, ..calm.clone() }.complaints(), Some(0));
        assert_eq!(Contact { complaints: Some(0), ..calm.clone() }.complaints(), Some(0));
        let cross = Contact { past: vec![Past { complaint: true, ..Past::default() }], ..calm };
        assert_eq!(cross.complaints(), Some(1));
        assert_eq!(Contact { complaints: Some(0), ..cross.clone() }.complaints(), Some(1));
        assert_eq!(Contact { complaints: Some(4), ..cross }.complaints(), Some(4));
    }
}
