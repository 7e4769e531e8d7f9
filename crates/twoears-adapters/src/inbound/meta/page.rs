//! A page's webhook, `object: page`. Comments and posts (Facebook) and messages (Messenger) come to the same address, even
//! in the same payload, so the adapters `facebook` and `messenger` both read all of it; each item says whose it is.

use serde::Deserialize;

use super::messaging::{Messaging, Place};
use super::{Change, entries};
use crate::inbound::{Parsed, facebook};
use crate::read::{self, List, Obj, Text, Time};
use crate::{Error, Platform, Settings};
use twoears_core::Channel;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Entry<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    time: Time,
    #[serde(borrow)]
    changes: List<Obj<Change<'a, facebook::Feed<'a>>>>,
    #[serde(borrow)]
    messaging: List<Obj<Messaging<'a>>>,
    #[serde(borrow)]
    standby: List<Obj<Messaging<'a>>>,
}

pub(crate) fn parse(payload: &[u8], settings: &Settings) -> Result<Parsed, Error> {
    let text = read::text(payload);
    let mut parsed = Parsed::default();
    for entry in entries::<Entry<'_>>(&text, "page")?.iter() {
        for change in entry.changes.iter() {
            facebook::read(change, &entry.id, entry.time, settings, &mut parsed);
        }
        let place = |standby| Place {
            platform: Platform::Messenger,
            channel: Channel::Messenger,
            own: &entry.id,
            own_key: "page_id",
            time: entry.time,
            standby,
        };
        for event in entry.messaging.iter() {
            event.read(&place(false), settings, &mut parsed);
        }
        for event in entry.standby.iter() {
            event.read(&place(true), settings, &mut parsed);
        }
        if entry.changes.is_empty() && entry.messaging.is_empty() && entry.standby.is_empty() {
            parsed.passed.push("an entry without an event");
        }
    }
    Ok(parsed)
}
