//! How many people a complaint may reach.

/// The decimal logarithm at which reach counts in full: a million followers. Each step of ten counts the same, because
/// the counts themselves range over seven of them.
const FULL: f32 = 6.0;

/// The share of the weight, 0 to 1. What is not known counts as the settings say, never as nobody.
pub(super) fn share(followers: Option<u64>, unknown: f32) -> f32 {
    followers.map_or(unknown, |followers| (libm::log10f(followers as f32 + 1.0) / FULL).clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decide::Weights;

    #[test]
    fn unknown_is_a_modest_audience() {
        let unknown = share(None, Weights::default().reach_unknown);
        assert!(share(Some(90), 0.0) < unknown && unknown < share(Some(110), 0.0), "{unknown}");
        assert_eq!((share(Some(0), 0.3), share(Some(u64::MAX), 0.3)), (0.0, 1.0));
    }
}
