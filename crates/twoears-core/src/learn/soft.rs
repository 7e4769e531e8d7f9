//! What a teacher thinks of a message: shares of the labels instead of a label.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::target::Target;
use crate::Error;
use crate::analyze::Question;

/// Shares must add up to one within this.
const OFF_AT_MOST: f32 = 0.02;

/// Shares of the labels of each question, as a larger model gives them. A student learns more of "sixty to forty" than
/// of the winner alone (Hinton, Vinyals, Dean 2015, <https://arxiv.org/abs/1503.02531>).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Soft {
    /// By question, in the order of [`Question::ALL`]; the shares in the order of its labels; empty when not given.
    shares: [Vec<f32>; 6],
}

/// As it stands in a line: `{"intent": {"order.status": 0.8, "talk.chat": 0.2}, "escalate": 0.1}`.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct SoftLine {
    intent: BTreeMap<String, f32>,
    urgency: BTreeMap<String, f32>,
    sentiment: BTreeMap<String, f32>,
    private: Option<f32>,
    escalate: Option<f32>,
    needs_reply: Option<f32>,
}

impl SoftLine {
    pub(super) fn check(&self) -> Result<Soft, Error> {
        let mut soft = Soft::default();
        for (place, question) in Question::ALL.into_iter().enumerate() {
            let yes = |share: Option<f32>| match share {
                Some(share) if !(0.0..=1.0).contains(&share) => {
                    let name = question.name();
                    Err(Error::training(format!("`soft.{name}` is {share}; it must be 0 to 1")))
                }
                share => Ok(share.into_iter().collect()),
            };
            soft.shares[place] = match question {
                Question::Intent => among(question, &self.intent)?,
                Question::Urgency => among(question, &self.urgency)?,
                Question::Sentiment => among(question, &self.sentiment)?,
                Question::Private => yes(self.private)?,
                Question::Escalate => yes(self.escalate)?,
                Question::NeedsReply => yes(self.needs_reply)?,
            };
        }
        Ok(soft)
    }
}

/// The shares in the order of the labels.
fn among(question: Question, given: &BTreeMap<String, f32>) -> Result<Vec<f32>, Error> {
    if given.is_empty() {
        return Ok(Vec::new());
    }
    let name = question.name();
    let labels = question.labels();
    if let Some(unknown) = given.keys().find(|label| !labels.contains(&label.as_str())) {
        return Err(Error::training(format!("`soft.{name}` names `{unknown}`, which is no {name}")));
    }
    let shares: Vec<f32> = labels.iter().map(|label| given.get(*label).copied().unwrap_or(0.0)).collect();
    let total: f32 = shares.iter().sum();
    let adds_up = (1.0 - OFF_AT_MOST..=1.0 + OFF_AT_MOST).contains(&total);
    if shares.iter().any(|share| *share < 0.0) || !adds_up {
        return Err(Error::training(format!("the shares of `soft.{name}` add up to {total}, not to 1")));
    }
    Ok(shares.into_iter().map(|share| share / total).collect())
}

impl Soft {
    /// What the trainer aims at.
    pub(super) fn target(&self, question: Question) -> Target {
        let place = Question::ALL.iter().position(|&asked| asked == question).unwrap_or(0);
        match self.shares[place].as_slice() {
            [] => Target::Unknown,
            [yes] => Target::Yes(*yes),
            shares => Target::Shares(shares.to_vec()),
        }
    }
}
