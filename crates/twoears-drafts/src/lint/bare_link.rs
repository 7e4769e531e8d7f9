//! # What it does
//! Objects to a link that stands without an answer: nothing but thanks, apologies and a way to the page around it, or a
//! link of the knowledge base while no sentence of its article is in the reply.
//!
//! # Why it matters
//! A customer who is sent to a page was not helped; the answer belongs in the reply and the link only supports it.
//!
//! # Example
//! `Sorry to hear that. Please see https://help.example/bikes`
//!
//! # Instead
//! `Yes, a bike goes in the hold. More here: https://help.example/bikes`

use std::sync::LazyLock;

use twoears_core::decide::Severity;
use twoears_core::{RuleId, Span};

use super::acts::Act;
use super::phrases::Phrases;
use super::{Found, Look, Rule};

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.bare_link"),
    severity: Severity::Warning,
    about: "a link without an answer",
    check,
};

/// Words that lead to a link.
const LEADS: &str = "here; here's how; this link; this page; this article; the link; the page; check out; check; see; visit; \
                     take a look; have a look; look at; read more; learn more; find out more; more info; more information; \
                     more details; follow; go to; head over; use; try; steps; click; submit; contact; reach out; get in touch; \
                     fill; find; at; via; through; below; refer; review; report";
/// Words of a sentence with a link at the most that lead there and tell nothing.
const LEAD: usize = 14;

static LEADING: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(LEADS.split("; ")));

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let text = &look.text;
    let Some(first) = text.links.first() else { return };
    let private = look.subject.link().is_some_and(|link| text.as_written(*first) == link);
    if private {
        return;
    }
    let of_article = |link: &str| {
        let mut links = look.subject.articles.iter().filter_map(|article| article.link.as_deref());
        links.any(|known| known == link)
    };
    let answers = look.answers();
    let unanswered = !answers && text.links.iter().any(|link| of_article(text.as_written(*link)));
    let leads = |sentence: Span| {
        text.links.iter().any(|link| link.overlaps(sentence))
            && text.words_in(sentence).nth(LEAD).is_none()
            && (text.words_in(sentence).nth(3).is_none() || LEADING.any_in(text.of(sentence)))
    };
    let told = answers || look.acts.tells(text).any(|sentence| !leads(sentence));
    let steps = text.sentences.iter().any(|sentence| {
        look.acts.within(Act::Step, *sentence)
            && !leads(*sentence)
            && text.words_in(*sentence).nth(3).is_some()
    });
    let reason = look.acts.first(Act::Reason).is_some();
    let asks = look.acts.first(Act::Ask).is_some()
        || text.sentences.iter().any(|said| text.of(*said).ends_with('?'));
    if unanswered || !(told || steps || reason || asks) {
        found.at(*first, format!("`{}` stands there without an answer", text.as_written(*first)));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::run;
    use super::*;
    use twoears_core::Message;

    #[test]
    fn links_need_answers() {
        let message = Message::new("can I bring my bike");
        for text in [
            "Hi Sam, please see https://help.example/bikes",
            "Sorry to hear that, Sam. Here's how: https://help.example/bikes",
            "Thanks for asking! You’ll find more info here: https://help.example/bikes",
            "https://help.example/bikes",
            "CHECK OUT OUR PAGE: https://help.example/bikes",
            "We apologise. Learn more at https://help.example/bikes ^MK",
        ] {
            assert!(run(&RULE, &message, text).is_some(), "{text}");
        }
        for text in [
            "Yes, a bike goes in the hold for a small fee. More: https://help.example/bikes",
            "Yes.",
            "A folded bike always goes along. Here's more: https://help.example/bikes",
            "Go to Trips, tap your seat, then choose Add a bike. Details: https://help.example/bikes",
            "So that your details stay between us, please write to us here: https://help.example/m",
            "Bikes go free on every coach but the night line, and there are two hooks. https://help.example/bikes",
        ] {
            assert!(run(&RULE, &message, text).is_none(), "{text}");
        }
    }
}
