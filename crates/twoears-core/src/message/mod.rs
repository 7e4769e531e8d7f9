//! What comes in: a message, who wrote it, where, and what was said before.

mod author;
mod basis;
mod channel;
mod contact;
mod direction;
mod reach;
mod surrogates;
mod thread;
pub mod time;

pub use author::{Author, AuthorKind};
pub use basis::{Basis, Mark, Stale};
pub use channel::{Channel, Visibility};
pub use contact::{Contact, Past};
pub use direction::{Attachment, AttachmentKind, Direction, Gap};
pub use reach::Reach;
pub use surrogates::mend;
pub use thread::{From, Thread, Turn};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::Language;

/// One inbound message. Any text is a message: nothing that a customer writes can fail.
///
/// ```
/// use twoears_core::{Author, Channel, Message};
/// let message = Message::new("My card was charged twice.")
///     .id("m1")
///     .channel(Channel::X)
///     .author(Author::new("ktmink").followers(12_000));
/// assert_eq!(message.channel, Channel::X);
/// ```
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Message {
    /// The caller's id of the message; empty when there is none.
    pub id: String,
    /// What was written, as it came in.
    pub text: String,
    /// Where it was written.
    pub channel: Channel,
    /// Who can see it; unknown by default.
    pub visibility: Visibility,
    /// Who wrote it.
    pub author: Author,
    /// When it was sent.
    pub sent_at: Option<Timestamp>,
    /// What was said before, oldest first.
    pub thread: Thread,
    /// How the writer can be reached in private; unknown by default.
    pub reach: Reach,
    /// Which way it went; in, unless said.
    pub direction: Direction,
    /// The platform's id of the conversation.
    pub thread_id: Option<String>,
    /// The platform's id of the message that this one answers.
    pub parent_id: Option<String>,
    /// The language that the platform takes it for; a hint.
    pub language: Option<Language>,
    /// What came with it.
    pub attachments: Vec<Attachment>,
    /// What the payload should hold and did not.
    pub gaps: Vec<Gap>,
    /// What is known of the writer from before, over all channels.
    pub contact: Contact,
}

impl Message {
    /// A message of that text; everything else unknown.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Sets the id, which also seeds the choice of words in a draft.
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets the channel.
    pub fn channel(mut self, channel: Channel) -> Self {
        self.channel = channel;
        self
    }

    /// Sets who can see it.
    pub fn visibility(mut self, visibility: Visibility) -> Self {
        self.visibility = visibility;
        self
    }

    /// Sets the author.
    pub fn author(mut self, author: Author) -> Self {
        self.author = author;
        self
    }

    /// Sets when it was sent.
    pub fn sent_at(mut self, sent_at: Timestamp) -> Self {
        self.sent_at = Some(sent_at);
        self
    }

    /// Sets what was said before.
    pub fn thread(mut self, thread: Thread) -> Self {
        self.thread = thread;
        self
    }

    /// Sets what is known of the way to the writer in private.
    pub fn reach(mut self, reach: Reach) -> Self {
        self.reach = reach;
        self
    }

    /// Sets which way it went.
    pub fn direction(mut self, direction: Direction) -> Self {
        self.direction = direction;
        self
    }

    /// Sets the platform's id of the conversation.
    pub fn thread_id(mut self, id: impl Into<String>) -> Self {
        self.thread_id = Some(id.into());
        self
    }

    /// Sets the platform's id of the message that this one answers.
    pub fn parent_id(mut self, id: impl Into<String>) -> Self {
        self.parent_id = Some(id.into());
        self
    }

    /// Sets what is known of the writer from before.
    pub fn contact(mut self, contact: Contact) -> Self {
        self.contact = contact;
        self
    }

    /// Adds something that came with it.
    pub fn attachment(mut self, attachment: Attachment) -> Self {
        self.attachments.push(attachment);
        self
    }

    /// Notes something that the payload should hold and did not; once each.
    pub fn gap(mut self, gap: Gap) -> Self {
        if !self.gaps.contains(&gap) {
            self.gaps.push(gap);
        }
        self
    }

    /// Can anybody but the organisation read it? An unknown visibility follows the channel's habit.
    pub fn is_public(&self) -> bool {
        match self.visibility {
            Visibility::Private => false,
            Visibility::Unknown => self.channel.is_public_by_habit(),
            Visibility::Public | Visibility::Unlisted | Visibility::Followers => true,
        }
    }
}

/// Shows lengths, never the text: a message must not reach a log by accident.
impl std::fmt::Debug for Message {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Message")
            .field("channel", &self.channel)
            .field("visibility", &self.visibility)
            .field("bytes", &self.text.len())
            .field("turns", &self.thread.turns().len())
            .field("direction", &self.direction)
            .field("attachments", &self.attachments.len())
            .field("gaps", &self.gaps)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_no_text() {
        let message = Message::new("card 4111111111111111").author(Author::new("Ann Lee"));
        let shown = format!("{message:?}");
        assert!(!shown.contains("4111") && !shown.contains("Ann"), "{shown}");
    }

    #[test]
    fn an_unknown_visibility_follows_the_channel() {
        assert!(Message::new("hi").channel(Channel::X).is_public());
        assert!(!Message::new("hi").channel(Channel::Email).is_public());
        assert!(Message::new("hi").is_public(), "an unknown channel counts as public");
        assert!(!Message::new("hi").channel(Channel::X).visibility(Visibility::Private).is_public());
    }
}
