//! What a message on WhatsApp holds, by its `type`.

use serde::Deserialize;
use serde::de::IgnoredAny;
use twoears_core::{Attachment, AttachmentKind};

use crate::inbound::Event;
use crate::read::{List, Obj, Text, Time, attachment_kind};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Content<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    pub(super) from: Text<'a>,
    #[serde(borrow)]
    pub(super) from_user_id: Text<'a>,
    #[serde(borrow)]
    pub(super) to: Text<'a>,
    #[serde(borrow)]
    pub(super) to_user_id: Text<'a>,
    #[serde(borrow)]
    pub(super) group_id: Text<'a>,
    pub(super) timestamp: Time,
    #[serde(borrow)]
    r#type: Text<'a>,
    #[serde(borrow)]
    context: Obj<Context<'a>>,
    #[serde(borrow)]
    text: Part<'a>,
    #[serde(borrow)]
    image: Part<'a>,
    #[serde(borrow)]
    video: Part<'a>,
    #[serde(borrow)]
    document: Part<'a>,
    #[serde(borrow)]
    button: Part<'a>,
    #[serde(borrow)]
    interactive: Option<Box<Obj<Interactive<'a>>>>,
    #[serde(borrow)]
    location: Part<'a>,
    contacts: List<IgnoredAny>,
    #[serde(borrow)]
    order: Part<'a>,
    #[serde(borrow)]
    system: Part<'a>,
    #[serde(borrow)]
    edit: Option<Box<Obj<Edit<'a>>>>,
    #[serde(borrow)]
    revoke: Option<Box<Obj<Edit<'a>>>>,
}

/// One of the many parts of which a message has one or two: boxed, so that the others cost nothing to move.
type Part<'a> = Option<Box<Obj<Words<'a>>>>;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Context<'a> {
    #[serde(borrow)]
    id: Text<'a>,
}

/// The words of whatever it is: a body, a caption, a title; and what it is called.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Words<'a> {
    #[serde(borrow)]
    body: Text<'a>,
    #[serde(borrow)]
    caption: Text<'a>,
    #[serde(borrow)]
    text: Text<'a>,
    #[serde(borrow)]
    title: Text<'a>,
    #[serde(borrow)]
    filename: Text<'a>,
    #[serde(borrow)]
    name: Text<'a>,
    #[serde(borrow)]
    address: Text<'a>,
}

/// A tap on a button or a list, or a form that was sent.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Interactive<'a> {
    #[serde(borrow, rename = "button_reply")]
    button: Part<'a>,
    #[serde(borrow, rename = "list_reply")]
    list: Part<'a>,
    #[serde(borrow, rename = "nfm_reply")]
    form: Part<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Edit<'a> {
    #[serde(borrow)]
    original_message_id: Text<'a>,
    #[serde(borrow)]
    message: Obj<Edited<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Edited<'a> {
    #[serde(borrow)]
    r#type: Text<'a>,
    #[serde(borrow)]
    context: Obj<Context<'a>>,
    #[serde(borrow)]
    text: Part<'a>,
    #[serde(borrow)]
    image: Part<'a>,
    #[serde(borrow)]
    video: Part<'a>,
    #[serde(borrow)]
    document: Part<'a>,
}

impl Content<'_> {
    /// Why it is no message, in words.
    pub(super) fn passed(&self) -> Option<&'static str> {
        match self.r#type.get() {
            Some("reaction") => Some("a reaction"),
            Some("request_welcome") => Some("a chat that was opened"),
            _ => None,
        }
    }

    pub(super) fn is_system(&self) -> bool {
        self.r#type.get() == Some("system")
    }

    pub(super) fn event(&self) -> Event {
        match self.r#type.get() {
            Some("edit") => Event::Edited,
            Some("revoke") => Event::Deleted,
            _ => Event::Created,
        }
    }

    /// The id of the message, of an edit or a deletion the id of what it changes.
    pub(super) fn id(&self) -> Option<String> {
        let change = match self.event() {
            Event::Created => &None,
            Event::Edited => &self.edit,
            Event::Deleted => &self.revoke,
        };
        let original = change.as_deref().and_then(|change| change.original_message_id.id());
        original.or_else(|| self.id.id())
    }

    fn edited(&self) -> Option<&Edited<'_>> {
        self.edit.as_deref().map(|edit| &*edit.message)
    }

    /// The id of the message that it answers.
    pub(super) fn answers(&self) -> Option<String> {
        self.context.id.id().or_else(|| self.edited()?.context.id.id())
    }

    pub(super) fn words(&self) -> String {
        let (tap, edited) = (self.interactive.as_deref(), self.edited());
        let texts = [
            pick(&self.text, |words| &words.body),
            pick(&self.image, |words| &words.caption),
            pick(&self.video, |words| &words.caption),
            pick(&self.document, |words| &words.caption),
            pick(&self.button, |words| &words.text),
            tap.and_then(|tap| pick(&tap.button, |words| &words.title)),
            tap.and_then(|tap| pick(&tap.list, |words| &words.title)),
            tap.and_then(|tap| pick(&tap.form, |words| &words.body)),
            pick(&self.order, |words| &words.text),
            pick(&self.system, |words| &words.body),
            edited.and_then(|edited| pick(&edited.text, |words| &words.body)),
            edited.and_then(|edited| pick(&edited.image, |words| &words.caption)),
            edited.and_then(|edited| pick(&edited.video, |words| &words.caption)),
            edited.and_then(|edited| pick(&edited.document, |words| &words.caption)),
        ];
        texts.into_iter().flatten().next().map(Text::text).unwrap_or_default()
    }

    pub(super) fn attachments(&self) -> Vec<Attachment> {
        let edited = self.edited().filter(|_| self.event() == Event::Edited);
        let kind = edited.and_then(|edited| edited.r#type.get()).or(self.r#type.get()).unwrap_or_default();
        let title = match kind {
            "image" | "video" | "audio" | "voice" | "sticker" | "order" => None,
            "document" => {
                let document = edited.map_or(&self.document, |edited| &edited.document);
                pick(document, |words| &words.filename).and_then(Text::name)
            }
            "location" => {
                let name = pick(&self.location, |words| &words.name).and_then(Text::name);
                name.or_else(|| pick(&self.location, |words| &words.address).and_then(Text::name))
            }
            "contacts" => {
                return vec![Attachment::new(AttachmentKind::Contact); self.contacts.len().max(1)];
            }
            _ => return Vec::new(),
        };
        vec![Attachment { title, ..Attachment::new(attachment_kind(kind)) }]
    }
}

/// A field of a part, when it is told.
fn pick<'b, 'a>(part: &'b Part<'a>, field: fn(&'b Words<'a>) -> &'b Text<'a>) -> Option<&'b Text<'a>> {
    part.as_deref().map(|words| field(words)).filter(|text| text.get().is_some())
}
