//! How sure a reading must be before it says something, as the organisation wants it.

use serde::Deserialize;

use crate::Error;

/// How sure a reading must be. The defaults: sets that miss the right label one time in ten, and no abstention.
///
/// ```
/// use twoears_core::Brand;
/// let brand = Brand::from_toml("[certainty]\nunclear_below = 0.4\nset_error = 0.05")?;
/// assert_eq!(brand.certainty.set_error, 0.05);
/// # Ok::<(), twoears_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Certainty {
    /// How often the set of possible intents may miss the right one, 0.01 to 0.5. The sets are conformal: on messages
    /// like those that the model was calibrated on, the rate holds (Vovk, Gammerman, Shafer 2005).
    pub set_error: f32,
    /// Below this probability, 0 to 1, the intent is given as `unclear`; 0 never says so.
    pub unclear_below: f32,
}

impl Default for Certainty {
    fn default() -> Self {
        Self { set_error: 0.1, unclear_below: 0.0 }
    }
}

impl Certainty {
    pub(crate) fn check(self) -> Result<(), Error> {
        if !(0.01..=0.5).contains(&self.set_error) {
            let given = self.set_error;
            return Err(Error::settings(format!("`certainty.set_error` is {given}; it must be 0.01 to 0.5")));
        }
        if !(0.0..=1.0).contains(&self.unclear_below) {
            let given = self.unclear_below;
            return Err(Error::settings(format!("`certainty.unclear_below` is {given}; it must be 0 to 1")));
        }
        Ok(())
    }
}
