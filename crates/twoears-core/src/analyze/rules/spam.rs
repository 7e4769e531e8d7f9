//! Offers that have nothing to do with the organisation.

use super::words::holds;
use super::{Claims, Context, Hit, Rule};
use crate::RuleId;
use crate::label::Intent;

/// Followers for sale, coins, forex, easy money, raffles, calls to look at a profile or a channel.
pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.spam"),
    says: "looks like spam",
    patterns: &[
        r"\b(?:earn|make|made|making) (?:up to )?(?:(?:£|€|\$)|usd |rs )?\d[\d,.]*k?\+? ?(?:(?:£|€|\$) ?)?(?:/ ?day|a day|per day|daily|a week|weekly|/week|from home|in (?:a|one) (?:day|week))|\bwork from home\b(?: \w+){0,3} (?:dm|link|ask|earn)\b|\bask me how\b",
        r"\b(?:dm|message|inbox|whatsapp|pm) (?:me|us|now) (?:to|for|and) (?:earn|invest|join|start|learn|get|promo\w*|more info|details|price|recover)\b|\b(?:dm|inbox) (?:for|4) (?:promo|price|collab|details|orders)\b|\blink in (?:my )?bio\b|\bcheck (?:out )?(?:my|our) (?:page|channel|stream|profile|bio|store|shop|new video|youtube|soundcloud|mixtape)\b",
        r"\b(?:bitcoin|crypto|forex|binary|nft|trading|fx)(?: \w+){0,2} (?:invest\w*|signals?|giveaway|mentor|expert|profits?|account manager|trader|airdrop|drop)\b|\b(?:free|cheap) (?:coins|followers|v-?bucks|robux|gems|likes|gift ?cards?)\b|\b(?:buy|gain|get) (?:\w+ )?followers\b|\bfollow for follow\b|\bf4f\b|\b100% legit\b|\bguaranteed (?:profit|returns)\b",
        r"\b(?:rt|retweet|like|share) (?:and|&|\+|to|if you want to) (?:\w+ )?(?:follow|win|rt|retweet)\b|\bwe(?:'re| are) hiring\b|\bsend (?:your )?cv\b|\bnow ?playing\b|\bwin a (?:£|€|\$)\d+",
        r"\b(?:recovered|recover) (?:my|your|his|her) (?:\w+ )?(?:account|funds|money|coins)\b(?: [\w@,]+){0,6} (?:@\w+|contact|instagram|whatsapp|telegram|dm)|\btelegram (?:group|channel)\b|\bloans? (?:available|at \d)\b",
        r"\bfollowers in a (?:day|week|month)\b|\bpassive income\b",
    ],
    vetoes: &[
        r"\bis (?:this|it|that)\b|\bscam\b|\bfake\b|\byour stream\b|\bhow (?:do|can|to)\b",
        r"\b(?:the|your) link in (?:your )?bio\b|\bhiring (?:your|a|the)\b",
    ],
    claims: Claims { intent: Some(Intent::TalkOther), needs_reply: Some(false), ..Claims::NONE },
    check: Some(check),
    ..Rule::NONE
};

/// What says that the writer reports spam and does not send it.
const REPORTS: &str =
    "scam|scammers|fake|is this you|is this really you|is it you|report|hacked|my account was";

fn check(context: &Context<'_>, _: Hit<'_>) -> Option<Claims> {
    (!holds(context.heard.lower(), REPORTS)).then_some(RULE.claims)
}
