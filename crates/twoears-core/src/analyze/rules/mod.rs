//! Rules: cheap and certain patterns, one file each, in one table.
//!
//! A rule is a loose pattern, vetoes for what only looks like it, and a check where words alone cannot tell. What it
//! claims is believed as far as it was measured to be right (see `models/CARD.md`); below that it is only a signal to
//! the heads. All patterns run in one linear pass over [`Heard::lower`].

mod engine;

mod self_harm;

pub use engine::{Claims, Context, Found, Hit, Rule, find, seen};

/// Every rule. To add one: a file with a `RULE`, a line here, and cases in `tests/cases/rules.jsonl`.
pub const RULES: &[&Rule] = &[&self_harm::RULE];
