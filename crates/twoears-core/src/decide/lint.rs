//! How much each rule that checks replies counts, by the settings.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// How grave it is that a rule objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Better changed, but it can be sent.
    Warning,
    /// It should not be sent like that.
    Error,
}

impl Severity {
    /// Its stable name: `warning` or `error`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// What the settings make of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Level {
    Off,
    Warning,
    Error,
}

/// The table `[lint]` of the settings: the rules that count otherwise than built in, by name.
///
/// ```
/// use twoears_core::Brand;
/// use twoears_core::decide::Severity;
/// let brand = Brand::from_toml("[lint]\n'reply.cliche' = 'off'\n'reply.shouting' = 'error'")?;
/// assert_eq!(brand.lint.severity("reply.cliche", Severity::Warning), None);
/// assert_eq!(brand.lint.severity("reply.shouting", Severity::Warning), Some(Severity::Error));
/// assert_eq!(brand.lint.severity("reply.jargon", Severity::Warning), Some(Severity::Warning));
/// # Ok::<(), twoears_core::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct LintLevels(BTreeMap<String, Level>);

impl LintLevels {
    /// How much a rule counts, given its built-in severity; none where the settings switch it off.
    pub fn severity(&self, rule: &str, built_in: Severity) -> Option<Severity> {
        match self.0.get(rule) {
            None => Some(built_in),
            Some(Level::Off) => None,
            Some(Level::Warning) => Some(Severity::Warning),
            Some(Level::Error) => Some(Severity::Error),
        }
    }

    /// The rules that the settings name, in the order of their names.
    pub fn rules(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}
