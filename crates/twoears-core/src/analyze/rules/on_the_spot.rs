//! Somebody stands at the place now and cannot go on.

use super::words::in_earnest;
use super::{Claims, Context, Hit, Rule};
use crate::RuleId;
use crate::label::Urgency;

/// At the airport, in the queue, at the till, on the platform: the answer is worth something only while they stand
/// there. Also what runs now: "is the 18:05 running".
pub(super) const RULE: Rule = Rule {
    id: RuleId("urgency.on_the_spot"),
    says: "stands there now and waits",
    patterns: &[
        r"\b(?:i'?m|im|we're|we are|i am) (?:now |still |just |here |literally |currently |stood |standing |sat |sitting |stuck |waiting ){0,3}(?:at|in|outside|on) (?:the|your|a) (?:\w+ ){0,2}(?:airport|station|gate|hotel|venue|till|checkout|desk|counter|border|depot|shop|store|branch|car park|kiosk|lobby|queue|restaurant|petrol station|motorway|platform|tarmac|plane|train|bus)\b",
        r"\b(?:stuck|held|parked|still|stood)(?: here)? (?:at|on|outside|in|between) (?:the |a |your )?(?:\w+ )?(?:platform|tarmac|runway|plane|train|airport|taxiway|coach)\b",
        r"\bis (?:the |my )?\d{1,2}[.:]\d\d(?: [\w']+){0,4} (?:running|cancel\w*|on time|going|late|delayed|leaving|still|coming|tonight|today)\b",
        r"\bare (?:you|u|yous) (?:still )?(?:open|shut|closed|shutting|closing)(?: \w+){0,2} (?:today|tonight|now|early)\b",
    ],
    vetoes: &[
        r"\bnumber \d+ in the queue\b|\bin a (?:\w+ )?(?:shop|store|hotel) (?:near|that)\b|\bon your (?:card|plan|site|statement)\b|\bis (?:the |my )?\d{1,3}[.:]\d\d (?:from|on)\b",
    ],
    claims: Claims { urgency: Some(Urgency::High), needs_reply: Some(true), ..Claims::NONE },
    check: Some(check),
    ..Rule::NONE
};

fn check(context: &Context<'_>, _: Hit<'_>) -> Option<Claims> {
    in_earnest(context.heard.lower()).then_some(RULE.claims)
}

#[cfg(test)]
mod tests {
    use crate::analyze::rules::fires;

    #[test]
    fn standing_there_counts_and_having_been_there_does_not() {
        for text in [
            "I'm at the till and the app has signed me out",
            "we are at your hotel and nobody is here",
            "still on the plane",
            "is the 18:05 running",
        ] {
            assert!(fires("urgency.on_the_spot", text), "{text}");
        }
        for text in [
            "we were at your hotel last week",
            "is the 6.50 on my statement a fee",
            "the desk in the hotel is lovely",
        ] {
            assert!(!fires("urgency.on_the_spot", text), "{text}");
        }
    }
}
