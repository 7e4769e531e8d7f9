//! The bytes of the default model, compiled in, and nothing else.
//!
//! `twoears_models::ENCODER` is the shared static table with its vocabulary, `twoears_models::HEADS` the
//! linear heads, both in safetensors format; `models/CARD.md` says where they come from. This crate
//! parses nothing: `twoears-core` reads the bytes.
//!
//! ```
//! assert!(twoears_models::ENCODER.len() + twoears_models::HEADS.len() <= 8 * 1024 * 1024);
//! ```

/// The encoder: an int4 table of one 256-d vector a word piece, and the word pieces.
pub const ENCODER: &[u8] = include_bytes!("../data/encoder.safetensors");

/// The heads: hashed n-gram, dense and signal weights of every question, with their calibration.
pub const HEADS: &[u8] = include_bytes!("../data/heads.safetensors");

/// The model card: data, licences, figures, known failures.
pub const CARD: &str = include_str!("../CARD.md");
