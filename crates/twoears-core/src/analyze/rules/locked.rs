//! Shut out of an account, a line or a card by the organisation itself.

use super::words::{holds, laughs, supposes};
use super::{Claims, Context, Hit, Rule};
use crate::RuleId;
use crate::label::Urgency;

/// "My account is locked", "you suspended my page", "my card was blocked": shut out of something important, now.
pub(super) const RULE: Rule = Rule {
    id: RuleId("urgency.locked"),
    says: "is shut out of their account, line or card",
    patterns: &[
        r"\b(?:account|acct|acc|profile|page|channel|number|line|sim|card|wallet|email|access|access to \w+)(?:s|'s)?(?: is| was| has been| have been| got| been| keeps getting| getting| still| gets)?(?: \w+)? (?:locked|suspended|blocked|disabled|deactivated|banned|frozen|terminated|restricted|barred|revoked|on hold)\b",
        r"\b(?:locked|suspended|blocked|disabled|deactivated|froze|barred|banned|terminated|closed) (?:down )?my (?:\w+ )?(?:account|acct|profile|page|channel|number|line|sim|card|wallet|phone)\b",
        r"\b(?:locked|shut|kicked) (?:me )?out of (?:my|our)\b|\b(?:unlock|unblock|reactivate|restore|unsuspend) my (?:\w+ )?(?:account|acct|profile|page|channel|number|line|sim|card|wallet)\b",
        r"\b(?:i am|i'm|im|we are|we're|been) (?:locked|blocked|banned|suspended) (?:out )?(?:from|of) (?:my|our|the) (?:\w+ )?(?:account|acct|email|app|profile|page|channel)\b",
    ],
    vetoes: &[
        r"\bline (?:is )?(?:closed|blocked by|on hold)\b|\b(?:unlocked|back in|sorted|restored|reactivated)(?: now)?\b|\bhow (?:do|can) i (?:unlock|block|restore)\b",
        r"\b(?:text|email|message|sms|link|call|caller|letter)(?: [\w']+){0,6} (?:account|card) (?:is |has been )?(?:suspended|blocked|restricted|locked|frozen)\b|\bpoints account\b|\b(?:app|reading app|site)\b(?: \w+){0,2} locked\b",
    ],
    claims: Claims { urgency: Some(Urgency::High), needs_reply: Some(true), ..Claims::NONE },
    check: Some(check),
    ..Rule::NONE
};

/// What says that the lock stands in a message that somebody else may have sent, or that the writer turned it.
const LURE: &str = "is this you|is this from you|from you|is it you|thats not you|that's not you|scam|fishy|tap here|\
    frozen in the app|in the app already|new one on its way";

fn check(context: &Context<'_>, _: Hit<'_>) -> Option<Claims> {
    let lower = context.heard.lower();
    (!laughs(lower) && !supposes(lower) && !holds(lower, LURE)).then_some(RULE.claims)
}

#[cfg(test)]
mod tests {
    use crate::analyze::rules::fires;

    #[test]
    fn shut_out_counts_and_screens_do_not() {
        for text in
            ["My account is locked.", "you suspended my page for nothing", "been locked out of my email"]
        {
            assert!(fires("urgency.locked", text), "{text}");
        }
        for text in
            ["how do I unlock my card in the app", "my screen is locked in landscape", "all unlocked now, ta"]
        {
            assert!(!fires("urgency.locked", text), "{text}");
        }
    }
}
