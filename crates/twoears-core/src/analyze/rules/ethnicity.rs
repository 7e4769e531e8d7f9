//! Somebody's ethnic origin.

use super::{Claims, Rule};
use crate::RuleId;

/// Skin, origin or nationality of the writer or of somebody near. Colours of things are none.
pub(super) const RULE: Rule = Rule {
    id: RuleId("route.ethnicity"),
    says: "tells of somebody's ethnic origin",
    patterns: &[
        r"\b(?:i'?m|i am|as an?|we'?re|we are|(?:husband|wife|mum|mom|mother|dad|father|son|daughter|brother|sister|nan|gran|grandma|grandmother|grandad|grandfather|grandpa|partner|baby|child|uncle|aunt|auntie|fiance|fiancee|friend|girlfriend|boyfriend|parents|kid)(?: is|'s)) (?:an? )?(?:\w+ )?(?:black|brown|asian|african|indian|pakistani|bangladeshi|arab|roma|romani|gypsy|traveller|latina?|latino|hispanic|indigenous|aboriginal|mixed[- ]race|biracial|chinese|nigerian|jamaican|somali|polish|romanian) (?:man|woman|person|lady|guy|girl|boy|lad|family|couple|student|customer|passenger)\b",
        r"\b(?:my|our|his|her) (?:ethnicity|ethnic (?:origin|background)|skin colou?r|national origin|heritage|caste)\b|\b(?:because of|due to|about) (?:my|our|his|her) (?:race|nationality|accent|colour|color|skin)\b|\b(?:i'?m|i am|as) (?:an? )?(?:person|woman|man) of colou?r\b|\b(?:i'?m|i am) (?:roma|romani|mixed[- ]race|biracial|aboriginal|indigenous)\b",
    ],
    vetoes: &[
        r"\bskin colou?r (?:shade|match|foundation|in the game|for my character|of the)\b|\bheritage (?:railway|line|site|trust|centre|museum|week|day)\b|\bblack (?:friday|cab|card|screen)\b",
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
            "as a Black woman I was followed round the shop",
            "it was because of my race",
            "I am mixed race and the only one searched",
            "they laughed at me about my accent",
        ] {
            assert!(fires("route.ethnicity", text), "{text}");
        }
        for text in [
            "I'm black and blue after that ride",
            "my race number has not come",
            "heritage railway tickets",
            "the black phone case",
            "asian food near the station",
        ] {
            assert!(!fires("route.ethnicity", text), "{text}");
        }
    }
}
