//! From what a person says is right to what is kept: which question is meant, and what the model had said.

use std::collections::BTreeMap;

use super::journal::{LABELS_KEPT, Right};
use super::{Corrections, custom_key};
use crate::analyze::{Model, NO, Question};
use crate::custom::{CustomHead, short};
use crate::{Error, Message, listen};

/// A route is decided by two questions: whether to answer at all, and whether in private.
const ROUTES: [(&str, &[(Question, &str)]); 3] = [
    ("public", &[(Question::NeedsReply, "yes"), (Question::Private, NO)]),
    ("private", &[(Question::NeedsReply, "yes"), (Question::Private, "yes")]),
    ("none", &[(Question::NeedsReply, NO)]),
];

impl Corrections {
    /// Learns from what a person says is right: pairs of a question and its label. Questions are `intent`, `urgency`,
    /// `sentiment`, `route` (public, private, none), `escalate` (yes, no), and the name of any of `heads`. Where a head
    /// is called like a default question, the label says which is meant. Gives the id to undo it by.
    ///
    /// Rules that call a person for safety still do, and a message that shows personal data still goes to private.
    ///
    /// # Errors
    /// When no label is given, a question or label is not known, or the message has no word that the encoder knows.
    pub fn correct(
        &mut self,
        model: &Model,
        heads: &[CustomHead],
        message: &Message,
        labels: &[(&str, &str)],
    ) -> Result<u64, Error> {
        if labels.is_empty() {
            return Err(Error::label(
                "a correction must name at least one right label, as in intent and other.unclear",
            ));
        }
        let heard = listen::hear(&message.text);
        let scores = model.uncorrected(message, &heard);
        let mut right = BTreeMap::new();
        for &(question, label) in labels {
            let own = heads.iter().filter(|head| head.name() == question && head.place(label).is_some());
            let mut known = false;
            for head in own {
                known = true;
                let odds = head.odds(model.encoder(), &heard);
                right.insert(custom_key(question), kept(label, odds));
            }
            let defaults = defaults(question, label);
            if !known && defaults.is_empty() {
                return Err(unknown(question, label, heads));
            }
            for (question, label) in defaults {
                right.insert(question.name().to_owned(), kept(label, model.heads.odds(question, &scores)));
            }
        }
        let vector = model.encoder().encode(&heard);
        self.add(&vector, right).ok_or_else(|| {
            Error::label("a message without any known word cannot be corrected: nothing would be near it")
        })
    }
}

/// The default questions that a label answers, with how each is to be answered.
fn defaults<'a>(question: &str, label: &'a str) -> Vec<(Question, &'a str)> {
    if question == "route" {
        let route = ROUTES.iter().find(|(route, _)| *route == label);
        return route.map(|(_, questions)| questions.to_vec()).unwrap_or_default();
    }
    let asked = [Question::Intent, Question::Urgency, Question::Sentiment, Question::Escalate]
        .into_iter()
        .find(|known| known.name() == question);
    let Some(asked) = asked else { return Vec::new() };
    let label = match (asked, label) {
        (Question::Escalate, "true") => "yes",
        (Question::Escalate, "false") => NO,
        _ => label,
    };
    let fits = asked.labels().contains(&label) || (asked == Question::Escalate && label == NO);
    if fits { vec![(asked, label)] } else { Vec::new() }
}

fn unknown(question: &str, label: &str, heads: &[CustomHead]) -> Error {
    let known: &[&str] = &["intent", "urgency", "sentiment", "route", "escalate"];
    let own: Vec<&str> = heads.iter().map(CustomHead::name).collect();
    if known.contains(&question) || own.contains(&question) {
        Error::label(format!("`{}` is no label of `{question}`", short(label)))
    } else {
        let all = known.iter().chain(&own).copied().collect::<Vec<_>>().join(", ");
        Error::label(format!("`{}` is nothing that can be corrected; known: {all}", short(question)))
    }
}

/// The strongest labels and the right one, with what the model gave them.
fn kept(label: &str, mut odds: Vec<(&str, f32)>) -> Right {
    odds.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    if let Some(place) = odds.iter().position(|(known, _)| *known == label).filter(|p| *p >= LABELS_KEPT) {
        odds.swap(LABELS_KEPT - 1, place);
    }
    odds.truncate(LABELS_KEPT);
    let said = odds.into_iter().map(|(label, odds)| (label.to_owned(), odds)).collect();
    Right { label: label.to_owned(), said }
}
