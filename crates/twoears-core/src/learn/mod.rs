//! Learning: from labelled messages to heads, the same bytes from the same rows every time.
//!
//! All heads are fitted together over the shared features by `AdaGrad` on the (set-valued) cross entropy; then
//! probabilities are calibrated on rows that were held out, fold by fold. The trainer is our own because features are
//! sparse and rows are weighted; `linfa` is dense only and ignores weights.

mod calibrate;
mod fit;
pub(crate) mod random;
mod row;
mod soft;
mod target;
mod trust;
mod write;

pub use row::Row;
pub use soft::Soft;

use std::collections::BTreeMap;

use crate::analyze::features::ROWS;
use crate::analyze::rules;
use crate::analyze::{Heads, Model, Question};
use crate::{Error, Message, listen};
use row::Example;
use target::Target;

/// How to fit. The defaults were tuned on the project's development set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Times that every row is seen.
    pub epochs: u32,
    /// The first step of `AdaGrad`.
    pub rate: f32,
    /// Weights shrink by this share after each epoch.
    pub decay: f32,
    /// The vector counts this much beside the n-grams.
    pub dense_scale: f32,
    /// Parts that are held out in turn to calibrate; at least 2.
    pub folds: u32,
    /// By question, in the order of [`Question::ALL`], what the temperature is multiplied by: above 1 where what comes in
    /// is harder than the rows that probabilities are calibrated on.
    pub temper: [f32; 6],
    /// Where the order of rows starts from.
    pub seed: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { epochs: 12, rate: 0.1, decay: 0.1, dense_scale: 4.0, folds: 5, temper: [1.0; 6], seed: 1 }
    }
}

impl Settings {
    fn check(&self) -> Result<(), Error> {
        let fine = self.epochs >= 1
            && self.rate > 0.0
            && (0.0..1.0).contains(&self.decay)
            && self.dense_scale >= 0.0
            && (2..=50).contains(&self.folds)
            && self.temper.iter().all(|factor| (0.2..=5.0).contains(factor));
        if fine { Ok(()) } else { Err(Error::training(format!("settings out of range: {self:?}"))) }
    }
}

/// Fewer rows than this teach nothing and cannot be calibrated.
pub const LEAST_ROWS: usize = 20;

/// What was learned.
pub struct Learned {
    /// The heads file.
    pub heads: Vec<u8>,
    /// Accuracy on rows that were held out, by question.
    pub held_out: BTreeMap<String, f32>,
}

/// Fits heads to labelled rows. A question that no row answers keeps the heads of `base`: rows with intents alone teach
/// intents alone.
///
/// # Errors
/// When there are fewer than [`LEAST_ROWS`] rows, a row's weight is out of range, or settings are.
pub fn learn(
    base: &Model,
    rows: &[Row],
    settings: &Settings,
    progress: &mut dyn FnMut(&str),
) -> Result<Learned, Error> {
    settings.check()?;
    if rows.len() < LEAST_ROWS {
        return Err(Error::training(format!(
            "{} labelled rows; at least {LEAST_ROWS} are needed",
            rows.len()
        )));
    }
    if let Some(row) = rows.iter().find(|row| !Row::WEIGHTS.contains(&row.weight)) {
        return Err(Error::training(format!(
            "a weight of {} in `{}`; it must be {:?}",
            row.weight,
            row.source,
            Row::WEIGHTS
        )));
    }
    progress("reading rows");
    let mut trust = trust::Trust::default();
    let mut examples: Vec<Example> = Vec::with_capacity(rows.len());
    for row in rows {
        let message = Message::new(row.text.as_str());
        let heard = listen::hear(&message.text);
        let found = rules::find(&message, &heard);
        trust.count(row, &found);
        let features = crate::analyze::model_features(base.encoder(), &heard, &rules::seen(&found));
        examples.push(Example::of(row, features));
    }
    let some_typical = examples.iter().any(|example| example.typical);
    let mut held = calibrate::Held::default();
    for fold in 0..settings.folds {
        progress(&format!("holding out part {} of {}", fold + 1, settings.folds));
        let is_held = |example: &Example| example.labelled && example.fold(settings.folds) == fold;
        let train: Vec<&Example> = examples.iter().filter(|example| !is_held(example)).collect();
        let weights = fit::fit(&train, settings);
        for example in
            examples.iter().filter(|example| is_held(example) && (example.typical || !some_typical))
        {
            held.add(example, &weights.scores(example));
        }
    }
    let calibration = held.calibrate(&settings.temper);
    progress("fitting all rows");
    let all: Vec<&Example> = examples.iter().collect();
    let weights = fit::fit(&all, settings);
    let mut sources: BTreeMap<String, u32> = BTreeMap::new();
    for row in rows {
        *sources.entry(row.source.clone()).or_default() += 1;
    }
    let mut parts = write::parts(&weights, &calibration, trust.precision(), sources, base.name());
    let taught = |place: usize| examples.iter().any(|example| example.targets[place] != Target::Unknown);
    for (_, question) in questions().into_iter().enumerate().filter(|(place, _)| !taught(*place)) {
        progress(&format!("no rows answer `{}`: its head stays as it was", question.name()));
        parts.keep(question, &base.heads);
    }
    let heads = write::bytes(&parts)?;
    // The heads must read back: a file that cannot be opened must never be handed out.
    Heads::read_back(&heads)?;
    Ok(Learned { heads, held_out: held.accuracy() })
}

/// All weights: n-gram rows.
const NGRAM_ROWS: usize = ROWS;

fn questions() -> [Question; 6] {
    Question::ALL
}
