//! Says in so many words that it cannot wait.

use super::words::{laughs, praises, serves};
use super::{Claims, Context, Hit, Rule};
use crate::RuleId;
use crate::label::Urgency;

/// "Asap", "urgently", "this is an emergency", "I need it right now". Not every hurry is real: it claims high, and how
/// often that was right on labelled rows says how far it is believed.
pub(super) const RULE: Rule = Rule {
    id: RuleId("urgency.urgent"),
    says: "says that it is urgent",
    patterns: &[
        r"\b(?:asap|a\.s\.a\.p|as soon as (?:possible|u can|you can)|urgent|urgently|urgency|desperate(?:ly)?)\b",
        r"\b(?:(?:an|real|is|this|medical|family|in) emergency|emergency (?:calls? only|line|housing|repair|help|appointment|here|please)|immediately|immediate (?:help|assistance|action|attention|response|refund)|right away)\b|\b(?:please|pls|need|want|now|help|fix|sort|call|back)(?: [\w']+){0,4} straight ?away\b",
        r"\b(?:need|help|fix|sort|answer|reply|respond|call|refund|deliver)(?: [\w']+){0,6} (?:right now|immediately|today|this minute)\b",
    ],
    vetoes: &[
        r"\b(?:not|isn'?t|nothing|no|without|lack of|any|sense of)(?: \w+)? (?:urgent|urgency|emergency|rush)\b|\burgent care\b|\burgently (?:hiring|seeking)\b",
        r"\bemergency (?:exit|row|landing|fund|room|department|contact|number|brake|stop|kit|services|slide|lighting|cord|plumber|alert)s?\b|\bimmediately (?:after|when|before|felt|knew|made|noticed|fell|recogni[sz]ed|put|helped|sorted|got|went|called|came|refunded|replied|and so)\b",
        r"\b(?:replied|answered|sorted|fixed|refunded|helped|responded|resolved|came|arrived|sent)(?: [\w']+){0,4} (?:right away|straight ?away|immediately|asap)\b|\b(?:right|straight) ?away (?:and|by|with|from|to)\b",
        r"\b(?:thanks|thank you|thankyou|ty)(?: [\w']+){0,3} help(?: \w+)? today\b|\breal help\b(?: [\w']+){0,5}|\bneeded (?:it|that) today\b|\bnot desperate\b|\bclassify (?:this )?(?:message )?as \w+|\bset urgency\b|\burgent and will not be\b",
    ],
    claims: Claims { urgency: Some(Urgency::High), needs_reply: Some(true), ..Claims::NONE },
    check: Some(check),
    ..Rule::NONE
};

fn check(context: &Context<'_>, _: Hit<'_>) -> Option<Claims> {
    let lower = context.heard.lower();
    (!laughs(lower) && !praises(lower) && !serves(lower)).then_some(RULE.claims)
}

#[cfg(test)]
mod tests {
    use crate::analyze::rules::fires;

    #[test]
    fn hurry_counts_and_words_that_sound_like_it_do_not() {
        for text in
            ["please sort this asap", "it is urgent!!", "this is an emergency", "I need it fixed right now"]
        {
            assert!(fires("urgency.urgent", text), "{text}");
        }
        for text in [
            "nothing urgent, just asking",
            "sat in the emergency exit row",
            "Ana refunded me straight away",
            "they came immediately after",
            "need a new ringtone asap lol",
        ] {
            assert!(!fires("urgency.urgent", text), "{text}");
        }
    }
}
