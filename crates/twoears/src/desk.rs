//! The desk: what is built once, and answers any number of messages.

use std::sync::{Arc, RwLock};

use jiff::Timestamp;
use twoears_core::{
    Brand, Corrections, CustomHead, Journal, Message, Model, analyze::Explanation, analyze::privacy::Given,
    decide, listen,
};
use twoears_drafts::Knowledge;

use crate::{Case, Error, own};

/// A model, a brand and a knowledge base, ready to triage. Cheap to clone, `Send` and `Sync`.
///
/// ```
/// use twoears::{Brand, Desk, Message};
/// let brand = Brand::from_toml("sign_off = 'Mia'\n[teams]\nbilling = 'Payments'")?;
/// let desk = Desk::builder().brand(brand).build()?;
/// let case = desk.triage(&Message::new("I was charged twice for one order"), "2026-11-22T09:00:00Z".parse()?);
/// assert_eq!(case.decision.team.as_deref(), Some("Payments"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Desk(pub(crate) Arc<Parts>);

pub(crate) struct Parts {
    pub(crate) model: Arc<Model>,
    pub(crate) brand: Arc<Brand>,
    pub(crate) knowledge: Arc<Knowledge>,
    pub(crate) given: Given,
    #[cfg(feature = "adapters")]
    pub(crate) adapters: twoears_adapters::Settings,
    pub(crate) custom: Vec<CustomHead>,
    /// What changes while a desk is in use: an agent's correction must reach every thread that shares the desk at once.
    /// A reader takes the lock only to copy the inner pointer.
    pub(crate) corrections: Arc<RwLock<Arc<Corrections>>>,
}

/// Collects what a desk is made of; everything has a default.
#[derive(Default)]
pub struct DeskBuilder {
    model: Option<Model>,
    brand: Brand,
    knowledge: Option<Knowledge>,
    custom: Vec<CustomHead>,
    journal: Option<Journal>,
}

impl DeskBuilder {
    /// The organisation's settings.
    pub fn brand(mut self, brand: Brand) -> Self {
        self.brand = brand;
        self
    }

    /// The organisation's answers.
    pub fn knowledge(mut self, knowledge: Knowledge) -> Self {
        self.knowledge = Some(knowledge);
        self
    }

    /// Another model than the built-in one.
    pub fn model(mut self, model: Model) -> Self {
        self.model = Some(model);
        self
    }

    /// Adds a head with labels of the organisation's own; any number of them, each with a name of its own.
    pub fn custom(mut self, head: CustomHead) -> Self {
        self.custom.push(head);
        self
    }

    /// The corrections that were made before, as [`Desk::journal`] gave them.
    pub fn journal(mut self, journal: Journal) -> Self {
        self.journal = Some(journal);
        self
    }

    /// Builds the desk.
    ///
    /// # Errors
    /// When an approved text of the settings is too long for a channel, or they name a rule for replies that does not exist; when two custom heads have one name, or a head or the journal belongs to another encoder than the model's; or when
    /// the built-in model cannot be read, which a build of the library that passed its tests does not have.
    pub fn build(self) -> Result<Desk, Error> {
        let model = match self.model {
            Some(model) => model,
            None => Model::from_static(twoears_models::ENCODER, twoears_models::HEADS)?,
        };
        twoears_drafts::check_vetted(&self.brand)?;
        twoears_drafts::lint::check_settings(&self.brand)?;
        let model = Arc::new(model);
        let encoder = model.clone();
        let encode = move |text: &str| encoder.encoder().encode(&listen::hear(text)).to_vec();
        let knowledge = self.knowledge.unwrap_or_else(Knowledge::empty).embedded(Arc::new(encode));
        let mut custom = Vec::new();
        for head in self.custom {
            own::add(&mut custom, head, &model)?;
        }
        let corrections = match self.journal {
            Some(journal) => Corrections::of(journal, model.encoder().name())?,
            None => Corrections::new(model.encoder().name()),
        };
        Ok(Desk(Arc::new(Parts {
            model,
            given: self.brand.given(),
            #[cfg(feature = "adapters")]
            adapters: twoears_adapters::Settings::of(&self.brand)?,
            brand: Arc::new(self.brand),
            knowledge: Arc::new(knowledge),
            custom,
            corrections: Arc::new(RwLock::new(Arc::new(corrections))),
        })))
    }
}

impl Desk {
    /// A desk with the built-in model and default settings.
    ///
    /// # Errors
    /// As [`DeskBuilder::build`].
    pub fn new() -> Result<Self, Error> {
        Self::builder().build()
    }

    /// Starts a desk with settings, knowledge or a model of one's own.
    pub fn builder() -> DeskBuilder {
        DeskBuilder::default()
    }

    /// Listens to a message, analyzes it and decides, as of `now`. Drafts are written when they are asked for.
    pub fn triage(&self, message: &Message, now: Timestamp) -> Case {
        let heard = listen::hear(&message.text);
        let mut reading = self.read(message, &heard);
        decide::settle(message, &mut reading, &self.0.brand);
        let decision = decide::decide(message, &reading, &self.0.brand, now);
        Case::new(message.clone(), heard, reading, decision, now, self.clone())
    }

    /// Explains each answer: the words that carried it, the rules that spoke, and the shortest part of the text without
    /// which it would be another.
    ///
    /// ```
    /// use twoears::{Desk, Message};
    /// let message = Message::new("Sort this out or you will hear from my lawyer");
    /// let escalate = &Desk::new()?.explain(&message)[4];
    /// assert_eq!((escalate.question, escalate.label), ("escalate", "yes"));
    /// let without = escalate.without.unwrap();
    /// assert_eq!((without.span.of(&message.text), without.label), ("lawyer", "no"));
    /// # Ok::<(), twoears::Error>(())
    /// ```
    pub fn explain(&self, message: &Message) -> Vec<Explanation> {
        self.0.model.explain_as(message, &|message, heard| self.read(message, heard))
    }

    /// The settings.
    pub fn brand(&self) -> &Brand {
        &self.0.brand
    }

    /// What the settings tell the recognizers of personal data.
    pub fn given(&self) -> &Given {
        &self.0.given
    }

    /// The model.
    pub fn model(&self) -> &Model {
        &self.0.model
    }

    /// The answers.
    pub fn knowledge(&self) -> &Knowledge {
        &self.0.knowledge
    }
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Desk").field("model", &self.0.model.name()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use twoears_core::{Author, decide::Action};

    #[test]
    fn nobody_answers_oneself() {
        let brand = Brand::from_toml("own_handles = ['@Larkway']").unwrap();
        let desk = Desk::builder().brand(brand).build().unwrap();
        let message = Message::new("there is a fire, help").author(Author::new("larkway"));
        let case = desk.triage(&message, Timestamp::UNIX_EPOCH);
        assert_eq!(case.decision.action, Action::Ignore);
        assert!(case.decision.reasons.iter().any(|reason| reason.rule.0 == "reply.own_account"));
    }

    #[test]
    fn own_contacts_are_nobodys_data() {
        let brand = Brand::from_toml("own_contacts = ['help@larkway.example']").unwrap();
        let desk = Desk::builder().brand(brand).build().unwrap();
        let text = "I wrote to Help@Larkway.example from ann@mail.example";
        let case = desk.triage(&Message::new(text), Timestamp::UNIX_EPOCH);
        let shown: Vec<&str> = case.reading.private_data.iter().map(|data| data.span.of(text)).collect();
        assert_eq!(shown, ["ann@mail.example"]);

        let brand = Brand::from_toml("country = 'GB'\nown_contacts = ['+44 20 7946 0000']").unwrap();
        let desk = Desk::builder().brand(brand).build().unwrap();
        let text = "I called 020 7946 0000, call me on 020 7946 0018";
        let case = desk.triage(&Message::new(text), Timestamp::UNIX_EPOCH);
        let shown: Vec<&str> = case.reading.private_data.iter().map(|data| data.span.of(text)).collect();
        assert_eq!(shown, ["020 7946 0018"]);
    }
}
