//! One binary for the tests that cross crates.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, measures time, and says what it leaves out"
)]

mod attacks;
mod cases;
mod certainty;
mod channels;
mod corrections;
mod explain;
mod forms;
mod leaks;
mod learning;
mod lint_page;
mod never_auto;
mod own_labels;
mod pieces;
mod priority;
mod privacy_page;
mod queue;
mod redact;
mod snapshots;
mod steering;
mod support;
mod x;
