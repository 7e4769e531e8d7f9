//! The terms in which channels differ: ways into private, what they need, what is left when time is up, units.

use serde::{Deserialize, Serialize};

use crate::label::labels;

labels! {
    /// The way into private on a channel.
    Mechanism, "mechanism" {
        /// A direct message on X, by a link in the public reply.
        XDm = "x_dm",
        /// A private reply to a comment on Facebook.
        FacebookPrivateReply = "facebook_private_reply",
        /// A private reply to a comment on Instagram.
        InstagramPrivateReply = "instagram_private_reply",
        /// A post that only those mentioned can see, on Mastodon.
        MastodonDirect = "mastodon_direct",
        /// A chat message on Bluesky.
        BlueskyChat = "bluesky_chat",
        /// A private message on Reddit.
        RedditMessage = "reddit_message",
        /// The channel is private already.
        Here = "here",
    }
}

labels! {
    /// What a way into private needs, besides time.
    Need, "need" {
        /// The numeric id of the organisation's own account; without it there is no link.
        OwnId = "own_id",
        /// The organisation's own account takes messages from anyone.
        OwnInbox = "own_inbox",
        /// The customer's account takes messages from the organisation (`allowIncoming` on Bluesky).
        AcceptsMessages = "accepts_messages",
        /// The post mentions the customer and nobody else.
        OneMention = "one_mention",
    }
}

labels! {
    /// What is left when the time to answer on a channel is up.
    After, "what is left" {
        /// Only an approved template can be sent.
        Template = "template",
        /// Only a person's own answer can be sent, for some days more.
        HumanAgent = "human_agent",
        /// Nothing until the customer writes again.
        CustomerFirst = "customer_first",
        /// The public thread, and the other route that the decision names.
        OtherRoute = "other_route",
    }
}

/// How a channel counts the length of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// As X counts: wide characters and emoji 2, links 23.
    Weighted,
    /// User-perceived characters.
    Graphemes,
    /// As Mastodon counts: user-perceived characters; links 23; of `@name@server` only `@name`.
    Mastodon,
    /// Unicode code points.
    #[default]
    Chars,
    /// Bytes of UTF-8.
    Utf8,
    /// GSM-7 septets; one character outside GSM-7 turns the whole text into 16-bit units.
    Gsm7,
}

/// How long a text may be.
///
/// ```
/// use twoears_core::decide::{Limit, Unit};
/// assert_eq!(Limit::new(280, Unit::Weighted).bytes, None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Limit {
    /// The most.
    pub most: u32,
    /// In which unit.
    pub unit: Unit,
    /// The most in bytes of UTF-8 as well, where a channel has two limits.
    pub bytes: Option<u32>,
}

impl Limit {
    /// A limit in one unit.
    pub const fn new(most: u32, unit: Unit) -> Self {
        Self { most, unit, bytes: None }
    }
}
