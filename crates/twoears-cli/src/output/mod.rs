//! How cases are written: for people and for programs.

pub(crate) mod bar;
pub(crate) mod card;
pub(crate) mod findings;
pub(crate) mod frame;
pub(crate) mod passed;
pub(crate) mod pipeline;
pub(crate) mod rejects;
pub(crate) mod table;
