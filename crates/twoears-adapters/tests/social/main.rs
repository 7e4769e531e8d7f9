//! Payloads of Mastodon, Bluesky and X, as they are documented: what comes of each.

#![expect(clippy::unwrap_used, reason = "a test may fail by it")]

mod bluesky;
mod hostile;
mod mastodon;
mod x;
mod x_activity;

use twoears_adapters::inbound::{self, Item, Parsed};
use twoears_adapters::{Platform, Settings};
use twoears_core::Brand;

/// The organisation of all payloads here.
const BRAND: &str = "own_handles = ['@larkway', '@larkway@larkway.example', '@larkway.example']
x_account_id = '2244994945'
[inbound]
own_ids = ['did:plc:larkway7ulb3o6k2pqxn4vtdy']";

fn parsed(platform: Platform, payload: &str) -> Parsed {
    let settings = Settings::of(&Brand::from_toml(BRAND).unwrap()).unwrap();
    inbound::parse(platform, payload.as_bytes(), &settings).unwrap()
}

/// The only message of a payload, with nothing beside it.
fn one(platform: Platform, payload: &str) -> Item {
    let mut parsed = parsed(platform, payload);
    assert_eq!((parsed.items.len(), parsed.passed.len()), (1, 0));
    parsed.items.remove(0)
}

/// What a payload without messages told.
fn passed(platform: Platform, payload: &str) -> Vec<&'static str> {
    let parsed = parsed(platform, payload);
    assert!(parsed.items.is_empty());
    parsed.passed
}

/// The keys of an address, as pairs.
fn keys(item: &Item) -> Vec<(&str, &str)> {
    item.address.keys.iter().map(|(key, id)| (key.as_str(), id.as_str())).collect()
}
