//! A service is down for many.

use super::words::{holds, praises};
use super::{Claims, Context, Hit, Rule};
use crate::RuleId;
use crate::label::Urgency;

/// Down, out or off for a street, a town, a team, or for anybody else who is asked.
pub(super) const RULE: Rule = Rule {
    id: RuleId("urgency.outage"),
    says: "says that the service is down for many",
    patterns: &[
        r"\b(?:is there|there's|theres|another|an|any|network|major|power|service|internet) (?:an? |any )?(?:\w+ )?outages?\b|\boutage (?:in|at|near|for)\b",
        r"\b(?:whole|entire) (?:street|area|estate|town|village|block|building|road|neighbou?rhood|office|city|site|team|region)\b(?: [\w',]+){0,5} (?:out|off|down|dark|without|no|gone|dead)\b|\b(?:out|off|down|dark|gone|dead) (?:in|across|on) (?:the |our |my )?(?:whole|entire)\b",
        r"\b(?:internet|power|broadband|network|electric|electricity|signal|water|wi-?fi|service|servers?|site|website|app|system|systems|lights?|everything|online banking|card payments)(?: \w+)? (?:is |are |been |gone |went )?(?:down|out|off) (?:in|across|all over)\b",
        r"\b(?:is|are|r) (?:the |your |u |it |you |my )?(?:[\w@]+ ){0,3}down(?: \?|\?|$| for (?:everyone|any|others)| right now| atm)",
        r"\bany(?:one|body) else(?:'s)? (?:[\w@']+ ){0,5}(?:down|dark|out|off|without|no power|no water|no signal|having (?:issues|problems|trouble))\b|\bdown for any(?:one|body) else\b|\bfor everyone or just me\b|\b(?:down|not working|out) for (?:everyone|everybody|all of us|our whole)\b",
        r"\bno (?:power|water|electric|electricity|internet|signal|service|gas)\b(?: [\w',]+){0,4} (?:whole|street|area|estate|town|village|neighbou?rs|everyone|postcode|building|block)\b|\bneighbou?rs (?:are |have )?(?:the same|also|off|out|down)\b",
        r"\b(?:card machines?|card readers?|tills?|kiosks?) (?:(?:are|is|all|both) )*(?:dead|down|off)\b|\bnone of (?:us|(?:the|our|my) (?:\d+ )?\w+)(?: [\w']+){0,4} can (?:log|get|open|access)\b|\btaps (?:are |have )?(?:run |gone )?dry\b",
        r"\b(?:everyone|everybody|all of us|\d+ of us|(?:whole|entire) \w+) (?:is |are |has |have )?(?:offline|down|locked out|logged out)\b",
    ],
    vetoes: &[
        r"\boutage of my\b|\b(?:last|yesterday'?s|tuesday'?s|monday'?s|previous) (?:\w+ )?outage\b|\bfollow up to the outage\b",
        r"\b(?:price|volume|music|temperature)(?: \w+){0,2} down\b|\boutages? planned\b|\bplanned outages?\b|\bwhole (?:minute|second)s?\b",
    ],
    claims: Claims { urgency: Some(Urgency::High), needs_reply: Some(true), ..Claims::NONE },
    check: Some(check),
    ..Rule::NONE
};

/// What says that it is over.
const OVER: &str =
    "postmortem|last month|last week|last year|compensation|thanks|thank you|back up|shout out";

fn check(context: &Context<'_>, _: Hit<'_>) -> Option<Claims> {
    let lower = context.heard.lower();
    (!holds(lower, OVER) && !praises(lower)).then_some(RULE.claims)
}
