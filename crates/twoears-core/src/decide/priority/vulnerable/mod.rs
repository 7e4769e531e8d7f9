//! Somebody needs particular care: as an agent noted, or as the text says of the writer or of whom they write for.
//!
//! It is kept quiet. No draft speaks of it, and its part of the priority is called `vulnerable`, without why.

mod told;

use crate::{Message, Reading, RuleId};

/// Rules of reading that tell of somebody who needs particular care. The circumstances are those of the Financial Conduct
/// Authority's guidance on vulnerable customers (FG21/1, 2021): health, events of life, too little to live on, and being
/// less able to help oneself.
const RULES: &[RuleId] = &[
    RuleId("route.disability"),
    RuleId("route.health"),
    RuleId("route.pregnancy"),
    RuleId("route.bereavement"),
    RuleId("route.hardship"),
    RuleId("route.abuse"),
    RuleId("route.addiction"),
    RuleId("route.child"),
    RuleId("escalate.minor"),
    RuleId("urgency.medical"),
    RuleId("urgency.self_harm"),
];

/// A note that they are not vulnerable takes nothing from what the text says: yesterday's note does not know of today.
pub(super) fn is_vulnerable(message: &Message, reading: &Reading) -> bool {
    message.contact.vulnerable == Some(true)
        || reading.findings.iter().any(|finding| RULES.contains(&finding.rule))
        || told::is_told(&message.text)
}

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::analyze::rules;

    #[test]
    fn every_rule_exists() {
        for rule in RULES {
            assert!(rules::says(*rule).is_some(), "{rule}");
        }
    }
}
