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

use twoears_core::{Channel, RuleId};

use super::{Rule, Subject};
use crate::Audience;
use crate::mastodon::mentions;

pub(super) const RULE: Rule =
    Rule { id: RuleId("reply.mention"), about: "a direct post that others can read", check };

fn check(subject: &Subject<'_>) -> Option<String> {
    if subject.message.channel != Channel::Mastodon || subject.audience == Audience::Public {
        return None;
    }
    let own = subject.message.author.mention();
    let all: Vec<&str> = mentions(subject.text).collect();
    let Some(own) = own else {
        // Whom one mention names cannot be told.
        return (all.len() > 1).then(|| "a direct post mentions more than one account".to_owned());
    };
    if let Some(other) = all.iter().find(|other| !other.eq_ignore_ascii_case(&own)) {
        return Some(format!("`{other}` can read a direct post that mentions them"));
    }
    all.is_empty()
        .then(|| "a direct post reaches only whom it mentions: begin with the customer's handle".to_owned())
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
            let said = with(&RULE, message, text, |subject| subject.audience = audience);
            assert_eq!(said.is_some(), wrong, "{text}: {said:?}");
        }
    }
}
