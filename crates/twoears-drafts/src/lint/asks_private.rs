//! # What it does
//! Objects to a public reply that asks for personal data.
//!
//! # Why it matters
//! Whoever is asked in the open answers in the open, and everybody reads along.
//!
//! # Example
//! "What is your booking code?"
//!
//! # Instead
//! "So that your details stay between us, please send us your booking code in a direct message."

use std::sync::LazyLock;

use twoears_core::RuleId;
use twoears_core::decide::Severity;

use super::phrases::Phrases;
use super::{Found, Look, Rule};
use crate::Audience;

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.asks_private"),
    severity: Severity::Error,
    about: "a public reply asks for personal data",
    check,
};

/// Words that ask.
const ASKS: &str = "what is; what's; whats; what was; what are; which; could you; can you; would you; may i have; may we have; can i have; can we have; \
                    can i get; can we get; could i have; could we have; could i get; could we get; may i get; may we get; \
                    send me; send us; send your; send over; send along; sending us; sending me; tell me; tell us; give me; give us; share your; share the; \
                    share ur; share with us; mind sharing; mind sending; mind telling; mind giving; \
                    reply with; respond with; let me have; let us have; let me know your; let us know your; let us know the; let me know the; \
                    please confirm; please provide; please share; please send; please advise; please verify; pls share; pls send; \
                    pls provide; pls confirm; provide us; provide me; provide your; provide the; provide a; we need your; i need your; \
                    we'll need your; i'll need your; we will need your; need you to confirm; confirm your; verify your; advise your; \
                    do you have your; do you have a; do you have the; have you got";

/// What is personal.
const DATA: &str = "order number; order numbers; order #; order no; order id; booking code; booking reference; booking ref; booking number; reference number; \
                    reference #; confirmation number; confirmation numbers; confirmation code; confirmation #; conf number; conf #; \
                    record locator; pnr; tracking number; tracking #; \
                    account number; account #; account details; account info; account information; customer number; member number; membership number; \
                    loyalty number; frequent flyer number; policy number; card number; \
                    card details; bank details; phone number; phone #; mobile number; telephone number; contact number; cell number; \
                    contact details; contact info; contact information; email address; e-mail address; email id; ur email; your email; your e-mail; \
                    email on the account; email on file; your address; home address; delivery address; shipping address; billing address; \
                    postal address; mailing address; full address; first line of your address; postcode; post code; zip code; zipcode; \
                    date of birth; your dob; full name; surname; last name; name on the; passport; ticket number; claim number; case number; file reference; \
                    bag tag; baggage reference; licence number; license number; number plate; license plate; serial number; your username; \
                    your user name; your password; your pin; personal details; personal information; your details; your info; social security";

/// Words that lead into private, or that say not to.
const FINE: &str = "without; haven't; direct message; direct messages; private; privately; between us; dm; dm's; dms; pm; inbox; don't; do not; never; leave; form; \
                    remove; delete; change; changed; changing; update your; updated; forgot; forgotten; reset; \
                    email us; e-mail us; call us; via email; by email; by phone; when you call; if you call; securely; secure";

static ASKING: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(ASKS.split("; ")));
pub(super) static PERSONAL: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(DATA.split("; ")));
static ALLOWED: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(FINE.split("; ")));

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    if look.subject.audience == Audience::Private {
        return;
    }
    for (_, data) in PERSONAL.all(&look.text) {
        let Some(sentence) = look.text.sentence_of(data) else { continue };
        // A page of ours that takes it is no public place.
        let here = look.text.words_in(sentence).any(|word| matches!(word, "here" | "below"));
        let form = look.text.links.iter().any(|link| here || link.overlaps(sentence));
        let sentence = look.text.of(sentence);
        if !form && ASKING.any_in(sentence) && !ALLOWED.any_in(sentence) {
            let named = look.text.of(data);
            found.at(data, format!("it asks for personal data in public (`{named}`)"));
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{run, with};
    use super::*;
    use twoears_core::Message;

    #[test]
    fn questions_for_private_data_belong_in_private() {
        let message = Message::new("my ticket is gone");
        for text in [
            "I'm sorry. What is your booking code?",
            "Could you send me the order or tracking number?",
            "Please reply with your full name and phone number.",
            "Which email address do you sign in with?",
            "Can you confirm your address?",
            "What’s your order #?",
            "pls share ur email so we can look",
            "MAY WE HAVE YOUR CONFIRMATION NUMBER?",
            "We apologize. Mind sharing your record locator?",
            "We apologise. Please provide your postcode.",
        ] {
            assert!(run(&RULE, &message, text).unwrap().contains("in public"), "{text}");
            let private = with(&RULE, &message, text, |subject| subject.audience(Audience::Private));
            assert!(private.is_none(), "{text}");
        }
    }

    #[test]
    fn what_asks_for_nothing_is_left_alone() {
        let message = Message::new("my ticket is gone");
        for text in [
            "Please take your booking code out of your post: anybody can read it there.",
            "Please send us your order number in a direct message, so that it stays between us.",
            "Please don't share your password with anybody, whatever they tell you.",
            "You can change your email address in the app, under Profile.",
            "What happened with your parcel should not have. Could you tell me which station it was?",
            "Which suits you best?",
            "Did you forget your password? Tap Reset under it.",
            "Please DM us your confirmation code.",
        ] {
            assert!(run(&RULE, &message, text).is_none(), "{text}");
        }
    }
}
