//! Holds nothing: the benches of this package are in `main.rs` beside it.
