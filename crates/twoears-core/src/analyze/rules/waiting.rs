//! On hold, in a queue, or cut off: waiting on the phone and nobody there.

use super::words::in_earnest;
use super::{Claims, Context, Hit, Rule};
use crate::RuleId;
use crate::label::Urgency;

/// An hour on hold, cut off, hung up on, asked to be rung back. What was answered in the end is a complaint; who praises
/// the call is not meant.
pub(super) const RULE: Rule = Rule {
    id: RuleId("urgency.waiting"),
    says: "has been kept waiting on the phone or cut off",
    patterns: &[
        r"\b(?:still |been |was |put |waiting |stuck |sat |left |am |i'm |me |now )on hold\b|\bon hold (?:for|since|again|\d+|an|over|three|two|nearly|now)\b",
        r"\b(?:an|\d+|two|three|four|half an) ?(?:hours?|hrs?|hr|mins?|minutes|min) (?:\d+ ?(?:mins? )?)?(?:of |now )?(?:on hold|on the line|in (?:the|your|a) queue|holding|of hold|waiting (?:on|for) (?:the|your) (?:line|phone|chat))\b",
        r"\b(?:in (?:the|your) queue|holding)(?: [\w',]+){0,4} (?:\d+ ?(?:hrs?|hours?|h|mins?|minutes|min)|(?:an|two|three|four|half an) hours?)\b",
        r"\bhung up on\b|\b(?:got|get|was|been|and|just) cut(?:s)? (?:me )?off\b",
        r"\b(?:ring|call|phone) me (?:back )?(?:now|today|asap|immediately|urgently)\b|\bcall me back[.!]|\b(?:nobody|no one|never) (?:rang|called|phoned) (?:me )?back\b",
        r"\b(?:phone|line|number|it|that)(?: just)? (?:rings out|rings off|just rings|keeps ringing|is engaged|goes dead)\b",
        r"\b(?:took|taken|booked)(?: \w+){0,2} (?:day|time|morning|afternoon) off\b|\b(?:was|were) (?:to|meant to|supposed to)(?: [\w']+){0,3} between \d",
    ],
    vetoes: &[
        r"\bcall ?back when\b|\bwhen you get a minute\b|\bcut off (?:point|time|timing|timming|date|for)\b|\binternet (?:is )?being cut off\b",
    ],
    claims: Claims { urgency: Some(Urgency::High), needs_reply: Some(true), ..Claims::NONE },
    check: Some(check),
    ..Rule::NONE
};

fn check(context: &Context<'_>, _: Hit<'_>) -> Option<Claims> {
    in_earnest(context.heard.lower()).then_some(RULE.claims)
}

#[cfg(test)]
mod tests {
    use crate::analyze::rules::fires;

    #[test]
    fn holding_counts_and_a_cut_off_date_does_not() {
        for text in [
            "an hour on hold and then nothing",
            "been on hold since 9",
            "got cut off twice",
            "please ring me back today",
        ] {
            assert!(fires("urgency.waiting", text), "{text}");
        }
        for text in
            ["what is the cut off time for friday", "10 mins on the phone and sorted", "call me a cab"]
        {
            assert!(!fires("urgency.waiting", text), "{text}");
        }
    }
}
