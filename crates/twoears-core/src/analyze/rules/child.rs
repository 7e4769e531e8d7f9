//! A child writes.

use super::children::is_own_age;
use super::words::laughs;
use super::{Claims, Context, Hit, Rule};
use crate::RuleId;

/// The writer says that they are a child, by age, year at school or in words. It goes to private, and a draft asks nothing
/// of them; a person is called only for harm, money or a stranger (`escalate.minor`).
pub(super) const RULE: Rule = Rule {
    id: RuleId("route.child"),
    says: "is written by a child",
    patterns: OWN,
    vetoes: NOT_OWN,
    claims: Claims { private: Some(true), ..Claims::NONE },
    check: Some(check),
    ..Rule::NONE
};

/// How children say so.
pub(super) const OWN: &[&str] = &[
    r"\bi'?m (?:1[0-7]|[6-9])\b",
    r"\bi am (?:1[0-7]|[6-9])\b|\b(?:i'?m|i am) (?:only|just|still) (?:1[0-7]|[6-9])\b",
    r"\bi'?m (?:still )?in (?:year (?:[1-9]|1[0-3])|(?:[1-9]|1[0-2])(?:st|nd|rd|th) grade|(?:primary|elementary|middle|secondary) school|sixth form)\b|\bi go to (?:primary|elementary|middle|secondary) school\b",
    r"\b(?:i'?m|i am) (?:just |only |still )?(?:a (?:kid|child|minor|schoolgirl|schoolboy|school kid)|under ?-?age|under (?:16|18|13))\b",
];

/// What only looks like it.
pub(super) const NOT_OWN: &[&str] = &[
    r"\b(?:i'?m|i am) (?:such )?a (?:kid|child) (?:at heart|in a (?:candy|sweet|toy)|again|of)\b|\bnot a (?:kid|child)\b|\bin year \d+ of\b|\bwhen i was\b|\b(?:says?|said|thinks?|think|that|thought) (?:that )?(?:i'?m|i am) (?:an? |under)|\bi'?m \d+ years old (?:on|again|when)\b|\blike i'?m (?:a kid|a child|\d+)\b|\bas if i'?m (?:a|\d)|\bi feel like i'?m\b",
];

fn check(context: &Context<'_>, hit: Hit<'_>) -> Option<Claims> {
    is_meant(context, hit).then_some(RULE.claims)
}

/// Is it said in earnest, and of an age?
pub(super) fn is_meant(context: &Context<'_>, hit: Hit<'_>) -> bool {
    let lower = context.heard.lower();
    let of_age = !hit.text.ends_with(|c: char| c.is_ascii_digit())
        || hit.text.contains("year")
        || hit.text.contains("under")
        || is_own_age(hit.text, &lower[hit.span.end as usize..]);
    of_age && !laughs(lower)
}

#[cfg(test)]
mod tests {
    use crate::analyze::rules::fires;

    #[test]
    fn children_say_so() {
        for text in [
            "hi I'm 13 and the game will not start",
            "I am 14 years old, can I have an account",
            "im in year 8 and we need this for class",
            "I'm a kid, how do I get my skin back",
            "im only 12 btw",
            "I'm under 16, is that ok",
        ] {
            assert!(fires("route.child", text), "{text}");
        }
        for text in [
            "I'm 13 minutes late",
            "I am 12 weeks pregnant",
            "I'm 10th in the queue",
            "I'm 15 stone",
            "im in year 2 of my contract",
            "I'm a kid at heart",
            "2 adults, kids aged 4 and 7",
            "stop talking to me like I'm 5",
            "I'm 34 and done with you",
            "I am 16 years a customer",
            "my account says im under 13",
        ] {
            assert!(!fires("route.child", text), "{text}");
        }
    }
}
