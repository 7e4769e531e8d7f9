//! Somebody's body is in trouble, or the medicine that keeps it going is missing.

use super::words::{begins, ends, holds, is_history, is_over, laughs, praises, supposes};
use super::{Claims, Context, Hit, Rule};
use crate::RuleId;
use crate::label::{Intent, Matter, Urgency};

/// Chest pain, breathing, allergic reactions, collapse, bleeding, poisoning, wrong doses, and medicine or machines
/// that somebody cannot be without.
pub(super) const RULE: Rule = Rule {
    id: RuleId("urgency.medical"),
    says: "tells of a medical emergency",
    patterns: &[
        r"\bchest (?:is |feels )?(?:pains?|tight)\b|\btight chest\b|\bheart attack\b|\b(?:having) (?:a |another )?(?:seizure|stroke|fit)s?\b",
        r"\b(?:can ?not|can'?t|cant|could ?n'?t|trouble|difficulty|struggling to|stop(?:s|ped)?|short of) (?:breath(?:e|ing)?|catch (?:my|his|her) breath)\b|\bnot breathing\b|\bwheez(?:ing|y)\b|\bhaving a panic attack\b",
        r"\b(?:lips?|tongue|throat|face|eyes?|eyelids)(?: and \w+)? (?:[\w']+ ){0,3}(?:swelling|swollen|swelled|puffy|closing|tingling|numb|thick|tight|fat|streaming|shut)\b|\banaphyla\w+|\ballergic reaction\b|\bcome out in (?:lumps|hives)\b|\bface swelled\b",
        r"\b(?:has|have|just|is|man|woman|lady|bloke|dad|mum|he's|she's|hes|shes|someone|somebody) (?:just )?(?:collapsed|fainted|faintd|passed out)\b|\bunconscious\b|\bunresponsive\b|\b(?:he|she|hes|he's|shes|she's|is|they're)(?: is)? not (?:really )?(?:responding|waking up|moving much|answering us)\b|\bis ?n'?t answering us\b|\b(?:he|she|ladder [\w ]{0,30}and) is ?n'?t moving\b|\bcan'?t wake (?:her|him|them)\b|\bgetting faint\b",
        r"\b(?:bleeding|bleeds) (?:badly|heavily|a lot|everywhere|from|out)\b|\b(?:head|hand|nose|mouth|he's|she's) (?:is )?bleeding\b|\bin the back of an ambulance\b|\bambulance is (?:coming|on)\b|\b(?:call|rung|waiting for|put in|need) (?:an |the )?ambulance\b|\bdefib\w*|\bfirst aider\b",
        r"\boverdos(?:e|ed|ing)\b|\btook (?:all|too many)\b|\bhad the lot\b|\btaken (?:a lot of|all)\b|\bswallow(?:ed|s)\b|\b(?:eaten|ate|swallowed|drank|had about \d+ of) (?:[\w']+ ){0,4}(?:tablets|pills|capsules|bleach|detergent)\b|\bpoison(?:ed|ing)\b",
        r"\bwrong (?:\w+ )?(?:dose|dosage|tablets|pills|meds|medicine|medication|prescription|strength|patient's)\b|\b(?:extra|double|second|already had my) dose\b|\btook two of\b|\btake (?:four|five|six|ten) a day\b",
        r"\b(?:insulin|inhalers?|epi ?pens?|adrenaline pens?|home oxygen|oxygen machines?|on oxygen|nebuliser|nebulizer|dialysis|ventilator|morphine|epilepsy (?:medicine|tablets|meds)|breathing machine|heart (?:tablets|medication)|sugar is)\b",
        r"\b(?:pendant|falls?|medical) (?:alarm|alert|pendant)\b|\balarm pendant\b|\bapnoea watch\b|\b(?:999|911|112|emergency) calls (?:not|fail\w*|in)\b|\bcalling 911\b",
        r"\b(?:newborn|\d+ (?:days|weeks) old|weeks? old|premature)\b",
        r"\bdiabetic\b|\b(?:nut|peanut|dairy|shellfish|sesame|groundnut) (?:allergy|free)\b",
        r"\b(?:chicken|meat|burger|sausage)s?(?: was| is)? (?:raw|pink)(?: and cold)? (?:inside|all)\b|\braw chicken\b|\bpink all the way\b|\b(?:four|five|six|three|two|all|both|\d+) of (?:us|the \w+) (?:[\w']+ ){0,4}(?:ill|sick|throwing up)\b|\b(?:burnt|burned) (?:my|her|his|our) (?:hand|face|skin|arm|mouth)\b|\b(?:we'?re|he'?s|she'?s|i'?m|had to go|had to be) (?:to|in) a ?& ?e\b|\bminor injuries\b|\bbroken wrist\b|\b(?:been|being|both|all) sick since\b|\b(?:throwing|thrown) up since\b|\bvomiting\b|\bfood poisoning\b|\b(?:can'?t|cannot) keep (?:\w+ )?down\b",
        r"\bside of (?:his|her|my|their) face (?:has |is )?(?:dropped|droop\w*|gone)\b|\b(?:is|he's|she's|hes|shes) slurring\b|\bhad a (?:seizure|stroke) (?:in|on|at) (?:the|your|our)\b",
    ],
    vetoes: &[
        r"\b(?:nearly|almost|practically) (?:had|having|gave me) a (?:heart attack|stroke|fit)\b|\bgave me a heart attack\b",
        r"\b(?:gets?|got|having|throw\w*) a fit\b|\bhas a fit\b",
        r"\b(?:app|page|site|website|screen|server|system|button|it) (?:is |are )?(?:not responding|unresponsive)\b",
        r"\bi (?:almost |nearly )?(?:fainted|faintd|passed out) (?:when|at)\b|\bcan'?t breathe (?:laughing|lol|i'?m)\b",
        r"\bsick (?:of|and tired|to death)\b|\b(?:can'?t|could ?n'?t|cannot) breathe (?:for |from )?laugh\w*\b|\bnewborn (?:sleepsuit|size|clothes|nappies|nappy|blanket|vest)s?\b",
    ],
    claims: Claims {
        intent: Some(Intent::RiskSafety),
        urgency: Some(Urgency::Critical),
        escalate: Some(true),
        needs_reply: Some(true),
        ..Claims::NONE
    },
    matter: Some(Matter::Medical),
    check: Some(check),
    ..Rule::NONE
};

/// Medicine and machines that somebody cannot be without: urgent when they are short, and only then.
const NEEDED: &str = "insulin|inhaler|epi|adrenaline|home oxy|oxygen|on oxy|nebuli|dialysis|ventilator|morphine|\
    breathing machine|heart |sugar is|diabetic";

/// Lines that somebody's safety hangs on.
const LINES: &str = "pendant|fall|medical al|alarm pend|apnoea|999|911|112|emergency c|calling";

/// What says that it presses.
const PRESSES: &str = "left|last|out|tonight|none|today|van|parcel|late|power|dead|now|hours|need|needs|bag|missed|\
    doesn't work|not working|error|off|stopped|food|stuck";

/// What a small baby cannot bear.
const COLD: &str = "heating|freezing|cold|heat|boiler|formula|meter|no food|degrees|bottle left|no gas|minus four|no hot water";

/// What says that food did harm, or is about to.
const HARM: &str = "ambulance|swelling|told|puffy|half of|hospital|stops breathing|pen used";

fn check(context: &Context<'_>, hit: Hit<'_>) -> Option<Claims> {
    let lower = context.heard.lower();
    if laughs(lower) || praises(lower) || supposes(lower) || is_history(lower) {
        return None;
    }
    let (of_baby, of_food) =
        (ends(hit.text, "old") || begins(hit.text, "newborn|premature"), ends(hit.text, "allergy|free"));
    let of_need = begins(hit.text, NEEDED) || begins(hit.text, LINES);
    if of_baby && !holds(lower, COLD) || of_food && !holds(lower, HARM) || of_need && !holds(lower, PRESSES) {
        return None;
    }
    let hurt = begins(hit.text, "chicken|meat|burger|sausage|raw|pink|burn|in |minor|broken")
        || ends(hit.text, "ill|sick|up");
    let over = hurt
        || is_over(lower)
        || holds(lower, "never taken|in the bin|haven't taken|before i took|since dinner|last week");
    let urgency = if over || of_food { Urgency::High } else { Urgency::Critical };
    let intent = if over || of_baby || of_food || of_need { None } else { RULE.claims.intent };
    Some(Claims { intent, urgency: Some(urgency), ..RULE.claims })
}

#[cfg(test)]
mod tests {
    use crate::analyze::rules::fires;

    #[test]
    fn figures_of_speech_and_places_are_no_emergencies() {
        for text in [
            "he can't breathe",
            "my insulin is on your van",
            "she is having a seizure",
            "he collapsed, not breathing",
        ] {
            assert!(fires("urgency.medical", text), "{text}");
        }
        for text in
            ["nearly had a heart attack at the price", "the app is not responding", "insulin case colours?"]
        {
            assert!(!fires("urgency.medical", text), "{text}");
        }
    }
}
