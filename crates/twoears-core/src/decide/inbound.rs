//! What reading the payloads of helpdesks and platforms has to know of the organisation.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Settings of `[inbound]`. The adapters that use them check them when a desk is built.
///
/// ```
/// let brand = twoears_core::Brand::from_toml("[inbound]\nown_ids = ['1234567890']\n[inbound.csv]\ntext = 'Body'")?;
/// assert!(brand.inbound.own_ids.contains(&"1234567890".to_owned()));
/// assert_eq!(brand.inbound.maps["csv"]["text"], "Body");
/// # Ok::<(), twoears_core::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Inbound {
    /// The organisation's own ids on the platforms: pages, accounts, agents, DIDs. What they wrote is an answer or a post of
    /// its own, never a customer's message. `own_handles` and `x_account_id` count as well.
    pub own_ids: Vec<String>,
    /// By adapter: which field of a payload holds what, for adapters whose payloads an organisation shapes itself.
    #[serde(flatten)]
    pub maps: BTreeMap<String, BTreeMap<String, String>>,
}
