//! Any JSON object that holds one message, by the map `[inbound.json]` (`mapped` says how it is written).
//!
//! Without a map each field is looked for by its own name: `text`, `id`, `author.name`, `sent_at`, and so on. There are no
//! address keys: where an answer goes is not known here.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::mapped::{self, FIELDS, Plan, Shape};
use super::{Item, Parsed};
use crate::outbound::Address;
use crate::{Error, Platform, Settings, read};

/// The map's name in the settings.
pub(crate) const NAME: &str = "json";

static OWN_NAMES: LazyLock<Result<Plan, Error>> = LazyLock::new(|| plan(&BTreeMap::new()));

/// Makes a map ready.
pub(crate) fn plan(map: &BTreeMap<String, String>) -> Result<Plan, Error> {
    let names: Vec<(&str, &str)> = FIELDS.iter().map(|(_, name, _)| (*name, *name)).collect();
    mapped::compile(NAME, Shape::Paths, map, if map.is_empty() { &names } else { &[] })
}

pub(crate) fn parse(payload: &[u8], settings: &Settings) -> Result<Parsed, Error> {
    let plan = mapped::ready(settings.plan(NAME), &OWN_NAMES)?;
    let text = read::text(payload);
    let values = mapped::walk(plan, &text)?;
    if values.is_empty() {
        return Err(Error::payload("none of the fields that `[inbound.json]` names is there"));
    }
    let built = mapped::build(&values, settings);
    let address = Address::new(Platform::Json)
        .with("message_id", Some(built.message.id.clone()))
        .with("thread_id", built.message.thread_id.clone());
    Ok(Parsed::one(Item { platform: Platform::Json, event: built.event, message: built.message, address }))
}

#[cfg(test)]
mod tests;
