//! # What it does
//! Objects to a public reply that mentions an account which neither the customer nor we named before, without a word on why.
//!
//! # Why it matters
//! A mention draws a stranger into a customer's trouble, and sends the customer to somebody of whom they know nothing.
//!
//! # Example
//! "@ann I've asked @bob to look at your order."
//!
//! # Instead
//! "@ann I've asked a colleague." Where another organisation must act, say so: "@toll runs that line and can tell you why."

use std::sync::LazyLock;

use twoears_core::decide::Severity;
use twoears_core::{Channel, RuleId, Span};

use super::phrases::Phrases;
use super::{Found, Look, Rule};
use crate::Audience;
use crate::mastodon::mentions;

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.third_account"),
    severity: Severity::Warning,
    about: "mentions an account without saying why",
    check,
};

/// Words that say why somebody is named.
const WHY: &str = "because; can help; can assist; can tell; can check; can look; can answer; who; they; they'll; they're; they'd; run; runs; operate; \
                   operates; operated; operating; handle; handles; look after; looks after; responsible; in charge; partner; partners; team; \
                   maintain; maintains; owns; manage; manages; best placed; know more; sell; sells; delivers; fly; flies; our friends; \
                   as this is; as it's; since; follow; for updates; latest; news; to help; for help; assistance";

static REASON: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(WHY.split("; ")));

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let (subject, text) = (look.subject, &look.text);
    let public = subject.audience == Audience::Public && subject.message.channel != Channel::Email;
    if !public || !text.lower.contains('@') {
        return;
    }
    let mut end = 0;
    for mention in mentions(&text.lower) {
        let Some(at) = text.lower[end..].find(mention).map(|at| end + at) else { continue };
        end = at + mention.len();
        let place = Span::new(at, end);
        // Handles before the first word are whom the post answers; the channel sets them.
        let Some(sentence) = text.sentence_of(place) else { continue };
        let named = |other: &str| {
            let lower = other.to_lowercase();
            mentions(&lower).any(|known| known == mention)
        };
        let bare = |handle: &str| handle.trim_start_matches('@').to_lowercase();
        let name = bare(mention);
        let customer = subject.message.author.handle.as_deref().is_some_and(|own| bare(own) == name);
        let known = customer
            || subject.brand.is_own_handle(mention)
            || named(&subject.message.text)
            || subject.message.thread.turns().iter().any(|turn| named(&turn.text))
            || subject.brand.own_contacts.iter().any(|own| named(own))
            || subject.articles.iter().flat_map(|article| &article.sentences).any(|said| named(said));
        if !known && !REASON.any_in(text.of(sentence)) {
            found.at(
                place,
                format!("`{}`: say why they are named, or leave them out", text.as_written(place)),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::with;
    use super::*;
    use twoears_core::{Author, Message};

    fn says(text: &str, audience: Audience) -> bool {
        let message = Message::new("@larkway and @tollrail, my lamp is gone")
            .channel(Channel::X)
            .author(Author::new("ann"));
        with(&RULE, &message, text, |subject| subject.audience(audience)).is_some()
    }

    #[test]
    fn strangers_need_a_reason() {
        for text in [
            "@ann I asked @bob.",
            "@ann Please ask @TollShop.",
            "I’ve told @bob about it.",
            "ASK @BOB, ANN.",
            "Hi Ann, @bob says the lamp is gone. I apologise.",
            "I'm sorry. Please try @lamps@social.example instead.",
        ] {
            assert!(says(text, Audience::Public), "{text}");
            assert!(!says(text, Audience::Private), "{text}");
        }
        for text in [
            "@ann @tollrail I'm sorry your lamp is gone.",
            "I'm sorry, @ann.",
            "@bob @ann I'm sorry your lamp is gone.",
            "@TollRail has your lamp, ann.",
            "Write to help@bob.example.",
            "@BrindleBus runs that line and can look for it.",
        ] {
            assert!(!says(text, Audience::Public), "{text}");
        }
    }
}
