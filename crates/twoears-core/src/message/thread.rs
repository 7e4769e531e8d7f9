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
    /// The platform's id of it.
    #[serde(default)]
    pub id: Option<String>,
    /// Who said it.
    pub from: From,
    /// What was said.
    pub text: String,
    /// When.
    #[serde(default)]
    pub sent_at: Option<Timestamp>,
}

impl Turn {
    /// A turn of that text; its id and time unknown.
    pub fn new(from: From, text: impl Into<String>) -> Self {
        Self { id: None, from, text: text.into(), sent_at: None }
    }

    /// Sets the platform's id of it.
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets when it was said.
    pub fn sent_at(mut self, sent_at: Timestamp) -> Self {
        self.sent_at = Some(sent_at);
        self
    }
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
        self.0.push(Turn::new(from, text));
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

    /// The customer's turns since the organisation's last one, oldest first.
    pub fn unanswered_turns(&self) -> &[Turn] {
        &self.0[self.0.len() - self.unanswered()..]
    }

    /// Since when the customer waits: the earliest time that is known of a turn since the last answer. None when nobody
    /// waits, or no time is known.
    ///
    /// ```
    /// use twoears_core::{From, Thread, Turn};
    /// let at = "2026-11-21T09:02:00Z".parse()?;
    /// let asked = Turn::new(From::Customer, "Where is my parcel?").sent_at(at);
    /// let thread = Thread::new(vec![asked, Turn::new(From::Customer, "Hello?")]);
    /// assert_eq!(thread.waiting_since(), Some(at));
    /// assert_eq!(thread.turn(From::Organisation, "On its way!").waiting_since(), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn waiting_since(&self) -> Option<Timestamp> {
        self.unanswered_turns().iter().filter_map(|turn| turn.sent_at).min()
    }
}
