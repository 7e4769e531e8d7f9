//! Debt, arrears, no means to pay.

use super::{Claims, Rule};
use crate::RuleId;

/// Owes money and says so, or cannot pay: not a matter for the open.
pub(super) const RULE: Rule = Rule {
    id: RuleId("route.money_owed"),
    says: "speaks of debt or of not being able to pay",
    patterns: &[
        r"\b(?:in|into|my|of|the|rent) (?:arrears|debt)s?\b|\bdebt (?:collect\w+|letters?|agency|plan|recovery)\b|\b(?:bailiff|collections|debt collector)s?\b|\brecovery agents\b|\b(?:payment|repayment) (?:plan|holiday|arrangement)\b|\bcredit file\b|\brepossess\w+",
        r"\b(?:can'?t|cannot|can not|unable to|struggling to|couldn'?t|not able to) (?:afford (?:the|my|this|it|to|that|any)|pay (?:the (?:full|bill|rent|instal)|my (?:bill|rent|mortgage|instal)|it all|this month))\b|\bstruggling (?:to pay|with (?:my|the) (?:bill|payments))\b|\blost my job\b|\bbehind (?:on|with) (?:my|the|our)\b|\bi owe (?:you|£|\d)",
        r"\bspread what (?:i|we) owe\b|\bmonths? (?:down|behind) on (?:the|my|our)\b|\bdirect debit (?:is |will )?(?:going to |gonna )?bounce\b",
    ],
    vetoes: &[
        r"\bdata collections?\b|\b(?:new|stamp|toy|art|spring|summer) collections?\b|\bcan'?t pay (?:by|with|at|via|online|for it)\b",
        r"\bdebt collectors? (?:film|movie|book|game|series|episode)s?\b|\bafford to (?:miss|lose|wait|be (?:late|without))\b",
        r"\bi owe you (?:a|an|one)\b|\b(?:coin|art|museum) collections?\b|\bbehind on my (?:reading|series|homework)\b|\bin debt to\b",
    ],
    claims: Claims { private: Some(true), needs_reply: Some(true), ..Claims::NONE },
    ..Rule::NONE
};
