//! Who answers: rules in order, then the teams by intent.

mod check;
mod cover;

use serde::Deserialize;
use toml::Spanned;

use super::brand::Brand;
use crate::label::{Intent, Label};
use crate::{Audience, Channel, Language, Message, Reading, Urgency};

pub(super) use check::check;

/// One table `[[assign]]` of the settings: who answers what fits it. Conditions that are left out do not count; those that
/// are given must all be met. The first rule that fits wins, and all of them come before `[teams]`.
///
/// ```
/// use twoears_core::Brand;
/// let brand = Brand::from_toml("[[assign]]\nto = 'Spanish desk'\nlanguages = ['es']\n[teams]\nbilling = 'Payments'")?;
/// assert_eq!(brand.assign.rules().next().map(|rule| rule.to.as_str()), Some("Spanish desk"));
/// let late = Brand::from_toml("[[assign]]\nto = 'All'\n[[assign]]\nto = 'Nobody'\nchannels = ['x']").unwrap_err();
/// assert!(late.to_string().contains("line 3") && late.to_string().contains("never"), "{late}");
/// # Ok::<(), twoears_core::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AssignRule {
    /// The team or person who answers.
    pub to: String,
    /// Intents (`billing.refund`) or groups (`order`) that it fits; all when empty.
    pub intents: Vec<String>,
    /// Languages by ISO 639 code that it fits; all when empty.
    pub languages: Vec<Language>,
    /// Channels that it fits; all when empty.
    pub channels: Vec<Channel>,
    /// What others can read (`public`), or what the organisation alone can (`private`).
    pub audience: Option<Audience>,
    /// From this urgency on.
    pub urgency: Option<Urgency>,
    /// Only for those whom the organisation marks as important, or only for the others.
    pub vip: Option<bool>,
}

/// The rules of `[[assign]]`, in order.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(transparent)]
pub struct Assign(Vec<Spanned<AssignRule>>);

impl Assign {
    /// The rules, in order.
    pub fn rules(&self) -> impl Iterator<Item = &AssignRule> {
        self.0.iter().map(Spanned::get_ref)
    }
}

impl AssignRule {
    fn names(&self, intent: Intent) -> bool {
        self.intents.iter().any(|name| name == intent.name() || name == intent.group())
    }

    fn fits(&self, message: &Message, reading: &Reading) -> bool {
        let about = self.intents.is_empty() || (!reading.intent.unclear && self.names(reading.intent.label));
        about
            && (self.languages.is_empty() || self.languages.contains(&reading.language.label))
            && (self.channels.is_empty() || self.channels.contains(&message.channel))
            && self.audience.is_none_or(|audience| audience == audience_of(message))
            // Urgency goes from the most pressing down.
            && self.urgency.is_none_or(|least| reading.urgency.label <= least)
            && self.vip.is_none_or(|vip| vip == message.author.vip)
    }
}

fn audience_of(message: &Message) -> Audience {
    if message.is_public() { Audience::Public } else { Audience::Private }
}

/// Who answers a message: by the first rule that fits, else by its intent; nobody in particular where neither says.
pub(super) fn team<'a>(message: &Message, reading: &Reading, brand: &'a Brand) -> Option<&'a str> {
    let rule = brand.assign.rules().find(|rule| rule.fits(message, reading));
    let by_intent = || brand.team(reading.intent.label).filter(|_| !reading.intent.unclear);
    rule.map(|rule| rule.to.as_str()).or_else(by_intent)
}
