//! A criminal record.

use super::{Claims, Rule};
use crate::RuleId;

/// That the writer or somebody near was convicted, is or was in prison, or is on probation. A series about it is none.
pub(super) const RULE: Rule = Rule {
    id: RuleId("route.criminal_record"),
    says: "tells of a criminal record",
    patterns: &[
        r"\b(?:my|his|her|our) (?:\w+ )?(?:criminal (?:record|past|conviction|history)|convictions?|probation(?: officer)?|parole(?: officer)?|prison sentence|jail time|dbs (?:check|certificate)|ankle (?:tag|monitor)|bail conditions|rap sheet|curfew tag)\b|\b(?:spent|unspent) conviction\b",
        r"\b(?:i|he|she|(?:husband|wife|mum|mom|mother|dad|father|son|daughter|brother|sister|nan|gran|grandma|grandmother|grandad|grandfather|grandpa|partner|baby|child|uncle|aunt|auntie|fiance|fiancee|friend|girlfriend|boyfriend|parents|kid))(?: was|'ve been| have been| has been|'s been| am|'m| is|'s)(?: \w+)? (?:convicted|in prison|in jail|imprisoned|incarcerated|on probation|on parole|locked up for|released from (?:prison|jail)|arrested|on remand|an ex[- ](?:offender|con|prisoner|convict)|a convicted felon|a felon)\b|\b(?:came|come|got|getting|just) out of (?:prison|jail)\b|\bserv(?:ing|ed) (?:my|his|a|her) (?:sentence|time in)\b",
    ],
    vetoes: &[
        r"\bprison break\b|\bi'?m in (?:prison|jail) (?:with|because of) (?:your|this)\b|\b(?:phone|hold|app|ios|facebook|fb) (?:jail|prison)\b|\bmy convictions? (?:that|is that|about)\b|\bprobation(?:ary)? (?:period|at work|review)\b|\bcardiac arrest(?:ed)?\b",
    ],
    claims: Claims { private: Some(true), ..Claims::NONE },
    ..Rule::NONE
};

#[cfg(test)]
mod tests {
    use crate::analyze::rules::fires;

    #[test]
    fn people_are_meant_and_not_the_topic() {
        for text in [
            "I have just come out of prison and need a phone",
            "my criminal record came up on your check",
            "my brother is in jail, can I close his account",
            "my probation officer needs the letter",
        ] {
            assert!(fires("route.criminal_record", text), "{text}");
        }
        for text in [
            "Prison Break season 5",
            "my probation period at work",
            "is the jail museum open",
            "facebook jail again",
        ] {
            assert!(!fires("route.criminal_record", text), "{text}");
        }
    }
}
