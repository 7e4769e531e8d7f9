//! What a recognizer is, and how all of them run over a message.

use serde::Serialize;

use super::hints::Hints;
use super::look::Look;
use crate::label::labels;
use crate::listen::Heard;
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
        /// A number of a bank account that is no IBAN, a sort code, a routing number.
        BankAccount = "bank_account",
        /// A number by which a state knows a person: social security, tax, health.
        NationalId = "national_id",
        /// A passport number.
        Passport = "passport",
        /// The number of a driving licence.
        DrivingLicence = "driving_licence",
        /// A vehicle's plate.
        Plate = "plate",
        /// A device's serial number or IMEI.
        Device = "device",
        /// An IP or MAC address.
        Network = "network",
        /// An address of a crypto wallet.
        Wallet = "wallet",
        /// A password, PIN or one-time code.
        Password = "password",
        /// A key or token by which a program signs in.
        ApiKey = "api_key",
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
    /// What a candidate must pass, in words for a person.
    pub check: &'static str,
    /// A cheap look at whether it can find anything at all.
    pub maybe: fn(&Hints) -> bool,
    /// All places in [`Heard::text`], in order, checked.
    pub find: fn(&Look<'_>) -> Vec<Span>,
}

/// Personal data that a message shows, in text order, without overlaps.
pub fn find(_message: &Message, heard: &Heard) -> Vec<PrivateData> {
    let look = Look::new(heard);
    let mut found: Vec<(Span, &Recognizer)> = Vec::new();
    for recognizer in super::RECOGNIZERS.iter().filter(|recognizer| (recognizer.maybe)(&look.hints)) {
        let spans = (recognizer.find)(&look);
        if spans.is_empty() {
            continue;
        }
        // Both lists are in order, so one walk along the taken ones serves all.
        let taken = found.len();
        let mut at = 0;
        for span in spans.into_iter().filter(|span| !span.is_empty()) {
            while at < taken && found[at].0.end <= span.start {
                at += 1;
            }
            if at == taken || !found[at].0.overlaps(span) {
                found.push((span, recognizer));
            }
        }
        found.sort_by_key(|(span, _)| *span);
    }
    let data = |(span, by): (Span, &Recognizer)| PrivateData {
        kind: by.kind,
        span: heard.original(span),
        rule: by.id,
    };
    found.into_iter().map(data).collect()
}
