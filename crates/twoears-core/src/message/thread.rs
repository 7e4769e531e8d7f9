//! What was said before in the same conversation.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Who said a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum From {
    /// The customer.
    #[serde(alias = "in", alias = "user")]
    Customer,
    /// The organisation: a person or a machine that answers for it.
    #[serde(alias = "out", alias = "agent", alias = "organization")]
    Organisation,
}

/// One earlier message of the conversation.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Turn {
    /// Who said it.
    pub from: From,
    /// What was said.
    pub text: String,
    /// When.
    #[serde(default)]
    pub sent_at: Option<Timestamp>,
}

/// Shows who and how long, never the text.
impl std::fmt::Debug for Turn {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Turn")
            .field("from", &self.from)
            .field("bytes", &self.text.len())
            .finish_non_exhaustive()
    }
}

/// The earlier turns of a conversation, oldest first.
///
/// ```
/// use twoears_core::{From, Thread};
/// let thread = Thread::default().turn(From::Customer, "Where is my parcel?").turn(From::Customer, "Hello?");
/// assert_eq!(thread.unanswered(), 2);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Thread(Vec<Turn>);

impl Thread {
    /// A thread of these turns, oldest first.
    pub fn new(turns: Vec<Turn>) -> Self {
        Self(turns)
    }

    /// Adds a turn at the end.
    pub fn turn(mut self, from: From, text: impl Into<String>) -> Self {
        self.0.push(Turn { from, text: text.into(), sent_at: None });
        self
    }

    /// All turns, oldest first.
    pub fn turns(&self) -> &[Turn] {
        &self.0
    }

    /// Has nothing been said before?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The organisation's last turn.
    pub fn last_answer(&self) -> Option<&Turn> {
        self.0.iter().rev().find(|turn| turn.from == From::Organisation)
    }

    /// How many of the customer's turns nobody has answered yet.
    pub fn unanswered(&self) -> usize {
        self.0.iter().rev().take_while(|turn| turn.from == From::Customer).count()
    }
}
