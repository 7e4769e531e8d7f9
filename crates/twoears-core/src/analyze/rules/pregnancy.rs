//! Pregnancy, and its loss.

use super::{Claims, Rule};
use crate::RuleId;

/// The writer's pregnancy, that of somebody near, or a baby that was lost. Pillows and dresses are no such telling.
pub(super) const RULE: Rule = Rule {
    id: RuleId("route.pregnancy"),
    says: "tells of a pregnancy or its loss",
    patterns: &[
        r"\b(?:i'?m|i am|she'?s|she is|we'?re|(?:wife|partner|daughter|sister|girlfriend|friend)(?: is|'s)) (?:\w+ )?(?:\w+ (?:weeks|months) )?pregnant\b|\b(?:weeks|months) pregnant\b|\b(?:my|her|our) pregnancy\b|\b(?:my|her) due date is\b",
        r"\bmiscarr(?:y|ied|iage|iages|ying)\b|\bstill ?birth\b|\bstill ?born\b|\bectopic\b|\blost (?:the|our|my|her) (?:little |unborn )?(?:baby|twins)\b|\b(?:my|our|an|the|her) (?:abortion|ivf)\b|\bhad an abortion\b|\brounds? of ivf\b",
        r"\b(?:my|her) (?:maternity leave|antenatal \w+|midwife|baby scan|first scan|20 week scan|c-section)\b",
    ],
    vetoes: &[
        r"\bmiscarriages? of justice\b|\blost (?:the|our|my) baby (?:bag|blanket|monitor|seat|shoe|toy|bottle|clothes|shower|formula|wipes|carrier|name|photos?|album)\b|\bpregnant (?:pause|women|passengers?|ladies|customers)\b",
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
            "I'm pregnant and had to stand",
            "we lost our baby in March",
            "my wife is 30 weeks pregnant",
            "I had a miscarriage last week",
            "my pregnancy was high risk",
        ] {
            assert!(fires("route.pregnancy", text), "{text}");
        }
        for text in [
            "do you sell pregnancy pillows",
            "lost my baby monitor on the train",
            "a miscarriage of justice",
            "seats for pregnant women",
            "maternity dress size 12",
        ] {
            assert!(!fires("route.pregnancy", text), "{text}");
        }
    }
}
