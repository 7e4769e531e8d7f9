//! Is kept from boarding, or bumped.

use super::words::{holds, is_over, laughs, praises, supposes};
use super::{Claims, Context, Hit, Rule};
use crate::RuleId;
use crate::label::Urgency;

/// "They won't let me board", "denied boarding", "no seat, they say it is overbooked": what they paid for leaves without
/// them in minutes. Told as over it is high.
pub(super) const RULE: Rule = Rule {
    id: RuleId("urgency.boarding"),
    says: "is kept from boarding",
    patterns: &[
        r"\b(?:can ?n'?t|can ?not|cannot|could ?n'?t|unable to|not able to|(?:wo ?n'?t|not|did ?n'?t|does ?n'?t|refus\w+ to|do ?n'?t) (?:even )?(?:let(?:ting)?|allow(?:ed|ing)?) (?:me|us|him|her|them|my \w+)(?: to)?) (?:board\b|get on (?:my|our|the|this) (?:\w+ )?(?:flight|plane|train|bus|coach|ferry|connection)\b)",
        r"\b(?:not|never) allow(?:ed|ing) (?:me |us |him |her |them )?(?:to|on) (?:board|the (?:flight|plane|ferry))\b|\b(?:denied|refused|declined|denying|refusing) (?:me |us |him |her |them )?(?:boarding|entry to the (?:flight|plane))\b",
        r"\b(?:no|not giving|not given|refus\w+|den(?:y|ied|ying)|without a) (?:me |us )?(?:a |our |my |any )?seats?\b(?:,? [\w',]+){0,8} over ?-?book\w*|\bover ?-?book\w*\b(?:,? [\w',]+){0,8} (?:no|not|lost|without|bumped|refus\w+|den(?:y|ied|ying))\b(?: [\w']+){0,3} seats?\b",
    ],
    vetoes: &[
        r"\b(?:if|in case|what happens|can you|would) (?:[\w']+ ){0,6}(?:bumped|denied boarding|overbooked)\b",
    ],
    claims: Claims { urgency: Some(Urgency::Critical), needs_reply: Some(true), ..Claims::NONE },
    check: Some(check),
    ..Rule::NONE
};

/// What an overbooked vehicle, and not a hotel, is told by.
const TRAVEL: &str = "flight|flights|plane|gate|airport|fly|flying|ticket|train|ferry|coach|board|boarding";

/// What says that it is told afterwards.
const TOLD: &str =
    "was refused|was denied|were denied|were refused|got denied|lawyer|solicitor|discrimination|compensation";

fn check(context: &Context<'_>, hit: Hit<'_>) -> Option<Claims> {
    let lower = context.heard.lower();
    if laughs(lower) || praises(lower) || supposes(lower) {
        return None;
    }
    if hit.text.contains("book") && !holds(lower, TRAVEL) {
        return None;
    }
    let urgency = if is_over(lower) || holds(lower, TOLD) { Urgency::High } else { Urgency::Critical };
    Some(Claims { urgency: Some(urgency), ..RULE.claims })
}

#[cfg(test)]
mod tests {
    use crate::analyze::rules::claims_of;
    use crate::label::Urgency;

    #[test]
    fn kept_back_is_critical_and_told_is_high() {
        let urgency = |text: &str| claims_of("urgency.boarding", text).and_then(|claims| claims.urgency);
        for text in [
            "they won't let me board my flight because of the bag",
            "we are being denied boarding at gate 4",
            "holding a confirmed ticket and refused a seat, they say the plane is overbooked",
        ] {
            assert_eq!(urgency(text), Some(Urgency::Critical), "{text}");
        }
        assert_eq!(urgency("we were denied boarding at gate 4 and had a lawyer write"), Some(Urgency::High));
        for text in
            ["what happens if I get denied boarding", "can't get on with the new app", "is it overbooked?"]
        {
            assert_eq!(urgency(text), None, "{text}");
        }
    }
}
