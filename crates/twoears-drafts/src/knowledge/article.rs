//! One article: a question, other ways to ask it, the answer, steps, and when and to whom it may be given.

use jiff::civil::Date;
use twoears_core::Intent;

use super::fields::Fields;
use crate::{Audience, Error};

/// A question and its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// The file's name, or its `id` in a file of JSON lines.
    pub name: String,
    /// What it answers.
    pub intents: Vec<Intent>,
    /// Where to read more.
    pub link: Option<String>,
    /// Further links, for the agent; a draft gives [`Article::link`] alone.
    pub more_links: Vec<String>,
    /// Who may read it.
    pub audience: Audience,
    /// The question.
    pub question: String,
    /// Other ways in which customers ask it.
    pub also_asked: Vec<String>,
    /// The answer, sentence by sentence.
    pub sentences: Vec<String>,
    /// The steps, when the answer is a thing to do.
    pub steps: Vec<String>,
    /// A word to the agent; it never stands in a draft.
    pub note: Option<String>,
    valid_from: Option<Date>,
    valid_until: Option<Date>,
}

impl Article {
    /// What both formats share; the question and the answer are still to come.
    pub(super) fn new(name: &str, fields: &Fields<'_>) -> Result<Self, Error> {
        let (valid_from, valid_until) = (fields.date("valid_from")?, fields.date("valid_until")?);
        if valid_from.zip(valid_until).is_some_and(|(from, until)| from > until) {
            return Err(fields.error("valid_until", "it is before `valid_from`"));
        }
        let mut links = fields.links()?.into_iter();
        Ok(Self {
            name: name.to_owned(),
            intents: fields.intents()?,
            link: links.next(),
            more_links: links.collect(),
            audience: fields.audience()?,
            question: String::new(),
            also_asked: Vec::new(),
            sentences: Vec::new(),
            steps: Vec::new(),
            note: fields.text("note")?,
            valid_from,
            valid_until,
        })
    }

    /// May it be used on that day?
    pub fn is_valid(&self, today: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= today)
            && self.valid_until.is_none_or(|until| today <= until)
    }

    /// May these readers see it on that day? What is private only the customer alone may read.
    pub fn is_for(&self, audience: Audience, today: Date) -> bool {
        self.is_valid(today) && (audience == Audience::Private || self.audience == Audience::Public)
    }

    /// The question and every other way to ask it.
    pub(super) fn ways(&self) -> impl Iterator<Item = &String> {
        [&self.question].into_iter().chain(&self.also_asked)
    }
}
