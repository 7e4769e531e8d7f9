//! # What it does
//! Objects to a direct post on Mastodon that mentions anybody but the customer, or not the customer.
//!
//! # Why it matters
//! Everybody whom a direct post mentions can read it, and whom it does not mention never sees it.
//!
//! # Example
//! "@ann@social.example I've asked @colleague to look at your order."
//!
//! # Instead
//! "@ann@social.example I've asked a colleague to look at your order."

use twoears_core::decide::Severity;
use twoears_core::{Channel, RuleId};

use super::{Found, Look, Rule};
use crate::Audience;
use crate::mastodon::mentions;

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.mention"),
    severity: Severity::Error,
    about: "a direct post that others can read",
    check,
};

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let subject = look.subject;
    if subject.message.channel != Channel::Mastodon || subject.audience == Audience::Public {
        return;
    }
    let own = subject.message.author.mention();
    let all: Vec<&str> = mentions(subject.text).collect();
    let Some(own) = own else {
        // Whom one mention names cannot be told.
        if all.len() > 1 {
            found.whole("a direct post mentions more than one account");
        }
        return;
    };
    if let Some(other) = all.iter().find(|other| !other.eq_ignore_ascii_case(&own)) {
        found.whole(format!("`{other}` can read a direct post that mentions them"));
    } else if all.is_empty() {
        found.whole("a direct post reaches only whom it mentions: begin with the customer's handle");
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::with;
    use super::*;
    use twoears_core::{Author, Message};

    #[test]
    fn the_customer_alone() {
        let known = Message::new("hi").channel(Channel::Mastodon).author(Author::new("ann@b.example"));
        let unknown = Message::new("hi").channel(Channel::Mastodon);
        let other = Message::new("hi").channel(Channel::X).author(Author::new("ann"));
        for (message, audience, text, wrong) in [
            (&known, Audience::Private, "@ann@b.example Your order is here.", false),
            (&known, Audience::Private, "@Ann@B.example Write to help@larkway.example.", false),
            (&known, Audience::Private, "Your order is here.", true),
            (&known, Audience::Private, "@ann@b.example I asked @bob.", true),
            (&known, Audience::Private, "@ann Your order is here.", true),
            (&known, Audience::Public, "Ask @bob.", false),
            (&unknown, Audience::Private, "Your order is here.", false),
            (&unknown, Audience::Private, "@ann I asked @bob.", true),
            (&other, Audience::Private, "I asked @bob.", false),
        ] {
            let said = with(&RULE, message, text, |subject| subject.audience(audience));
            assert_eq!(said.is_some(), wrong, "{text}: {said:?}");
        }
    }
}
