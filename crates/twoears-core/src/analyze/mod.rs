//! Analyzing: from what was heard to what it means.
//!
//! Certain rules first, learned heads after: a rule that was measured to be right gives its answer and its measured
//! precision as the probability; everything else comes from one shared encoder with a linear head a question.

mod bytes;
mod encoder;
mod explain;
pub(crate) mod features;
mod heads;
mod model;
pub mod privacy;
mod reading;
pub mod rules;
pub(crate) mod signals;

pub use encoder::{DIM, Encoder};
pub use explain::{Explanation, Weight};
pub use heads::{Heads, HeadsFile, Precision, Question, WIDTH};
pub use model::Model;
pub use privacy::{PrivateData, PrivateKind};
pub use reading::Reading;

#[cfg(feature = "learn")]
pub(crate) use {
    bytes::KEY,
    heads::{Parts, logistic, ngram_share, softmax},
    model::{Features, features as model_features},
    signals::names as signal_names,
};
