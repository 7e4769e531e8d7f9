//! The heads: one linear layer a question over n-grams, the vector and the signals, all in one block of columns.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::bytes::{ByteTensor, Bytes, Tensors};
use super::encoder::DIM;
use super::features::ROWS;
use super::signals;
use crate::corrections::Shifts;
use crate::label::{Intent, Label, Sentiment, Urgency};
use crate::{Error, RuleId};

/// Columns of the block: all questions together, filled up to whole vector registers.
pub const WIDTH: usize = 48;
/// The other answer of a yes-or-no question; it has no column.
pub(crate) const NO: &str = "no";

/// A question that a head answers; its columns stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// Which intent.
    Intent,
    /// How urgent.
    Urgency,
    /// Which sentiment.
    Sentiment,
    /// Does the answer need to be private?
    Private,
    /// Must a trained person take it?
    Escalate,
    /// Does it need a reply?
    NeedsReply,
}

impl Question {
    /// All questions, in the order of their columns.
    pub const ALL: [Self; 6] =
        [Self::Intent, Self::Urgency, Self::Sentiment, Self::Private, Self::Escalate, Self::NeedsReply];

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Intent => "intent",
            Self::Urgency => "urgency",
            Self::Sentiment => "sentiment",
            Self::Private => "private",
            Self::Escalate => "escalate",
            Self::NeedsReply => "needs_reply",
        }
    }

    /// The labels, in the order of the columns; a yes-or-no question has one column, for yes.
    pub fn labels(self) -> Vec<&'static str> {
        fn all<L: Label>() -> Vec<&'static str> {
            L::ALL.iter().map(|label| label.name()).collect()
        }
        match self {
            Self::Intent => all::<Intent>(),
            Self::Urgency => all::<Urgency>(),
            Self::Sentiment => all::<Sentiment>(),
            Self::Private | Self::Escalate | Self::NeedsReply => vec!["yes"],
        }
    }

    /// Its columns.
    pub fn columns(self) -> std::ops::Range<usize> {
        let mut start = 0;
        for question in Self::ALL {
            let width = question.width();
            if question == self {
                return start..start + width;
            }
            start += width;
        }
        start..start
    }

    fn width(self) -> usize {
        match self {
            Self::Intent => Intent::ALL.len(),
            Self::Urgency => Urgency::ALL.len(),
            Self::Sentiment => Sentiment::ALL.len(),
            Self::Private | Self::Escalate | Self::NeedsReply => 1,
        }
    }
}

/// How often a rule was right on labelled rows, by what it claims.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Precision {
    /// On how many rows it fired.
    pub fired: u32,
    /// How often each claim was right, smoothed: `urgency`, `intent`, `escalate`, `private`, `needs_reply`.
    pub right: BTreeMap<String, f32>,
}

/// One point of a conformal threshold's curve.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SetFrom {
    /// How often the set misses the right label.
    pub error: f32,
    /// The probability from which on a label belongs to it.
    pub from: f32,
}

/// What a heads file says of itself, as JSON.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HeadsFile {
    /// The layout; 1.
    pub format: u32,
    /// The name of the encoder that it was trained with.
    pub encoder: String,
    /// Labels by question, in the order of the columns.
    pub labels: BTreeMap<String, Vec<String>>,
    /// The names of the signals, in the order of their rows.
    pub signals: Vec<String>,
    /// Scores are divided by this before they become probabilities, by question.
    pub temperature: BTreeMap<String, f32>,
    /// Added to the scores of yes-or-no questions after the temperature, by question.
    pub shift: BTreeMap<String, f32>,
    /// For rising error rates, the probability from which on a label belongs to the conformal set, by question.
    #[serde(default)]
    pub sets: BTreeMap<String, Vec<SetFrom>>,
    /// How often each rule was right.
    pub rules: BTreeMap<String, Precision>,
    /// Rows trained on, by source.
    pub rows: BTreeMap<String, u32>,
}

/// The heads of a model, ready to read with.
#[derive(Clone)]
pub struct Heads {
    pub(super) file: HeadsFile,
    rows: ByteTensor,
    row_scale: Vec<f32>,
    dense: Vec<f32>,
    signals: Vec<f32>,
    bias: Vec<f32>,
}

/// Scores of all columns.
pub(crate) type Scores = [f32; WIDTH];

impl Heads {
    pub(super) fn open(bytes: &Bytes) -> Result<Self, Error> {
        let tensors = Tensors::open("heads", bytes)?;
        let file: HeadsFile = tensors.metadata()?;
        if file.format != 1 {
            return Err(Error::model(format!("heads have format {}, this library reads 1", file.format)));
        }
        for question in Question::ALL {
            let labels = file.labels.get(question.name()).map(Vec::as_slice).unwrap_or_default();
            if labels != question.labels() {
                return Err(Error::model(format!(
                    "labels of `{}` are not those of this library",
                    question.name()
                )));
            }
        }
        let stored = tensors.floats("signals", &[file.signals.len(), WIDTH])?;
        Ok(Self {
            rows: tensors.in_place("rows", &[ROWS, WIDTH])?,
            row_scale: tensors.floats("row_scale", &[WIDTH])?,
            dense: tensors.floats("dense", &[DIM, WIDTH])?,
            signals: in_current_order(&file.signals, &stored),
            bias: tensors.floats("bias", &[WIDTH])?,
            file,
        })
    }

    /// The measured precision of one claim of a rule; none when it was never seen to fire often enough.
    pub(super) fn precision(&self, rule: RuleId, claim: &str) -> Option<f32> {
        /// Fewer rows than this say nothing about a rule.
        const ROWS_TO_TELL: u32 = 8;
        let precision = self.file.rules.get(rule.0)?;
        if precision.fired < ROWS_TO_TELL { None } else { precision.right.get(claim).copied() }
    }

    /// The scores of all columns for one message.
    pub(super) fn scores(&self, rows: &[u32], vector: &[f32; DIM], signals: &[f32]) -> Scores {
        let mut scores: Scores = [0.0; WIDTH];
        for (score, bias) in scores.iter_mut().zip(&self.bias) {
            *score = *bias;
        }
        let share = ngram_share(rows.len());
        for ((score, sum), scale) in scores.iter_mut().zip(self.sum(rows)).zip(&self.row_scale) {
            *score += sum as f32 * scale * share;
        }
        let (dense, _) = self.dense.as_chunks::<WIDTH>();
        for (weights, &value) in dense.iter().zip(vector) {
            for (score, weight) in scores.iter_mut().zip(weights) {
                *score += value * weight;
            }
        }
        let (weights, _) = self.signals.as_chunks::<WIDTH>();
        for (weights, &value) in weights.iter().zip(signals).filter(|(_, value)| **value != 0.0) {
            for (score, weight) in scores.iter_mut().zip(weights) {
                *score += value * weight;
            }
        }
        scores
    }

    /// Adds up rows of small whole numbers: the order does not matter, so neither do the compiler's choices.
    fn sum(&self, rows: &[u32]) -> [i32; WIDTH] {
        /// 256 times -128 still fits 16 bits.
        const ROWS_IN_16_BITS: usize = 256;
        let (table, _) = self.rows.get().as_chunks::<WIDTH>();
        let mut total = [0_i32; WIDTH];
        for some in rows.chunks(ROWS_IN_16_BITS) {
            let mut sum = [0_i16; WIDTH];
            for row in some.iter().filter_map(|&row| table.get(row as usize)) {
                for (sum, &weight) in sum.iter_mut().zip(row) {
                    *sum += i16::from(weight.cast_signed());
                }
            }
            for (total, sum) in total.iter_mut().zip(sum) {
                *total += i32::from(sum);
            }
        }
        total
    }

    /// The weight of one n-gram row on one column, as part of a text with `count` n-grams.
    pub(super) fn row_weight(&self, row: u32, column: usize, count: usize) -> f32 {
        let weight = self.rows.row(row as usize, WIDTH).get(column).copied().unwrap_or(0).cast_signed();
        f32::from(weight) * self.row_scale[column] * ngram_share(count)
    }

    /// What a column scores before anything was read.
    pub(super) fn bias(&self, column: usize) -> f32 {
        self.bias[column]
    }

    /// The weight of a vector on one column.
    pub(super) fn dense_weight(&self, vector: &[f32; DIM], column: usize) -> f32 {
        vector.iter().enumerate().map(|(place, value)| value * self.dense[place * WIDTH + column]).sum()
    }

    /// The weight of each signal on one column.
    pub(super) fn signal_weights<'a>(
        &'a self,
        values: &'a [f32],
        column: usize,
    ) -> impl Iterator<Item = f32> + 'a {
        values.iter().enumerate().map(move |(place, value)| value * self.signals[place * WIDTH + column])
    }

    /// The probability from which on a label belongs to a question's set that misses no more often than `error`.
    pub(super) fn set_from(&self, question: Question, error: f32) -> f32 {
        let curve = self.file.sets.get(question.name()).map(Vec::as_slice).unwrap_or_default();
        curve.iter().filter(|point| point.error <= error + 1e-6).map(|point| point.from).fold(0.0, f32::max)
    }

    fn temperature(&self, question: Question) -> f32 {
        self.file.temperature.get(question.name()).copied().unwrap_or(1.0).max(1e-3)
    }

    /// Moves scores by what corrections say, given in log odds. Of a yes-or-no question `yes` stands against `no`.
    pub(super) fn shift(&self, scores: &mut Scores, shifts: &Shifts) {
        if shifts.is_empty() {
            return;
        }
        for question in Question::ALL {
            let (name, temperature) = (question.name(), self.temperature(question));
            for (score, label) in scores[question.columns()].iter_mut().zip(question.labels()) {
                let against = if question.width() == 1 { shifts.of(name, NO) } else { 0.0 };
                *score += (shifts.of(name, label) - against) * temperature;
            }
        }
    }

    /// The log odds of a question's labels, up to a number that all share.
    pub(crate) fn odds(&self, question: Question, scores: &Scores) -> Vec<(&'static str, f32)> {
        let temperature = self.temperature(question);
        let labels = question.labels();
        if let ([score], [yes]) = (&scores[question.columns()], labels.as_slice()) {
            let shift = self.file.shift.get(question.name()).copied().unwrap_or(0.0);
            return vec![(*yes, score / temperature + shift), (NO, 0.0)];
        }
        labels
            .into_iter()
            .zip(&scores[question.columns()])
            .map(|(l, score)| (l, score / temperature))
            .collect()
    }

    /// Calibrated probabilities of a question's labels; of a yes-or-no question, that of yes.
    pub(super) fn probabilities(&self, question: Question, scores: &Scores) -> Vec<f32> {
        let name = question.name();
        let temperature = self.temperature(question);
        let scores = &scores[question.columns()];
        if let [score] = scores {
            let shift = self.file.shift.get(name).copied().unwrap_or(0.0);
            return vec![logistic(score / temperature + shift)];
        }
        softmax(scores, temperature)
    }
}

/// What each n-gram counts in a text of so many.
pub(crate) fn ngram_share(count: usize) -> f32 {
    1.0 / (count.max(1) as f32).sqrt()
}

/// `1 / (1 + e^-x)`, the same on every machine.
pub(crate) fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + libm::expf(-x))
}

/// `e^(x/t)` as shares of one, the same on every machine.
pub(crate) fn softmax(scores: &[f32], temperature: f32) -> Vec<f32> {
    let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut shares: Vec<f32> = scores.iter().map(|score| libm::expf((score - top) / temperature)).collect();
    let total: f32 = shares.iter().sum();
    for share in &mut shares {
        *share /= total;
    }
    shares
}

/// Signal weights in this library's order; a signal that the file does not know weighs nothing.
fn in_current_order(stored_names: &[String], stored: &[f32]) -> Vec<f32> {
    let names = signals::names();
    let mut weights = vec![0.0; names.len() * WIDTH];
    for (place, name) in names.iter().enumerate() {
        if let Some(row) = stored_names.iter().position(|stored| stored == name) {
            weights[place * WIDTH..(place + 1) * WIDTH]
                .copy_from_slice(&stored[row * WIDTH..(row + 1) * WIDTH]);
        }
    }
    weights
}

/// The parts of a heads file, as training makes them.
#[cfg(feature = "learn")]
pub(crate) struct Parts {
    pub(crate) file: HeadsFile,
    pub(crate) rows: Vec<u8>,
    pub(crate) row_scale: Vec<f32>,
    pub(crate) dense: Vec<f32>,
    pub(crate) signals: Vec<f32>,
    pub(crate) bias: Vec<f32>,
}

#[cfg(feature = "learn")]
impl Parts {
    /// Takes a question's columns and calibration from other heads.
    pub(crate) fn keep(&mut self, question: Question, base: &Heads) {
        let names = signals::names().len();
        let base_rows = base.rows.get();
        for column in question.columns() {
            for row in 0..ROWS {
                self.rows[row * WIDTH + column] = base_rows[row * WIDTH + column];
            }
            self.row_scale[column] = base.row_scale[column];
            self.bias[column] = base.bias[column];
            for place in 0..DIM {
                self.dense[place * WIDTH + column] = base.dense[place * WIDTH + column];
            }
            for place in 0..names {
                self.signals[place * WIDTH + column] = base.signals[place * WIDTH + column];
            }
        }
        let name = question.name();
        let kept = |of: &BTreeMap<String, f32>| of.get(name).copied();
        self.file.temperature.extend(kept(&base.file.temperature).map(|value| (name.to_owned(), value)));
        self.file.shift.extend(kept(&base.file.shift).map(|value| (name.to_owned(), value)));
        self.file.sets.extend(base.file.sets.get(name).map(|curve| (name.to_owned(), curve.clone())));
    }
}

#[cfg(feature = "learn")]
impl Heads {
    /// Opens bytes that were just written, to be sure that somebody else can.
    pub(crate) fn read_back(bytes: &[u8]) -> Result<(), Error> {
        Self::open(&Bytes::Shared(bytes.into())).map(|_| ())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_side_by_side_and_fit() {
        let mut next = 0;
        for question in Question::ALL {
            let columns = question.columns();
            assert_eq!(columns.start, next);
            assert_eq!(columns.len(), question.labels().len());
            next = columns.end;
        }
        assert!(next <= WIDTH);
    }

    #[test]
    fn shares_add_up_to_one() {
        let shares = softmax(&[1000.0, 0.0, -1000.0], 2.0);
        assert!((shares.iter().sum::<f32>() - 1.0).abs() < 1e-6);
        assert!((logistic(0.0) - 0.5).abs() < 1e-6);
    }
}
