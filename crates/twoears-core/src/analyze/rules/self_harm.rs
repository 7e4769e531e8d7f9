//! Somebody speaks of ending their life or of hurting themselves.

use super::words::{holds, laughs};
use super::{Claims, Context, Hit, Rule};
use crate::RuleId;
use crate::label::{Intent, Matter, Urgency};

/// Says, outright or in the ways people say it, that they or somebody near them want to die or to hurt themselves. A
/// person takes it at once, in private.
pub(super) const RULE: Rule = Rule {
    id: RuleId("urgency.self_harm"),
    says: "speaks of ending their life or of self-harm",
    patterns: &[
        r"\b(?:kill(?:ing)?|hurt(?:ing)?|harm(?:ing)?|cut(?:ting)?) (?:my ?self|him ?self|her ?self|them ?sel(?:f|ves))\b",
        r"\b(?:end|ending|take|taking|took) (?:my|his|her|their) (?:own )?life\b|\bend(?:ing)? it all\b|\bwants? to end it\b",
        r"\bsuicid(?:e|al)\b|\bself[- ]harm(?:ing|ed)?\b|\bbetter off (?:dead|without me)\b",
        r"\b(?:want|wish|wanna|wants) (?:to |i could |i was |i were )?(?:die|dead)\b",
        r"\b(?:do not|don'?t) (?:want to|wanna) (?:live|be here|be alive|exist|go on|wake up)(?: any ?more)?\b",
        r"\b(?:no|nothing|any|point (?:of|in)) (?:reason (?:to )?|point (?:in |of )?)?(?:to )?(?:live for|living|being here|carrying on|going on)\b",
        r"\b(?:tablets|pills)(?: are| r)? (?:here )?(?:in front of|with) me\b|\benough (?:tablets|pills)\b|\bon the (?:bridge|ledge|roof) (?:by|over|now|and)\b",
        r"\b(?:can'?t|cannot) (?:do|take|face) (?:another (?:night|day) of )?(?:this|life|living)(?: any ?more)?\b|\blast thing i'?ll (?:ever )?(?:read|see|write)\b|\bwritten (?:my letters|to my kids)\b",
        r"\brather be dead\b|\b(?:pills|tablets) (?:are )?(?:all )?lined up\b|\bnot to be alive\b|\bdecided to die\b|\bwrong side of the (?:railing|barrier|parapet|fence)s?\b",
        r"\b(?:pills|tablets) (?:are )?(?:right )?(?:next to|beside) me\b|\bi'?ll just end it\b|\btell my (?:kids|mum|family|wife|husband|daughter|son) (?:i'?m |i am )?sorry\b|\bwo ?n'?t be here (?:by (?:the )?morning|to care)\b",
    ],
    vetoes: &[
        r"\b(?:die|kill(?:ing)? my ?self|dead|end it all|suicide) (?:laughing|of laughter|lol|lmao|haha|of boredom|squad)\b",
        r"\b(?:to|gonna|want to|wanna) die (?:for|to (?:try|know|see|have))\b|\b(?:career|commercial|political|brand) suicide\b",
        r"\bdon'?t want to (?:be here|go on|exist) (?:all|in|on|at|for|until|hold|about)\b|\bhurt(?:ing)? (?:your|it)sel\w+\b",
        r"\b(?:phone|app|laptop|console|battery|it) (?:just )?kill(?:ed|s|ing)? itself\b",
        r"\bcan'?t (?:do|take|face) this (?:in|on|at|from|without|to|with|online|via|level|queue)\b",
        r"\bcut(?:ting)? myself (?:a|an|some|off|short|shaving)\b|\bhurt(?:ing)? myself laughing\b|\bwant to live without (?:this|that|these|those|your|it)\b|\bsuicide mission\b|\bno point (?:in|of) going on (?:the|your)\b",
    ],
    claims: Claims {
        intent: Some(Intent::RiskSafety),
        urgency: Some(Urgency::Critical),
        private: Some(true),
        escalate: Some(true),
        needs_reply: Some(true),
    },
    matter: Some(Matter::SelfHarm),
    check: Some(check),
    ..Rule::NONE
};

/// Things one ends or cannot take that are no life.
const THINGS: &str = "subscription|contract|membership|trial|account|plan|game|hold music|app";

fn check(context: &Context<'_>, hit: Hit<'_>) -> Option<Claims> {
    let lower = context.heard.lower();
    let vague = hit.text.ends_with("end it") || hit.text.starts_with("can");
    (!laughs(lower) && !(vague && (holds(lower, THINGS) || hit.text.ends_with("this anymore"))))
        .then_some(RULE.claims)
}

#[cfg(test)]
mod tests {
    use crate::analyze::rules::fires;

    #[test]
    fn quiet_words_count_and_jokes_do_not() {
        for text in [
            "i dont want to live any more",
            "the pills are lined up",
            "he wants to kill himself",
            "the tablets are in front of me",
        ] {
            assert!(fires("urgency.self_harm", text), "{text}");
        }
        for text in [
            "cut myself a slice",
            "I want to die laughing",
            "this queue, kill myself lol",
            "I want to end it, the contract I mean",
        ] {
            assert!(!fires("urgency.self_harm", text), "{text}");
        }
    }
}
