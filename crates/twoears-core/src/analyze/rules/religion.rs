//! Somebody's faith.

use super::{Claims, Rule};
use crate::RuleId;

/// The faith that the writer or somebody near holds. A holiday, a street or a name is no such telling.
pub(super) const RULE: Rule = Rule {
    id: RuleId("route.religion"),
    says: "tells of somebody's faith",
    patterns: &[
        r"\b(?:i'?m|i am|as an?|we'?re|we are|(?:husband|wife|mum|mom|mother|dad|father|son|daughter|brother|sister|nan|gran|grandma|grandmother|grandad|grandfather|grandpa|partner|baby|child|uncle|aunt|auntie|fiance|fiancee|friend|girlfriend|boyfriend|parents|kid)(?: is|'s)) (?:an? )?(?:\w+ )?(?:muslim|jewish|jew|hindu|sikh|catholic|christian|buddhist|mormon|atheist|jehovah'?s witness|orthodox|protestant|quaker)\b(?: (?:man|woman|person|family|customer|passenger|and|so|but|who|because)\b|[.,!?;]|$)",
        r"\b(?:my|our) (?:faith|religion|religious (?:beliefs?|reasons|dress)|hijab|niqab|turban|kippah|kirpan|rabbi|imam|prayers|pastor|bible study)\b|\b(?:for|on) religious (?:reasons|grounds)\b|\bbecause of my (?:faith|religion|beliefs)\b|\b(?:i|we) (?:observe|keep) (?:shabbat|sabbath|kosher|halal|ramadan|lent)\b|\bi'?m fasting\b|\bi converted to\b",
    ],
    vetoes: &[
        r"\bchristian (?:dior|louboutin|lacroix|bale|name|brothers)\b|\bmy faith in (?:you|your|the|this|humanity|people|customer)\b|\b(?:lost|restored|losing|keep|renew\w*) (?:\w+ )?(?:my|our) faith\b|\bour prayers are\b|\b(?:my|our) prayers (?:are|were|have been) (?:with|answered)\b|\bthoughts and prayers\b|\bmy religion (?:is|=) (?:coffee|football|pizza)\b",
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
            "I'm Muslim and the meal had pork in it",
            "for religious reasons I cannot fly on Saturday",
            "we keep kosher",
            "my hijab was pulled off",
            "as a Sikh man I carry it",
        ] {
            assert!(fires("route.religion", text), "{text}");
        }
        for text in [
            "religious holiday opening hours",
            "Christian Dior perfume",
            "you restored my faith in customer service",
            "is Church Street open",
            "Christmas opening times",
        ] {
            assert!(!fires("route.religion", text), "{text}");
        }
    }
}
