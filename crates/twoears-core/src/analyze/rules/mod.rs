//! Rules: cheap and certain patterns, one file each, in one table.
//!
//! A rule is a loose pattern, vetoes for what only looks like it, and a check where words alone cannot tell. What it
//! claims is believed as far as it was measured to be right (see `models/CARD.md`); below that it is only a signal to
//! the heads. Patterns run in linear time over [`Heard::lower`].
//!
//! [`Heard::lower`]: crate::Heard::lower

mod children;
mod engine;
mod times;
mod triggers;
mod words;

mod abuse;
mod addiction;
mod agent;
mod bereavement;
mod biometric;
mod boarding;
mod child;
mod closing;
mod crime;
mod criminal_record;
mod cut_off;
mod deadline;
mod disability;
mod discrimination;
mod empty;
mod ethnicity;
mod fraud;
mod hardship;
mod health;
mod immigration;
mod leaving;
mod legal;
mod link_only;
mod locked;
mod medical;
mod minor;
mod money_owed;
mod on_the_spot;
mod orientation;
mod outage;
mod politics;
mod pregnancy;
mod press;
mod religion;
mod repeat;
mod safety;
mod self_harm;
mod spam;
mod stranded;
mod threat;
mod undo;
mod union;
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
    &minor::RULE,
    &child::RULE,
    &health::RULE,
    &disability::RULE,
    &pregnancy::RULE,
    &bereavement::RULE,
    &abuse::RULE,
    &addiction::RULE,
    &hardship::RULE,
    &immigration::RULE,
    &criminal_record::RULE,
    &orientation::RULE,
    &religion::RULE,
    &ethnicity::RULE,
    &politics::RULE,
    &union::RULE,
    &biometric::RULE,
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
