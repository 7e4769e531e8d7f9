//! A slip that can be undone only before it goes out.

use super::words::in_earnest;
use super::{Claims, Context, Hit, Rule};
use crate::RuleId;
use crate::label::Urgency;

/// A wrong address on an order, something bought by mistake minutes ago, a parcel to be stopped before it leaves.
pub(super) const RULE: Rule = Rule {
    id: RuleId("urgency.undo"),
    says: "wants something stopped or changed before it goes out",
    patterns: &[
        r"\b(?:wrong|old) (?:address|postcode|flat|apartment)\b",
        r"\b(?:ordered|order|placed|paid|bought|booked|sent|put|clicked|pressed)\b(?: [\w',]+){0,6} (?:\d+|few|couple of|five|ten) ?(?:mins?|minutes) ago\b|\b(?:mins|minutes) ago\b",
        r"\b(?:stop|cancel|catch|intercept|pull|hold|swap|change) (?:it|that|the order|this|this order|the parcel|the van|them|my order)(?: [\w']+){0,4} (?:before|quick\w*|now|asap|today)\b",
    ],
    vetoes: &[
        r"\bno longer use the old address\b|\b(?:came|come|back|cleared|fixed|worked|arrived|answered)(?: \w+){0,3} (?:mins|minutes) ago\b|\bmy old (?:flat|apartment|address)\b|\bthe day before\b|\b(?:why|how) (?:do|does|can|to)\b(?: [\w']+){0,8}",
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
    fn a_slip_counts_and_an_old_place_does_not() {
        for text in [
            "just ordered and put the wrong postcode",
            "please stop it before it ships",
            "I paid twice 5 minutes ago",
        ] {
            assert!(fires("urgency.undo", text), "{text}");
        }
        for text in [
            "it came back about 20 minutes ago",
            "how do I change my old address",
            "letters about my old flat",
        ] {
            assert!(!fires("urgency.undo", text), "{text}");
        }
    }
}
