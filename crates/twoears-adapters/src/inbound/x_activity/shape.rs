//! What is read of the payloads of X's account activity.

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::inbound::x_text::Entities;
use crate::read::{Entries, List, Obj, Text, Time};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Payload<'a> {
    #[serde(borrow)]
    pub(super) for_user_id: Text<'a>,
    #[serde(borrow)]
    pub(super) tweet_create_events: List<Obj<Post<'a>>>,
    #[serde(borrow)]
    pub(super) direct_message_events: List<Obj<Direct<'a>>>,
    #[serde(borrow)]
    pub(super) tweet_delete_events: List<Obj<Delete<'a>>>,
    #[serde(borrow)]
    pub(super) users: Entries<'a, User<'a>>,
    favorite_events: List<IgnoredAny>,
    follow_events: List<IgnoredAny>,
    unfollow_events: List<IgnoredAny>,
    block_events: List<IgnoredAny>,
    unblock_events: List<IgnoredAny>,
    mute_events: List<IgnoredAny>,
    unmute_events: List<IgnoredAny>,
    direct_message_indicate_typing_events: List<IgnoredAny>,
    direct_message_mark_read_events: List<IgnoredAny>,
    user_event: Option<IgnoredAny>,
}

impl Payload<'_> {
    /// What else happened, in words.
    pub(super) fn others(&self) -> impl Iterator<Item = &'static str> {
        let lists = [
            (&self.favorite_events, "a like"),
            (&self.follow_events, "a follower"),
            (&self.unfollow_events, "somebody stopped following"),
            (&self.block_events, "an account was blocked"),
            (&self.unblock_events, "an account was unblocked"),
            (&self.mute_events, "an account was muted"),
            (&self.unmute_events, "an account was unmuted"),
            (&self.direct_message_indicate_typing_events, "somebody is typing"),
            (&self.direct_message_mark_read_events, "a direct message was read"),
        ];
        let revoked = self.user_event.is_some().then_some("the account took its permission back");
        let happened = lists.map(|(events, what)| (!events.is_empty()).then_some(what));
        happened.into_iter().chain([revoked]).flatten()
    }
}

/// A post in the shape of the API's first version.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Post<'a> {
    #[serde(borrow)]
    pub(super) id: Text<'a>,
    #[serde(borrow)]
    pub(super) id_str: Text<'a>,
    #[serde(borrow)]
    pub(super) text: Text<'a>,
    #[serde(borrow)]
    pub(super) full_text: Text<'a>,
    #[serde(borrow)]
    pub(super) extended_tweet: Obj<Long<'a>>,
    #[serde(borrow)]
    pub(super) entities: Obj<Entities<'a>>,
    #[serde(borrow)]
    pub(super) extended_entities: Obj<Extended<'a>>,
    #[serde(borrow)]
    pub(super) user: Obj<User<'a>>,
    #[serde(borrow)]
    pub(super) in_reply_to_status_id: Text<'a>,
    #[serde(borrow)]
    pub(super) in_reply_to_status_id_str: Text<'a>,
    #[serde(borrow)]
    pub(super) created_at: Text<'a>,
    pub(super) timestamp_ms: Time,
    #[serde(borrow)]
    pub(super) lang: Text<'a>,
    #[serde(borrow)]
    pub(super) retweeted_status: Obj<Other<'a>>,
    #[serde(borrow)]
    pub(super) quoted_status: Obj<Other<'a>>,
}

/// The whole of a post that was cut.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Long<'a> {
    #[serde(borrow)]
    pub(super) full_text: Text<'a>,
    #[serde(borrow)]
    pub(super) entities: Obj<Entities<'a>>,
    #[serde(borrow)]
    pub(super) extended_entities: Obj<Extended<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Extended<'a> {
    #[serde(borrow)]
    pub(super) media: List<Obj<Media<'a>>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Media<'a> {
    #[serde(borrow)]
    pub(super) r#type: Text<'a>,
    #[serde(borrow)]
    pub(super) ext_alt_text: Text<'a>,
    #[serde(borrow)]
    pub(super) url: Text<'a>,
}

/// A post that another one repeats or quotes.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Other<'a> {
    #[serde(borrow)]
    pub(super) id: Text<'a>,
    #[serde(borrow)]
    pub(super) id_str: Text<'a>,
    #[serde(borrow)]
    pub(super) text: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct User<'a> {
    #[serde(borrow)]
    pub(super) id: Text<'a>,
    #[serde(borrow)]
    pub(super) id_str: Text<'a>,
    #[serde(borrow)]
    pub(super) name: Text<'a>,
    #[serde(borrow)]
    pub(super) screen_name: Text<'a>,
    #[serde(borrow)]
    pub(super) protected: Text<'a>,
    #[serde(borrow)]
    pub(super) verified: Text<'a>,
    #[serde(borrow)]
    pub(super) followers_count: Text<'a>,
}

/// An event of a direct conversation.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Direct<'a> {
    #[serde(borrow)]
    pub(super) r#type: Text<'a>,
    #[serde(borrow)]
    pub(super) id: Text<'a>,
    pub(super) created_timestamp: Time,
    #[serde(borrow)]
    pub(super) message_create: Obj<Create<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Create<'a> {
    #[serde(borrow)]
    pub(super) target: Obj<Target<'a>>,
    #[serde(borrow)]
    pub(super) sender_id: Text<'a>,
    #[serde(borrow)]
    pub(super) message_data: Obj<Data<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Target<'a> {
    #[serde(borrow)]
    pub(super) recipient_id: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Data<'a> {
    #[serde(borrow)]
    pub(super) text: Text<'a>,
    #[serde(borrow)]
    pub(super) entities: Obj<Entities<'a>>,
    #[serde(borrow)]
    pub(super) attachment: Obj<Attached<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Attached<'a> {
    #[serde(borrow)]
    pub(super) r#type: Text<'a>,
    #[serde(borrow)]
    pub(super) media: Obj<Media<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Delete<'a> {
    #[serde(borrow)]
    pub(super) status: Obj<Status<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Status<'a> {
    #[serde(borrow)]
    pub(super) id: Text<'a>,
    #[serde(borrow)]
    pub(super) user_id: Text<'a>,
}
