//! Somebody's right to stay.

use super::{Claims, Rule};
use crate::RuleId;

/// Visa, asylum or the right to stay of the writer or of somebody near. A card of that name and a trip abroad are none.
pub(super) const RULE: Rule = Rule {
    id: RuleId("route.immigration"),
    says: "tells of somebody's immigration status",
    patterns: &[
        r"\b(?:my|our|his|her) (?:\w+ )?(?:visa (?:application|expires?|expired|runs? out|ran out|status|interview|extension|sponsor|sponsorship|was refused|refused|refusal|denied|renewal|case)|asylum(?: \w+)?|immigration (?:status|case|lawyer|papers|hearing)|residence permit|green card|settled status|share code|leave to remain|biometric residence permit|brp|work permit|home office \w+|citizenship (?:application|case)|deportation|refugee status)\b|\bindefinite leave to remain\b|\boverstay(?:ed|ing)? (?:my|his|her|the) visa\b",
        r"\b(?:i'?m|i am|as an?|we'?re|we are|he'?s|she'?s|(?:husband|wife|mum|mom|mother|dad|father|son|daughter|brother|sister|nan|gran|grandma|grandmother|grandad|grandfather|grandpa|partner|baby|child|uncle|aunt|auntie|fiance|fiancee|friend|girlfriend|boyfriend|parents|kid)(?: is|'s)) (?:an? )?(?:asylum seekers?|refugees?|undocumented|illegal immigrants?|stateless|being deported|facing deportation|an immigrant)\b|\bi (?:fled|escaped) (?:from )?(?:ukraine|syria|afghanistan|iran|sudan|eritrea|hong kong|war|the war)\b",
    ],
    vetoes: &[
        r"\bmy visa (?:card|debit|credit|statement|ending|number|bill|electron|gift)\b|\bgreen card (?:insurance|for (?:my|the) car|for dri?v)\b",
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
            "my visa expires on Friday and you have my passport",
            "I'm an asylum seeker and the bank will not open an account",
            "my settled status letter went to the old address",
            "overstayed my visa because of your cancelled flight",
        ] {
            assert!(fires("route.immigration", text), "{text}");
        }
        for text in [
            "my visa card was declined",
            "do I need a visa for Turkey",
            "passport control queue",
            "green card insurance for my car",
        ] {
            assert!(!fires("route.immigration", text), "{text}");
        }
    }
}
