//! What is known of one channel; each fact can be overridden alone.

use serde::Deserialize;

use super::{After, Mechanism, Need, Unit};
use crate::Error;

/// What is known of one channel; what a text of settings leaves out stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Facts {
    pub(super) public: Option<u32>,
    pub(super) public_unit: Option<Unit>,
    pub(super) public_bytes: Option<u32>,
    pub(super) private: Option<u32>,
    pub(super) private_unit: Option<Unit>,
    pub(super) private_bytes: Option<u32>,
    pub(super) line: Option<u32>,
    pub(super) mechanism: Option<Mechanism>,
    pub(super) condition: Option<String>,
    pub(super) needs: Option<Vec<Need>>,
    pub(super) once: Option<bool>,
    pub(super) live: Option<bool>,
    pub(super) window_minutes: Option<u32>,
    pub(super) customer_first: Option<bool>,
    pub(super) answer_minutes: Option<u32>,
    pub(super) agent_minutes: Option<u32>,
    pub(super) after: Option<After>,
    pub(super) source: Option<String>,
    pub(super) checked_on: Option<String>,
}

/// Takes each listed fact from `new` where it is given, else keeps the old one.
macro_rules! lay {
    ($old:ident, $new:ident: $($field:ident),+) => { $(if $new.$field.is_some() { $old.$field = $new.$field; })+ };
}

impl Facts {
    /// Lays other facts over these.
    pub(super) fn lay(&mut self, new: Self) {
        let old = self;
        lay!(old, new: public, public_unit, public_bytes, private, private_unit, private_bytes, line, mechanism,
            condition, needs, once, live, window_minutes, customer_first, answer_minutes, agent_minutes, after,
            source, checked_on);
    }

    /// Numbers that make sense.
    pub(super) fn check(&self, channel: &str) -> Result<(), Error> {
        let numbers = [
            ("public", self.public),
            ("public_bytes", self.public_bytes),
            ("private", self.private),
            ("private_bytes", self.private_bytes),
            ("line", self.line),
            ("window_minutes", self.window_minutes),
            ("answer_minutes", self.answer_minutes),
            ("agent_minutes", self.agent_minutes),
        ];
        if let Some((key, _)) = numbers.iter().find(|(_, number)| *number == Some(0)) {
            return Err(Error::settings(format!("`channels.{channel}.{key}` is 0; the least is 1")));
        }
        if let (Some(answer), Some(agent)) = (self.answer_minutes, self.agent_minutes)
            && agent <= answer
        {
            return Err(Error::settings(format!(
                "`channels.{channel}.agent_minutes` is {agent}; it must be more than `answer_minutes` ({answer})"
            )));
        }
        Ok(())
    }
}
