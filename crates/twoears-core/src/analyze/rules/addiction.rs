//! Addiction and recovery from it.

use super::{Claims, Rule};
use crate::RuleId;

/// An addiction of the writer or of somebody near, or the way out of it. Who cannot stop eating crisps tells of none.
pub(super) const RULE: Rule = Rule {
    id: RuleId("route.addiction"),
    says: "tells of addiction",
    patterns: &[
        r"\b(?:my|his|her) (?:\w+ )?(?:gambling|drinking|drug|alcohol|heroin|cocaine|opioid|porn|betting)(?: (?:addiction|problem|habit|debts?|use|dependency|recovery))\b|\b(?:gambling|alcohol|drug|betting) (?:addict\w*|problem|dependency|rehab)\b|\bproblem gambl(?:er|ing)\b|\bcompulsive gambl\w+\b|\bself[- ]exclu(?:de|ded|ding|sion)\b|\bgamstop\b",
        r"\b(?:i'?m|i am|as an?|he'?s|she'?s|(?:husband|wife|mum|mom|mother|dad|father|son|daughter|brother|sister|nan|gran|grandma|grandmother|grandad|grandfather|grandpa|partner|baby|child|uncle|aunt|auntie|fiance|fiancee|friend|girlfriend|boyfriend|parents|kid)(?: is|'s)) (?:an? )?(?:recovering|former|ex-?) ?(?:alcoholic|addict|gambler|drinker|user)\b|\b(?:i'?m|i am|he'?s|she'?s|(?:husband|wife|mum|mom|mother|dad|father|son|daughter|brother|sister|nan|gran|grandma|grandmother|grandad|grandfather|grandpa|partner|baby|child|uncle|aunt|auntie|fiance|fiancee|friend|girlfriend|boyfriend|parents|kid)(?: is|'s)) (?:an? )?(?:alcoholic|gambling addict|drug addict|in rehab|in recovery|sober since|\w+ (?:days|months|years) sober)\b|\bi(?:'ve| have)? relapsed\b|\b(?:my|his|her) (?:rehab|sobriety|sponsor at aa|aa meeting|methadone)\b",
    ],
    vetoes: &[
        r"\bin recovery (?:mode|position)\b|\bgambling (?:app|site) (?:is|not)\b|\bself[- ]exclusion zone\b",
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
            "I self-excluded and you still let me bet",
            "I'm a recovering alcoholic, please take the wine offers off",
            "his gambling addiction cost us the house",
            "I am in recovery and need my methadone",
        ] {
            assert!(fires("route.addiction", text), "{text}");
        }
        for text in [
            "addicted to your crisps",
            "my phone is in recovery mode",
            "is there a gambling machine on the ferry",
            "I'm a coffee addict",
        ] {
            assert!(!fires("route.addiction", text), "{text}");
        }
    }
}
