//! The shape of a draft for each kind of message: what is said first, and what comes next.

mod between;
mod chat;
mod detail;
mod fragment;
pub(super) mod in_public;
mod praise;
mod problem;
mod question;
pub(super) mod refusal;
mod report;
mod request;
mod suggestion;
mod thanks;
mod unsure;

use super::scene::Scene;
use super::sheet::Sheet;

/// How one kind of message is answered.
pub(super) struct Shape {
    /// Is the message of this kind?
    fits: fn(&Scene<'_>) -> bool,
    /// The first sentence: the chosen words, then shorter ones.
    pub(super) first: fn(&Scene<'_>) -> Vec<String>,
    /// What comes after it where the knowledge base is silent.
    pub(super) next: fn(&Scene<'_>, &mut Sheet),
}

/// Every shape; the first that fits is taken.
const SHAPES: &[Shape] = &[
    between::SHAPE,
    fragment::SHAPE,
    detail::SHAPE,
    thanks::SHAPE,
    unsure::SHAPE,
    problem::SHAPE,
    question::SHAPE,
    request::SHAPE,
    report::SHAPE,
    suggestion::SHAPE,
    praise::SHAPE,
    chat::SHAPE,
];

/// The shape of a message. The careful words of an unsure reading are true of any message.
pub(super) fn of(scene: &Scene<'_>) -> &'static Shape {
    SHAPES.iter().find(|shape| (shape.fits)(scene)).unwrap_or(&unsure::SHAPE)
}
