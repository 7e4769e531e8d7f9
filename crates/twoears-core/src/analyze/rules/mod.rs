//! Rules: cheap and certain patterns, one file each, in one table.
//!
//! A rule is a loose pattern, vetoes for what only looks like it, and a check where words alone cannot tell. What it
//! claims is believed as far as it was measured to be right (see `models/CARD.md`); below that it is only a signal to
//! the heads. Patterns run in linear time over [`Heard::lower`].
//!
//! [`Heard::lower`]: crate::Heard::lower

mod engine;
mod times;
mod triggers;
mod words;

mod agent;
mod boarding;
mod closing;
mod crime;
mod cut_off;
mod deadline;
mod discrimination;
mod empty;
mod fraud;
mod health;
mod leaving;
mod legal;
mod link_only;
mod locked;
mod medical;
mod money_owed;
mod on_the_spot;
mod outage;
mod press;
mod repeat;
mod safety;
mod self_harm;
mod spam;
mod stranded;
mod threat;
mod undo;
mod urgent;
mod waiting;

pub use engine::{Claims, Context, Found, Hit, Rule, find, says, seen};

/// Every rule. To add one: a file with a `RULE`, a line here, and cases in `tests/cases/rules.jsonl`.
pub const RULES: &[&Rule] = &[
    &safety::RULE,
    &medical::RULE,
    &self_harm::RULE,
    &fraud::RULE,
    &deadline::RULE,
    &stranded::RULE,
    &boarding::RULE,
    &repeat::RULE,
    &leaving::RULE,
    &outage::RULE,
    &urgent::RULE,
    &locked::RULE,
    &cut_off::RULE,
    &waiting::RULE,
    &on_the_spot::RULE,
    &undo::RULE,
    &legal::RULE,
    &press::RULE,
    &discrimination::RULE,
    &crime::RULE,
    &threat::RULE,
    &health::RULE,
    &money_owed::RULE,
    &spam::RULE,
    &agent::RULE,
    &closing::RULE,
    &link_only::RULE,
    &empty::RULE,
];

/// Does this rule fire on that text? For the tests of the rules.
#[cfg(test)]
fn fires(id: &str, text: &str) -> bool {
    claims_of(id, text).is_some()
}

/// What this rule claims of that text, when it fires.
#[cfg(test)]
fn claims_of(id: &str, text: &str) -> Option<Claims> {
    let found = find(&crate::Message::new(text), &crate::listen::hear(text));
    found.iter().find(|found| found.original.rule.0 == id).map(|found| found.claims)
}
