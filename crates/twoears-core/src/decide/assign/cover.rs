//! What rules reach: every kind of message as one place in a table, so that "never reached" is counted and not guessed.

use super::AssignRule;
use crate::label::{Intent, Label};
use crate::{Audience, Channel, Language, Urgency};

/// Every kind of message that rules can tell apart, and which of them a rule has taken.
pub(super) struct Cover {
    /// Languages that a rule names; all others are one kind.
    languages: Vec<Language>,
    taken: Vec<bool>,
}

/// Kinds of intent: each label, and "unclear".
const INTENTS: usize = Intent::ALL.len() + 1;
const URGENCIES: usize = Urgency::ALL.len();
const AUDIENCES: [Audience; 2] = [Audience::Public, Audience::Private];

impl Cover {
    pub(super) fn new<'a>(rules: impl Iterator<Item = &'a AssignRule>) -> Self {
        let mut languages: Vec<Language> = rules.flat_map(|rule| rule.languages.iter().copied()).collect();
        languages.sort_unstable();
        languages.dedup();
        let cells = INTENTS * (languages.len() + 1) * Channel::ALL.len() * AUDIENCES.len() * URGENCIES * 2;
        Self { languages, taken: vec![false; cells] }
    }

    /// Takes what a rule fits and no earlier one took; no when there is nothing left for it.
    pub(super) fn take(&mut self, rule: &AssignRule) -> bool {
        let mut any = false;
        for place in self.places(rule) {
            any |= !std::mem::replace(&mut self.taken[place], true);
        }
        any
    }

    /// Is something of an intent left for `[teams]`?
    pub(super) fn leaves(&self, intent: Intent) -> bool {
        let rule = AssignRule { intents: vec![intent.name().to_owned()], ..AssignRule::default() };
        self.places(&rule).into_iter().any(|place| !self.taken[place])
    }

    fn places(&self, rule: &AssignRule) -> Vec<usize> {
        let all = |count: usize| (0..count).collect::<Vec<usize>>();
        let intents = if rule.intents.is_empty() {
            all(INTENTS)
        } else {
            all(INTENTS - 1).into_iter().filter(|&at| rule.names(Intent::ALL[at])).collect()
        };
        let languages = if rule.languages.is_empty() {
            all(self.languages.len() + 1)
        } else {
            let named = |at: &usize| rule.languages.contains(&self.languages[*at]);
            all(self.languages.len()).into_iter().filter(named).collect()
        };
        let channels = if rule.channels.is_empty() {
            all(Channel::ALL.len())
        } else {
            rule.channels.iter().map(|channel| channel.index()).collect()
        };
        let audiences: Vec<usize> = all(AUDIENCES.len())
            .into_iter()
            .filter(|&at| rule.audience.is_none_or(|audience| audience == AUDIENCES[at]))
            .collect();
        let urgencies: Vec<usize> = all(URGENCIES)
            .into_iter()
            .filter(|&at| rule.urgency.is_none_or(|least| Urgency::ALL[at] <= least))
            .collect();
        let vips: Vec<usize> =
            all(2).into_iter().filter(|&at| rule.vip.is_none_or(|vip| usize::from(vip) == at)).collect();
        let mut places = vec![0];
        let kinds = [
            (INTENTS, intents),
            (self.languages.len() + 1, languages),
            (Channel::ALL.len(), channels),
            (AUDIENCES.len(), audiences),
            (URGENCIES, urgencies),
            (2, vips),
        ];
        for (size, chosen) in kinds {
            places = places.iter().flat_map(|place| chosen.iter().map(move |at| place * size + at)).collect();
        }
        places
    }
}
