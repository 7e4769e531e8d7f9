//! Lawyers, courts, ombudsmen and regulators.

use super::words::{laughs, praises};
use super::{Claims, Context, Hit, Rule};
use crate::RuleId;
use crate::label::{Intent, Matter, Urgency};

/// The writer goes to law or to a regulator, has gone, or says that they will. A trained person takes it.
pub(super) const RULE: Rule = Rule {
    id: RuleId("escalate.legal"),
    says: "speaks of law, court or a regulator",
    patterns: &[
        r"\b(?:my|our|an?|equality) (?:lawyer|solicitor|attorney|barrister)s?\b|\b(?:lawyer|solicitor|attorney|counsel) (?:has|have|will|is|gets|files|tomorrow|friend)\b|\bhas the file\b|\bsolicitor as well\b|\bcounsel'?s opinion\b|\byour lawyers\b|\bwith my (?:\w+ )?(?:lawyer|solicitor)(?:'s|'?s letter)?\b|\blegal (?:action|advice|claim|proceedings|team|department|notice)\b|\bhead of legal\b|\bclass action\b",
        r"\b(?:i'?ll|i will|i'?m going to|going to|gonna|will|can i|i could|i should|we'?ll|ready to|might) (?:be )?(?:sue|suing|take you to court|take (?:this|it|legal|them) (?:to court|further|legal))\b|\bsuing (?:you|u|this|the|them|your)\b|\bsue (?:you|u|your|this company|them|ur)\b",
        r"\bsmall claims?\b|\bsee (?:you|u|yous?|them) in court\b|\bcourt papers?\b|\b(?:county|consumer|high|small claims|magistrates'?) court\b|\bconsumer forum\b|\bto court\b|\bcourt we go\b|\bpapers (?:are |go |will be )?(?:filed|served|filled)\b|\bpapers served\b|\byou'?ll be served\b|\bletter before (?:action|claim)\b|\bcease and desist\b|\binjunction\b|\btribunal form\b|\bissue (?:a claim|proceedings)\b|\bnotice of claim\b|\bfile for breach\b|\bbreach of contract\b",
        r"\bombuds(?:man|men|person)\b|\bombud\b|\btrading standards\b|\bconsumer (?:protection|rights|affairs|authority|commission)\b|\binformation commissioner\b|\battorney general\b|\b(?:equality|human rights) (?:commission|body|lawyer)\b|\bbetter business bureau\b|\bsubject access request\b|\bcivil rights\b",
        r"\b(?:to|with|from|by) (?:the |your |my |an? )?(?:\w+ )?(?:regulator|watchdog|ofcom|ofgem|ofwat|ofsted|ico|fca|fcc|ftc|cfpb|dot|bbb|caa|orr|bbb|trai|rbi)\b|\b(?:rail|energy|data|financial) regulator\b|\b(?:complaint|report(?:ed|ing)?) (?:[\w']+ ){0,4}(?:regulator|authority|commission|watchdog|aviation board)\b",
        r"\b(?:that'?s|thats|this is|is|it'?s|completely|totally) (?:actually |just |even )?(?:illegal|unlawful|against the law)\b|\bis (?:that|this|it) (?:even )?legal\b|\byou (?:have )?broke(?:n)? the law\b|\bthe law you broke\b",
        r"\b(?:filing|file|filed|lodge|lodged|lodging|going) (?:a |an |this |it |my )?(?:formal )?(?:complaint|case|claim|charges|lawsuit|report)? ?(?:with|at|in|to|against) (?:the |your |you|small )?(?:\w+ )?(?:court|police|authority|state|board|bureau|commission|you)\b|\blawsuit\b",
        r"\b(?:engaged|instructed|retained) (?:counsel|solicitors?|lawyers?|a (?:solicitor|lawyer))\b|\b(?:before|let) a judge\b|\bstatement of claim\b",
        r"\b(?:calling|call|ringing|phoning|contacting|involving|getting|going to|report(?:ing)? (?:you|this|it|them) to) the (?:police|cops|authorities)\b(?: on (?:you|them)\b)?",
        r"\b(?:attorney|lawyer) says\b|\b(?:dot|accc|bbb|caa|fcc|ofcom|cfpb|ag) complaint\b|\bofcom it is\b|\bcongress(?:man|woman)\b",
    ],
    vetoes: &[
        r"\bsue me\b|\bso sue\b|\btennis courts?\b|\bfood court\b|\bcourt(?:yard|side|esy)\b|\bjury duty\b",
        r"\b(?:is|are) (?:that|this|it) legal to\b|\blaw (?:student|school|degree)\b|\bproduct regulator\b|\b(?:pressure|voltage|gas|temperature|seat) regulator\b",
        r"\b(?:your|the) legal (?:team|department) (?:phone|number|email|address)\b",
        r"\b(?:should i|do i|did you|have you|you should|told (?:me|us) to|can you|are you|suggest\w*|advis\w+)(?: \w+){0,3} (?:call|ring|contact|phon|get|report|involv|go)\w*(?: \w+){0,3} the (?:police|cops|authorities)\b",
        r"\bto court \d|\billegal how\b|\b(?:comes?|includes?|cover) (?:with )?legal advice\b|\bconsumer rights (?:poster|leaflet)\b",
    ],
    claims: Claims {
        intent: None,
        urgency: Some(Urgency::High),
        private: Some(true),
        escalate: Some(true),
        needs_reply: Some(true),
    },
    matter: Some(Matter::Legal),
    check: Some(check),
    ..Rule::NONE
};

fn check(context: &Context<'_>, hit: Hit<'_>) -> Option<Claims> {
    let lower = context.heard.lower();
    if laughs(lower) || praises(lower) {
        return None;
    }
    // A word for the law alone may be a question; who has gone there, or goes there, threatens.
    let asks = hit.text.contains("legal") && !hit.text.contains("legal a") || hit.text.contains("unlawful");
    let intent = if asks { None } else { Some(Intent::RiskLegal) };
    Some(Claims { intent, ..RULE.claims })
}
