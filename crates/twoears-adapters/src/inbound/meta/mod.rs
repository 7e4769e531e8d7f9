//! What the webhooks of Meta's platforms share: the envelope `{object, entry: [{id, time, …}]}`, and messages of a
//! conversation ([`messaging`]), which Messenger and Instagram write alike.
//!
//! Documented in "Webhooks, Getting Started" of the Graph API. Up to 1,000 changes may come in one payload; `time` is in
//! seconds for changes and in milliseconds for messages, and both are read.

#[cfg(any(feature = "facebook", feature = "messenger", feature = "instagram"))]
pub(crate) mod messaging;
#[cfg(any(feature = "facebook", feature = "messenger"))]
pub(crate) mod page;

use serde::Deserialize;

use crate::Error;
use crate::read::{self, List, Obj, Text};

#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "E: Deserialize<'de> + Default"))]
struct Payload<'a, E> {
    #[serde(borrow)]
    object: Text<'a>,
    entry: List<Obj<E>>,
}

/// The `field` that changed, and the change itself.
#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "V: Deserialize<'de> + Default"))]
pub(crate) struct Change<'a, V> {
    #[serde(borrow)]
    pub(crate) field: Text<'a>,
    pub(crate) value: Obj<V>,
}

/// Somebody, by an id.
#[cfg(any(feature = "facebook", feature = "messenger", feature = "instagram"))]
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Who<'a> {
    #[serde(borrow)]
    pub(crate) id: Text<'a>,
}

/// The entries of a webhook whose `object` is that one.
///
/// # Errors
/// When it is not JSON, or the webhook of another object: the error then names the adapter that reads it.
pub(crate) fn entries<'a, E>(text: &'a str, object: &str) -> Result<List<Obj<E>>, Error>
where
    E: Deserialize<'a> + Default,
{
    let payload: Obj<Payload<'a, E>> = read::json(text)?;
    let payload = payload.into_inner();
    let instead = match payload.object.get() {
        Some(found) if found == object => return Ok(payload.entry),
        Some("page") => "this is a page's: read it as `facebook` or `messenger`",
        Some("instagram") => "this is an Instagram account's: read it as `instagram`",
        Some("whatsapp_business_account") => "this is a WhatsApp account's: read it as `whatsapp`",
        Some(_) => "it is another",
        None => "there is none: not a webhook of Meta",
    };
    Err(Error::payload(format!("`object` has to be `{object}`; {instead}")))
}
