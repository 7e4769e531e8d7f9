//! What each part of the priority weighs, as the organisation sets it.

use serde::Deserialize;
use serde::de::{Deserializer, Error as _};

use crate::label::Urgency;

/// All weights together make this many points.
pub(super) const ALL: f64 = 100.0;

/// What each part of the priority weighs, `[priority]` in the settings. A weight is the most that its part can add. The
/// defaults make 100 together; others are [scaled](Self::scaled) so that they do.
///
/// Each default and its reason stand in `docs/priority.md`; they are the project's own choice, after the rules of its
/// requirements: what matters most weighs most, and no other part alone outweighs the step from one of the upper three
/// levels of severity to the next.
///
/// ```
/// use twoears_core::Brand;
/// let brand = Brand::from_toml("[priority]\nwaiting = 20\nseverity = { high = 32 }")?;
/// assert_eq!((brand.priority.waiting, brand.priority.severity.critical), (20.0, 45.0));
/// let error = Brand::from_toml("[priority]\nreach = -1").unwrap_err();
/// assert!(error.to_string().contains("line 2, at `reach`"));
/// # Ok::<(), twoears_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields, remote = "Self")]
pub struct Weights {
    /// How soon an answer is needed, level by level.
    pub severity: SeverityWeights,
    /// A trained person must take it.
    #[serde(deserialize_with = "points")]
    pub escalation: f32,
    /// They have waited as long as the target, or longer.
    #[serde(deserialize_with = "points")]
    pub waiting: f32,
    /// The channel's own time to answer is up.
    #[serde(deserialize_with = "points")]
    pub window: f32,
    /// The sentiment is as negative as can be.
    #[serde(deserialize_with = "points")]
    pub feeling: f32,
    /// A complaint that others can read.
    #[serde(deserialize_with = "points")]
    pub public: f32,
    /// A million people or more follow the writer.
    #[serde(deserialize_with = "points")]
    pub reach: f32,
    /// What of `reach` counts when nobody knows how many follow them: a share, 0 to 1.
    #[serde(deserialize_with = "share")]
    pub reach_unknown: f32,
    /// They wrote before and were not answered.
    #[serde(deserialize_with = "points")]
    pub repeat: f32,
    /// A complaint of somebody who is known never to have complained before.
    #[serde(deserialize_with = "points")]
    pub first_complaint: f32,
    /// Somebody who needs particular care.
    #[serde(deserialize_with = "points")]
    pub vulnerable: f32,
    /// What was promised to them was not kept.
    #[serde(deserialize_with = "points")]
    pub broken_promise: f32,
    /// The organisation counts them among its important customers.
    #[serde(deserialize_with = "points")]
    pub vip: f32,
}

/// Points by level of urgency; they never rise from critical to low.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields, remote = "Self")]
pub struct SeverityWeights {
    /// For [`Urgency::Critical`].
    #[serde(deserialize_with = "points")]
    pub critical: f32,
    /// For [`Urgency::High`].
    #[serde(deserialize_with = "points")]
    pub high: f32,
    /// For [`Urgency::Normal`].
    #[serde(deserialize_with = "points")]
    pub normal: f32,
    /// For [`Urgency::Low`].
    #[serde(deserialize_with = "points")]
    pub low: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            severity: SeverityWeights::default(),
            escalation: 12.0,
            waiting: 10.0,
            window: 4.0,
            feeling: 5.0,
            public: 4.0,
            reach: 7.0,
            // About a hundred followers: log10(101) / 6. Our own choice: the account of somebody whom friends follow.
            reach_unknown: 0.33,
            repeat: 4.0,
            first_complaint: 3.0,
            vulnerable: 3.0,
            broken_promise: 2.0,
            vip: 1.0,
        }
    }
}

impl Default for SeverityWeights {
    fn default() -> Self {
        Self { critical: 45.0, high: 29.0, normal: 13.0, low: 2.0 }
    }
}

impl SeverityWeights {
    /// The points of a level.
    pub fn of(&self, urgency: Urgency) -> f32 {
        match urgency {
            Urgency::Critical => self.critical,
            Urgency::High => self.high,
            Urgency::Normal => self.normal,
            Urgency::Low => self.low,
        }
    }

    fn each(&mut self) -> [&mut f32; 4] {
        [&mut self.critical, &mut self.high, &mut self.normal, &mut self.low]
    }

    fn check(self) -> Result<Self, String> {
        let levels =
            [("critical", self.critical), ("high", self.high), ("normal", self.normal), ("low", self.low)];
        match levels.windows(2).find(|pair| pair[1].1 > pair[0].1) {
            None => Ok(self),
            Some(pair) => {
                let ((above, most), (below, points)) = (pair[0], pair[1]);
                Err(format!(
                    "severity must not rise from critical to low, and `{below}` is {points} where `{above}` is {most}; set both"
                ))
            }
        }
    }
}

impl Weights {
    /// The most that the parts can add together; the levels of severity count once, with critical.
    pub fn sum(&self) -> f64 {
        let mut all = *self;
        let parts: f64 = all.parts().into_iter().map(|weight| f64::from(*weight)).sum();
        parts + f64::from(self.severity.critical)
    }

    /// The same weights in points of a hundred: each times 100 and divided by their sum. What is negative or no number
    /// counts as nought, which settings that were read from text cannot hold.
    ///
    /// ```
    /// use twoears_core::Brand;
    /// let brand = Brand::from_toml("[priority]\nwaiting = 35")?; // 25 more than by default
    /// assert_eq!(brand.priority.scaled().waiting, 28.0); // 35 of 125
    /// # Ok::<(), twoears_core::Error>(())
    /// ```
    pub fn scaled(&self) -> Self {
        let mut scaled = *self;
        let clean = |weight: &mut f32| *weight = if weight.is_finite() { weight.max(0.0) } else { 0.0 };
        scaled.parts().into_iter().for_each(clean);
        scaled.severity.each().into_iter().for_each(clean);
        let sum = scaled.sum();
        if sum > 0.0 {
            let scale = |weight: &mut f32| *weight = (f64::from(*weight) / sum * ALL) as f32;
            scaled.parts().into_iter().for_each(scale);
            scaled.severity.each().into_iter().for_each(scale);
        }
        scaled.reach_unknown =
            if self.reach_unknown.is_finite() { self.reach_unknown.clamp(0.0, 1.0) } else { 0.0 };
        scaled
    }

    /// Every weight in points but those of severity.
    fn parts(&mut self) -> [&mut f32; 11] {
        [
            &mut self.escalation,
            &mut self.waiting,
            &mut self.window,
            &mut self.feeling,
            &mut self.public,
            &mut self.reach,
            &mut self.repeat,
            &mut self.first_complaint,
            &mut self.vulnerable,
            &mut self.broken_promise,
            &mut self.vip,
        ]
    }
}

impl<'de> Deserialize<'de> for Weights {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let weights = Self::deserialize(from)?;
        if weights.sum() > 0.0 {
            return Ok(weights);
        }
        Err(D::Error::custom(
            "every weight is 0, so all messages would be alike; leave out what is to keep its default",
        ))
    }
}

impl<'de> Deserialize<'de> for SeverityWeights {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::deserialize(from)?.check().map_err(D::Error::custom)
    }
}

fn points<'de, D: Deserializer<'de>>(from: D) -> Result<f32, D::Error> {
    let points = f32::deserialize(from)?;
    if points.is_finite() && points >= 0.0 {
        return Ok(points);
    }
    Err(D::Error::custom("a weight is a number of points, 0 or more"))
}

fn share<'de, D: Deserializer<'de>>(from: D) -> Result<f32, D::Error> {
    let share = f32::deserialize(from)?;
    if (0.0..=1.0).contains(&share) {
        return Ok(share);
    }
    Err(D::Error::custom("the share of `reach` that counts when it is not known is a number from 0 to 1"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Brand;

    #[test]
    fn the_defaults_make_one_hundred() {
        let weights = Weights::default();
        assert!((weights.sum() - ALL).abs() < 1e-9, "{}", weights.sum());
        assert_eq!(weights.scaled(), weights);
        // No part outweighs the step from one level of severity to the next, but from low up.
        let steps = [
            weights.severity.critical - weights.severity.high,
            weights.severity.high - weights.severity.normal,
        ];
        let mut all = weights;
        assert!(all.parts().into_iter().all(|weight| steps.iter().all(|step| *weight < *step)));
    }

    #[test]
    fn settings_are_checked_and_errors_name_the_line() {
        for (text, parts) in [
            ("[priority]\nwaiting = -1", &["line 2", "`waiting`", "0 or more"][..]),
            ("[priority]\nvip = 1\nreach = nan", &["line 3", "`reach`", "0 or more"]),
            ("[priority]\nreach = inf", &["line 2", "`reach`"]),
            ("[priority]\nreach = 1e39", &["line 2", "`reach`"]),
            ("[priority]\nreach_unknown = 2", &["line 2", "`reach_unknown`", "0 to 1"]),
            ("[priority]\nreach_unknown = nan", &["line 2", "0 to 1"]),
            ("[priority]\nrepeat = 'much'", &["line 2", "`repeat`", "string"]),
            ("[priority]\nhaste = 3", &["line 2", "haste", "`waiting`"]),
            ("[priority]\nseverity = { critical = -2 }", &["line 2", "`severity`", "0 or more"]),
            (
                "[priority]\nwaiting = 10\nseverity = { high = 50 }",
                &["line 3", "`high` is 50 where `critical` is 45", "set both"],
            ),
            ("name = 'a'\n[priority.severity]\nlow = 14", &["line 2", "`low` is 14 where `normal` is 13"]),
            (
                "name = 'a'\n[priority]\nseverity = { critical = 0, high = 0, normal = 0, low = 0 }\nescalation = 0\n\
                 waiting = 0\nwindow = 0\nfeeling = 0\npublic = 0\nreach = 0\nrepeat = 0\nfirst_complaint = 0\n\
                 vulnerable = 0\nbroken_promise = 0\nvip = 0",
                &["line 2", "[priority]", "every weight is 0"],
            ),
        ] {
            let error = Brand::from_toml(text).unwrap_err();
            assert!(error.is_settings());
            for part in parts {
                assert!(error.to_string().contains(part), "{text}: {error}");
            }
        }
    }

    #[test]
    fn others_are_scaled_and_keep_their_proportions() {
        let brand =
            Brand::from_toml("[priority]\nseverity = { critical = 90, high = 58 }\nreach_unknown = 0.5")
                .unwrap();
        let scaled = brand.priority.scaled();
        assert!((scaled.sum() - ALL).abs() < 1e-4, "{}", scaled.sum());
        assert!((scaled.severity.critical / scaled.severity.high - 90.0 / 58.0).abs() < 1e-5);
        assert!((scaled.reach_unknown - 0.5).abs() < 1e-6);
    }

    #[test]
    fn what_no_text_can_hold_does_no_harm() {
        let wild = Weights { waiting: f32::NAN, reach: -4.0, feeling: f32::INFINITY, ..Weights::default() };
        let scaled = wild.scaled();
        assert_eq!((scaled.waiting, scaled.reach, scaled.feeling), (0.0, 0.0, 0.0));
        assert!((scaled.sum() - ALL).abs() < 1e-4);
        let mut none = Weights::default();
        none.parts().into_iter().for_each(|weight| *weight = 0.0);
        none.severity.each().into_iter().for_each(|weight| *weight = 0.0);
        assert!(none.scaled().sum().abs() < 1e-9);
        let huge = Weights { vip: f32::MAX, waiting: f32::MAX, ..Weights::default() };
        assert!((huge.scaled().vip - 50.0).abs() < 1e-6);
    }
}
