//! Debt and hardship.

use super::{Claims, Rule};
use crate::RuleId;

/// The writer cannot pay for what they live on, has lost their work, or is pursued for debt. A price that is too high is none.
pub(super) const RULE: Rule = Rule {
    id: RuleId("route.hardship"),
    says: "tells of hardship or debt",
    patterns: &[
        r"\b(?:can'?t|cannot|cant|can not|unable to|could ?n'?t|struggl\w+ to) (?:even )?(?:feed my|make ends meet|keep up with (?:my|the|our) (?:payments?|repayments?|bills?)|put the heating on|buy food|heat my (?:home|house|flat))\b",
        r"\b(?:food ?banks?|my (?:overdraft charges|debt (?:collector|advisor|adviser|plan|charity)|bankruptcy|insolvency|repossession|eviction)|bankrupt|debt (?:relief order|management plan|collectors? (?:are|have|keep|came|at|called|calling|is|has|chasing|after))|breathing space scheme|individual voluntary arrangement|financial hardship|hardship (?:fund|plan|programme|program)|being evicted|eviction notice|homeless shelter)\b",
        r"\b(?:i|we|he|she|(?:husband|wife|mum|mom|mother|dad|father|son|daughter|brother|sister|nan|gran|grandma|grandmother|grandad|grandfather|grandpa|partner|baby|child|uncle|aunt|auntie|fiance|fiancee|friend|girlfriend|boyfriend|parents|kid))(?: just|'ve just|'ve|'ve been| have| has|'s)?(?: just| been)? (?:lost (?:my|his|her|our) (?:job|jobs|house|home)|made redundant|been made redundant|laid off)\b|\b(?:i was|i got|was|been) (?:made redundant|laid off)\b|\b(?:i'?m|i am|we'?re|we are|living) (?:on (?:benefits|universal credit|disability benefits?|food stamps|welfare|the breadline)|homeless|unemployed|out of work|skint|destitute|broke and)\b",
    ],
    vetoes: &[
        r"\bmorally bankrupt\b|\bgo(?:ing)? bankrupt\b|\byou(?:'ll|'re| will| are)? (?:\w+ )?bankrupt\b|\bdonat\w+ (?:to )?(?:the |a |your )?(?:local )?food ?banks?\b|\bfood ?banks? (?:collection|donation|drop|appeal)s?\b|\bhow (?:can|do) i donate\b",
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
            "I can't make ends meet with this bill",
            "the eviction notice came on Friday over this bill",
            "I lost my job and need a plan",
            "we're on universal credit and the fee took the food money",
            "we rely on the food bank since your charge",
        ] {
            assert!(fires("route.hardship", text), "{text}");
        }
        for text in [
            "the hardship of your hold music",
            "you are morally bankrupt",
            "can I donate to the food bank",
            "your prices are too high",
        ] {
            assert!(!fires("route.hardship", text), "{text}");
        }
    }
}
