//! How cases are written: for people and for programs.

pub(crate) mod card;
pub(crate) mod pipeline;
