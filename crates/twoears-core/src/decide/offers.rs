//! What the organisation allows its people to offer: proposed to the person who answers when a case fits, never promised by a
//! draft.

use serde::{Deserialize, Serialize};

use super::brand::Brand;
use crate::label::{Intent, Label};
use crate::{Error, Message, Reading, Urgency};

/// Offers in the settings at the most.
const MOST: usize = 200;

/// One table `[[offers]]` of the settings: what may be offered, and to whom. Conditions that are left out do not count;
/// those that are given must all be met.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OfferRule {
    /// A short name: `credit`.
    pub name: String,
    /// What may be offered, in words for the person who answers: "up to 20 EUR of travel credit".
    pub says: String,
    /// Intents (`service.delay`) or groups (`order`) that it fits; all when empty.
    pub intents: Vec<String>,
    /// From this urgency on.
    pub urgency: Option<String>,
    /// Only to somebody who is unhappy.
    pub unhappy: bool,
    /// Only to somebody who wrote before without an answer.
    pub repeat: bool,
    /// Only to those whom the organisation marks as important.
    pub vip: bool,
}

/// An offer that fits a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Offer {
    /// Its short name.
    pub name: String,
    /// What may be offered.
    pub says: String,
}

impl OfferRule {
    fn fits(&self, message: &Message, reading: &Reading, repeat: bool) -> bool {
        let intent = reading.intent.label;
        let named = |label: &String| label == intent.name() || label == intent.group();
        let about = self.intents.is_empty() || (!reading.intent.unclear && self.intents.iter().any(named));
        // Urgency goes from the most pressing down.
        let least = self.urgency.as_deref().and_then(|name| Urgency::parse(name).ok());
        about
            && least.is_none_or(|least| reading.urgency.label <= least)
            && (!self.unhappy || reading.sentiment.label.is_negative())
            && (!self.repeat || repeat)
            && (!self.vip || message.author.vip)
    }
}

/// The offers that fit a message, in the order of the settings. None where a trained person must take it: money is no
/// answer to a crisis.
pub(super) fn offers(message: &Message, reading: &Reading, brand: &Brand, escalated: bool) -> Vec<Offer> {
    if escalated || brand.offers.is_empty() {
        return Vec::new();
    }
    let declared = reading.findings.iter().any(|finding| finding.rule.0 == "urgency.repeat");
    let repeat = declared || message.thread.unanswered() > 0;
    let fitting = brand.offers.iter().filter(|offer| offer.fits(message, reading, repeat));
    fitting.map(|offer| Offer { name: offer.name.clone(), says: offer.says.clone() }).collect()
}

/// Are all offers of the settings complete, and do they name what exists?
pub(super) fn check(offers: &[OfferRule]) -> Result<(), Error> {
    if offers.len() > MOST {
        return Err(Error::settings(format!("`offers`: {} of them; the most is {MOST}", offers.len())));
    }
    for (at, offer) in offers.iter().enumerate() {
        let place =
            if offer.name.is_empty() { format!("no. {}", at + 1) } else { format!("`{}`", offer.name) };
        let wrong = |what: String| Err(Error::settings(format!("`offers`, {place}: {what}")));
        if offer.name.is_empty() || offer.says.trim().is_empty() {
            return wrong("`name` and `says` are needed".to_owned());
        }
        if offers[..at].iter().any(|other| other.name == offer.name) {
            return wrong("the name is there twice".to_owned());
        }
        let known = |label: &String| {
            Intent::parse(label).is_ok() || Intent::ALL.iter().any(|intent| intent.group() == label)
        };
        if let Some(label) = offer.intents.iter().find(|label| !known(label)) {
            return wrong(format!("`{label}` is neither an intent nor a group of intents"));
        }
        if let Some(name) = offer.urgency.as_ref().filter(|name| Urgency::parse(name).is_err()) {
            return wrong(format!("`{name}` is no urgency: critical, high, normal or low"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_checked() {
        for (text, part) in [
            ("[[offers]]\nsays = 'a'", "no. 1: `name` and `says`"),
            ("[[offers]]\nname = 'a'", "`a`: `name` and `says`"),
            ("[[offers]]\nname = 'a'\nsays = 'b'\nintents = ['fax']", "`a`: `fax`"),
            ("[[offers]]\nname = 'a'\nsays = 'b'\nurgency = 'very'", "`a`: `very`"),
            ("[[offers]]\nname = 'a'\nsays = 'b'\n[[offers]]\nname = 'a'\nsays = 'b'", "twice"),
            ("[[offers]]\nname = 'a'\nsays = 'b'\nwho = 'c'", "line 4"),
        ] {
            let error = Brand::from_toml(text).unwrap_err().to_string();
            assert!(error.contains(part), "{text}: {error}");
        }
        assert!(Brand::from_toml("[[offers]]\nname = 'a'\nsays = 'b'\nintents = ['order']").is_ok());
    }
}
