//! Sexual orientation and gender identity.

use super::{Claims, Rule};
use crate::RuleId;

/// Whom the writer or somebody near loves, or which gender they live. A bar or a parade is no such telling.
pub(super) const RULE: Rule = Rule {
    id: RuleId("route.orientation"),
    says: "tells of orientation or gender identity",
    patterns: &[
        r"\b(?:i'?m|i am|as an?|he'?s|she'?s|(?:husband|wife|mum|mom|mother|dad|father|son|daughter|brother|sister|nan|gran|grandma|grandmother|grandad|grandfather|grandpa|partner|baby|child|uncle|aunt|auntie|fiance|fiancee|friend|girlfriend|boyfriend|parents|kid)(?: is|'s)) (?:\w+ )?(?:gay|lesbian|bisexual|transgender|transsexual|trans|non-?binary|queer|intersex|lgbtq?\+?)\b(?: (?:man|woman|person|guy|girl|couple|customer|passenger|and|so|but|who|because|at)\b|[.,!?;]|$)",
        r"\b(?:dead ?nam(?:e|ed|ing)|misgender(?:ed|ing|s)?|outed me|outs me|same[- ]sex (?:partner|couple|marriage|wife|husband)|gender (?:reassignment|transition|marker|dysphoria|recognition certificate)|my (?:pronouns|transition|sexuality|sexual orientation|gender identity)|wrong pronouns)\b",
    ],
    vetoes: &[
        r"\bgay (?:bars?|clubs?|village|pride|parade|film|movie|book)\b|\bmy transition (?:to|from|between) (?:the|your|a|another|android|ios|fibre|new)\b|\bas a trans(?:action|fer|it|parent)\b",
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
            "I'm gay and was told to leave",
            "your letter used my deadname",
            "as a trans woman I need the name changed",
            "I have been misgendered by your staff",
        ] {
            assert!(fires("route.orientation", text), "{text}");
        }
        for text in [
            "any gay bars nearby",
            "pride parade road closures",
            "my transition to the new plan",
            "as a transfer passenger",
            "is the film about a gay couple on",
        ] {
            assert!(!fires("route.orientation", text), "{text}");
        }
    }
}
