//! What a desk does with the payloads of helpdesks and platforms.

use jiff::Timestamp;
use twoears_adapters::Settings;
use twoears_adapters::inbox::Open;

use crate::{Case, Desk};

impl Desk {
    /// What adapters have to know of the organisation, from its settings.
    ///
    /// ```
    /// use twoears::{Desk, Platform, inbound};
    /// let desk = Desk::new()?;
    /// let payload = br#"{"event":"message_created","id":7,"content":"Where is my parcel?","created_at":1795421157,
    ///     "sender":{"id":3,"type":"contact"},"conversation":{"id":12,"channel":"Channel::Sms"},"account":{"id":1}}"#;
    /// let parsed = inbound::parse(Platform::Chatwoot, payload, desk.adapters())?;
    /// let case = desk.triage(&parsed.items[0].message, "2026-11-23T09:00:00Z".parse()?);
    /// let request = twoears::outbound::request(&parsed.items[0].address, &case.drafts()[0].text, case.drafts()[0].audience)?;
    /// assert_eq!(request.body["message_type"], "outgoing");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn adapters(&self) -> &Settings {
        &self.0.adapters
    }

    /// Triages a case in which the customer has the last word: the most pressing of the messages since the last answer, the
    /// newest of equals. The others are its thread.
    pub fn triage_open(&self, open: &Open, now: Timestamp) -> Option<Case> {
        let cases = open.messages.iter().map(|message| self.triage(message, now));
        cases.max_by(|a, b| a.decision.priority.total_cmp(&b.decision.priority))
    }
}
