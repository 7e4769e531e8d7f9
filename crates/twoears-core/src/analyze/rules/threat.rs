//! The writer threatens violence.

use super::words::laughs;
use super::{Claims, Context, Hit, Rule};
use crate::RuleId;
use crate::label::{Intent, Matter, Urgency};

/// Says that they will hurt somebody, burn something down, or wait for somebody after work.
pub(super) const RULE: Rule = Rule {
    id: RuleId("escalate.threat"),
    says: "threatens violence",
    patterns: &[
        r"\b(?:i'?ll|i will|i'?m going to|im going to|i'?m gonna|im gonna|gonna|i swear i'?ll) (?:come (?:down )?(?:there |over )?and )?(?:kill|hurt|stab|shoot|beat|smash|punch|batter|burn|bomb|slap|murder|break) (?:you|him|her|them|your|his|every|someone|somebody|the (?:driver|place|store|building|shop)|that)\b",
        r"\b(?:be|i'm|im|and i'm|i'll be) (?:waiting|there) (?:[\w']+ ){0,3}with a (?:bat|knife|hammer)\b|\bknow what (?:time|car) (?:he|she|they)\b|\bburn (?:it|your \w+|the (?:place|shop|store)) down\b|\b(?:he|she|you|they)(?:'s|'re| is| are)? going to get hurt\b|\bwatch your back\b|\bi know where you (?:live|work|park)\b|\bhope you (?:all )?die\b|\byou(?:'ll| will) (?:be sorry|pay for this|regret)\b",
        r"\bbrick through (?:his|your|her)\b|\bwon'?t be walking home\b|\byour (?:\w+ ){1,2}(?:goes|go|going) up in flames\b",
    ],
    vetoes: &[
        r"\b(?:burn|kill|smash|beat|break) (?:your|the) (?:high score|record|time|app|phone|diet|wallet|bank)\b|\bbeat (?:you|them|your price)\b|\bbreak (?:your|the) (?:app|site|system|news|ice|bank)\b",
        r"\bregret nothing\b|\bkill you with kindness\b|\bwhere you park the\b",
    ],
    claims: Claims {
        intent: Some(Intent::RiskSafety),
        urgency: Some(Urgency::High),
        escalate: Some(true),
        needs_reply: Some(true),
        ..Claims::NONE
    },
    matter: Some(Matter::Threat),
    check: Some(check),
    ..Rule::NONE
};

fn check(context: &Context<'_>, _: Hit<'_>) -> Option<Claims> {
    (!laughs(context.heard.lower())).then_some(RULE.claims)
}
