//! Danger to somebody's life or health, now.

use super::words::{begins, holds, is_history, is_over, laughs, praises, supposes};
use super::{Claims, Context, Hit, Rule};
use crate::RuleId;
use crate::label::{Intent, Matter, Urgency};

/// Fire, gas, electricity, falling things, weapons, pursuers, people locked in or at the mercy of a driver. A calm
/// voice makes no difference; a past tense does: what is over is high at most.
pub(super) const RULE: Rule = Rule {
    id: RuleId("urgency.safety"),
    says: "tells of a danger to life or health",
    patterns: &[
        // Fire, smoke, gas.
        r"\bsmoke (?:is |was |started |keeps )?(?:coming|pouring|billowing|filling)\b|\bfull of (?:smoke|fumes)\b",
        r"\b(?:caught|catch|catches|on) fire\b|\bflames? (?:are |is )?(?:coming|out|from|shooting)\b|\bfire alarm (?:is |has been |keeps )?(?:going|ringing|sounding)\b|\bfire brigade\b",
        r"\b(?:smell(?:s|ing)?|reeks?|stinks?|whiff|smoek) (?:[\w']+ ){0,2}(?:gas|burning|petrol)\b|\bsmell of smo(?:ke|ek)\b|\bgas (?:smell|leak|leaking|still hissing|hissing)\b|\bgassy smell\b|\brotten eggs?\b|\bburning smell\b",
        r"\bcarbon monoxide\b|\bco alarm\b",
        r"\b(?:batter(?:y|ies)|power ?bank|charger|charging case|phone|laptop|tablet|scooter|hoverboard|heater|plug|socket|meter|dryer)s? (?:[\w']+ ){0,4}(?:smoking|hissing|swelling|bulging|exploded|melted|smouldering)\b|\b(?:is|it'?s|that'?s|back is|still|started) (?:smoking|hissing|swelling|bulging|smouldering)\b|\btoo hot to (?:hold|touch)\b|\bplug'?s? (?:has )?gone brown\b",
        r"\bsparks (?:out|from|coming|flying)\b|\b(?:is|are|it'?s|they'?re|keeps|and|'s) sparking\b",
        // Electricity and things that fall.
        r"\b(?:live|bare|exposed)(?: looking)? (?:electric(?:al)? )?(?:wire|wires|wiring|cable|cables|pins)\b|\bbare copper\b",
        r"\b(?:power ?line|wire|cable)s? (?:[\w']+ ){0,3}(?:down across|come down|hanging (?:down|low|over|across|off)|dangling|lying on)\b|\bpower ?lines? down\b|\bline down across\b|\b(?:on|across) the (?:wires|power ?lines?)\b",
        r"\b(?:ceiling|roof|bricks?|balcony|scaffold\w*|crane|branch|pole|cladding|rail|wall|tree|bridge) (?:[\w']+ ){0,4}(?:coming down|falling|collaps\w+|hanging|leaning|swinging|cracking|come away)\b",
        r"\bman ?hole (?:cover )?(?:[\w']+ ){0,6}(?:gone|missing|no lid|open|loose)\b|\b(?:no lid|missing) (?:on the )?man ?hole\b",
        r"\belectrocuted\b|\belectric shock\b",
        // Weapons, pursuers, violence.
        r"\b(?:with|has|have|had|got|holding|pulled|carrying|swinging|waving|bring) (?:out )?an? (?:\w+ )?(?:knife|gun|machete|bat|bomb)\b|\bbomb threat\b",
        r"\b(?:banging|kicking|hammering|shouting|knocking) (?:on|at|in|the) (?:my |the |our )?(?:door|window)s?\b|\bwo(?:n'?t|uld ?n'?t) leave (?:my|our) (?:porch|door ?step|house|door|drive)\b|\b(?:parked|waiting|sat|still|he'?s|hes) outside (?:my|our|in his)\b",
        r"\b(?:he'?s|hes|he|man|driver|bloke|guy|someone|somebody)(?: is| was| keeps)? (?:following|stalking) (?:me|us|my|girls|women)\b|\bmy stalker\b|\bknows? where (?:i|we) live\b|\bremember (?:my|your) house\b|\b(?:shoved|pushed) me against\b",
        r"\b(?:going to|gonna|will|'?ll|has said he'?ll) (?:hurt|kill|stab|shoot) (?:me|us|him|her|them|you)\b|\bsaid he\'?ll murder\b|\b(?:he|she|they)(?:'s|'re| is| are) (?:going to|gonna) get hurt\b|\bwhat time (?:he|she)'?s? (?:finishes|off|clocks off)\b",
        // On the road and on board.
        r"\bdriver (?:[\w']+ ){0,4}(?:drunk|of drink|alcohol|asleep)\b|\btexting with\b",
        r"\blocked the doors\b|\bwo(?:n'?t|nt) (?:stop the (?:car|bus|cab)|let (?:me|us|her|him|them) out)\b",
        r"\bbrakes? (?:[\w']+ ){0,3}(?:fail|failed|failing|gone|soft|to nothing)\b|\bon(?:to)? the hard shoulder\b|\b(?:on|onto|over) the (?:track|tracks)\b",
        r"\b(?:keeps opening|opens|opened|opening) (?:while|whilst|when|as) (?:[\w']+ ){0,2}moving\b|\b(?:swung|swings|swinging|flew|flies|flying|burst|came) open (?:[\w']+ ){0,3}(?:on the|while|whilst|when|as we|at \d|between|round)\b",
        r"\btrapped (?:in|inside|under|on|behind)\b|\bstuck (?:in|inside) (?:[\w']+ )?(?:\w+ )?(?:lift|elevator|tunnel)\b|\b(?:is|are|being|kids) (?:crushed|squashed) (?:against|at)\b|\bis a crush\b|\bpeople being (?:crushed|squashed)\b",
        r"\b(?:baby|toddler|child|kids?|son|daughter) (?:[\w']+ ){0,3}(?:inside and|locked in|locked inside|on the other side)\b|\b(?:baby|toddler|child) is (?:asleep )?inside\b|\bno parents\b|\b(?:we'?re|i'?m|im|am|got) locked in(?:side)?\b|\bdoors are chained\b|\basking (?:them |her |him )?(?:for (?:pictures|photos|pics)|which school)\b|\bthrough the (?:ice|nursery camera)\b|\b(?:children|kids) (?:[\w']+ ){0,2}playing (?:right )?(?:under|next to|near)\b",
        // What was eaten or breathed.
        r"\b(?:fell|came down|tipped over|fallen) (?:forward )?(?:on my|on me|on our|onto|over this|in the nursery)\b|\bslipped on\b|\bclipped (?:my|a|her|his)\b|\b(?:no|without) (?:seat ?belts?|lifeguard)\b|\bblind bend\b|\bscalding\b|\bfrayed\b|\bjust missed\b|\bnear misses\b|\bgot (?:a|an) (?:small )?(?:electric )?shock\b|\basbestos\b",
        r"\b(?:piece|bit|shard|lump)s? of (?:glass|metal)\b|\bbleach in\b|\bfumes\b|\bwhite powder\b",
        r"\b(?:pulled|waving|swinging|drew) (?:out )?an? (?:\w+ )?(?:blade|axe|hammer)\b|\b(?:throws?|throwing|spits?|spitting) sparks\b",
        r"\b(?:doors?|gate|barrier|shutter|lift) (?:[\w']+ ){0,6}clos(?:es|ed|ing) on (?:my|me|her|him|our)\b|\b(?:lift|elevator) (?:[\w']+ ){0,2}between floors\b|\b(?:tiles?|slates?|plaster) (?:[\w']+ ){0,6}(?:falling|dropping)\b",
        r"\b(?:i'?m|we'?re|we r|we are|i am) hiding (?:in|from)\b|\blocked myself in\b|\bmy ex (?:[\w',]+ ){0,6}(?:where i(?:'m| am| live)|find me|turned up|my location)\b|\b(?:stalking|stalks) me\b",
        r"\b(?:has|found|bits of) (?:\w+ )?(?:glass|metal|a blade|a needle) in (?:it|the (?:food|jar|bag))\b|\bwires? hanging (?:out|down|off|loose)?",
    ],
    vetoes: &[
        r"\bon fire (?:today|lately|this|tonight|with|right now|atm|recently|sale|tv|tablet|stick|emblem)\b|\b(?:you'?re|you guys are|team is|is so|are so) on fire\b|\b(?:amazon|kindle) fire\b",
        r"\bcatch fire (?:sale)\b|\bset(?:s|ting)? (?:the )?\w+ on fire\b",
        r"\bsmell(?:s|ing)? (?:[\w']+ ){0,2}smoke (?:in|from) (?:the |my |our )?(?:room|sheets|curtains)\b",
        r"\bsmoking (?:on|at|outside|near|under|by|next|weed|area|ban|in)\b|\bman ?hole cover (?:design|art)\b|\bget (?:a|an) (?:\w+ )?electric shock price\b",
        r"\brunning on fumes\b|\bjust missed (?:the |a |my |your )?(?:pre-?order|sale|offer|call|delivery|courier|postman)\b|\bslipped on (?:the |my |a )?(?:new|pair|shoes|boots)\b|\bfell on my (?:birthday|anniversary)\b|\bkill you with kindness\b",
    ],
    claims: Claims {
        intent: Some(Intent::RiskSafety),
        urgency: Some(Urgency::Critical),
        escalate: Some(true),
        needs_reply: Some(true),
        ..Claims::NONE
    },
    matter: Some(Matter::Safety),
    check: Some(check),
    ..Rule::NONE
};

/// What hangs, leans or lies open in public: a report of its own kind.
const PUBLIC: &str = "manhole|man hole|tree|branch|pole|crane|bridge|wall|rail";

fn check(context: &Context<'_>, hit: Hit<'_>) -> Option<Claims> {
    let lower = context.heard.lower();
    if laughs(lower) || praises(lower) || supposes(lower) || is_history(lower) {
        return None;
    }
    let left_behind = begins(
        hit.text,
        "fell|came|tipped|fallen|slipped|clipped|no |without|blind|scald|frayed|just|near|got|asbestos",
    );
    if left_behind || is_over(lower) || holds(lower, "it's out now|its out now|overnight") {
        return Some(Claims { urgency: Some(Urgency::High), intent: None, ..RULE.claims });
    }
    let intent = if begins(hit.text, PUBLIC) { None } else { RULE.claims.intent };
    Some(Claims { intent, ..RULE.claims })
}

#[cfg(test)]
mod tests {
    use crate::analyze::rules::{claims_of, fires};
    use crate::label::Urgency;

    #[test]
    fn danger_now_is_critical_and_past_danger_high() {
        let urgency = |text: &str| claims_of("urgency.safety", text).and_then(|claims| claims.urgency);
        assert_eq!(urgency("there is smoke coming from under the seat"), Some(Urgency::Critical));
        assert_eq!(urgency("the charger caught fire last week, nobody hurt"), Some(Urgency::High));
        assert!(fires("urgency.safety", "he is following me, your driver"));
        assert!(fires("urgency.safety", "the rear door swung open twice on the dual carriageway"));
        for text in [
            "the parcel came open",
            "running on fumes after a double shift",
            "slipped on the new loafers",
            "your sale is on fire today",
            "fire exit sign",
            "how does the carbon monoxide alarm test work",
        ] {
            assert!(!fires("urgency.safety", text), "{text}");
        }
    }
}
