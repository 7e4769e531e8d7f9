//! Where a message was written and who can see it.

use crate::label::labels;

labels! {
    /// Where a message was written.
    Channel, "channel" {
        /// X, formerly Twitter.
        X = "x",
        /// Facebook.
        Facebook = "facebook",
        /// Instagram.
        Instagram = "instagram",
        /// WhatsApp.
        Whatsapp = "whatsapp",
        /// Messenger.
        Messenger = "messenger",
        /// Mastodon.
        Mastodon = "mastodon",
        /// Bluesky.
        Bluesky = "bluesky",
        /// `LinkedIn`.
        Linkedin = "linkedin",
        /// Reddit.
        Reddit = "reddit",
        /// Threads.
        Threads = "threads",
        /// TikTok.
        Tiktok = "tiktok",
        /// Telegram.
        Telegram = "telegram",
        /// LINE.
        Line = "line",
        /// `YouTube`.
        Youtube = "youtube",
        /// SMS.
        Sms = "sms",
        /// E-mail.
        Email = "email",
        /// Web chat.
        Chat = "chat",
        /// Any other, or unknown.
        Other = "other",
    }
}

#[expect(clippy::derivable_impls, reason = "the variants are written by a macro")]
impl Default for Channel {
    fn default() -> Self {
        Self::Other
    }
}

impl Channel {
    /// Do messages there usually stand in the open? Unknown channels count as open: the careful reading.
    pub fn is_public_by_habit(self) -> bool {
        !matches!(
            self,
            Self::Whatsapp
                | Self::Messenger
                | Self::Telegram
                | Self::Line
                | Self::Sms
                | Self::Email
                | Self::Chat
        )
    }
}

labels! {
    /// Who can see a message.
    Visibility, "visibility" {
        /// Everybody.
        Public = "public",
        /// Everybody who has the link.
        Unlisted = "unlisted",
        /// The writer's followers.
        Followers = "followers",
        /// The organisation alone.
        Private = "private",
        /// Not known: follows the channel's habit.
        Unknown = "unknown",
    }
}

#[expect(clippy::derivable_impls, reason = "the variants are written by a macro")]
impl Default for Visibility {
    fn default() -> Self {
        Self::Unknown
    }
}
