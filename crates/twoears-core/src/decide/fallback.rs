//! Which other route an answer takes when the channel's own way into private is closed.

use serde::Serialize;

use super::brand::Brand;
use crate::Message;
use crate::label::labels;

labels! {
    /// Another route than the channel's own way into private, the best first.
    Other, "other route" {
        /// The customer writes to the organisation's address.
        Email = "email",
        /// The customer uses the organisation's form.
        Form = "form",
        /// The customer opens a private conversation on the channel.
        CustomerFirst = "customer_first",
        /// The customer rings the organisation's number.
        Phone = "phone",
        /// An answer in the open that holds and needs no personal data.
        Public = "public",
    }
}

/// Another route for an answer, and why it is needed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fallback {
    /// Which route.
    pub route: Other,
    /// The organisation's own address, form or number that it leads to; none for the other routes.
    pub to: Option<String>,
    /// Why the channel's own way does not do, in words for a person.
    pub reason: String,
}

impl Fallback {
    /// What the person who answers should know: why, and what to do about it.
    pub(super) fn note(&self) -> String {
        let to = self.to.as_deref().unwrap_or_default();
        let what = match self.route {
            Other::Email => format!("ask them to write to {to}"),
            Other::Form => format!("ask them to use {to}"),
            Other::CustomerFirst => "ask them to write first, in private".to_owned(),
            Other::Phone => format!("ask them to ring {to}"),
            Other::Public => "answer in public what needs no personal data".to_owned(),
        };
        format!("{}: {what}", self.reason)
    }
}

/// The best other route: the organisation's own address or form, a private word of the customer's, its number, and at
/// the last an honest answer in the open.
pub(super) fn best(message: &Message, brand: &Brand, reason: String) -> Fallback {
    let contacts = || brand.own_contacts.iter().map(|contact| contact.trim());
    let is_form = |contact: &str| contact.starts_with("https://") || contact.starts_with("http://");
    let is_email = |contact: &str| !is_form(contact) && contact.find('@').is_some_and(|at| at > 0);
    let is_phone = |contact: &str| {
        let fine = |b: u8| b.is_ascii_digit() || b" +-()./".contains(&b);
        contact.bytes().any(|b| b.is_ascii_digit()) && contact.bytes().all(fine)
    };
    let of = |route, to: &str| (route, Some(to.to_owned()));
    let customer_first = brand.channels.customer_first(message.channel);
    let email = contacts().find(|contact| is_email(contact)).map(|to| of(Other::Email, to));
    let form = || contacts().find(|contact| is_form(contact)).map(|to| of(Other::Form, to));
    let first = || customer_first.then_some((Other::CustomerFirst, None));
    let phone = || contacts().find(|contact| is_phone(contact)).map(|to| of(Other::Phone, to));
    let found = email.or_else(form).or_else(first).or_else(phone);
    let (route, to) = found.unwrap_or((Other::Public, None));
    Fallback { route, to, reason }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Channel;

    #[test]
    fn the_best_route_that_the_settings_allow() {
        for (contacts, channel, route, to) in [
            (
                "'+44 20 7946 0000', 'help@larkway.example'",
                Channel::Youtube,
                Other::Email,
                Some("help@larkway.example"),
            ),
            (
                "'+44 20 7946 0000', 'https://larkway.example/@help'",
                Channel::X,
                Other::Form,
                Some("https://larkway.example/@help"),
            ),
            ("'+44 20 7946 0000'", Channel::X, Other::CustomerFirst, None),
            ("'+44 20 7946 0000'", Channel::Youtube, Other::Phone, Some("+44 20 7946 0000")),
            ("'@larkway'", Channel::Youtube, Other::Public, None),
            ("", Channel::Facebook, Other::CustomerFirst, None),
            ("", Channel::Threads, Other::Public, None),
        ] {
            let brand = Brand::from_toml(&format!("own_contacts = [{contacts}]")).unwrap();
            let found = best(&Message::new("").channel(channel), &brand, "so".to_owned());
            assert_eq!((found.route, found.to.as_deref()), (route, to), "{contacts} {channel}");
        }
    }
}
