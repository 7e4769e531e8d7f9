//! What a desk learns from its organisation: labels of its own, and corrections.

use std::sync::{Arc, PoisonError, RwLock};

#[cfg(feature = "learn")]
use twoears_core::custom::{CustomLearned, CustomSettings, Example, learn_custom};
use twoears_core::{Corrections, CustomHead, Heard, Journal, Message, Model, Reading};

use crate::desk::Parts;
use crate::{Desk, Error};

impl Desk {
    /// Learns a head with labels of the organisation's own, in seconds. The desk stays as it is: give the head to
    /// [`Desk::with_custom`] to read with it, or keep [`CustomHead::to_bytes`].
    ///
    /// # Errors
    /// When there are too few or too many examples or labels; the error says which.
    ///
    /// ```
    /// use twoears::{Desk, Example, Message};
    /// let examples = [
    ///     ("my invoice is wrong", "invoice"), ("wrong amount on the invoice", "invoice"),
    ///     ("invoice for March please", "invoice"), ("when does my contract end", "contract"),
    ///     ("cancel the contract", "contract"), ("change my contract", "contract"),
    /// ].map(|(text, label)| Example::new(text, label));
    /// let desk = Desk::new()?;
    /// let learned = desk.learn("topic", &examples)?;
    /// let desk = desk.with_custom(learned.head)?;
    /// let case = desk.triage(&Message::new("the invoice is not mine"), "2026-11-22T09:00:00Z".parse()?);
    /// assert_eq!(&*case.reading.custom[0].1.label, "invoice");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[cfg(feature = "learn")]
    pub fn learn(&self, name: &str, examples: &[Example]) -> Result<CustomLearned, Error> {
        Ok(learn_custom(self.model(), name, examples, &CustomSettings::default(), &mut |_| {})?)
    }

    /// This desk with one more head; both share everything else, corrections too. A head of the same name is replaced.
    ///
    /// # Errors
    /// When the head was learned on another encoder.
    pub fn with_custom(&self, head: CustomHead) -> Result<Self, Error> {
        let parts = &*self.0;
        let mut custom: Vec<CustomHead> =
            parts.custom.iter().filter(|other| other.name() != head.name()).cloned().collect();
        add(&mut custom, head, &parts.model)?;
        Ok(Self(Arc::new(Parts {
            model: parts.model.clone(),
            brand: parts.brand.clone(),
            knowledge: parts.knowledge.clone(),
            given: self.0.given.clone(),
            #[cfg(feature = "adapters")]
            adapters: parts.adapters.clone(),
            custom,
            corrections: parts.corrections.clone(),
        })))
    }

    /// The heads with labels of the organisation's own.
    pub fn custom(&self) -> &[CustomHead] {
        &self.0.custom
    }

    /// Learns from what a person says is right, at once and for every clone of the desk. Gives an id to undo it by.
    ///
    /// Labels are pairs of a question and its label: `intent`, `urgency`, `sentiment`, `route`, `escalate` (yes or no), or
    /// the name of a custom head. It also counts for messages that say nearly the same, and for no others. Rules that
    /// call a person for safety cannot be corrected away. The desk keeps it in memory alone: keep [`Desk::journal`].
    ///
    /// # Errors
    /// When a question or label is not known, or the message has no word that the model knows.
    ///
    /// ```
    /// use twoears::{Desk, Intent, Message};
    /// let desk = Desk::new()?;
    /// let message = Message::new("the blue lamp did the thing again");
    /// let id = desk.correct(&message, &[("intent", "product.fault")])?;
    /// let now = "2026-11-22T09:00:00Z".parse()?;
    /// assert_eq!(desk.triage(&message, now).reading.intent.label, Intent::ProductFault);
    /// assert!(desk.undo(id));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn correct(&self, message: &Message, labels: &[(&str, &str)]) -> Result<u64, Error> {
        let parts = &*self.0;
        change(&parts.corrections, |corrections| {
            Ok(corrections.correct(&parts.model, &parts.custom, message, labels)?)
        })
    }

    /// Takes a correction back: everything is as if it had never been made. False when there is none of that id.
    pub fn undo(&self, id: u64) -> bool {
        change(&self.0.corrections, |corrections| corrections.undo(id))
    }

    /// The corrections that count now, to be kept by the caller and given to [`DeskBuilder::journal`] the next time.
    ///
    /// [`DeskBuilder::journal`]: crate::DeskBuilder::journal
    pub fn journal(&self) -> Journal {
        self.corrections().journal().clone()
    }

    fn corrections(&self) -> Arc<Corrections> {
        self.0.corrections.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads a message with everything that was learned.
    pub(crate) fn read(&self, message: &Message, heard: &Heard) -> Reading {
        let parts = &*self.0;
        let corrections = self.corrections();
        let encoder = parts.model.encoder();
        let shifts = if corrections.journal().is_empty() {
            twoears_core::corrections::Shifts::default()
        } else {
            corrections.shifts(&encoder.encode(heard))
        };
        let mut reading = parts.model.read_with(message, heard, parts.brand.certainty, &shifts, &parts.given);
        for head in &parts.custom {
            reading.custom.push((head.name().into(), head.read_corrected(encoder, heard, &shifts)));
        }
        reading
    }
}

/// Changes the corrections. Whoever reads meanwhile goes on with what there was; changes wait for one another.
fn change<T>(of: &RwLock<Arc<Corrections>>, how: impl FnOnce(&mut Corrections) -> T) -> T {
    let mut held = of.write().unwrap_or_else(PoisonError::into_inner);
    let mut changed = Corrections::clone(&held);
    let answer = how(&mut changed);
    *held = Arc::new(changed);
    answer
}

/// Adds a head that fits the model and whose name is free.
pub(crate) fn add(heads: &mut Vec<CustomHead>, head: CustomHead, model: &Model) -> Result<(), Error> {
    let (want, got) = (head.encoder(), model.encoder().name());
    let fail = |why: String| Err(twoears_core::Error::model(why).into());
    if want != got {
        return fail(format!(
            "custom head `{}` was learned on encoder `{want}`, not `{got}`; learn it again",
            head.name()
        ));
    }
    if heads.iter().any(|other| other.name() == head.name()) {
        return fail(format!("two custom heads are called `{}`; give them different names", head.name()));
    }
    heads.push(head);
    Ok(())
}
