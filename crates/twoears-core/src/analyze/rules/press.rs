//! Newspapers, radio and television.

use super::words::{laughs, praises};
use super::{Claims, Context, Hit, Rule};
use crate::RuleId;
use crate::label::{Intent, Matter, Urgency};

/// The writer is a journalist, has gone to the press, or says that they will.
pub(super) const RULE: Rule = Rule {
    id: RuleId("escalate.press"),
    says: "is of the press or goes to it",
    patterns: &[
        r"\b(?:journalist|reporter|news ?desk)s?\b|\bpress (?:enquiry|inquiry|office|request)\b|\b(?:travel|staff|news) writer\b|\bfor comment\b|\bwould like a comment\b",
        r"\b(?:to|with|told|ring|contact|call|radio, the|write to|writing to) (?:the |our |my |your )?(?:local |national |daily |sunday |evening )?(?:papers?|newspapers?|press|media|tabloids?)(?: (?:has|as well|about|already|rang|third|too|next|with|know|and|will)\b|[.,!?]|$| @)",
        r"\b(?:paper|echo|papers|press|media) (?:has|have|wants?|rang) (?:it|the|to|me|all|been|already)\b|\b(?:local|national|regional) (?:paper|radio|press|media|news desk)\b|\bthe echo (?:has|have)\b|\bto the echo\b|\b(?:ring|call|tell) the \w+ (?:courier|echo|gazette|herald)\b",
        r"\b(?:(?:to|tell|told|and|contact|contacting|call|calling) channel \d+|channel \d+ (?:news|have|has|will|both)|6 o'?clock news|six o'?clock news|evening news|consumer (?:show|programme|program|desk|champion)|watchdog programme|bbc news|itv news|programme on (?:the radio|channel \d))\b|\bgo(?:ing)? (?:public|viral) with\b|\bradio, the papers\b",
        r"\b(?:i|we) write for the\b|\bcamera crew\b|\bnext stop(?:'s| is)? (?:the )?(?:newspapers?|papers?|press)\b|\bthen the (?:press|papers?)\b",
    ],
    vetoes: &[
        r"\bpress (?:conference|release|the|ok|button)\b|\b(?:paper|newspaper) (?:shop|stand|delivery|bill|copy|subscription)\b",
        r"\bnewspaper (?:app|subscription|delivery)\b|\bsocial media\b|\bmedia (?:player|team|studies|server|files?|library|encoder|creation)\b|\bsaw (?:it |this )?in the (?:news|papers?)\b|\b(?:watch|watching|tune in|listen(?:ing)?) (?:[\w']+ ){0,5}(?:channel \d+|on the radio|evening news)\b",
        r"\b(?:to|from|in|on|the|with) (?:papers?|paper) (?:bag|bill|statement|copy|form|copies|straw)s?\b|\bran out of papers?\b|\bpapers? (?:bill|towel|tray|jam)s?\b",
        r"\breporter badge\b|\bjournalist course\b|\bpaper (?:crossword|sudoku|puzzle)s?\b",
    ],
    claims: Claims {
        intent: Some(Intent::RiskLegal),
        urgency: Some(Urgency::High),
        escalate: Some(true),
        needs_reply: Some(true),
        ..Claims::NONE
    },
    matter: Some(Matter::Press),
    check: Some(check),
    ..Rule::NONE
};

fn check(context: &Context<'_>, _: Hit<'_>) -> Option<Claims> {
    let lower = context.heard.lower();
    (!laughs(lower) && !praises(lower)).then_some(RULE.claims)
}
