//! What a recognizer is, and how all of them run over a message.

use serde::Serialize;

use crate::label::labels;
use crate::listen::{Heard, TokenKind};
use crate::{Message, RuleId, Span};

labels! {
    /// What kind of personal data.
    PrivateKind, "kind of private data" {
        /// A payment card number that passes its checksum.
        Card = "card",
        /// An international bank account number that passes its checksum.
        Iban = "iban",
        /// An e-mail address, plain or written out.
        Email = "email",
        /// A phone number.
        Phone = "phone",
        /// A postcode.
        Postcode = "postcode",
        /// A postal address.
        Address = "address",
        /// A date of birth.
        DateOfBirth = "date_of_birth",
        /// A private person's full name.
        Name = "name",
        /// An order, case, claim, ticket or receipt number.
        Order = "order",
        /// A booking reference.
        Booking = "booking",
        /// An account, member, policy or meter number.
        Account = "account",
        /// A password, PIN or one-time code.
        Password = "password",
        /// Anything else that is personal.
        Other = "other",
    }
}

/// Personal data in a text: what kind and where. Never the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PrivateData {
    /// What kind.
    pub kind: PrivateKind,
    /// Where in the original text.
    pub span: Span,
    /// Which recognizer saw it.
    pub rule: RuleId,
}

/// A recognizer of one kind.
pub struct Recognizer {
    /// Its stable name: `private.card`.
    pub id: RuleId,
    /// The kind.
    pub kind: PrivateKind,
    /// What it looks for, in words for a person.
    pub says: &'static str,
    /// A cheap look at whether it can find anything at all.
    pub maybe: fn(&Hints) -> bool,
    /// All places in [`Heard::text`], in order, checked.
    pub find: fn(&Heard) -> Vec<Span>,
}

/// What a text holds, from one look, so that most recognizers need not run.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hints {
    /// Digits in the text.
    pub digits: u32,
    /// An e-mail address was seen, or `@` or `(at)` or ` at ` with ` dot `.
    pub at: bool,
    /// Tokens that mix digits and letters or are numbers.
    pub numbers: u32,
}

impl Hints {
    fn of(heard: &Heard) -> Self {
        let digits = heard.text().bytes().filter(u8::is_ascii_digit).count() as u32;
        let email = heard.tokens().iter().any(|token| token.kind == TokenKind::Email);
        let lower = heard.lower();
        let at = email || lower.contains('@') || lower.contains(" at ") || lower.contains("(at)") || lower.contains("[at]");
        Self { digits, at, numbers: heard.cues().numbers }
    }
}

/// Personal data that a message shows, in text order, without overlaps.
pub fn find(_message: &Message, heard: &Heard) -> Vec<PrivateData> {
    let hints = Hints::of(heard);
    let mut found: Vec<(Span, PrivateData)> = Vec::new();
    for recognizer in super::RECOGNIZERS.iter().filter(|recognizer| (recognizer.maybe)(&hints)) {
        for span in (recognizer.find)(heard) {
            if !span.is_empty() && !found.iter().any(|(taken, _)| taken.overlaps(span)) {
                let (kind, rule) = (recognizer.kind, recognizer.id);
                found.push((span, PrivateData { kind, span: heard.original(span), rule }));
            }
        }
    }
    found.sort_by_key(|(span, _)| *span);
    found.into_iter().map(|(_, data)| data).collect()
}
