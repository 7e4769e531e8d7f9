//! Somebody was treated worse for who they are.

use super::words::laughs;
use super::{Claims, Context, Hit, Rule};
use crate::RuleId;
use crate::label::{Matter, Urgency};

/// Race, faith, sex, disability, age: named as the reason, or plain from what was said and done.
pub(super) const RULE: Rule = Rule {
    id: RuleId("escalate.discrimination"),
    says: "says that somebody was discriminated against",
    patterns: &[
        r"\bdiscriminat(?:ion|ed|ing|ory|es?)\b|\b(?:racist|racism|racial(?:ly)?|homophobi\w+|transphobi\w+|sexist|misogyn\w+|islamophobi\w+|antisemiti\w+|ableis[mt])\b|\bslurs?\b|\b(?:prejudice|profiled|profiling)\b",
        r#"\byour kind (?:can|are|do|of people|here|sit)\b|\b(?:take|want|like|not) your kind\b|\bpeople like (?:you|her|him|me and)\b|\b(?:kids|children|people) "?like mine"?\b|\bpeople from (?:there|round there|round here)\b|\bwhere (?:i'?m|i was|are you|we come) (?:"?really"?) ?from\b|\bwhere we come from\b|\btold (?:him|her|me|us|them) to go (?:back )?home\b|\bgo back to (?:your|where you)\b"#,
        r"\b(?:refused?|denied|turned away|would ?n'?t (?:take|let|accept|stop)|left|laughed at|kicked out|thrown off|put off|ripped|cancels?|drove off)(?: [\w',]+){0,6} (?:wheelchair|guide dog|assistance dog|service dog|disabled|headscarf|hijab|turban|guide-dog|accent|hiv)\b",
        r#"\b(?:wheelchair|guide dog|headscarf|hijab|hijabi|turban|prayer cap|accent|autis\w+|cerebral palsy|deaf|blind|stammer|(?:is|'s|i'm|are|we're|only|every|all) (?:also )?(?:black|asian|indian|muslim|jewish|gay|brown))\b(?: [\w',."]+){0,8} (?:refused?|drove (?:off|past)|laughed|mimed|told|turned away|cancels|hassle|sent (?:him|her|us) away|take (?:it|her)|only one|stopped|searched|asked for|and nobody else|on that)\b"#,
        r"\b(?:every|only|asked|turned away|searched|stopped|other|the only)(?: [\w']+){0,3} (?:black|asian|brown|white|muslim|women|foreign)\b(?: [\w']+){0,3} (?:kids?|lads?|man|men|woman|passengers?|people|couples?|boys?|family)\b|\bforeign[- ]sounding\b|\bfor praying\b|\bonly two men\b|\benglish was\b|\bwomen's panic\b|\bbecause (?:of my|i'?m|of our|he's|she's) (?:\w+ )?(?:race|religion|disability|diagnosis|skin|colour|pregnan\w+|accent|black|asian|gay|muslim|disabled|wheelchair)\b|\bi was pregnant\b",
        r#"\b(?:told|tells|telling) (?:me|us|him|her|them) to "?(?:\w+ )?(?:learn|speak) (?:proper )?english\b|\bthe only (?:one|person|woman|man)(?: [\w']+){0,8} (?:headscarf|hijab|turban)\b"#,
    ],
    vetoes: &[
        r"\bprice discrimination\b|\bracial (?:justice|equality)\b|\bslur(?:ry|ring|p)\b|\bpeople like (?:you|me) (?:a lot|keep|make|are the reason|deserve)\b|\b(?:driv\w+|drive|get|got|go|way|going) (?:back )?home\b",
        r"\b(?:roller|window|venetian|roman) blinds?\b|\bwhite men's\b|\bmen's (?:trainers|shoes|shirts?)\b|\bi was pregnant when i (?:bought|ordered|booked)\b|\bdo(?:es)? ?n'?t discriminate\b",
    ],
    claims: Claims {
        intent: None,
        urgency: Some(Urgency::High),
        escalate: Some(true),
        needs_reply: Some(true),
        private: Some(true),
    },
    matter: Some(Matter::Discrimination),
    check: Some(check),
    ..Rule::NONE
};

fn check(context: &Context<'_>, _: Hit<'_>) -> Option<Claims> {
    (!laughs(context.heard.lower())).then_some(RULE.claims)
}
