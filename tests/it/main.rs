//! One binary for the tests that cross crates.

mod attacks;
mod cases;
mod learning;
mod pieces;
mod priority;
mod snapshots;
mod support;
