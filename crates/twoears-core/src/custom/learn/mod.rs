//! Learning a custom head: features, strength and scales are chosen by cross-validation, then all examples are fitted.

mod calibrate;
mod choose;
mod data;
mod fit;
mod folds;
mod pair;
mod write;

use super::CustomHead;
use super::meta::{self, FORMAT, KIND, Meta};
use crate::Error;
use crate::analyze::Model;
use data::Data;

/// What a head reads and how strongly, as cross-validation chose it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chosen {
    /// What words and pairs of words count; nought when none are read.
    pub words: f32,
    /// What letters within words count.
    pub letters: f32,
    /// What the shared vector counts.
    pub vector: f32,
    /// What the waves over the vector count.
    pub waves: f32,
    /// What a mistake costs beside large weights.
    pub cost: f32,
    /// Is the name of each label one more example of it?
    pub names: bool,
}

/// In words for a person.
impl std::fmt::Display for Chosen {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let ngrams = if self.words > 0.0 { "words, letters and " } else { "" };
        let names = if self.names { ", with the labels' names" } else { "" };
        let Self { vector, waves, cost, .. } = self;
        write!(out, "{ngrams}the vector (weight {vector}, its waves {waves}), cost {cost}{names}")
    }
}

/// A labelled message for a custom head.
#[derive(Clone, PartialEq, Eq)]
pub struct Example {
    /// The message.
    pub text: String,
    /// Its labels: mostly one; several when each of them is right.
    pub labels: Vec<String>,
}

impl Example {
    /// A message with one label.
    pub fn new(text: impl Into<String>, label: impl Into<String>) -> Self {
        Self { text: text.into(), labels: vec![label.into()] }
    }
}

/// Shows labels, never the text.
impl std::fmt::Debug for Example {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Example").field("labels", &self.labels).finish_non_exhaustive()
    }
}

/// How to learn; the defaults are what most want.
#[derive(Clone, Debug, PartialEq)]
pub struct CustomSettings {
    /// Error rate of the conformal label sets.
    pub set_error: f32,
    /// Where the order of examples starts from.
    pub seed: u64,
    /// Take these weights instead of choosing by cross-validation.
    pub fixed: Option<Chosen>,
}

impl Default for CustomSettings {
    fn default() -> Self {
        Self { set_error: 0.1, seed: 1, fixed: None }
    }
}

/// Fewer examples than this teach nothing.
const LEAST_EXAMPLES: usize = 5;
/// More are refused.
const MOST_EXAMPLES: usize = 100_000;
/// Examples times labels at the most: each pair takes a number in memory.
const MOST_CELLS: usize = 50_000_000;

/// What the head gets right on examples that were held out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HeldOut {
    /// The share whose best label is right.
    pub accuracy: f32,
    /// The share whose conformal set holds the right label.
    pub covered: f32,
    /// Labels in a conformal set, on average.
    pub set_size: f32,
    /// Examples that were held out in turn.
    pub examples: u32,
}

/// A head that was learned, and how good it is.
#[derive(Clone, Debug)]
pub struct CustomLearned {
    /// The head.
    pub head: CustomHead,
    /// How good it is.
    pub held_out: HeldOut,
    /// What cross-validation chose.
    pub chosen: Chosen,
    /// Labels with fewer examples than they need, with how many they have.
    pub few: Vec<(String, u32)>,
}

/// A label with fewer examples than this is told about.
const ENOUGH: u32 = 5;

/// Learns a head with labels of the organisation's own.
///
/// # Errors
/// When there are too few or too many examples or labels, a label is empty or too long, or the settings are out of range.
pub fn learn_custom(
    model: &Model,
    name: &str,
    examples: &[Example],
    settings: &CustomSettings,
    progress: &mut dyn FnMut(&str),
) -> Result<CustomLearned, Error> {
    let fail = |why: String| Error::training(format!("head `{}`: {why}", meta::short(name)));
    if !(settings.set_error > 0.0 && settings.set_error < 1.0) {
        return Err(fail(format!("`set_error` is {}; it must lie between 0 and 1", settings.set_error)));
    }
    if !(LEAST_EXAMPLES..=MOST_EXAMPLES).contains(&examples.len()) {
        return Err(fail(format!(
            "{} examples; it must be {LEAST_EXAMPLES} to {MOST_EXAMPLES}",
            examples.len()
        )));
    }
    if let Some(place) = examples.iter().position(|example| example.labels.is_empty()) {
        return Err(fail(format!("example {} has no label", place + 1)));
    }
    progress("reading examples");
    let data = Data::of(model.encoder(), examples);
    meta::names(name, &data.labels).map_err(fail)?;
    if data.labels.len() * examples.len() > MOST_CELLS {
        return Err(fail(format!(
            "{} examples times {} labels are more than {MOST_CELLS}; leave some examples out",
            examples.len(),
            data.labels.len()
        )));
    }
    progress("choosing what to read");
    let chosen = settings.fixed.unwrap_or_else(|| choose::choose(&data, settings.seed));
    progress("fitting");
    let parts = choose::parts(data.len());
    let folds = folds::folds(&data, parts, settings.seed);
    // The last job fits all examples, the others hold a part out each.
    let mut fitted = pair::each(parts as usize + 1, |part| {
        let (train, held) = folds::split(&folds, part as u32);
        let weights = fit::fit(&data, &train, &chosen, fit::PASSES, settings.seed);
        let scores: Vec<(u32, Vec<f32>)> =
            held.into_iter().map(|row| (row, weights.scores(&data, row as usize))).collect();
        (scores, if part as u32 == parts { Some(weights) } else { None })
    });
    let weights = fitted.pop().and_then(|(_, weights)| weights);
    let weights = weights.ok_or_else(|| fail("nothing was fitted".to_owned()))?;
    let held = calibrate::Held::of(&data, fitted.into_iter().flat_map(|(scores, _)| scores));
    let calibration = held.calibrate(settings.set_error);
    let meta = Meta {
        format: FORMAT,
        kind: KIND.to_owned(),
        name: name.to_owned(),
        labels: data.labels.clone(),
        encoder: model.encoder().name().to_owned(),
        examples: data.len() as u32,
        rows: 0,
        wave_blocks: data.blocks_of(&chosen),
        temperature: calibration.temperature,
        set_from: calibration.set_from,
        set_error: settings.set_error,
        scope: calibration.scope,
        checksum: String::new(),
    };
    let few = data.labels.iter().cloned().zip(data.counts()).filter(|(_, count)| *count < ENOUGH).collect();
    Ok(CustomLearned { head: write::head(meta, &weights)?, held_out: calibration.held_out, chosen, few })
}
