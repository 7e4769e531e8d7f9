//! Somebody is stuck somewhere, out of doors or far from home, and it lasts.

use super::words::{begins, ends, holds, is_over, laughs, praises, supposes};
use super::{Claims, Context, Hit, Rule};
use crate::RuleId;
use crate::label::Urgency;

/// Stranded, locked out in the street, left behind, the last train gone, a child alone on the way. Past or told of
/// others it is high.
pub(super) const RULE: Rule = Rule {
    id: RuleId("urgency.stranded"),
    says: "is stranded or locked out",
    patterns: &[
        r"\bstranded\b|\bnowhere to sleep\b|\bno (?:other )?way (?:for (?:me|us) )?(?:to get |of getting )?home\b|\bwhere are we meant to (?:go|sleep)\b",
        r"\b(?:sleep|sleeping|spend|spending) (?:[\w']+ ){0,3}(?:on (?:the )?(?:airport )?floor|in the (?:airport|terminal|station))\b|\bhotels?(?: is| are)? full\b|\bno hotel has rooms\b",
        r"\bstuck (?:here |out |outside )?(?:at|in|on|outside|up|behind) (?:[\w']+ ){0,3}(?:airport|station|platform|terminal|tunnel|road|motorway|roadside|layby|runway|lift|park|street|cold|rain|snow)\b|\bstuck at \w+, last|\bof us (?:stuck )?outside\b",
        r"\blast (?:train|bus|coach|ferry|tram|one)\b(?: [\w'.:,()]+){0,5} (?:cancell?ed|gone|never came|didn'?t (?:come|stop)|drove (?:past|off)|went past|left|just drove|shut)\b|\bthat was the last one\b",
        r"\b(?:drove|drive|driven|gone|went|left) off (?:without|with) (?:me|us|him|her|my|our)\b|\bleft (?:me|us|him|her) (?:behind|standing|outside|alone)\b|\b(?:dumped|put out|put off) (?:us |me |them |her |him )?(?:at|on|in|by) (?:a|the) (?:\w+ )?(?:services|side|pavement|roadside|middle)\b",
        r"\b(?:daughter|son|kid|child|girls?|boy|teenager|lass|he'?s|she'?s|hes|shes|old)(?: is| are)?(?: [\w'()]+){0,2} (?:(?:on|by) (?:her|his|their) own|all alone|alone|by (?:her|him|them)sel(?:f|ves))\b",
        r"\blocked (?:us |me )?out\b|\b(?:i'?m|we'?re) outside (?:my|our) (?:own )?(?:house|flat|home|door|apartment)\b|\bgiven (?:our|my) (?:room|seat) away\b|\b(?:stood|standing|sat|sitting|stuck|been) (?:here )?(?:outside (?:in|with|at|my|our|the|a)|on the (?:street|doorstep|pavement))\b",
        r"\b(?:door|fob|key|keypad|key ?box|lock|key safe|pin pad|key card)(?:'s)? (?:code |box )?(?:[\w']+ ){0,3}(?:not work\w*|doe?s ?n'?t work|is ?n'?t working|does not work|dead|won'?t open|jammed|stays shut)\b",
        r"\bcar (?:[\w']+ ){0,2}(?:dead|broke down|broken down)\b|\btyre'?s? (?:is )?flat\b|\bwhere is the (?:truck|recovery)\b|\btruck never came\b",
        r"\bminus (?:\d|two|three|four|five|six|ten)\b|\bit'?s (?:now |nearly )?(?:[1-4](?:[.:]\d\d)? ?am|midnight)\b|\b(?:phone|battery)(?:'s| is)? (?:on|at) \d ?%",
        r"\b(?:all alone|flying alone|(?:is|are|she'?s|he'?s|im|i'm) (?:[\w']+ ){0,2}(?:on (?:my|her|his) own|by (?:her|him|my)self))\b",
        r"\bput (?:us|me) off (?:at|on) (?:the|a)\b|\bcar (?:has |just )?(?:died|conked out)\b|\bno (?:boats|trains|buses|flights) (?:till|until)\b",
    ],
    vetoes: &[
        r"\bstuck (?:at|in|on) (?:[\w']+ ){0,2}(?:\d+ ?(?:%|percent|per cent)|loop|screen|page|loading|level|version|boot|customs|transit|depot)\b",
        r"\bwaits on (?:her|his) own\b|\ba (?:wo)?man on my own\b|\blocked out of (?:my|our|the|your) (?:\w+ )?(?:account|app|email|e-mail|gmail|profile|online|phone|computer|laptop|portal)\b",
        r"\bleft (?:me|us) (?:on hold|in the dark|a (?:message|voicemail))\b|\bleave me alone\b|\bhome alone\b",
        r"\b(?:oven|fridge|freezer|dishwasher|washing machine|microwave|wardrobe|cupboard|dryer) door\b|\bleft (?:me|us) (?:speechless|breathless|smiling)\b|\bstranded (?:cotton|wire|cable|on level)\b|\bleft me alone to\b|\bplays? by (?:him|her)self\b",
    ],
    claims: Claims { urgency: Some(Urgency::Critical), needs_reply: Some(true), ..Claims::NONE },
    check: Some(check),
    ..Rule::NONE
};

/// What tells a street from a screen: place, weather, night, company.
const OUTDOORS: &str = "outside|raining|rain|pouring|snow|snowing|freezing|cold|dark|midnight|doorstep|street|bags|kids|\
    toddler|baby|children|flat|house|hotel|room|host|apartment|minus|1am|2am|3am|11pm|pavement|cab|battery on|inside|swimsuit|\
    phone's on|year old|out here|sleeting";

/// What makes waiting outside, or being alone, bad.
const BAD: &str = "night|tonight|midnight|dark|rain|raining|pouring|snow|locked|shut|closed|kids|toddler|baby|freezing|\
    minus|1am|2am|3am|cold|nobody|no one|no staff|airport|station|arrivals|platform|stop|gate|diabetic|outside|bus|road";

fn check(context: &Context<'_>, hit: Hit<'_>) -> Option<Claims> {
    let lower = context.heard.lower();
    let stranded = hit.text.contains("stranded");
    if praises(lower) || supposes(lower) || laughs(lower) && !stranded {
        return None;
    }
    let lock = begins(hit.text, "locked|door|fob|key|lock|pin pad");
    let screen = holds(lower, "account|password|login|log in") && !holds(lower, "door|house|flat|keypad");
    let waits = ends(hit.text, "outside|in|with|at|my|our|the| a|own|alone|self|am|midnight|%")
        || begins(hit.text, "minus")
        || hit.text.contains("on the ");
    if lock && (screen || !holds(lower, OUTDOORS)) || waits && !holds(lower, BAD) {
        return None;
    }
    let others = stranded && holds(lower, "my brother|my sister|my friend|weeks");
    let urgency = if is_over(lower) || others { Urgency::High } else { Urgency::Critical };
    Some(Claims { urgency: Some(urgency), ..RULE.claims })
}

#[cfg(test)]
mod tests {
    use crate::analyze::rules::fires;

    #[test]
    fn people_are_stranded_and_parcels_are_not() {
        for text in ["we are stranded at Brindle", "locked out of the flat, raining", "last bus never came"] {
            assert!(fires("urgency.stranded", text), "{text}");
        }
        for text in
            ["stuck on the loading screen", "locked out of my account", "my parcel is stuck in transit"]
        {
            assert!(!fires("urgency.stranded", text), "{text}");
        }
    }
}
