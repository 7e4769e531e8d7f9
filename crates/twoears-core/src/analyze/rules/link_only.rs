//! A link and nothing said about it.

use super::{Claims, Context, Rule};
use crate::RuleId;
use crate::label::Intent;
use crate::listen::TokenKind;

/// Only links, mentions, hashtags and emoji, and at least one link or two mentions. A mention with an emoji is somebody
/// who nods, and is left alone.
pub(super) const RULE: Rule =
    Rule { id: RuleId("reply.link_only"), says: "is a link without words", always: Some(look), ..Rule::NONE };

fn look(context: &Context<'_>) -> Option<Claims> {
    let heard = context.heard;
    let cues = heard.cues();
    let bare = |kind: TokenKind| !matches!(kind, TokenKind::Word | TokenKind::Number | TokenKind::Email);
    let wordless = heard.tokens().iter().all(|token| bare(token.kind));
    let asks = cues.questions > 0;
    (wordless && !asks && (cues.urls > 0 || cues.mentions > 1)).then_some(Claims {
        intent: Some(Intent::TalkOther),
        needs_reply: Some(false),
        ..Claims::NONE
    })
}

#[cfg(test)]
mod tests {
    use crate::analyze::rules::fires;

    #[test]
    fn a_word_or_a_question_is_more_than_a_link() {
        for text in [
            "https://a.example/x",
            "@Brightmart https://a.example/x 😂",
            "@a @b #sale",
            "#x https://a.example",
        ] {
            assert!(fires("reply.link_only", text), "{text}");
        }
        for text in [
            "@Brightmart ??? https://a.example/x",
            "broken https://a.example/x",
            "@Brightmart 👍",
            "#hashtag",
        ] {
            assert!(!fires("reply.link_only", text), "{text}");
        }
    }
}
