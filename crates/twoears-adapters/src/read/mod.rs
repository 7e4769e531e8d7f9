//! What every adapter reads with: fields that never fail, caps, and HTML as text.

mod html;
mod loose;
#[cfg(feature = "email")]
pub(crate) mod quote;
#[cfg(feature = "x")]
mod several;
#[cfg(any(feature = "csv", feature = "email", feature = "freshdesk", feature = "json"))]
pub(crate) mod subject;

use std::borrow::Cow;

use serde::Deserialize;
use twoears_core::AttachmentKind;
use twoears_core::message::mend;

use crate::Error;

pub use html::html_to_text;
pub(crate) use loose::{List, Obj, Text, Time};
#[cfg(feature = "x_activity")]
pub(crate) use several::Entries;
#[cfg(feature = "x")]
pub(crate) use several::Several;

/// Bytes of a text that are kept; as many as listening reads.
pub(crate) const TEXT_BYTES: usize = 64 << 10;
/// Characters of a name or a title that are kept.
pub(crate) const NAME_CHARS: usize = 200;
/// Bytes of an id; a longer one is none.
pub(crate) const ID_BYTES: usize = 512;
/// Entries of a list that are read.
pub(crate) const LIST_ENTRIES: usize = 1_000;

/// The payload as text: half surrogate pairs and bytes that are not UTF-8 become U+FFFD.
pub(crate) fn text(payload: &[u8]) -> Cow<'_, str> {
    // Nearly all are UTF-8, and asking for that alone is several times as fast as reading them lossily.
    match std::str::from_utf8(payload) {
        Ok(text) => mend(text),
        Err(_) => Cow::Owned(mend(&String::from_utf8_lossy(payload)).into_owned()),
    }
}

/// Parses a payload; its fields borrow from the text.
pub(crate) fn json<'a, P: Deserialize<'a>>(text: &'a str) -> Result<P, Error> {
    serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| Error::json(&error))
}

/// The kind of an attachment, by a word or a media type.
pub(crate) fn attachment_kind(word: &str) -> AttachmentKind {
    let word = word.split(['/', ';']).next().unwrap_or_default();
    match &*lower(word.trim()) {
        "image" | "photo" | "picture" | "album" => AttachmentKind::Image,
        "video" | "gifv" | "reel" | "ig_reel" | "animated_gif" => AttachmentKind::Video,
        "audio" | "voice" => AttachmentKind::Audio,
        "file" | "document" | "application" | "text" => AttachmentKind::File,
        "location" => AttachmentKind::Location,
        "contact" | "contacts" => AttachmentKind::Contact,
        "sticker" => AttachmentKind::Sticker,
        "share" | "story_mention" | "post" => AttachmentKind::Share,
        _ => AttachmentKind::Other,
    }
}

/// The first bytes of a text, at most so many, cut at a character.
pub(crate) fn first_bytes(text: &str, most: usize) -> &str {
    &text[..text.floor_char_boundary(most)]
}

/// The first characters of a text, at most so many.
pub(crate) fn first_chars(text: &str, most: usize) -> &str {
    // So many bytes hold no more characters.
    let end = if text.len() <= most { None } else { text.char_indices().nth(most) };
    end.map_or(text, |(end, _)| &text[..end])
}

/// The text in lower case; copied where it is not yet.
pub(crate) fn lower(text: &str) -> Cow<'_, str> {
    let is_lower = text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_lower { Cow::Borrowed(text) } else { Cow::Owned(text.to_lowercase()) }
}

/// An id for a message that has none: the same for the same parts. FNV-1a, 64 bits, with the parts' lengths.
#[cfg(any(feature = "csv", feature = "email", feature = "freshdesk", feature = "json"))]
pub(crate) fn stable_id(parts: &[&str]) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for part in parts {
        for byte in part.bytes().chain((part.len() as u64).to_le_bytes()) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("made-{hash:016x}")
}
