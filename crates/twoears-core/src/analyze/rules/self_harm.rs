//! Somebody speaks of ending their life or of hurting themselves.

use super::{Claims, Rule};
use crate::label::{Intent, Urgency};
use crate::RuleId;

/// Says outright that they want to die or to hurt themselves. A person takes it at once, in private.
pub(super) const RULE: Rule = Rule {
    id: RuleId("urgency.self_harm"),
    says: "speaks of ending their life or of self-harm",
    patterns: &[
        r"\b(?:want|wanna|going|gonna|ready|plan(?:ning)?) (?:to )?(?:kill|hurt|harm|cut) (?:myself|my self)\b",
        r"\bkill(?:ing)? (?:myself|my self)\b",
        r"\b(?:end|ending|take|taking) my (?:own )?life\b",
        r"\bend(?:ing)? it all\b",
        r"\bsuicid(?:e|al)\b",
        r"\b(?:want|wish|wanna|going) (?:to |i could |i was |i were )?(?:die|dead)\b",
        r"\b(?:do not|don'?t|dont) (?:want to|wanna) (?:live|be here|be alive|exist|go on)(?: any ?more)?\b",
        r"\b(?:no|nothing|any) reason to (?:live|go on)\b",
        r"\bbetter off dead\b",
        r"\bself[- ]harm(?:ing|ed)?\b",
    ],
    vetoes: &[
        r"\b(?:die|kill myself|dead) (?:laughing|of laughter|lol|lmao|of boredom)\b",
        r"\b(?:to|gonna|want to) die (?:for|to (?:try|know|see|have))\b",
        r"\bcareer suicide\b|\bsuicide squad\b|\bcommercial suicide\b",
        r"\bdon'?t want to (?:be here|go on) (?:all|in|on|at|for|until|hold)\b",
    ],
    claims: Claims {
        intent: Some(Intent::RiskSafety),
        urgency: Some(Urgency::Critical),
        private: Some(true),
        escalate: Some(true),
        needs_reply: Some(true),
    },
    ..Rule::NONE
};
