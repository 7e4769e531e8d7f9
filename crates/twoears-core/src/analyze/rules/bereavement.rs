//! Somebody has died.

use super::{Claims, Rule};
use crate::RuleId;

/// Somebody near has died, and the message is of them, their account, their things. A phone that died is none.
pub(super) const RULE: Rule = Rule {
    id: RuleId("route.bereavement"),
    says: "tells of a death",
    patterns: &[
        r"\bmy (?:late|deceased) (?:husband|wife|mum|mom|mother|dad|father|son|daughter|brother|sister|nan|gran|grandma|grandmother|grandad|grandfather|grandpa|partner|baby|child|uncle|aunt|auntie|fiance|fiancee|friend|girlfriend|boyfriend|parents|kid)\b|\b(?:my|our|his|her) (?:\w+ )?(?:husband|wife|mum|mom|mother|dad|father|son|daughter|brother|sister|nan|gran|grandma|grandmother|grandad|grandfather|grandpa|partner|baby|child|uncle|aunt|auntie|fiance|fiancee|friend|girlfriend|boyfriend|parents|kid)(?: [\w']+){0,3} (?:died|passed away|has passed|have passed|just passed|passed last|passed on|has died)\b",
        r"\b(?:bereaved|my bereavement|death certificate|grant of probate|probate|executor of|next of kin|estate of my|deceased (?:customer|account|estate|person|relative))\b",
        r"\b(?:funeral|burial|cremation|wake) (?:of|for) (?:my|our) |\b(?:my|our) (?:\w+ )?(?:husband|wife|mum|mom|mother|dad|father|son|daughter|brother|sister|nan|gran|grandma|grandmother|grandad|grandfather|grandpa|partner|baby|child|uncle|aunt|auntie|fiance|fiancee|friend|girlfriend|boyfriend|parents|kid)'?s? (?:funeral|burial|death|passing|ashes)\b|\bwidow(?:ed|er)?\b|\b(?:my|the|a|family) (?:funeral|bereavement)\b(?: (?:is|on|today|tomorrow|this|next|in))",
        r"\b(?:lost|losing|loss of) my (?:husband|wife|mum|mom|mother|dad|father|son|daughter|brother|sister|nan|gran|grandma|grandmother|grandad|grandfather|grandpa|partner|baby|child|uncle|aunt|auntie|fiance|fiancee|friend|girlfriend|boyfriend|parents|kid) (?:to (?:cancer|covid|suicide)|suddenly|last|this (?:year|month|week|morning)|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|and (?:i'?m|am) grieving|a (?:week|month|year) ago|(?:two|three|few|some) (?:weeks|months) ago)\b",
    ],
    vetoes: &[
        r"\b(?:phone|battery|laptop|app|screen|car|controller)(?: [\w']+){0,3} died\b|\bpassed (?:on|away) (?:the|my|your) (?:message|parcel|details|information)\b|\bblack widow\b|\bwidow(?:ed|er)? (?:line|row)s?\b|\blost my (?:son|daughter|child|kid|partner)(?: [\w']+){0,2} (?:in the|at the)\b|\bfriend (?:pass|request)\b|\bwas passed on\b",
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
            "my husband died in May and his phone is in my name",
            "my mum passed away last week",
            "I have the death certificate",
            "my late father's account",
            "I lost my dad last month and need to close this",
            "travelling to my nan's funeral",
        ] {
            assert!(fires("route.bereavement", text), "{text}");
        }
        for text in [
            "my phone died",
            "my late order",
            "I lost my son in the store, where is the desk",
            "Black Widow tickets please",
            "my dad's laptop died",
        ] {
            assert!(!fires("route.bereavement", text), "{text}");
        }
    }
}
