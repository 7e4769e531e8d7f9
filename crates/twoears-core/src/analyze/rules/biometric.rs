//! Biometric and genetic data.

use super::{Claims, Rule};
use crate::RuleId;

/// What was taken of somebody's body to know them by: prints, scans, genes. A sensor on a phone is none.
pub(super) const RULE: Rule = Rule {
    id: RuleId("route.biometric"),
    says: "tells of biometric or genetic data",
    patterns: &[
        r"\b(?:my|our|his|her|my (?:son|daughter|child)'?s) (?:dna|genetic (?:data|test|results?|profile|information|condition)|genome|biometrics?(?: data)?|fingerprints|face ?print|facial (?:data|recognition data|scan|geometry)|face (?:scan|data)|iris scan|retina scan|voice ?print|palm (?:scan|print))\b|\b(?:delete|erase|store[ds]?|stor(?:ing)|keep|kept|sold|shared?) (?:my|our) (?:dna|fingerprints?|face|voice|biometrics?|genetic)\b|\bancestry (?:dna )?results?\b",
    ],
    vetoes: &[
        r"\b(?:keep|delete|share|erase) my (?:face|voice) (?:cream|wash|mask|mail|note|memo|message|lift|up)\b|\b(?:fingerprint|face|palm) (?:sensor|reader|scanner|unlock|login|id)\b|\bbiometrics? (?:login|sign[- ]in|unlock|option|button|toggle|do(?:es)?n'?t|do(?:es)? not|not|stopped|won'?t|keeps?|fail\w*|error|setting)\b|\bmy (?:fingerprints?|biometrics?) (?:do(?:es)?n'?t|do(?:es)? not|not|isn'?t|won'?t|stopped|keeps?|login)\b|\bin my dna\b|\bfingerprints (?:on|all over)\b",
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
            "delete my DNA results now",
            "who has my fingerprints and why",
            "you stored my face without asking",
            "my genetic test was sent to the wrong person",
        ] {
            assert!(fires("route.biometric", text), "{text}");
        }
        for text in [
            "the fingerprint sensor on my phone",
            "my biometric login stopped working",
            "it is in my DNA to travel",
            "fingerprints all over the screen",
        ] {
            assert!(!fires("route.biometric", text), "{text}");
        }
    }
}
