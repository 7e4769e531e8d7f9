//! The organisation's own settings, each with a default.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;

use super::assign::{self, Assign};
use super::channels::Channels;
use super::hours::Hours;
use super::inbound::Inbound;
use super::lint::LintLevels;
use super::located::located;
use super::offers::{self, OfferRule};
use super::priority::Weights;
use super::style::Style;
use super::targets::{Resolution, Targets};
use super::vetted::Vetted;
use crate::analyze::Certainty;
use crate::analyze::privacy::{Contacts, Given, OwnRecognizers};
use crate::label::{Intent, Label};
use crate::{Country, Error, Language};

/// Characters of `x_message` at the most; a first line, not a letter.
const X_MESSAGE: usize = 200;

/// How replies sound.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    /// Kind and personal.
    #[default]
    Warm,
    /// Short and matter-of-fact.
    Plain,
    /// Light where the matter allows it.
    Playful,
}

/// What an organisation says of itself. Every field has a default, so an empty text is a brand.
///
/// ```
/// use twoears_core::{Audience, Brand, Channel};
/// let brand = Brand::from_toml("name = 'Larkway'\n[targets]\nx = 60")?;
/// assert_eq!(brand.targets.base(Channel::X, Audience::Public), 60);
/// assert_eq!(brand.targets.base(Channel::Email, Audience::Private), 720);
/// # Ok::<(), twoears_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Brand {
    /// How the organisation calls itself in a reply; none when it is not to be named.
    pub name: Option<String>,
    /// The last line of a reply.
    pub sign_off: Option<String>,
    /// How replies sound.
    pub voice: Voice,
    /// How the product's own words are put.
    pub style: Style,
    /// The language that replies are written in.
    pub language: Language,
    /// Where the organisation is at home (ISO 3166 alpha-2): whose phone numbers need no country code.
    pub country: Option<Country>,
    /// The organisation's own accounts, with or without `@`.
    pub own_handles: Vec<String>,
    /// The organisation's own addresses and numbers: not a customer's data, and fit for a public reply.
    pub own_contacts: Vec<String>,
    /// The numeric id of the organisation's account on X, which a direct-message link needs.
    pub x_account_id: Option<String>,
    /// What a direct message on X begins with when the customer follows the link: a harmless text, the same for all.
    pub x_message: Option<String>,
    /// Minutes until the first response; in open time where there are hours.
    pub targets: Targets,
    /// What each part of the priority weighs.
    pub priority: Weights,
    /// Minutes until a matter is resolved; in open time where there are hours.
    pub resolution: Resolution,
    /// When somebody is there to answer; always, in a time zone that nobody told, where there are none.
    pub hours: Option<Hours>,
    /// Who answers what, by more than the intent; before `teams`.
    pub assign: Assign,
    /// The names that teams and people may have; any when empty. A name elsewhere that is not on it is an error.
    pub roster: Vec<String>,
    /// Who answers for which intent (`billing.refund`) or group of intents (`billing`).
    pub teams: BTreeMap<String, String>,
    /// Who takes what must not wait.
    pub escalation: People,
    /// Recognizers of personal data that only this organisation needs, and near misses of its own.
    pub private: OwnRecognizers,
    /// Approved words for matters of which no draft is written.
    pub vetted: Vetted,
    /// What people may offer, and to whom.
    pub offers: Vec<OfferRule>,
    /// Rules for replies that count otherwise than built in, or not at all.
    pub lint: LintLevels,
    /// Hosts that a reply may link to (`help.larkway.example`; a host's subdomains with it). Empty: any that the message, the
    /// knowledge base or the settings name.
    pub links: Vec<String>,
    /// What a reply of an automatic assistant must say of itself, word for word; none where nothing is to be said.
    pub disclosure: Option<String>,
    /// How sure a reading must be.
    pub certainty: Certainty,
    /// How payloads of helpdesks and platforms are read.
    pub inbound: Inbound,
    /// Channel facts that differ from the built-in ones.
    pub channels: Channels,
}

/// Who takes what must not wait.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct People {
    /// A person or a role.
    pub person: String,
}

impl Default for People {
    fn default() -> Self {
        Self { person: "person in charge".to_owned() }
    }
}

impl Default for Brand {
    fn default() -> Self {
        Self {
            name: None,
            sign_off: None,
            voice: Voice::Warm,
            style: Style::default(),
            language: Language::ENGLISH,
            country: None,
            own_handles: Vec::new(),
            own_contacts: Vec::new(),
            x_account_id: None,
            x_message: None,
            targets: Targets::default(),
            priority: Weights::default(),
            resolution: Resolution::default(),
            hours: None,
            assign: Assign::default(),
            roster: Vec::new(),
            teams: BTreeMap::new(),
            escalation: People::default(),
            private: OwnRecognizers::default(),
            vetted: Vetted::default(),
            offers: Vec::new(),
            lint: LintLevels::default(),
            links: Vec::new(),
            disclosure: None,
            certainty: Certainty::default(),
            inbound: Inbound::default(),
            channels: Channels::built_in(),
        }
    }
}

impl Brand {
    /// Settings from TOML text.
    ///
    /// # Errors
    /// When the text is not TOML, a key is not known, a value is of the wrong type, a target is nought, `hours` have no open
    /// time, or `teams` names no intent; the error names the key and the line.
    pub fn from_toml(text: &str) -> Result<Self, Error> {
        let brand: Self = toml::from_str(text).map_err(|error| Error::settings(located(text, &error)))?;
        brand.check(text)?;
        Ok(brand)
    }

    fn check(&self, text: &str) -> Result<(), Error> {
        assign::check(self, text)?;
        self.style.check()?;
        self.certainty.check()?;
        self.vetted.check()?;
        offers::check(&self.offers)?;
        if let Some(id) = &self.x_account_id
            && (id.is_empty() || !id.bytes().all(|b| b.is_ascii_digit()))
        {
            return Err(Error::settings("`x_account_id` is not a number; X shows it in the account's data"));
        }
        if self.x_message.as_ref().is_some_and(|text| text.chars().count() > X_MESSAGE) {
            return Err(Error::settings(format!("`x_message` is longer than {X_MESSAGE} characters")));
        }
        Ok(())
    }

    /// The link that opens a direct message to the organisation on X, when its account's id is known.
    pub(super) fn x_link(&self) -> Option<String> {
        let id = self.x_account_id.as_deref()?;
        let mut link = format!("https://twitter.com/messages/compose?recipient_id={id}");
        if let Some(text) = self.x_message.as_deref().filter(|text| !text.is_empty()) {
            link.push_str("&text=");
            link.push_str(&percent_encoded(text));
        }
        Some(link)
    }

    /// Who answers for an intent: the team of the intent itself, else that of its group.
    pub fn team(&self, intent: Intent) -> Option<&str> {
        self.teams.get(intent.name()).or_else(|| self.teams.get(intent.group())).map(String::as_str)
    }

    /// May a team or person be called that?
    pub(super) fn is_on_roster(&self, name: &str) -> bool {
        self.roster.is_empty() || self.roster.iter().any(|known| known == name)
    }

    /// What the recognizers of personal data should know.
    pub fn given(&self) -> Given {
        let contacts = Contacts::new(&self.own_contacts);
        Given { home: self.country, own: self.private.clone(), contacts }
    }

    /// Is this one of the organisation's own accounts?
    pub fn is_own_handle(&self, handle: &str) -> bool {
        let bare = |handle: &str| handle.trim_start_matches('@').to_lowercase();
        self.own_handles.iter().any(|own| bare(own) == bare(handle))
    }
}

/// Everything but ASCII letters, digits, `-`, `_` and `~` as `%XX`; the point too, so that a link never ends in one.
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() * 3);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_text_is_a_brand() {
        assert_eq!(Brand::from_toml("").unwrap(), Brand::default());
    }

    #[test]
    fn errors_of_toml_never_show_a_value() {
        for (text, parts) in [
            ("own_contacts = 'secret'", &["line 1", "own_contacts", "string"][..]),
            ("own_contacts = [\n  'secret, x',\n  4471,\n]", &["line 3", "own_contacts", "integer"]),
            ("voice = 'secret'", &["line 1", "voice", "`warm`"]),
            ("[targets]\nx = 'secret = 4471'", &["line 2", "`x`", "string"]),
            ("name = 'a'\nsecret 4471", &["line 2"]),
            ("name = 'secret", &["line 1", "name"]),
            ("[[private]]\nname = 'a'\npattern = '(secret'", &["line 3", "pattern"]),
            ("[[private]]\nname = 'a'\npattern = 'a'\nnever = 'secret'", &["line 4", "never", "string"]),
        ] {
            let error = Brand::from_toml(text).unwrap_err().to_string();
            assert!(!error.contains("secret") && !error.contains("4471"), "{text}: {error}");
            for part in parts {
                assert!(error.contains(part), "{text}: {error}");
            }
        }
    }

    #[test]
    fn errors_name_the_key_and_the_line() {
        for (text, parts) in [
            ("name = 'a'\nsignoff = 'b'", &["line 2", "signoff"][..]),
            ("[targets]\nfax = 3", &["targets.fax"]),
            ("[targets]\nx = 0", &["targets.x", "0 minutes"]),
            ("[teams]\n'billing.refunds' = 'a'", &["teams.billing.refunds"]),
            ("voice = 'loud'", &["line 1", "voice", "warm"]),
            ("language = 'xx'", &["xx"]),
            ("name = 'a'\ncountry = 'UK'", &["line 2", "country", "UK", "GB"]),
            ("x_account_id = '@me'", &["x_account_id"]),
            ("[hours]\nzone = 'Europe/Lundon'\ndaily = ['9-17']", &["line 2", "zone", "Europe/London"]),
            ("[hours]\nzone = 'Asia/Tokyo'", &["line 1", "[hours]", "no open time in the week"]),
            ("[hours]\ndaily = ['9-17']", &["line 1", "zone"]),
            (
                "[hours]\nzone = 'Asia/Tokyo'\nmon = []\ntue = [\n'9-17',\n'9-25']",
                &["line 6", "tue", "second time"],
            ),
            ("[hours]\nzone = 'Asia/Tokyo'\ndaily = ['9-9']", &["line 3", "daily", "00:00-24:00"]),
            (
                "[hours]\nzone = 'Asia/Tokyo'\ndaily = ['9-17']\nholidays = ['2026-02-29']",
                &["line 4", "holidays", "2026-12-25"],
            ),
            (
                "[hours]\nzone = 'Asia/Tokyo'\ndaily = ['9-17']\nholidays = [2026-12-25]",
                &["line 4", "holidays", "in quotes"],
            ),
            (
                "[hours]\nzone = 'Asia/Tokyo'\ndaily = ['9-17']\nclosures = [{ day = '2026-12-25', until = '2036-12-26' }]",
                &["line 1", "hours.closures", "2036-12-26"],
            ),
            ("[hours]\nzone = 'Asia/Tokyo'\ndaily = ['9-17 x0']", &["line 3", "daily", "how many people"]),
            ("[hours]\nzone = 'Asia/Tokyo'\nfri = [\n'9-12',\n'9-17 x-1']", &["line 5", "fri", "from 1"]),
            (
                "[hours]\nzone = 'Asia/Tokyo'\ndaily = ['9-17']\nclosures = [{ day = '2026-12-24', hours = ['9-12 x2'] }]",
                &["line 4", "closures", "everybody"],
            ),
            (
                "[hours]\nzone = 'Asia/Tokyo'\nreplies_per_hour = 0\ndaily = ['9-17']",
                &["line 3", "replies_per_hour", "above 0"],
            ),
            (
                "[hours]\nzone = 'Asia/Tokyo'\nreplies_per_hour = -inf\ndaily = ['9-17']",
                &["line 3", "replies_per_hour", "above 0"],
            ),
            (
                "[hours]\nzone = 'Asia/Tokyo'\ndaily = ['9-17']\nreplies_per_hour = nan",
                &["line 4", "replies_per_hour", "above 0"],
            ),
            (
                "[hours]\nzone = 'Asia/Tokyo'\ndaily = ['9-17']\nreplies_per_hour = inf",
                &["line 4", "replies_per_hour", "at the most 3600"],
            ),
            (
                "[hours]\nzone = 'Asia/Tokyo'\ndaily = ['9-17']\nreplies_per_hour = 'twelve'",
                &["line 4", "replies_per_hour", "invalid type"],
            ),
            ("[hours]\nzone = 'Asia/Tokyo'\nmonday = ['9-17']", &["line 3", "monday", "`mon`"]),
            (&format!("x_message = '{}'", "a".repeat(201)), &["x_message", "200"]),
            ("[certainty]\nset_error = 0.7", &["certainty.set_error", "0.7"]),
            ("[certainty]\nunclear_below = 40", &["certainty.unclear_below"]),
        ] {
            let error = Brand::from_toml(text).unwrap_err();
            assert!(error.is_settings());
            for part in parts {
                assert!(error.to_string().contains(part), "{text}: {error}");
            }
        }
    }
}
