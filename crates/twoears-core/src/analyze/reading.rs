//! A reading: what a message means, with every answer's probability and the rules that spoke.

use std::sync::Arc;

use super::certainty::Certainty;
use super::heads::{Question, Scores};
use super::model::Model;
use super::privacy::PrivateData;
use super::rules::{Claims, Found};
use crate::corrections::Shifts;
use crate::custom::CustomReading;
use crate::label::{Intent, Label, Sentiment, Urgency};
use crate::listen::Heard;
use crate::{Finding, Language, Ranked, RuleId, Scored};

/// Runners-up that a reading keeps.
const ALTERNATIVES: usize = 4;
/// A rule's answer stands from this measured precision on; below, it is one signal among many.
const CERTAIN: f32 = 0.6;
/// The precision of a rule that labelled rows say too little about.
const UNMEASURED: f32 = 0.8;

/// Critical is said from this probability on, though another level be likelier: a missed crisis costs more than a
/// needless look.
const CRITICAL_FROM: f32 = 0.2;
/// A trained person is called from this probability on, for the same reason.
const ESCALATE_FROM: f32 = 0.2;

/// What a message means.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Which language.
    pub language: Scored<Language>,
    /// What it is about.
    pub intent: Ranked<Intent>,
    /// How soon an answer is needed.
    pub urgency: Scored<Urgency>,
    /// What the writer shows.
    pub sentiment: Scored<Sentiment>,
    /// The sentiment as a number, -1 to 1: the mean over the levels' probabilities.
    pub sentiment_score: f32,
    /// Does the answer need to be private?
    pub private: Scored<bool>,
    /// Must a trained person take it, whatever the score?
    pub escalate: Scored<bool>,
    /// Does it need a reply?
    pub needs_reply: Scored<bool>,
    /// Personal data in the text, by place, not by value; in text order.
    pub private_data: Vec<PrivateData>,
    /// The rules that saw something, with the places in the original text.
    pub findings: Vec<Finding>,
    /// What the organisation's own heads say, by their names, in the order in which they were given.
    pub custom: Vec<(Arc<str>, CustomReading)>,
}

pub(super) fn assemble(
    model: &Model,
    heard: &Heard,
    scores: &Scores,
    found: &[Found],
    private_data: Vec<PrivateData>,
    certainty: Certainty,
    shifts: &Shifts,
) -> Reading {
    let claims = Certain::of(model, found, shifts);
    let ask = |question| model.heads.probabilities(question, scores);
    let mut intent = ask(Question::Intent);
    if let Some((label, trust)) = claims.intent {
        raise(&mut intent, label.index(), trust);
    }
    let mut urgency = ask(Question::Urgency);
    if let Some((floor, trust)) = claims.urgency {
        raise_to_floor(&mut urgency, floor.index(), trust);
    }
    // Where not a word is said and nobody waits for an answer, nothing is urgent.
    if let Some((_, trust)) = claims.needs_reply.filter(|(needed, _)| !needed && heard.cues().words == 0) {
        raise(&mut urgency, Urgency::Low.index(), trust);
    }
    let sentiment = ask(Question::Sentiment);
    let values = Sentiment::ALL.iter().map(|level| level.value());
    let sentiment_score = values.zip(&sentiment).map(|(value, share)| value * share).sum();
    let yes = |question, from: f32, claim: Option<(bool, f32)>| {
        let said = ask(question)[0];
        let probability = match claim {
            Some((true, trust)) => said.max(trust),
            Some((false, trust)) => said.min(1.0 - trust),
            None => said,
        };
        let label = probability >= from;
        Scored { label, probability: if label { probability } else { 1.0 - probability } }
    };
    let set_from = model.heads.set_from(Question::Intent, certainty.set_error);
    Reading {
        language: heard.language(),
        intent: ranked(&intent, set_from, certainty.unclear_below),
        urgency: if urgency[0] >= CRITICAL_FROM {
            Scored { label: Urgency::Critical, probability: urgency[0] }
        } else {
            // A floor that is believed holds, though a calmer level be the single likeliest.
            best(&urgency[..=claims.urgency.map_or(urgency.len() - 1, |(floor, _)| floor.index())])
        },
        sentiment: best(&sentiment),
        sentiment_score,
        private: yes(Question::Private, 0.5, claims.private),
        escalate: yes(Question::Escalate, ESCALATE_FROM, claims.escalate),
        needs_reply: yes(Question::NeedsReply, 0.5, claims.needs_reply),
        private_data,
        findings: found.iter().map(|found| found.original).collect(),
        custom: Vec::new(),
    }
}

/// The claims of the rules that fired and are to be believed, each with its measured precision.
#[derive(Default)]
struct Certain {
    intent: Option<(Intent, f32)>,
    urgency: Option<(Urgency, f32)>,
    private: Option<(bool, f32)>,
    escalate: Option<(bool, f32)>,
    needs_reply: Option<(bool, f32)>,
}

impl Certain {
    fn of(model: &Model, found: &[Found], shifts: &Shifts) -> Self {
        let mut certain = Self::default();
        for Found { original, claims, .. } in found {
            let trust = |claim: &str| trust(model, original.rule, claim);
            let Claims { mut intent, mut urgency, private, escalate, mut needs_reply } = *claims;
            // What a person settled for this very message goes over a rule, unless the rule is about safety.
            if escalate != Some(true) {
                let settled = |question: Question| shifts.is_settled(question.name());
                intent = intent.filter(|_| !settled(Question::Intent));
                urgency = urgency.filter(|_| !settled(Question::Urgency));
                needs_reply = needs_reply.filter(|_| !settled(Question::NeedsReply));
            }
            keep(&mut certain.intent, intent.zip(trust("intent")));
            // What calls a person, and what is delicate, is believed however rarely it was right: a missed crisis costs
            // more than a needless look, and what was said in the open cannot be taken back.
            let careful = |said: Option<bool>, claim: &str| {
                let least = said.filter(|said| *said).map(|_| CERTAIN);
                said.zip(trust(claim).or(least))
            };
            keep(&mut certain.private, careful(private, "private"));
            keep(&mut certain.escalate, careful(escalate, "escalate"));
            keep(&mut certain.needs_reply, needs_reply.zip(trust("needs_reply")));
            // The more urgent floor wins; of the same floor, the surer.
            if let Some((floor, trust)) = urgency.zip(trust("urgency")) {
                let stands = certain.urgency.is_some_and(|(was, sure)| (was, -sure) <= (floor, -trust));
                if !stands {
                    certain.urgency = Some((floor, trust));
                }
            }
        }
        certain
    }
}

/// The measured precision of a rule's claim, when it is to be believed.
pub(super) fn trust(model: &Model, rule: RuleId, claim: &str) -> Option<f32> {
    let trust = model.heads.precision(rule, claim).unwrap_or(UNMEASURED);
    (trust >= CERTAIN).then_some(trust)
}

/// Keeps the claim that is surer.
fn keep<T: Copy>(kept: &mut Option<(T, f32)>, claim: Option<(T, f32)>) {
    if let Some((value, trust)) = claim
        && kept.is_none_or(|(_, sure)| sure < trust)
    {
        *kept = Some((value, trust));
    }
}

/// Gives one label at least that share; the others keep their proportions.
fn raise(shares: &mut [f32], label: usize, trust: f32) {
    let was = shares[label];
    if was >= trust {
        return;
    }
    let rest = (1.0 - was).max(1e-6);
    for (place, share) in shares.iter_mut().enumerate() {
        *share = if place == label { trust } else { *share * (1.0 - trust) / rest };
    }
}

/// Gives the labels up to `floor` (the more urgent ones) together at least that share.
fn raise_to_floor(shares: &mut [f32], floor: usize, trust: f32) {
    let above: f32 = shares[..=floor].iter().sum();
    if above >= trust {
        return;
    }
    let below = (1.0 - above).max(1e-6);
    shares[floor] += trust - above;
    shares[floor + 1..].iter_mut().for_each(|share| *share *= (1.0 - trust) / below);
}

fn best<L: Label>(shares: &[f32]) -> Scored<L> {
    let place = top(shares);
    Scored { label: L::ALL[place], probability: shares[place] }
}

/// The place of the largest share; the first of equals.
fn top(shares: &[f32]) -> usize {
    let mut best = 0;
    for (place, share) in shares.iter().enumerate() {
        if *share > shares[best] {
            best = place;
        }
    }
    best
}

fn ranked<L: Label>(shares: &[f32], set_from: f32, unclear_below: f32) -> Ranked<L> {
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by(|&a, &b| shares[b].total_cmp(&shares[a]).then(a.cmp(&b)));
    let in_set = order.iter().enumerate().filter(|(rank, place)| *rank == 0 || shares[**place] >= set_from);
    Ranked {
        label: L::ALL[order[0]],
        probability: shares[order[0]],
        unclear: shares[order[0]] < unclear_below,
        alternatives: order[1..]
            .iter()
            .take(ALTERNATIVES)
            .map(|&place| (L::ALL[place], shares[place]))
            .collect(),
        set: in_set.map(|(_, &place)| L::ALL[place]).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raising_keeps_shares_of_one() {
        let mut shares = vec![0.1, 0.2, 0.7];
        raise(&mut shares, 0, 0.9);
        assert!((shares[0] - 0.9).abs() < 1e-6 && (shares.iter().sum::<f32>() - 1.0).abs() < 1e-6);
        assert!((shares[2] / shares[1] - 3.5).abs() < 1e-4);
    }

    #[test]
    fn a_floor_lifts_but_never_lowers() {
        let mut shares = vec![0.1, 0.2, 0.3, 0.4];
        raise_to_floor(&mut shares, 1, 0.8);
        assert!((shares[0] - 0.1).abs() < 1e-6 && (shares[1] - 0.7).abs() < 1e-6);
        let before = vec![0.9, 0.05, 0.03, 0.02];
        let mut after = before.clone();
        raise_to_floor(&mut after, 1, 0.8);
        assert_eq!(before, after);
    }
}
