//! Somebody's political opinion.

use super::{Claims, Rule};
use crate::RuleId;

/// What the writer votes for, belongs to, or believes. A room for a party is no such telling.
pub(super) const RULE: Rule = Rule {
    id: RuleId("route.politics"),
    says: "tells of somebody's political opinion",
    patterns: &[
        r"\b(?:my|our) (?:political (?:views?|opinions?|beliefs?|party|affiliation)|politics|party membership|vote (?:for|was|is))\b|\bi(?: always|'ve always|'ve)? vot(?:e|ed|ing) (?:for (?:the )?)?(?:labour|tory|tories|conservatives?|lib ?dems?|greens?|reform|snp|republicans?|democrats?|trump|biden|harris|farage|starmer|brexit|leave|remain)\b",
        r"\b(?:i'?m|i am|as an?) (?:a )?(?:lifelong |proud |card-carrying |registered )?(?:tory|republican|democrat|socialist|communist|marxist|libertarian|anarchist|trump supporter|labour (?:member|voter|supporter|councillor)|conservative (?:member|voter|supporter|councillor)|party member|member of the (?:\w+ ){1,3}party|reform (?:member|voter))\b",
    ],
    vetoes: &[
        r"\bmy vote (?:for|is|was)(?: [\w']+){0,4} (?:best|favou?rite|flavou?r|worst|logo|colou?r)\b|\boffice politics\b|\bi voted (?:leave|remain) feedback\b",
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
            "you closed my account for my political views",
            "I voted for Trump and your driver threw me out",
            "as a Labour councillor I was refused",
            "I am a member of the Green Party",
        ] {
            assert!(fires("route.politics", text), "{text}");
        }
        for text in [
            "political party booking for 30",
            "my vote is for the best flavour",
            "labour costs on the invoice",
            "is the remain signed in button broken",
            "election day opening hours",
        ] {
            assert!(!fires("route.politics", text), "{text}");
        }
    }
}
