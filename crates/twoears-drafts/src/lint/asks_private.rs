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

use twoears_core::RuleId;

use super::{Rule, Subject};
use crate::Audience;

pub(super) const RULE: Rule =
    Rule { id: RuleId("reply.asks_private"), about: "a public reply asks for personal data", check };

/// Words that ask.
const ASKS: &[&str] = &[
    "what is",
    "what's",
    "what was",
    "which",
    "could you",
    "can you",
    "would you",
    "may i have",
    "can i have",
    "send me",
    "send us",
    "send your",
    "tell me",
    "tell us",
    "give me",
    "give us",
    "share your",
    "reply with",
    "respond with",
    "let me have",
    "let us have",
    "let me know your",
    "let us know your",
    "please confirm",
    "please provide",
    "provide us",
    "provide your",
    "we need your",
    "i need your",
];

/// What is personal.
const DATA: &[&str] = &[
    "order number",
    "order id",
    "booking code",
    "booking reference",
    "booking number",
    "reference number",
    "confirmation number",
    "confirmation code",
    "tracking number",
    "account number",
    "customer number",
    "member number",
    "membership number",
    "policy number",
    "card number",
    "card details",
    "bank details",
    "phone number",
    "mobile number",
    "telephone number",
    "email address",
    "e-mail address",
    "your email",
    "your e-mail",
    "your address",
    "home address",
    "delivery address",
    "postal address",
    "postcode",
    "zip code",
    "date of birth",
    "full name",
    "surname",
    "last name",
    "passport",
    "licence number",
    "number plate",
    "your password",
    "your pin",
    "personal details",
    "your details",
];

/// Words that lead into private, or that say not to.
const FINE: &[&str] = &[
    "direct message",
    "private",
    "between us",
    "dm",
    "dms",
    "inbox",
    "don't",
    "do not",
    "never",
    "leave",
    "form",
];

fn check(subject: &Subject<'_>) -> Option<String> {
    if subject.audience == Audience::Private {
        return None;
    }
    let lower = subject.text.to_lowercase();
    lower.split(['.', '?', '!', '\n']).find_map(|sentence| {
        let says = |words: &&&str| has(sentence, words);
        let data = DATA.iter().find(says)?;
        let asks = ASKS.iter().any(|words| has(sentence, words));
        let fine = FINE.iter().any(|words| has(sentence, words));
        (asks && !fine).then(|| format!("it asks for personal data in public (`{data}`)"))
    })
}

/// Whether a sentence has these words, as whole words.
fn has(sentence: &str, words: &str) -> bool {
    let free = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    sentence.match_indices(words).any(|(at, _)| {
        free(sentence[..at].chars().next_back()) && free(sentence[at + words.len()..].chars().next())
    })
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
        ] {
            assert!(run(&RULE, &message, text).unwrap().contains("in public"), "{text}");
            let private = with(&RULE, &message, text, |subject| subject.audience = Audience::Private);
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
        ] {
            assert!(run(&RULE, &message, text).is_none(), "{text}");
        }
    }
}
