//! One binary for the tests that cross crates.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and measures time"
)]

mod attacks;
mod cases;
mod certainty;
mod corrections;
mod explain;
mod learning;
mod own_labels;
mod pieces;
mod priority;
mod snapshots;
mod support;
mod x;
