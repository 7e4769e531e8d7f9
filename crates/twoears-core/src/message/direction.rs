//! Which way a message went, what came with it, and what of it did not come.

use serde::{Deserialize, Serialize};

use crate::label::labels;

labels! {
    /// Which way a message went.
    Direction, "direction" {
        /// From a customer to the organisation.
        In = "in",
        /// From the organisation to a customer: an answer, or what it publishes.
        Out = "out",
        /// Among the organisation's own people: a note that no customer sees. It never reaches a draft.
        Internal = "internal",
        /// From a program about the conversation: "assigned to Ann", "the customer left".
        System = "system",
    }
}

#[expect(clippy::derivable_impls, reason = "the variants are written by a macro")]
impl Default for Direction {
    fn default() -> Self {
        Self::In
    }
}

labels! {
    /// What a payload should hold and does not. A gap is no error: the message is kept, and a person is told what to open.
    Gap, "gap" {
        /// The words are held back or stand elsewhere: the platform blanks them, or tells of the message without them.
        BodyUnavailable = "body_unavailable",
        /// Who wrote it is held back, or not told.
        AuthorUnknown = "author_unknown",
        /// Whether others can read it is not told. It counts as public when personal data is hidden, and as private when
        /// choosing where to publish.
        VisibilityUnknown = "visibility_unknown",
        /// When it was written is not told; the time it came in counts.
        TimeUnknown = "time_unknown",
    }
}

labels! {
    /// What kind of thing came with a message.
    AttachmentKind, "attachment kind" {
        /// A picture.
        Image = "image",
        /// A moving picture.
        Video = "video",
        /// A sound or a voice message.
        Audio = "audio",
        /// A document or any other file.
        File = "file",
        /// A place on the map.
        Location = "location",
        /// Somebody's card.
        Contact = "contact",
        /// A sticker or a moving emoji.
        Sticker = "sticker",
        /// A post or story that was shared or quoted.
        Share = "share",
        /// Anything else.
        Other = "other",
    }
}

/// Something that came with a message. The thing itself is not looked at: what it is called is all that is known.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// What kind of thing.
    pub kind: AttachmentKind,
    /// Its name, or the words that describe it.
    #[serde(default)]
    pub title: Option<String>,
}

impl Attachment {
    /// A thing of that kind.
    pub fn new(kind: AttachmentKind) -> Self {
        Self { kind, title: None }
    }

    /// Sets its name, or the words that describe it.
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }
}

/// Shows the kind, never the title: it may name somebody.
impl std::fmt::Debug for Attachment {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Attachment").field("kind", &self.kind).finish_non_exhaustive()
    }
}
