//! What a recognizer is, and how all of them run over a message.

use serde::Serialize;

use super::given::Given;
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

/// Personal data that a message shows, in text order, without overlaps, with what the organisation told.
///
/// `heard` is what was heard of the message's text. What steers a machine is looked through too, but does not hide or
/// change what the rest shows: both are searched, each by itself.
pub fn find(message: &Message, heard: &Heard, given: &Given) -> Vec<PrivateData> {
    let mut found = search(message, heard, given);
    if !heard.steering().is_empty() {
        let inside = search(message, heard.full(), given);
        let new = |data: &PrivateData| !found.iter().any(|known| known.span.overlaps(data.span));
        let inside: Vec<PrivateData> =
            inside.into_iter().filter(|data| heard.is_within_steering(data.span) && new(data)).collect();
        add(&mut found, &inside);
    }
    found
}

fn search(message: &Message, heard: &Heard, given: &Given) -> Vec<PrivateData> {
    let look = Look::new(heard, &message.text, given);
    let own = given.own.find(&message.text, heard);
    let mut found: Vec<PrivateData> = Vec::new();
    for data in &own.found {
        add(&mut found, data);
    }
    for recognizer in super::RECOGNIZERS.iter().filter(|recognizer| (recognizer.maybe)(&look.hints)) {
        let (kind, rule) = (recognizer.kind, recognizer.id);
        let spans = (recognizer.find)(&look).into_iter().filter(|span| !span.is_empty());
        let data: Vec<_> = spans.map(|span| PrivateData { kind, span: heard.original(span), rule }).collect();
        add(&mut found, &data);
    }
    found.retain(|data| {
        let value = data.span.of(&message.text);
        !own.covers(data.span, value) && !given.contacts.hold(data.kind, value)
    });
    found
}

/// Adds what overlaps nothing yet; both lists are in text order and stay so.
fn add(found: &mut Vec<PrivateData>, more: &[PrivateData]) {
    if more.is_empty() {
        return;
    }
    // Both lists are in order, so one walk along the taken ones serves all.
    let taken = found.len();
    let mut at = 0;
    for &data in more {
        while at < taken && found[at].span.end <= data.span.start {
            at += 1;
        }
        let free = found[taken..].last().is_none_or(|last| last.span.end <= data.span.start);
        if free && (at == taken || !found[at].span.overlaps(data.span)) {
            found.push(data);
        }
    }
    found.sort_by_key(|data| data.span);
}
