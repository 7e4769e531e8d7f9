//! Analyzing: from what was heard to what it means.
//!
//! Certain rules first, learned heads after: a rule that was measured to be right gives its answer and its measured
//! precision as the probability; everything else comes from one shared encoder with a linear head a question.

pub(crate) mod bytes;
mod certainty;
mod encoder;
mod explain;
pub(crate) mod features;
mod heads;
mod model;
pub mod privacy;
mod reading;
pub mod rules;
pub(crate) mod signals;
pub(crate) mod steering;

pub use certainty::Certainty;
pub use encoder::{DIM, Encoder};
pub use explain::{Explanation, Weight, Without};
pub use heads::{Heads, HeadsFile, Precision, Question, SetFrom, WIDTH};
pub use model::Model;
pub use privacy::{PrivateData, PrivateKind};
pub use reading::Reading;
pub use steering::INJECTION;

pub(crate) use heads::{NO, logistic, softmax};
#[cfg(feature = "learn")]
pub(crate) use {
    bytes::KEY,
    heads::{Parts, ngram_share},
    model::{Features, features as model_features},
    signals::names as signal_names,
};
