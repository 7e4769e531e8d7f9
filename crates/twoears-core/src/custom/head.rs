//! A custom head: weights in bytes over the shared vector and the n-grams that were seen.

use std::sync::Arc;

use super::meta::Meta;
use super::ngrams::{self, ROWS};
use super::reading::CustomReading;
use super::waves;
use crate::Error;
use crate::analyze::bytes::ByteTensor;
use crate::analyze::{Encoder, logistic, softmax};
use crate::corrections::{Shifts, custom_key};
use crate::listen::Heard;

/// Runners-up that a reading keeps.
const ALTERNATIVES: usize = 3;
/// Labels in a conformal set at the most; more say nothing.
const SET_AT_MOST: usize = 10;
/// The place of an n-gram that the head never saw.
const UNSEEN: u32 = u32::MAX;

/// A head with labels of the organisation's own.
///
/// Built once from bytes or learned from examples; cheap to clone, `Send` and `Sync`.
#[derive(Clone)]
pub struct CustomHead(pub(super) Arc<Parts>);

/// What a head is made of. Weights are bytes with one scale a row.
pub(super) struct Parts {
    pub(super) meta: Meta,
    pub(super) labels: Vec<Arc<str>>,
    /// The place of every possible n-gram row, or [`UNSEEN`]; empty when the head reads no n-grams.
    places: Vec<u32>,
    /// How much each row counts: rare ones more.
    rarity: Vec<f32>,
    rows: ByteTensor,
    row_scale: Vec<f32>,
    dense: ByteTensor,
    dense_scale: Vec<f32>,
    bias: Vec<f32>,
    pub(super) bytes: Arc<[u8]>,
}

/// The tensors of a head's file.
pub(super) struct Tensors {
    pub(super) index: Vec<u32>,
    pub(super) rarity: Vec<f32>,
    pub(super) rows: ByteTensor,
    pub(super) row_scale: Vec<f32>,
    pub(super) dense: ByteTensor,
    pub(super) dense_scale: Vec<f32>,
    pub(super) bias: Vec<f32>,
}

impl CustomHead {
    pub(super) fn of(meta: Meta, tensors: Tensors, bytes: Arc<[u8]>) -> Result<Self, Error> {
        let rising = tensors.index.windows(2).all(|two| two[0] < two[1]);
        if !rising || tensors.index.last().is_some_and(|row| *row as usize >= ROWS) {
            return Err(Error::model(format!(
                "custom head: tensor `index` must rise and stay below {ROWS}; the file is damaged"
            )));
        }
        let mut places = Vec::new();
        if !tensors.index.is_empty() {
            places = vec![UNSEEN; ROWS];
            for (place, row) in tensors.index.iter().enumerate() {
                places[*row as usize] = place as u32;
            }
        }
        let Tensors { rarity, rows, row_scale, dense, dense_scale, bias, .. } = tensors;
        let labels = meta.labels.iter().map(|label| label.as_str().into()).collect();
        Ok(Self(Arc::new(Parts {
            meta,
            labels,
            places,
            rarity,
            rows,
            row_scale,
            dense,
            dense_scale,
            bias,
            bytes,
        })))
    }

    /// What it is called, and what its answers stand under.
    pub fn name(&self) -> &str {
        &self.0.meta.name
    }

    /// Its labels.
    pub fn labels(&self) -> &[Arc<str>] {
        &self.0.labels
    }

    /// The name of the encoder that it was learned on, and needs.
    pub fn encoder(&self) -> &str {
        &self.0.meta.encoder
    }

    /// How many examples it was learned from.
    pub fn examples(&self) -> u32 {
        self.0.meta.examples
    }

    /// How often the right label may be missing from [`CustomReading::set`], 0 to 1.
    pub fn set_error(&self) -> f32 {
        self.0.meta.set_error
    }

    /// Reads a message that was heard. Never fails; the encoder must be the one of [`CustomHead::encoder`].
    pub fn read(&self, encoder: &Encoder, heard: &Heard) -> CustomReading {
        self.reading(&self.scores(encoder, heard))
    }

    /// Reads a message that was heard, with what corrections change of its scores.
    pub fn read_corrected(&self, encoder: &Encoder, heard: &Heard, shifts: &Shifts) -> CustomReading {
        let mut scores = self.scores(encoder, heard);
        for (label, shift) in shifts.labels(&custom_key(self.name())) {
            if let Some(place) = self.place(label) {
                scores[place] += shift * self.0.meta.temperature;
            }
        }
        self.reading(&scores)
    }

    /// The place of a label.
    pub(crate) fn place(&self, label: &str) -> Option<usize> {
        self.0.labels.iter().position(|known| **known == *label)
    }

    /// The log odds of all labels, up to a number that they share.
    pub(crate) fn odds(&self, encoder: &Encoder, heard: &Heard) -> Vec<(&str, f32)> {
        let scores = self.scores(encoder, heard).into_iter().map(|score| score / self.0.meta.temperature);
        self.0.labels.iter().map(|label| &**label).zip(scores).collect()
    }

    /// The n-grams of a message that the head knows: place and value.
    fn known(&self, heard: &Heard) -> Vec<(u32, f32)> {
        if self.0.places.is_empty() {
            return Vec::new();
        }
        ngrams::weigh(&ngrams::bag(heard), |row| {
            let place = self.0.places[row as usize];
            (place != UNSEEN).then(|| (place, self.0.rarity[place as usize]))
        })
    }

    /// One score a label, before calibration.
    fn scores(&self, encoder: &Encoder, heard: &Heard) -> Vec<f32> {
        let parts = &*self.0;
        let width = parts.labels.len();
        let mut scores = parts.bias.clone();
        let mut add = |row: &[u8], value: f32| {
            for (score, weight) in scores.iter_mut().zip(row) {
                *score += f32::from(weight.cast_signed()) * value;
            }
        };
        let vector = encoder.encode(heard);
        let mut numbers = vector.to_vec();
        waves::waves(&vector, parts.meta.wave_blocks, waves::SHARPNESS, &mut numbers);
        for (place, value) in numbers.iter().enumerate() {
            add(parts.dense.row(place, width), value * parts.dense_scale[place]);
        }
        for (place, value) in self.known(heard) {
            add(parts.rows.row(place as usize, width), value * parts.row_scale[place as usize]);
        }
        scores
    }

    /// What scores mean.
    fn reading(&self, scores: &[f32]) -> CustomReading {
        let (meta, labels) = (&self.0.meta, &self.0.labels);
        let shares = softmax(scores, meta.temperature);
        let mut order: Vec<usize> = (0..shares.len()).collect();
        let first = |a: &usize, b: &usize| scores[*b].total_cmp(&scores[*a]).then(a.cmp(b));
        let kept = SET_AT_MOST.max(ALTERNATIVES + 1);
        if order.len() > kept {
            order.select_nth_unstable_by(kept - 1, first);
            order.truncate(kept);
        }
        order.sort_unstable_by(first);
        let name = |place: usize| labels[place].clone();
        let in_set = |(rank, place): &(usize, &usize)| *rank == 0 || shares[**place] >= meta.set_from;
        CustomReading {
            label: name(order[0]),
            probability: shares[order[0]],
            alternatives: order[1..].iter().take(ALTERNATIVES).map(|&p| (name(p), shares[p])).collect(),
            set: order.iter().take(SET_AT_MOST).enumerate().filter(in_set).map(|(_, &p)| name(p)).collect(),
            out_of_scope: logistic((distance(scores) - meta.scope.middle) * meta.scope.slope),
        }
    }
}

/// How far from all labels: minus the best score. A score is what its label's own classifier says, so none of them
/// speaking up means that the message is like nothing that was learned.
pub(super) fn distance(scores: &[f32]) -> f32 {
    -scores.iter().copied().fold(f32::NEG_INFINITY, f32::max)
}

/// Shows names and counts, no weights.
impl std::fmt::Debug for CustomHead {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("CustomHead")
            .field("name", &self.name())
            .field("labels", &self.labels().len())
            .field("encoder", &self.encoder())
            .finish_non_exhaustive()
    }
}
