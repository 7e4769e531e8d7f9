//! Abuse by a partner or in the family.

use super::{Claims, Rule};
use crate::RuleId;

/// The writer or somebody near is or was hit, watched, controlled or hunted by a partner or in the family; who must not be told by a letter to a shared address.
pub(super) const RULE: Rule = Rule {
    id: RuleId("route.abuse"),
    says: "tells of abuse by somebody near",
    patterns: &[
        r"\b(?:abusive|violent|controlling|coercive) (?:ex|husband|wife|partner|boyfriend|girlfriend|relationship|marriage|father|dad|mother|mum|stepdad|household|home|family|ex-\w+)\b|\b(?:domestic|coercive|family|spousal) (?:abuse|violence|control)\b",
        r"\bmy (?:ex|ex-?husband|ex-?wife|ex-?partner|ex-?boyfriend|ex-?girlfriend|husband|wife|partner|boyfriend|girlfriend|dad|father|stepdad|stepfather|mum|mother|brother)(?: [\w']+){0,4} (?:hits|beats|hit me|beat me|beating me|hurts|hurting me|abuses|abused|abusing|stalks|stalking|stalked|stalker|tracks me|tracking me|controls|rapes|raped|strangled|threatens|threatened me|monitors|find out where|finding me|find me|finds me|know where i live|knows where i live)\b",
        r"\b(?:restraining order|non[- ]molestation order|protective order|women'?s (?:refuge|shelter|aid)|(?:in|at|to|from) (?:a )?refuge|my (?:stalker|abuser|rapist)|(?:fled|fleeing|escaped|escaping|left|leaving) (?:my|an?|him|her) (?:\w+ )?(?:abuser|abusive|violent|domestic)|sexual(?:ly)? abuse(?:d)?|i was raped)\b|\b(?:do not|don'?t|please don'?t) (?:let|tell|send)(?: [\w']+){0,4} my (?:ex|abuser|husband|abusive)\b",
    ],
    vetoes: &[
        r"\babusive relationship with (?:your|this|my (?:bank|phone|internet|gym|airline))\b|\bmy (?:brother|dad|mum|husband|wife|partner|boyfriend)(?: [\w']+){0,4} (?:beats|hits) (?:me )?(?:at|the|every|his|her|in (?:chess|fifa|the game))\b|\bwildlife refuge\b|\b(?:brother|dad|husband|wife|partner|mum) controls (?:the|his|her)\b|\bmonitors? (?:and|for|is|are|the|his|her|stand|screen)\b",
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
            "my abusive ex must not see the new address",
            "I am in a refuge, post nothing to the old house",
            "my husband hits me and has the app",
            "there is a restraining order against him",
            "please don't let my ex know where I live",
        ] {
            assert!(fires("route.abuse", text), "{text}");
        }
        for text in [
            "I'm in an abusive relationship with your app",
            "my brother beats me at FIFA",
            "wildlife refuge tickets",
            "my husband monitors the parcel",
        ] {
            assert!(!fires("route.abuse", text), "{text}");
        }
    }
}
