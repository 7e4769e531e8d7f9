//! What is right for a question, as the trainer sees it.

use crate::label::Label;

/// What the trainer aims at.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Target {
    /// Nobody said.
    Unknown,
    /// One of the labels that have a 1.
    OneOf(Vec<f32>),
    /// Each label's share.
    Shares(Vec<f32>),
    /// The share of yes.
    Yes(f32),
}

impl Target {
    /// Any of these labels; none of them: unknown.
    pub(super) fn one_of<L: Label>(labels: &[L]) -> Self {
        if labels.is_empty() {
            return Self::Unknown;
        }
        Self::OneOf(L::ALL.iter().map(|label| if labels.contains(label) { 1.0 } else { 0.0 }).collect())
    }

    /// Yes, no, or nobody said.
    pub(super) fn yes(answer: Option<bool>) -> Self {
        answer.map_or(Self::Unknown, |yes| Self::Yes(if yes { 1.0 } else { 0.0 }))
    }

    /// The labels that are right, or the share of yes; empty when nobody said or only a teacher thinks so.
    pub(super) fn right(&self) -> Vec<f32> {
        match self {
            Self::Unknown | Self::Shares(_) => Vec::new(),
            Self::OneOf(mask) => mask.clone(),
            Self::Yes(share) => vec![*share],
        }
    }
}
