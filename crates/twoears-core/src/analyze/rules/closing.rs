//! A short closing with nothing else in it.

use super::{Claims, Context, Rule};
use crate::RuleId;
use crate::label::Intent;
use crate::listen::TokenKind;

/// "done", "dm sent", "ok ta": the talk is over or waits for the other side, and a reply would only be noise. With a
/// warm thanks a person answers, so then it says only what it is.
pub(super) const RULE: Rule =
    Rule { id: RuleId("reply.closing"), says: "closes the talk", always: Some(look), ..Rule::NONE };

/// Words in a closing, at the most.
const WORDS: usize = 9;

/// What a closing says; one of these must be there.
const CORE: &str = "\
    wait|waiting|sending|filled|uploaded|shared|done|sent|dm'd|dmed|dmd|dm|ok|okay|k|okey|will|noted|got|sorted|emailed|messaged|received|thanks|\
    thank|thx|ta|cheers|ty|thanku|tysm|tq|understood|perfect|great|right|brill|brilliant|fine|worries|\
    submitted|followed|all|nvm|nevermind|gotcha|alright|yep|appreciated|solved|resolved|fixed|lovely|problem";

/// What else may stand in one.
const REST: &str = "\
    dokey|found|form's|fair|enough|leave|inbox|na|we|closing|pls|friday|monday|tomorrow|i|i've|ive|have|it|that|that's|thats|it's|its|now|you|u|x|xx|just|the|a|an|for|to|in|very|much|so|\
    many|lot|lots|again|good|cool|do|did|try|by|over|message|email|form|details|info|number|mate|sir|\
    madam|team|guys|me|been|and|ah|oh|yes|no|this|them|is|was|tonight|later|then|bye|everything|help|\
    your|on|there|too|as|well|of|sorry";

/// What a question begins with.
const ASKS: &str = "have|has|is|was|are|did|do|does|will|can";

/// A thanks that somebody answers.
const WARM: &str = "thanks|thank|thanku|tysm|appreciated|perfect|great|lovely|brilliant|help|much|ty|worked";

/// What leaves the next step to the other side, or needs none.
const SETTLES: &str = "\
    wait|waiting|sending|filled|uploaded|shared|done|sent|dm'd|dmed|dmd|will|noted|emailed|messaged|submitted|followed|sorted|received|got|solved|\
    fixed|resolved|nvm|nevermind";

fn look(context: &Context<'_>) -> Option<Claims> {
    let heard = context.heard;
    let cues = heard.cues();
    if cues.words as usize > WORDS || cues.urls + cues.questions + cues.hashtags > 0 {
        return None;
    }
    let words: Vec<&str> = heard
        .tokens()
        .iter()
        .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number | TokenKind::Email))
        .map(|token| token.span.of(heard.lower()))
        .collect();
    let is = |word: &str, list: &str| list.split('|').any(|known| known == word);
    let any = |list: &str| words.iter().any(|word| is(word, list));
    let known = words.len() <= WORDS && words.iter().all(|word| is(word, CORE) || is(word, REST));
    // "have you sent it" asks, "sent it and no email" misses something.
    let asks = words.first().is_some_and(|word| is(word, ASKS))
        && words.get(1).is_some_and(|word| is(word, "you|it|that|this|they"));
    let lacks = words.iter().skip(1).any(|word| *word == "no") && !any("worries|problem|thanks|thank|need");
    if !known || !any(CORE) || asks || lacks {
        return None;
    }
    // "ok" may answer a question; only what settles something, or a bare nod, needs no reply.
    let asked =
        context.message.thread.turns().last().is_some_and(|turn| {
            turn.from == crate::From::Organisation && turn.text.trim_end().ends_with('?')
        });
    let nod = words.len() <= 2 && any("ok|okay|k|cheers|ta|alright|worries");
    // A bare "ok" to our own question is its answer.
    if asked && nod && !any(SETTLES) {
        return None;
    }
    let cold = any(SETTLES) || nod;
    let needs_reply = if cold && !any(WARM) { Some(false) } else { None };
    Some(Claims { intent: Some(Intent::TalkThanks), needs_reply, ..Claims::NONE })
}

#[cfg(test)]
mod tests {
    use crate::analyze::rules::{claims_of, fires};

    #[test]
    fn a_nod_answers_our_question() {
        let asked = crate::Thread::default().turn(crate::From::Organisation, "Shall we cancel it?");
        let fires = |text: &str| {
            let message = crate::Message::new(text).thread(asked.clone());
            let found = super::super::find(&message, &crate::listen::hear(text));
            found.iter().any(|found| found.original.rule.0 == "reply.closing")
        };
        assert!(!fires("ok") && fires("done, dm sent"));
    }

    #[test]
    fn closings_and_what_only_begins_like_one() {
        for text in ["done", "@Larkway DM sent 👍", "ok cheers, got it", "Will do", "all sorted ta"] {
            assert_eq!(claims_of("reply.closing", text).and_then(|c| c.needs_reply), Some(false), "{text}");
        }
        for text in ["thank you so much", "perfect, thanks"] {
            assert_eq!(claims_of("reply.closing", text).map(|c| c.needs_reply), Some(None), "{text}");
        }
        for text in [
            "done waiting. where is it",
            "DM sent 3 days ago, nothing since",
            "ok?",
            "sorted? no it isnt",
            "no",
            "have you sent it",
            "sent it and sent it again and no email",
        ] {
            assert!(!fires("reply.closing", text), "{text}");
        }
    }
}
