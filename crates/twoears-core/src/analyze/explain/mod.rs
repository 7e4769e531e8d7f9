//! Why a label: exact shares of a linear score by word of the original text, the rules that spoke, and what would have
//! to go for the answer to change.

mod without;

pub use without::Without;

use super::features::ngrams;
use super::heads::Question;
use super::model::{Features, Model, features};
use super::reading::{Reading, trust};
use super::{rules, signals};
use crate::label::Label;
use crate::{Finding, Message, Span, listen};

/// How a message is read.
pub(super) type Read<'a> = &'a dyn Fn(&Message, &listen::Heard) -> Reading;

/// How much a word of the message, or a signal, spoke for a label.
#[derive(Clone, Debug, PartialEq)]
pub struct Weight {
    /// Where in the original text; none for a signal of the whole message.
    pub span: Option<Span>,
    /// The signal's name; none for a word.
    pub signal: Option<String>,
    /// What it adds to the label's score, against the mean of the question's labels.
    pub weight: f32,
}

/// Why a question was answered with a label.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// Which question.
    pub question: &'static str,
    /// The answer, as the [`Reading`] gives it; `yes` or `no` for a yes-or-no question.
    pub label: &'static str,
    /// The answer's probability, as the [`Reading`] gives it.
    pub probability: f32,
    /// The probability of this answer by the learned head alone, before rules.
    pub by_head: f32,
    /// Words and signals, the strongest first; their weights and the bias add up to the head's score for the answer.
    pub weights: Vec<Weight>,
    /// What speaks for the answer before anything was read.
    pub bias: f32,
    /// The rules whose claim on this question was believed.
    pub rules: Vec<Finding>,
    /// The shortest part of the text without which the answer is another; none when no single part decides.
    pub without: Option<Without>,
}

impl Model {
    /// Explains each question's answer. Slow beside reading (the message is read again without each of its weightier
    /// parts): for people, not for the hot path.
    pub fn explain(&self, message: &Message) -> Vec<Explanation> {
        self.explain_as(message, &|message, heard| self.read(message, heard))
    }

    /// As [`Model::explain`], for readings that something else has a hand in, such as corrections.
    pub fn explain_as(
        &self,
        message: &Message,
        read: &dyn Fn(&Message, &listen::Heard) -> Reading,
    ) -> Vec<Explanation> {
        let heard = listen::hear(&message.text);
        let reading = read(message, &heard);
        let found = rules::find(message, &heard);
        let findings = rules::seen(&found);
        let features = features(&self.encoder, &heard, &findings);
        let scores = self.scores(&features);
        let mut explanations: Vec<Explanation> = Vec::with_capacity(Question::ALL.len());
        for question in Question::ALL {
            let Answer { place, label, probability } = answer(question, &reading);
            let shares = self.heads.probabilities(question, &scores);
            let believed = found.iter().filter(|found| {
                let claims = found.claims.about(question);
                claims && trust(self, found.original.rule, question.name()).is_some()
            });
            let (weights, bias) = self.weights(&heard, &features, &findings, question, place);
            explanations.push(Explanation {
                question: question.name(),
                label,
                probability,
                by_head: match shares.as_slice() {
                    [yes] => {
                        if place == 0 {
                            *yes
                        } else {
                            1.0 - yes
                        }
                    }
                    shares => shares[place],
                },
                weights,
                bias,
                rules: believed.map(|found| found.original).collect(),
                without: None,
            });
        }
        without::find(read, message, &reading, &heard, &mut explanations);
        explanations
    }

    /// What each word and signal adds to the score of one answer, and the bias.
    fn weights(
        &self,
        heard: &listen::Heard,
        features: &Features,
        findings: &[Finding],
        question: Question,
        place: usize,
    ) -> (Vec<Weight>, f32) {
        // Against the mean of the question's labels: what all labels share explains none of them. A "no" is the one
        // column the other way round.
        let columns: Vec<usize> = question.columns().collect();
        let sign = if columns.len() == 1 && place == 1 { -1.0 } else { 1.0 };
        let chosen = columns[place.min(columns.len() - 1)];
        let others = if columns.len() > 1 { columns.as_slice() } else { &[] };
        let contrast = |of: &dyn Fn(usize) -> f32| {
            let mean = others.iter().map(|&column| of(column)).sum::<f32>() / others.len().max(1) as f32;
            sign * (of(chosen) - mean)
        };
        let words: Vec<Span> = heard.tokens().iter().map(|token| heard.original(token.span)).collect();
        let mut by_word = vec![0.0_f32; words.len()];
        let mut give = |span: Span, weight: f32| {
            // Words stand in order, so those that a span touches stand together.
            let first = words.partition_point(|word| word.end <= span.start);
            let touched = words[first..].iter().take_while(|word| word.start < span.end).count();
            for share in &mut by_word[first..first + touched] {
                *share += weight / touched as f32;
            }
        };
        let mut rows: Vec<(u32, Span)> = Vec::new();
        ngrams(heard, &mut rows);
        for &(row, span) in &rows {
            let weight = contrast(&|column| self.heads.row_weight(row, column, rows.len()));
            give(heard.original(span), weight);
        }
        let pieces = self.encoder.pieces(heard);
        let norm = self.encoder.sum(&pieces).1.max(f32::MIN_POSITIVE);
        for piece in pieces {
            let (row, span) = self.encoder.row(piece, heard);
            give(span, contrast(&|column| self.heads.dense_weight(&row, column)) / norm);
        }
        let mut weights: Vec<Weight> = words
            .iter()
            .zip(by_word)
            .map(|(&span, weight)| Weight { span: Some(span), signal: None, weight })
            .collect();
        for (place, name) in signals::names().into_iter().enumerate() {
            let weight = contrast(&|column| {
                self.heads.signal_weights(&features.signals, column).nth(place).unwrap_or(0.0)
            });
            if weight != 0.0 {
                let span =
                    findings.iter().find(|finding| finding.rule.0 == name).and_then(|finding| finding.span);
                weights.push(Weight { span, signal: Some(name), weight });
            }
        }
        weights.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
        (weights, contrast(&|column| self.heads.bias(column)))
    }
}

/// What a reading says on one question.
struct Answer {
    /// The label's place among the question's labels; of a yes-or-no question, 0 for yes and 1 for no.
    place: usize,
    label: &'static str,
    probability: f32,
}

fn answer(question: Question, reading: &Reading) -> Answer {
    fn of<L: Label>(label: L, probability: f32) -> Answer {
        Answer { place: label.index(), label: label.name(), probability }
    }
    let yes_or_no = |said: crate::Scored<bool>| Answer {
        place: usize::from(!said.label),
        label: if said.label { "yes" } else { "no" },
        probability: said.probability,
    };
    match question {
        Question::Intent => of(reading.intent.label, reading.intent.probability),
        Question::Urgency => of(reading.urgency.label, reading.urgency.probability),
        Question::Sentiment => of(reading.sentiment.label, reading.sentiment.probability),
        Question::Private => yes_or_no(reading.private),
        Question::Escalate => yes_or_no(reading.escalate),
        Question::NeedsReply => yes_or_no(reading.needs_reply),
    }
}
