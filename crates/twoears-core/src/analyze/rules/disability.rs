//! Somebody's disability.

use super::{Claims, Rule};
use crate::RuleId;

/// The writer's disability, or that of somebody near. Questions about ramps, seats and spaces are no such telling.
pub(super) const RULE: Rule = Rule {
    id: RuleId("route.disability"),
    says: "tells of a disability",
    patterns: &[
        r"\b(?:my|her|his|our (?:son|daughter)'?s|son'?s|daughter'?s|mum'?s|mom'?s|wife'?s|husband'?s|child'?s) (?:disabilit(?:y|ies)|autism|adhd|ptsd|cerebral palsy|tourette'?s|dyslexia|multiple sclerosis|deafness|blindness|learning difficult(?:y|ies)|down'?s syndrome|blue badge|mobility (?:issues|problems|impairment))\b",
        r"\b(?:i'?m|i am|he'?s|he is|she'?s|she is|(?:husband|wife|mum|mom|mother|dad|father|son|daughter|brother|sister|nan|gran|grandma|grandmother|grandad|grandfather|grandpa|partner|baby|child|uncle|aunt|auntie|fiance|fiancee|friend|girlfriend|boyfriend|parents|kid)(?: is|'s)) (?:\w+ )?(?:disabled|autistic|deaf|visually impaired|hearing impaired|partially sighted|registered blind|legally blind|totally blind|wheelchair[- ]bound|neurodivergent|paraplegic|quadriplegic|an amputee|a wheelchair user|hard of hearing|housebound|bedbound|on the spectrum)\b",
        r"\b(?:i|he|she|(?:husband|wife|mum|mom|mother|dad|father|son|daughter|brother|sister|nan|gran|grandma|grandmother|grandad|grandfather|grandpa|partner|baby|child|uncle|aunt|auntie|fiance|fiancee|friend|girlfriend|boyfriend|parents|kid))(?:'ve| have| has|'s got| got)(?: got)? (?:adhd|autism|ptsd|cerebral palsy|ms|multiple sclerosis|tourette'?s|dyslexia|a disability|a hidden disability|muscular dystrophy|parkinson'?s|chronic fatigue|down'?s syndrome|spina bifida)\b",
    ],
    vetoes: &[
        r"\b(?:disabled|deaf) (?:my|the|your|by default|on my|in the|in settings|since|for some reason|after|again)\b|\bdeaf to\b|\b(?:i'?m|i am) deaf (?:after|from)\b|\bhas? ms (?:word|office|teams)\b|\bgot ms (?:word|office|teams)\b",
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
            "I'm disabled and cannot get up the steps",
            "my autism makes phone calls hard",
            "my son is autistic and needs the quiet coach",
            "she has cerebral palsy",
            "as I am registered blind I use a reader",
        ] {
            assert!(fires("route.disability", text), "{text}");
        }
        for text in [
            "is there wheelchair access at the station",
            "where are the disabled parking spaces",
            "i am disabled by default in your app settings",
            "you are deaf to complaints",
            "he has ms word on it",
        ] {
            assert!(!fires("route.disability", text), "{text}");
        }
    }
}
