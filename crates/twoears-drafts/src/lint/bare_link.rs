//! # What it does
//! Objects to a link that stands without an answer: hardly any words beside it, or a link of the knowledge base while
//! no sentence of its article is in the reply.
//!
//! # Why it matters
//! A customer who is sent to a page was not helped; the answer belongs in the reply and the link only supports it.
//!
//! # Example
//! `Please see https://help.example/bikes`
//!
//! # Instead
//! `Yes, a bike goes in the hold. More here: https://help.example/bikes`

use twoears_core::RuleId;

use super::{Rule, Subject, answers, links, without_links};

pub(super) const RULE: Rule =
    Rule { id: RuleId("reply.bare_link"), about: "a link without an answer", check };

/// Words that a reply with a link has at least beside it.
const WORDS: usize = 8;

fn check(subject: &Subject<'_>) -> Option<String> {
    let first = links(subject.text).next()?;
    let words = without_links(subject.text)
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphabetic))
        .count();
    let of_article = subject.article.and_then(|article| article.link.as_deref());
    let unanswered = links(subject.text).any(|link| of_article == Some(link)) && !answers(subject);
    (words < WORDS || unanswered).then(|| format!("`{first}` stands there without an answer"))
}

#[cfg(test)]
mod tests {
    use super::super::testing::run;
    use super::*;
    use twoears_core::Message;

    #[test]
    fn links_need_answers() {
        let message = Message::new("can I bring my bike");
        assert!(run(&RULE, &message, "Hi Sam, please see https://help.example/bikes").is_some());
        assert!(
            run(
                &RULE,
                &message,
                "Yes, a bike goes in the hold for a small fee. More: https://help.example/bikes"
            )
            .is_none()
        );
        assert!(run(&RULE, &message, "Yes.").is_none());
    }
}
