//! What a redaction yields: texts with pseudonyms, and the way back for private eyes.

use std::collections::BTreeMap;

use serde::Serialize;

use super::pseudonym::{self, Pseudonym};
use crate::{Audience, Error, Message};

/// Texts in which pseudonyms stand for personal data, with what is needed to put the values back.
///
/// `Debug`, `Display` and serde show pseudonyms and never a value; `Debug` shows no text either. The values are kept in
/// ordinary memory for as long as this lives: nothing is written over when it is dropped, so keep it as you keep the
/// message itself. It is not `Deserialize`: a redaction that was written out has no way back.
#[derive(Clone, Serialize)]
pub struct Redacted {
    message: Message,
    pseudonyms: Vec<Pseudonym>,
    #[serde(skip)]
    pub(super) texts: Vec<Text>,
    #[serde(skip)]
    pub(super) values: BTreeMap<Pseudonym, String>,
}

/// A text before and after.
#[derive(Clone)]
pub(super) struct Text {
    pub(super) redacted: String,
    pub(super) original: String,
}

impl Redacted {
    pub(super) fn new(texts: Vec<Text>, values: BTreeMap<Pseudonym, String>, order: Vec<Pseudonym>) -> Self {
        let message = Message::new(texts.first().map_or("", |text| &text.redacted));
        Self { message, pseudonyms: order, texts, values }
    }

    pub(super) fn with_message(self, message: Message) -> Self {
        Self { message, ..self }
    }

    /// The message's text, or the first of the texts.
    pub fn text(&self) -> &str {
        &self.message.text
    }

    /// The message with pseudonyms in its text, its thread, its author's name, handle and id, what attachments are called,
    /// what was promised, and all ids but its own. All else is as it was.
    pub fn message(&self) -> &Message {
        &self.message
    }

    /// Every text that was redacted, in the order in which they were given; of a message: its text, the turns of the
    /// thread, what is known of the author, and the rest.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|text| text.redacted.as_str())
    }

    /// The pseudonyms in the order of their first appearance: which kinds of data there are, and how many values.
    pub fn pseudonyms(&self) -> &[Pseudonym] {
        &self.pseudonyms
    }

    /// Puts the values back into a text that only the customer will read.
    ///
    /// A text that came out of this redaction comes back byte for byte. In any other, a pseudonym becomes the value as
    /// it was first written; what only looks like one of its pseudonyms stays as it is. One pass: a value that looks
    /// like a pseudonym is not looked at again.
    ///
    /// # Errors
    /// When the audience is public: what is sent there can be read by everybody, and no value may stand in it.
    ///
    /// ```
    /// use twoears_core::analyze::privacy::{Given, redact};
    /// use twoears_core::{Audience, Message};
    /// let redacted = redact(&Message::new("ring me on +44 7700 900123"), &Given::default());
    /// assert_eq!(redacted.text(), "ring me on <phone-1>");
    /// assert_eq!(redacted.restore("We ring <phone-1>.", Audience::Private)?, "We ring +44 7700 900123.");
    /// assert!(redacted.restore("We ring <phone-1>.", Audience::Public).unwrap_err().is_restore());
    /// # Ok::<(), twoears_core::Error>(())
    /// ```
    pub fn restore(&self, text: &str, audience: Audience) -> Result<String, Error> {
        if audience == Audience::Public {
            return Err(Error::restore(
                "the audience is public, and no private value may stand there; restore the private draft, or word \
                 the public one without pseudonyms",
            ));
        }
        if let Some(known) = self.texts.iter().find(|known| known.redacted == text) {
            return Ok(known.original.clone());
        }
        let mut restored = String::with_capacity(text.len());
        let mut copied = 0;
        for (at, _) in text.match_indices('<') {
            let read = pseudonym::read(&text[at..]);
            if let Some((value, bytes)) =
                read.and_then(|(name, bytes)| Some((self.values.get(&name)?, bytes)))
            {
                restored.push_str(&text[copied..at]);
                restored.push_str(value);
                copied = at + bytes;
            }
        }
        restored.push_str(&text[copied..]);
        Ok(restored)
    }
}

/// The redacted text.
impl std::fmt::Display for Redacted {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.text())
    }
}

/// Shows lengths and pseudonyms, never a text or a value.
impl std::fmt::Debug for Redacted {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Redacted")
            .field("message", &self.message)
            .field("pseudonyms", &self.pseudonyms)
            .finish_non_exhaustive()
    }
}
