//! Membership in a trade union.

use super::{Claims, Rule};
use crate::RuleId;

/// That the writer or somebody near belongs to a trade union. Stations and banks are none.
pub(super) const RULE: Rule = Rule {
    id: RuleId("route.union"),
    says: "tells of somebody's union",
    patterns: &[
        r"\b(?:my|our|his|her) (?:trade |labou?r |workers'? |local )?union(?: (?:rep|representative|membership|card|dues|steward|branch|meeting|subs|official|has|will|says|said|is|lawyer))?\b|\b(?:trade union|labou?r union) (?:member|rep|representative|membership|official)\b|\bunion (?:rep|member|steward|organiser|organizer)\b|\bshop steward\b|\b(?:joined|joining|join) (?:a|the|my) (?:trade |labou?r )?union\b",
    ],
    vetoes: &[
        r"\b(?:credit|student|students'?|european|western|rugby|civil|customs|soviet) union\b|\bunion (?:station|square|street|jack|pacific|terminal|road)\b|\b(?:my|our) (?:western|credit|local credit|student) union\b|\b(?:my|our) union (?:jack|square|street|station|flag)\b",
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
            "my union rep will sit in on the call",
            "I was sacked for joining a union",
            "our shop steward was there",
            "she is a trade union member",
        ] {
            assert!(fires("route.union", text), "{text}");
        }
        for text in [
            "Western Union transfer missing",
            "trains from Union Station",
            "my credit union card was declined",
            "Union Jack cushions",
            "is the student union shop open",
        ] {
            assert!(!fires("route.union", text), "{text}");
        }
    }
}
