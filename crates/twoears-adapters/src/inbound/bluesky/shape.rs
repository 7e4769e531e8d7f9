//! What is read of Bluesky's payloads.

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::read::{List, Obj, Text, Time};

/// A post view, a notification, or an event of Jetstream.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Top<'a> {
    #[serde(borrow)]
    pub(super) uri: Text<'a>,
    #[serde(borrow)]
    pub(super) cid: Text<'a>,
    #[serde(borrow)]
    pub(super) author: Obj<Profile<'a>>,
    #[serde(borrow)]
    pub(super) record: Obj<Record<'a>>,
    #[serde(borrow)]
    pub(super) reason: Text<'a>,
    pub(super) indexed_at: Time,
    #[serde(borrow)]
    pub(super) did: Text<'a>,
    #[serde(borrow, rename = "time_us")]
    pub(super) time_us: Text<'a>,
    #[serde(borrow)]
    pub(super) kind: Text<'a>,
    #[serde(borrow)]
    pub(super) commit: Obj<Commit<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Commit<'a> {
    #[serde(borrow)]
    pub(super) operation: Text<'a>,
    #[serde(borrow)]
    pub(super) collection: Text<'a>,
    #[serde(borrow)]
    pub(super) rkey: Text<'a>,
    #[serde(borrow)]
    pub(super) cid: Text<'a>,
    #[serde(borrow)]
    pub(super) record: Obj<Record<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Profile<'a> {
    #[serde(borrow)]
    pub(super) did: Text<'a>,
    #[serde(borrow)]
    pub(super) handle: Text<'a>,
    #[serde(borrow)]
    pub(super) display_name: Text<'a>,
    #[serde(borrow)]
    pub(super) followers_count: Text<'a>,
    #[serde(borrow)]
    pub(super) labels: List<Obj<Label<'a>>>,
    #[serde(borrow)]
    pub(super) verification: Obj<Verification<'a>>,
    #[serde(borrow)]
    pub(super) associated: Obj<Associated<'a>>,
    #[serde(borrow)]
    pub(super) viewer: Obj<Viewer<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Label<'a> {
    #[serde(borrow)]
    pub(super) val: Text<'a>,
    /// Takes a label back.
    #[serde(borrow)]
    pub(super) neg: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Verification<'a> {
    #[serde(borrow)]
    pub(super) verified_status: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Associated<'a> {
    #[serde(borrow)]
    pub(super) chat: Obj<Chat<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Chat<'a> {
    #[serde(borrow)]
    pub(super) allow_incoming: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Viewer<'a> {
    #[serde(borrow)]
    pub(super) muted: Text<'a>,
    #[serde(borrow)]
    pub(super) followed_by: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Record<'a> {
    #[serde(borrow)]
    pub(super) text: Text<'a>,
    #[serde(borrow)]
    pub(super) facets: List<Obj<Facet<'a>>>,
    #[serde(borrow)]
    pub(super) langs: List<Text<'a>>,
    #[serde(borrow)]
    pub(super) reply: Obj<Reply<'a>>,
    #[serde(borrow)]
    pub(super) embed: Obj<Embed<'a, Embed<'a>>>,
    pub(super) created_at: Time,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Reply<'a> {
    #[serde(borrow)]
    pub(super) root: Obj<Place<'a>>,
    #[serde(borrow)]
    pub(super) parent: Obj<Place<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Place<'a> {
    #[serde(borrow)]
    pub(super) uri: Text<'a>,
    #[serde(borrow)]
    pub(super) cid: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Facet<'a> {
    #[serde(borrow)]
    pub(super) index: Obj<Index<'a>>,
    #[serde(borrow)]
    pub(super) features: List<Obj<Feature<'a>>>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Index<'a> {
    #[serde(borrow)]
    pub(super) byte_start: Text<'a>,
    #[serde(borrow)]
    pub(super) byte_end: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Feature<'a> {
    #[serde(borrow, rename = "$type")]
    pub(super) r#type: Text<'a>,
    #[serde(borrow)]
    pub(super) uri: Text<'a>,
    #[serde(borrow)]
    pub(super) did: Text<'a>,
}

/// Something embedded; beside a quoted post there can be pictures, a video or a link in `media`.
#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "Media: Deserialize<'de> + Default"))]
pub(super) struct Embed<'a, Media = IgnoredAny> {
    #[serde(borrow, rename = "$type")]
    pub(super) r#type: Text<'a>,
    #[serde(borrow)]
    pub(super) images: List<Obj<Image<'a>>>,
    #[serde(borrow)]
    pub(super) alt: Text<'a>,
    #[serde(borrow)]
    pub(super) external: Obj<External<'a>>,
    pub(super) media: Obj<Media>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Image<'a> {
    #[serde(borrow)]
    pub(super) alt: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct External<'a> {
    #[serde(borrow)]
    pub(super) title: Text<'a>,
}
