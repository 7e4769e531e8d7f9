//! Nothing to read.

use super::{Claims, Context, Rule};
use crate::RuleId;
use crate::label::Intent;
use crate::listen::TokenKind;

/// No letter, no digit, no emoji, and no mark that asks or cries out.
pub(super) const RULE: Rule =
    Rule { id: RuleId("reply.empty"), says: "has nothing to read", always: Some(look), ..Rule::NONE };

fn look(context: &Context<'_>) -> Option<Claims> {
    let text = context.heard.text();
    let speaks = |c: char| c.is_alphanumeric() || matches!(c, '?' | '!');
    let emoji = context.heard.tokens().iter().any(|token| token.kind == TokenKind::Emoji);
    (!emoji && !text.contains(speaks)).then_some(Claims {
        intent: Some(Intent::TalkOther),
        needs_reply: Some(false),
        ..Claims::NONE
    })
}

#[cfg(test)]
mod tests {
    use crate::analyze::rules::fires;

    #[test]
    fn white_space_and_dots_are_nothing() {
        for text in ["", "  ", "\n\t\n", "\u{200b}\u{feff}", "...", "-"] {
            assert!(fires("reply.empty", text), "{text:?}");
        }
        for text in ["??", "!", "help", "👍", "7", "ありがとう"] {
            assert!(!fires("reply.empty", text), "{text:?}");
        }
    }
}
