//! The words of somebody who answers customers, taken in among theirs.

use super::words::serves;
use super::{Claims, Context, Rule};
use crate::RuleId;

/// Another organisation's answer, or the own one's under an account that nobody named: signed `^KS`, "please DM us".
/// Nobody answers an answer; it is watched.
pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.agent"),
    says: "reads like an organisation's own answer",
    always: Some(look),
    ..Rule::NONE
};

fn look(context: &Context<'_>) -> Option<Claims> {
    serves(context.heard.lower()).then_some(Claims { needs_reply: Some(false), ..Claims::NONE })
}

#[cfg(test)]
mod tests {
    use crate::analyze::rules::fires;

    #[test]
    fn answers_are_told_from_questions() {
        for text in [
            "@ann I'm sorry to hear that, Ann. How can I help today? ^KS",
            "Please DM us your order number /JT",
        ] {
            assert!(fires("reply.agent", text), "{text}");
        }
        for text in
            ["how can I get help with my order", "2^10 is not my bill", "DM me please", "sorry to hear of it"]
        {
            assert!(!fires("reply.agent", text), "{text}");
        }
    }
}
