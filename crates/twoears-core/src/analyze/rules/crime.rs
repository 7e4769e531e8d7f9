//! Assault, theft, groping, bribes or threats by staff or the organisation.

use super::words::{begins, holds, laughs};
use super::{Claims, Context, Hit, Rule};
use crate::RuleId;
use crate::label::{Matter, Urgency};

/// Somebody who works for the organisation hurt, groped, robbed, threatened or was bribed. The rhetorical "robbery" of
/// a high price is not meant.
pub(super) const RULE: Rule = Rule {
    id: RuleId("escalate.crime"),
    says: "accuses staff or the organisation of a crime",
    patterns: &[
        r"\b(?:grabbed|punched|slapped|shoved|pushed|hit|kicked|assaulted|groped|attacked|dragged|spat at|strangled|threatened|molested|threw)(?: and \w+)? (?:to (?:hit|hurt|kill|punch|beat) |a )?(?:me|her|him|us|(?:my|our|his|her|the) (?:\d+ )?(?:\w+ )?(?:son|daughter|mum|mother|dad|father|wife|husband|brother|sister|boy|girl|arm|neighbour|friend|grandmother|nan|old|yo|kid|child|13yo)|passenger|customer)\b",
        r"\b(?:touched|put his hands? on|hand on|stroked|came on to|made a pass at|exposed himself to|took (?:photos|pictures|a photo) of|followed)(?: \w+)? (?:me|my (?:daughter|waist|teenage daughter|son|leg|arm|hair)|her (?:hair|waist|leg)|the younger)\b|\bsexual(?:ly)? (?:harass\w+|assault\w*)\b|\btouch(?:es|ed) (?:her|their) (?:hair|backs)\b|\bcomments about my (?:legs|body|chest|looks)\b|\b(?:messaged|texted) me on my own\b|\bsaved my number\b|\bif (?:her mum|i'm|i am) (?:was in|single)\b|\bif i live(?:d)? alone\b",
        r"\b(?:stole|stolen|stealing|nicked|pocketed|robbed|pinched|theft|thief|thieves|theiving|thieving|short ?changed|forged|pilfer\w+)\b",
        r"\b(?:took|taken|taking|take|carried|put(?:ting)?|walk(?:ed|ing) off with) (?:my |the |£|\$|it |back )?(?:\w+ |£\d+ |\$\d+ ){0,3}(?:out of my bag|from my bag|from the (?:safe|room safe|till)|back (?:in|into|to) (?:his|the|her) (?:van|cab|truck|car))\b|\bgone from the (?:\w+ )?safe\b|\bwalking off with it\b",
        r#"\bbribe(?:s|ry|d)?\b|\btea money\b|\bextra "?for tea\b|\bsomething for (?:the )?weekend\b|\banything for the weekend\b|\b(?:cash|money|extra|\d+) (?:[\w"']+ ){0,4}no receipt\b|\basked (?:me )?for (?:\d+|cash|money) (?:extra|cash)\b"#,
        r"\b(?:crime number|crime ref\w*|police report|reported (?:it |this |him |her |you )?to the (?:\w+ )?police|gone to the police|told the police|police have it|the police are)\b|\b(?:hidden )?camera in the (?:bedroom|bathroom|room|toilet|shower)\b|\bfoot in (?:the|my) door\b|\b(?:driver|guard|staff|steward|desk|receptionist|assessor|warden|crew|woman|man|lady)(?: [\w']+){0,6} (?:screamed at|shouted at|laughed at|laughed when|called) (?:my|me|her|him|us|she|he|i)\b|\bused to (?:hit|touch)\b",
        r"\b(?:driver|courier|guard|staff|engineer|technician|rider|inspector|conductor|steward|agent|doorman|bouncer|warden|carer)(?: [\w']+){0,4} (?:threatened|grabbed|pushed|shoved|hit|slapped|punched|touched|groped|stole|robbed|assaulted)\b",
        r"\b(?:held|pinned|slammed) (?:me|him|her|us) (?:against|down|to the)\b|\bput(?:ting)? his hands? on (?:my|her|me|him|our)\b|\bfine (?:goes|will go|would go) away\b|\basked (?:my (?:\w+ )?(?:daughter|sister|niece|wife) )?for her number\b",
    ],
    vetoes: &[
        r"\b(?:stole|stolen|stealing) (?:my|the|our|your|a) (?:heart|show|thunder|bike|phone|seat|idea|spot)\b|\bdaylight robbery\b|\bhighway robbery\b|\bsteal of\b",
        r"\bcalled (?:me|us|him|her) a thief\b|\b(?:threw|kicked|pushed|hit) (?:my|our|the|a) (?:parcel|package|bag|box|papers|order|gate|inbox)\b|\brobbed (?:me )?of\b|\bidentity theft\b|\bgrand theft\b|\btheft (?:cover|protection|insurance)\b|\b(?:hit|pushed|kicked|threw) (?:the|a|an|my|our|me)(?: [\w']+){0,2} (?:button|wall|bug|jackpot|back|out|off|error|update|limit|target|party|notification|deadline|spot)\b|\bhit me (?:up|with)\b",
        r"\bthreatened (?:to|me with) (?:cut|charge|suspend|cancel|disconnect|close|debt|bailiffs|collections)\b|\bthe police are (?:aware|involved|great)\b|\bthreatened by\b",
        r"\bhit every\b|\bhit the brakes?\b|\bthrew (?:me|us) (?:a|an)\b|\bpushed (?:the|my|her|his) (?:pram|buggy|wheelchair|trolley) (?:up|on|onto|to|along)\b|\b(?:pays?|covers?) (?:for )?(?:\w+ ){0,2}theft\b|\blike (?:he|she|they)(?: had|'d)? stole[n]?\b",
    ],
    claims: Claims {
        urgency: Some(Urgency::High),
        private: Some(true),
        escalate: Some(true),
        needs_reply: Some(true),
        ..Claims::NONE
    },
    matter: Some(Matter::Crime),
    check: Some(check),
    ..Rule::NONE
};

/// The people who act for the organisation.
const STAFF: &str = "\
    driver|drivers|courier|guard|staff|engineer|technician|rider|inspector|conductor|steward|agent|\
    bouncer|warden|carer|manager|security|cashier|trainer|employee|officer|man|your man|assistant|clerk|\
    teacher|host|housekeeping|concierge|receptionist|salesman|installer|delivery|van|counter|desk|safe|\
    instructor|doorman|doormen|porter|police|he|she|your";

/// What makes theft more than an insult: somebody saw who took what.
const PROOF: &str = "video|camera|saw|bag|parcel|package|theft|driver|courier|police|watched|doorbell|till";

fn check(context: &Context<'_>, hit: Hit<'_>) -> Option<Claims> {
    let lower = context.heard.lower();
    let insult = begins(hit.text, "thie|theiv|robbed|stol|steal");
    let meant = holds(lower, STAFF) && (!insult || holds(lower, PROOF));
    (meant && !laughs(lower)).then_some(RULE.claims)
}

#[cfg(test)]
mod tests {
    use crate::analyze::rules::fires;

    #[test]
    fn prices_are_no_robbery() {
        for text in
            ["your driver grabbed me by the arm", "the courier stole my parcel", "guard touched my leg"]
        {
            assert!(fires("escalate.crime", text), "{text}");
        }
        for text in
            ["daylight robbery", "the driver stole my heart", "thieves, the lot of you", "he threw my parcel"]
        {
            assert!(!fires("escalate.crime", text), "{text}");
        }
    }
}
