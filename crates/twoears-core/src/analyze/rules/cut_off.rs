//! A service that somebody needs is gone, and has been for a while.

use super::words::in_earnest;
use super::{Claims, Context, Hit, Rule};
use crate::RuleId;
use crate::label::Urgency;

/// No internet, power, water, gas or phone since a time, for days, or again; work or money lost by it. One bad minute
/// and a feature that fails do not count; many who are cut off together are [`super::outage`].
pub(super) const RULE: Rule = Rule {
    id: RuleId("urgency.cut_off"),
    says: "has been cut off from a service",
    patterns: &[
        r"\b(?:no|zero|lost|losing) (?:\w+ )?(?:internet|broadband|wi-?fi|power|electric|electricity|water|gas|heating|hot water|signal|network|service|phone|landline|dial tone|mobile data|data|reception|coverage)\b(?: [\w',]+){0,5} (?:since|for|from|all (?:day|night|morning|weekend)|today|(?:\d+|two|three|four|five|several) (?:days|hours|weeks))\b",
        r"\bwithout (?:any |our |my |a )?(?:\w+ )?(?:internet|broadband|power|electric|electricity|water|gas|heating|hot water|signal|network|service|phone|wi-?fi)\b(?: [\w',]+){0,3} (?:since|for|all (?:day|night|morning|weekend)|again|today|now|\d+ (?:days|hours|weeks))\b",
        r"\b(?:internet|broadband|power|electric|electricity|water|gas|heating|network|service|light|signal|line|landline)(?:'s| is| has been| been| still|s)? (?:still |now |completely |totally )?(?:off|out|down|dead|gone|cut off)(?: [\w',]+){0,5} (?:since|for (?:\d|two|three|days)|from|all (?:day|night|morning)|again|yesterday)\b",
        r"\bsos only\b|\b(?:losing|lost) (?:money|customers|business|sales|orders|a day'?s|wages|work)\b",
        r"\b(?:third|fourth|fifth|sixth|3rd|4th|5th|6th) (?:day|night|evening) (?:in a row|running|without|now|of)\b|\bday (?:\d+|two|three|four|five|six) (?:without|with no|and no|no) ",
        r"\b(?:network|signal|internet|broadband|tv|power|water|lte|4g|5g|data|otps?|gas|electric|line)\b(?: [\w',]+){0,6} since (?:morning|yesterday|last night|last nite|this morning|\d)",
        r"\b(?:off|out|down) since (?:\d|morning|yesterday|last night|this morning)|\b(?:can'?t|cannot|unable to) (?:make|get|receive)(?: \w+){0,2} (?:calls|texts)\b|\b(?:customers|patients|guests|suppliers|clients)\b(?: [\w']+){0,4} (?:waiting|stuck|complaining)\b",
    ],
    vetoes: &[
        r"\bwithout (?:a|one) (?:single )?(?:\w+ )?(?:power cut|drop|outage)\b|\bwithout my (?:old )?phone\b|\bpower (?:lead|button|cable|bank|cord)\b|\bno (?:data|phone|network|signal|service) (?:charge|cost|fee|case|number)s?\b",
        r"\blights? (?:is )?(?:blinking|on the)\b(?: [\w',]+){0,6}|\bstreet ?lights? out\b(?: [\w',]+){0,8}",
    ],
    claims: Claims { urgency: Some(Urgency::High), needs_reply: Some(true), ..Claims::NONE },
    check: Some(check),
    ..Rule::NONE
};

fn check(context: &Context<'_>, _: Hit<'_>) -> Option<Claims> {
    in_earnest(context.heard.lower()).then_some(RULE.claims)
}

#[cfg(test)]
mod tests {
    use crate::analyze::rules::fires;

    #[test]
    fn gone_since_counts_and_a_bad_minute_does_not() {
        for text in [
            "no internet since Monday",
            "we have had no water for 2 days",
            "been without power since 6",
            "signal gone again since yesterday",
        ] {
            assert!(fires("urgency.cut_off", text), "{text}");
        }
        for text in [
            "no power lead in the box today",
            "a full night without a single power cut for once",
            "day 3 without my phone",
            "do you have wifi",
            "the power button is down again",
        ] {
            assert!(!fires("urgency.cut_off", text), "{text}");
        }
    }
}
