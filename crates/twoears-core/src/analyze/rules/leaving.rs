//! Says outright that they leave, with something still open.

use super::words::{laughs, praises};
use super::{Claims, Context, Hit, Rule};
use crate::RuleId;
use crate::label::Urgency;

/// Cancels in anger, switches to somebody else, counts as lost. A vague "never again" alone is a rant and does not
/// count; nor does a plain question how to cancel.
pub(super) const RULE: Rule = Rule {
    id: RuleId("urgency.leaving"),
    says: "says that they are leaving",
    patterns: &[
        r"\b(?:i'?m|im|i am|we'?re|we are|am) (?:now |just )?(?:cancell?ing|leaving you|switching (?:to|tomorrow|provider|bank|network|supplier)|moving (?:to (?:another|a different|someone)|both|my|our)|closing (?:my|the|our)|done with (?:you|this company|your)|going elsewhere|off to)\b",
        r"\b(?:closing|closed|cancelled|canceled|cancelling) (?:my|our|all my) (?:\w+ )?(?:account|subscription|membership|contract|policy|policies|service|sub)s?\b|\bswitching to\b|\bswitching tomorrow\b",
        r"\blos(?:t|e|ing) (?:yourselves )?(?:a|another|me as a|us as|this|one) (?:\w+ )?customer\b|\b(?:taking|take|taken|gone|going) (?:my|our|all|three|it|all my|the) (?:[\w']+ ){0,4}elsewhere\b|\b(?:have |i've |i'm |we've )(?:gone|going) elsewhere\b",
        r"\bthat'?s (?:it,? (?:i'?m|we'?re|switching|cancel)|me (?:done|off))\b|\bcancel (?:it|my \w+|everything|the lot)(?: \w+)? (?:now|today|immediately|right now)\b|\b(?:i'?m with|signed up (?:with|to)|joined) (?:the other|another|a competitor|your competitor)\b",
        r"\bporting (?:my|our|both) (?:\w+ )?(?:right now|now|out|today|tomorrow)\b|\bmoved my (?:money|account|number)\b|\b(?:done|finished|through) with (?:you|yous|this bank|this company)\b",
        r"\bnever (?:using|buying|flying|ordering|shopping|booking|travelling|staying) (?:[\w@]+ ){0,4}again[,.]? (?:and|but|until|i|where|give|send|refund)\b",
        r"\bfound (?:somebody|someone) else\b|\btook out a (?:line|plan|contract) with\b|\b(?:last|final) straw\b|\bi'?m so done\b|\bpac code\b|\bcode to port\b|\bport(?:ing)? out\b",
        r"\bmoving (?:everything|it all|all(?: (?:my|our))?)(?: \w+){0,3} (?:to|over|elsewhere)\b|\bmoving (?:my|our|the)(?: \w+){0,3} (?:elsewhere|to (?:your|another|a different|someone|the other))\b|\b(?:going|moving|off|gone|switching) (?:over )?(?:to )?(?:your|the|a|an?other) (?:competitor|rival|other (?:crowd|lot|provider|bank|network))\b",
        r"\b(?:cancel|close|end) (?:it|my|our|the|this|mine)(?: \w+){0,3} (?:now|today|immediately|at once|tonight)\b|\byou(?:'ve)? (?:just )?lost (?:me|us|another)\b",
    ],
    vetoes: &[
        r"\bswitching to (?:the|your|a|my|english|dark|paperless|wifi|wi-fi|data|it|manual|annual|monthly|premium|\w+ mode)\b|\bbest decision\b|\bhow (?:do|can) i\b|\btried (?:closing|cancelling) my \w+|\bmy late \w+ account",
        r"\bcancell?ing my (?:\w+ )?plans\b|\bmoving (?:both|my|our) (?:desks?|house|home|flat)\b|\bjoined another of\b|\bswitching to you\b|\blost me at\b",
    ],
    claims: Claims { urgency: Some(Urgency::High), needs_reply: Some(true), ..Claims::NONE },
    check: Some(check),
    ..Rule::NONE
};

fn check(context: &Context<'_>, _: Hit<'_>) -> Option<Claims> {
    let lower = context.heard.lower();
    (!laughs(lower) && !praises(lower)).then_some(RULE.claims)
}
