//! A child is at risk, was approached, or was charged; or a child writes of such a thing.

use super::child::{self, is_meant};
use super::children::{CHILD, names_an_age};
use super::words::{begins, holds, laughs, praises};
use super::{Claims, Context, Hit, Rule};
use crate::RuleId;
use crate::label::{Matter, Urgency};

/// A stranger writes to a child, somebody harms one, a child spent money without a parent's leave; or a child writes of
/// harm, money or a stranger. Families who book or praise are none of it, nor is a grown-up son.
pub(super) const RULE: Rule = Rule {
    id: RuleId("escalate.minor"),
    says: "tells of a child at risk, approached or charged",
    patterns: &[
        r"\b(?:messag(?:ed|ing|es)|contact(?:ed|ing)|approach(?:ed|ing)|text(?:ed|ing)|dm(?:ed|ing|'d|s)|chat(?:ting|ted) (?:to|with)|talk(?:ing|ed) to|groom(?:ed|ing)|touch(?:ed|ing)|follow(?:ed|ing)|meet|film(?:ed|ing)|photograph(?:ed|ing)|pictures of|photos of|videos of|nudes (?:of|from|to)|sending) (?:[\w']+ ){0,3}?(?:my|our|a|an|the|her|his) (?:[\w-]+ ){0,3}?(?:daughter|son|child|kid|kids|children|little (?:girl|boy|sister|brother)|schoolgirl|teen|teenager|niece|nephew|granddaughter|grandson|stepson|stepdaughter|year[- ]old|minor)\b",
        r"\b(?:groom(?:ed|ing|er)|p(?:a)?edo(?:phile|philes|philia)?|csam|child (?:abuse|porn\w*|exploitation|predator|endangerment|trafficking)|child'?s safety|underage (?:girl|boy|kid|child)s?|sextort\w+)\b",
        r"\b(?:my|our) (?:[\w-]+ ){0,4}?(?:daughter|son|child|kid|kids|children|toddler|grandson|granddaughter|nephew|niece|\d+ ?yo|olds?)(?: [\w']+){0,5} (?:spent|spend|spending|bought|purchased|charged|ran up|run up|racked up|ordered|used my card|subscribed|signed up|made [\w -]{0,20}purchases?|bill|clicked|paid)\b",
        r"\b(?:left|locked|leaving|forgot|abandoned|kicked|threw|put|stranded|lost) (?:[\w']+ ){0,2}?(?:my|our|a|the) (?:[\w-]+ ){0,3}?(?:daughter|son|child|kid|kids|children|toddler|little (?:girl|boy)|year[- ]old)(?: [\w']+){0,4} (?:on|off|alone|behind|outside|at|by|in)\b",
        // The child's own words; the pattern is that of `route.child`.
        child::OWN[0],
        child::OWN[1],
        child::OWN[2],
        child::OWN[3],
    ],
    vetoes: &[
        child::NOT_OWN[0],
        r"\b(?:dog|pet|horse|hair|car|carpet|bike) groom\w*\b|\bgroom(?:ing|ed)? (?:kit|set|salon|appointment|suit|products?|and bride)\b|\bbride and groom\b|\bfollow(?:ing|ed)? (?:my|our) (?:\w+ )?(?:order|parcel)\b",
        r"\b(?:my|our) (?:kids?|children|son|daughter)(?: [\w']+){0,2} (?:bought|ordered|paid for) (?:me|us|your|it for|this for|a present)\b",
    ],
    claims: Claims {
        intent: None,
        urgency: Some(Urgency::High),
        private: Some(true),
        escalate: Some(true),
        needs_reply: Some(true),
    },
    matter: Some(Matter::Minor),
    check: Some(check),
    ..Rule::NONE
};

/// Who approaches a child, or how: without it, somebody of the staff may just have spoken to a son on the phone.
const STRANGER: &str = "\
    stranger|strangers|someone|somebody|man|men|guy|bloke|adult|adults|user|users|old man|groomed|grooming|groomer|\
    nudes|naked|inappropriate|sexual|creepy|weirdo|predator|driver|guard|staff|teacher|worker|coach|instructor|players";
/// What makes pictures of a child more than a family's own.
const TAKEN: &str =
    "stranger|naked|nudes|inappropriate|sexual|creepy|asking for|asked for|asks for|took|taking";
/// What a parent did not allow.
const WITHOUT_LEAVE: &str = "\
    without permission|without my permission|without our permission|without consent|without my consent|without asking|\
    without me knowing|without my knowledge|without us knowing|by accident|accidentally|by mistake|unauthorised|\
    unauthorized|in-app|in app|robux|v-bucks|vbucks|gems|coins|loot boxes|skins|app store|play store|my card|refund|\
    never agreed|didn't know|did not know|no idea|console|tablet|ipad|game|bill";
/// What shows that money went.
const MONEY: &str = "\
    spent|bought|purchased|charged|purchase|purchases|ran up|run up|racked up|card|subscribed|bill|paid|ordered";
/// Words by which a child that writes tells of harm, money or a stranger.
const NEEDS_A_PERSON: &str = "\
    hurt|hit|hits|hitting|touched|scared|unsafe|afraid|bully|bullied|bullying|stranger|messaged|messaging|naked|nude|\
    nudes|pictures of me|photos of me|meet me|meet up|my address|threatened|threatening|blackmail|blackmailing|abuse|\
    abused|alone|stranded|lost|money|charged|charge|paid|pay|spent|mum's card|moms card|mum's credit|mom's card|dad's card|card|scammed|\
    scam|owe|owes|debt|stole|stolen|hacked|creepy|weird man|older man|old man|asked me for|asking me for|send him|\
    followed me|following me|runaway|ran away|cutting|cut myself|die|kill|refund|£|$|€";

fn check(context: &Context<'_>, hit: Hit<'_>) -> Option<Claims> {
    let lower = context.heard.lower();
    if laughs(lower) || praises(lower) {
        return None;
    }
    let child = names_an_age(lower);
    let of_child = holds(lower, CHILD) || hit.text.contains("year") || hit.text.contains("olds");
    let own = hit.text.starts_with("im ") || hit.text.starts_with("i'm") || hit.text.starts_with("i ");
    let stands = if own {
        let money = lower.contains(['£', '$', '€']);
        is_meant(context, hit) && (money || holds(lower, NEEDS_A_PERSON))
    } else if holds(hit.text, MONEY) {
        let left = lower.contains(['£', '$', '€']) || holds(lower, WITHOUT_LEAVE);
        (child && left)
            || holds(
                lower,
                "without permission|without my permission|without consent|without my consent|without asking|without me knowing|without my knowledge|robux|v-bucks|vbucks|in-app purchases|in app purchases",
            )
    } else if holds(hit.text, "left|locked|leaving|forgot|abandoned|kicked|threw|stranded|lost") {
        child
            || holds(hit.text, "toddler|little girl|little boy|child|kid|kids|children")
                && holds(lower, "your driver|driver|guard|conductor|staff|bus|train|coach|crew|alone|you")
    } else if holds(
        lower,
        "csam|paedophile|pedophile|pedo|paedo|child abuse|child porn|grooming|groomed|sextortion|sextorted",
    ) {
        of_child || holds(lower, "app|platform|account|accounts|game|server|site")
    } else {
        (child
            || holds(
                lower,
                "child|kid|kids|children|little girl|little boy|underage|schoolgirl|minor|nudes|naked|inappropriate",
            ))
            && holds(
                lower,
                if begins(hit.text, "pictures|photos|videos|sending|meet") { TAKEN } else { STRANGER },
            )
    };
    stands.then_some(RULE.claims)
}

#[cfg(test)]
mod tests {
    use crate::analyze::rules::fires;

    #[test]
    fn a_child_at_risk_approached_or_charged() {
        for text in [
            "my 9 year old spent £400 on your game",
            "someone on your app messaged my daughter who is 11",
            "a man is asking for photos of my 12yo son in your chat",
            "my kids made in-app purchases without my permission",
            "I'm 13 and a man keeps asking me for pictures of me",
            "I am 14 and you charged my mum's card £60",
            "im 12 and im stranded at the station alone",
            "your driver left my 8 year old on the bus",
            "there is grooming on your platform, children are on it",
        ] {
            assert!(fires("escalate.minor", text), "{text}");
        }
        for text in [
            "2 adults, kids aged 4 and 7",
            "my 9 year old loves your game",
            "my daughter bought your dress and it has not come",
            "someone from your team contacted my son about his contract",
            "I'm 13 and the game will not start",
            "my kids bought me your coffee machine",
            "dog grooming appointment for my kid's puppy",
            "do children under 5 travel free, mine is 4 years old",
            "my 9 year old paid with his bus pass, where do we sit",
            "left my child's coat on the train",
            "someone please help, I lost all the pictures of my kids",
        ] {
            assert!(!fires("escalate.minor", text), "{text}");
        }
    }
}
