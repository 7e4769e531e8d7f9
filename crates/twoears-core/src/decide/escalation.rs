//! Must a trained person take it? Safety, self-harm, law, press, discrimination, crime, fraud going on.

use super::brand::Brand;
use super::decision::Escalation;
use crate::analyze::rules::RULES;
use crate::{Reading, RuleId};

/// The reason when the learned head, and no rule, says so.
const BY_HEAD: RuleId = RuleId("model.escalate");

pub(super) fn escalation(reading: &Reading, brand: &Brand) -> Option<Escalation> {
    if !reading.escalate.label {
        return None;
    }
    let claims =
        |rule: RuleId| RULES.iter().any(|known| known.id == rule && known.claims.escalate == Some(true));
    let reason = reading.findings.iter().map(|finding| finding.rule).find(|&rule| claims(rule));
    Some(Escalation { to: brand.escalation.person.clone(), reason: reason.unwrap_or(BY_HEAD) })
}
