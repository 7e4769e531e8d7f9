//! Must a trained person take it? The rule that fired says for what ([`Matter`]).

use super::brand::Brand;
use super::decision::Escalation;
use crate::analyze::rules::RULES;
use crate::{Matter, Reading, RuleId};

/// The reason when the learned head, and no rule, says so.
const BY_HEAD: RuleId = RuleId("model.escalate");

pub(super) fn escalation(reading: &Reading, brand: &Brand) -> Option<Escalation> {
    if !reading.escalate.label {
        return None;
    }
    let fired =
        reading.findings.iter().filter_map(|finding| RULES.iter().find(|rule| rule.id == finding.rule));
    let (reason, matter) = fired
        .into_iter()
        .find_map(|rule| rule.matter.map(|matter| (rule.id, matter)))
        .unwrap_or((BY_HEAD, Matter::Other));
    Some(Escalation { to: brand.escalation.person.clone(), reason, matter })
}
