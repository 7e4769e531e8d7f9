//! Redacting with what the desk's settings tell.

use twoears_core::Message;
use twoears_core::analyze::privacy::{self, Redacted};

use crate::Desk;

impl Desk {
    /// The message with consistent pseudonyms (`<card-1>`) in place of personal data: in its text, its whole thread, and
    /// the author's name, handle and id. Own contacts stay; own recognizers (`[[private]]`) count.
    ///
    /// ```
    /// use twoears::{Audience, Desk, Message};
    /// let redacted = Desk::new()?.redact(&Message::new("ring me on +44 7700 900123"));
    /// assert_eq!(redacted.text(), "ring me on <phone-1>");
    /// assert_eq!(redacted.restore("Is <phone-1> right?", Audience::Private)?, "Is +44 7700 900123 right?");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn redact(&self, message: &Message) -> Redacted {
        privacy::redact(message, &self.0.given)
    }

    /// As [`Desk::redact`], of a text alone.
    pub fn redact_text(&self, text: &str) -> Redacted {
        self.redact(&Message::new(text))
    }
}

#[cfg(test)]
mod tests {
    use crate::{Brand, Desk};

    #[test]
    fn own_contacts_stay_and_own_recognizers_count() {
        let settings = "own_contacts = ['+44 20 7946 0000']\n[[private]]\nname = 'locker'\npattern = '[A-Z]{3}-[0-9]{4}'";
        let desk = Desk::builder().brand(Brand::from_toml(settings).unwrap()).build().unwrap();
        let redacted = desk.redact_text("I rang 020 7946 0000 from 020 7946 0018 about QRT-4821");
        assert_eq!(redacted.text(), "I rang 020 7946 0000 from <phone-1> about <other-1>");
    }
}
