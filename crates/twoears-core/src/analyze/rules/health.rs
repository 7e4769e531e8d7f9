//! A delicate matter of health.

use super::{Claims, Rule};
use crate::RuleId;

/// Diagnoses, prescriptions, results, pregnancy, grief: things to speak of in private.
pub(super) const RULE: Rule = Rule {
    id: RuleId("route.health"),
    says: "tells of somebody's health",
    patterns: &[
        r"\b(?:my|our|her|his|mum's|dad's) (?:\w+ )?(?:prescription|medication|medicine|meds|diagnosis|biopsy|scan results|test results|blood results|blood test|smear|referral|medical records?|repeat prescription|results)\b",
        r"\b(?:cancer|miscarr\w+|depress(?:ed|ion)|antidepressants?|sertraline|hiv|dementia|epilep\w+|dialysis|palliative|end of life|psychiatr\w+)\b",
        r"\blost (?:the|our|my) baby\b|\bchemo\w*\b",
    ],
    vetoes: &[
        r"\bcancer (?:research|charity|run|campaign)\b|\bmedicine (?:ball|hat)\b|\bbreast cancer awareness\b",
        r"\brace results\b|\bcancer (?:zodiac|star sign)\b|\bmedicine cabinet\b|\bdepression in the\b",
    ],
    claims: Claims { private: Some(true), needs_reply: Some(true), ..Claims::NONE },
    ..Rule::NONE
};
