//! What adapters have to know of the organisation.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use twoears_core::Brand;

#[cfg(any(feature = "csv", feature = "freshdesk", feature = "json"))]
use crate::inbound::{self, mapped::Plan};
use crate::{Error, read};

/// Maps as the settings give them: by adapter, by field.
type Maps = BTreeMap<String, BTreeMap<String, String>>;

/// What adapters have to know of the organisation: its own accounts, and how payloads that it shapes itself are laid out.
///
/// ```
/// use twoears_adapters::Settings;
/// let brand = twoears_core::Brand::from_toml("own_handles = ['@Larkway']\n[inbound]\nown_ids = ['42']")?;
/// let settings = Settings::of(&brand)?;
/// assert!(settings.is_own("42") && settings.is_own("larkway"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Settings {
    own: BTreeSet<String>,
    #[cfg(any(feature = "csv", feature = "freshdesk", feature = "json"))]
    plans: BTreeMap<&'static str, Plan>,
}

/// Shows how many accounts there are and which maps, never an id.
impl std::fmt::Debug for Settings {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut out = out.debug_struct("Settings");
        out.field("own", &self.own.len());
        #[cfg(any(feature = "csv", feature = "freshdesk", feature = "json"))]
        out.field("maps", &self.plans.keys());
        out.finish()
    }
}

/// Checks a map of the settings and makes it ready.
#[cfg(any(feature = "csv", feature = "freshdesk", feature = "json"))]
type Compile = fn(&BTreeMap<String, String>) -> Result<Plan, Error>;

/// The adapters that take a map, by its name.
#[cfg(any(feature = "csv", feature = "freshdesk", feature = "json"))]
const MAPPED: &[(&str, Compile)] = &[
    #[cfg(feature = "csv")]
    (inbound::csv::NAME, inbound::csv::plan),
    #[cfg(feature = "freshdesk")]
    (inbound::freshdesk::NAME, inbound::freshdesk::plan),
    #[cfg(feature = "json")]
    (inbound::json::NAME, inbound::json::plan),
];

impl Settings {
    /// What the organisation's settings say.
    ///
    /// # Errors
    /// When `[inbound]` names a map that no adapter takes, or a field that no message has.
    pub fn of(brand: &Brand) -> Result<Self, Error> {
        let own = brand.inbound.own_ids.iter().chain(&brand.own_handles).chain(&brand.x_account_id);
        let own = own.map(|own| plain(own).into_owned()).filter(|own| !own.is_empty()).collect();
        Self::with_maps(own, &brand.inbound.maps)
    }

    /// Is that id or handle one of the organisation's own accounts?
    pub fn is_own(&self, id_or_handle: &str) -> bool {
        !self.own.is_empty() && self.own.contains(&*plain(id_or_handle))
    }

    /// The map that the settings give an adapter, made ready.
    #[cfg(any(feature = "csv", feature = "freshdesk", feature = "json"))]
    pub(crate) fn plan(&self, name: &str) -> Option<&Plan> {
        self.plans.get(name)
    }

    #[cfg(any(feature = "csv", feature = "freshdesk", feature = "json"))]
    fn with_maps(own: BTreeSet<String>, maps: &Maps) -> Result<Self, Error> {
        let mut plans = BTreeMap::new();
        for (name, map) in maps {
            let Some((known, compile)) = MAPPED.iter().find(|(known, _)| known == name) else {
                let known: Vec<&str> = MAPPED.iter().map(|(known, _)| *known).collect();
                return Err(unknown_map(name, &known.join(", ")));
            };
            plans.insert(*known, compile(map)?);
        }
        Ok(Self { own, plans })
    }

    #[cfg(not(any(feature = "csv", feature = "freshdesk", feature = "json")))]
    fn with_maps(own: BTreeSet<String>, maps: &Maps) -> Result<Self, Error> {
        match maps.keys().next() {
            None => Ok(Self { own }),
            Some(name) => Err(unknown_map(name, "none in this build")),
        }
    }
}

fn unknown_map(name: &str, known: &str) -> Error {
    Error::settings(format!("`inbound.{name}`: no adapter takes a map of that name; those that do: {known}"))
}

fn plain(id: &str) -> Cow<'_, str> {
    read::lower(id.trim().trim_start_matches('@'))
}

#[cfg(test)]
#[cfg(all(feature = "csv", feature = "freshdesk", feature = "json"))]
mod tests {
    use super::*;

    fn settings(toml: &str) -> Result<Settings, Error> {
        Settings::of(&Brand::from_toml(toml).unwrap())
    }

    #[test]
    fn a_wrong_map_is_named_by_its_key() {
        for (toml, wants) in [
            ("[inbound.fax]\ntext = 'a'", vec!["`inbound.fax`", "csv, freshdesk, json"]),
            ("[inbound.json]\ntxt = 'a'", vec!["`inbound.json.txt`", "author.name"]),
            ("[inbound.json]\ntext = 'a..b'", vec!["`inbound.json.text`", "empty path"]),
            ("[inbound.json]\ntext = ''", vec!["`inbound.json.text`", "empty path"]),
            ("[inbound.freshdesk]\n'author.nick' = 'a'", vec!["`inbound.freshdesk.author.nick`"]),
            ("[inbound.csv]\ndelimiter = '::'", vec!["`inbound.csv.delimiter`"]),
            ("[inbound.json]\ndelimiter = ';'", vec!["`inbound.json.delimiter`"]),
        ] {
            let error = settings(toml).unwrap_err();
            assert!(error.is_settings(), "{error}");
            assert!(wants.iter().all(|want| error.to_string().contains(want)), "{error}");
        }
        assert!(settings("[inbound.csv]\ntext = 'Body'\ndelimiter = ';'").is_ok());
    }
}
