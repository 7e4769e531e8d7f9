//! How the writer can be reached in private, as far as the caller knows.

use serde::{Deserialize, Serialize};

/// What the caller knows of the way to the writer in private. Everything is unknown until it is said: a way that may be
/// open is offered with a note to check, one that is known to be closed is not.
///
/// How many people the writer reaches is another matter: [`Author::followers`](super::Author::followers).
///
/// ```
/// use twoears_core::{Channel, Message, Reach};
/// let reach = Reach::default().private_reply_sent(true);
/// let message = Message::new("my card was charged twice").channel(Channel::Facebook).reach(reach);
/// assert_eq!((message.reach.private_reply_sent, message.reach.live), (Some(true), None));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reach {
    /// Does the writer's account take messages from the organisation? `receives_your_dm` on X, `allowIncoming` on Bluesky.
    pub accepts_messages: Option<bool>,
    /// Has a private reply to this very post been sent already? Facebook and Instagram allow one.
    pub private_reply_sent: Option<bool>,
    /// For a comment on a live broadcast: is it still on? None for any other message.
    pub live: Option<bool>,
}

impl Reach {
    /// Sets whether the writer's account takes messages from the organisation.
    pub fn accepts_messages(mut self, accepts: bool) -> Self {
        self.accepts_messages = Some(accepts);
        self
    }

    /// Sets whether a private reply to this post was sent already.
    pub fn private_reply_sent(mut self, sent: bool) -> Self {
        self.private_reply_sent = Some(sent);
        self
    }

    /// Says that this is a comment on a live broadcast, and whether that is still on.
    pub fn live(mut self, on: bool) -> Self {
        self.live = Some(on);
        self
    }
}
