//! Why a label: exact shares of a linear score, by word of the original text.

use super::features::ngrams;
use super::heads::Question;
use super::model::{Model, features};
use super::{rules, signals};
use crate::{Message, Span, listen};

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
    /// Which label; `yes` for a yes-or-no question.
    pub label: &'static str,
    /// The head's own probability of the label, before rules.
    pub probability: f32,
    /// Words and signals, the strongest first; their weights and the bias add up to the score.
    pub weights: Vec<Weight>,
    /// What speaks for the label before anything was read.
    pub bias: f32,
}

impl Model {
    /// Explains each question's answer by the heads. Slow beside reading: for people, not for the hot path.
    pub fn explain(&self, message: &Message) -> Vec<Explanation> {
        let heard = listen::hear(&message.text);
        let findings = rules::seen(&rules::find(message, &heard));
        let features = features(&self.encoder, &heard, &findings);
        let scores = self.scores(&features);
        Question::ALL
            .iter()
            .map(|&question| {
                let shares = self.heads.probabilities(question, &scores);
                let mut best = 0;
                for (place, share) in shares.iter().enumerate() {
                    if *share > shares[best] {
                        best = place;
                    }
                }
                self.explain_label(&heard, &features, &findings, question, best, shares[best])
            })
            .collect()
    }

    fn explain_label(
        &self,
        heard: &listen::Heard,
        features: &super::model::Features,
        findings: &[crate::Finding],
        question: Question,
        label: usize,
        probability: f32,
    ) -> Explanation {
        // Against the mean of the question's labels: what all labels share explains none of them.
        let columns: Vec<usize> = question.columns().collect();
        let chosen = columns[label];
        let others = if columns.len() > 1 { columns.as_slice() } else { &[] };
        let contrast = |of: &dyn Fn(usize) -> f32| {
            let mean = others.iter().map(|&column| of(column)).sum::<f32>() / others.len().max(1) as f32;
            of(chosen) - mean
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
        let label = question.labels()[label];
        let bias = contrast(&|column| self.heads.bias(column));
        Explanation { question: question.name(), label, probability, weights, bias }
    }
}
