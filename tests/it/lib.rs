//! Holds nothing: the tests of this package are in `main.rs` beside it.
