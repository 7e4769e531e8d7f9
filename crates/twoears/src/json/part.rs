//! A part of the priority in the JSON line.

use serde::Serialize;
use twoears_core::decide::Part;

#[derive(Serialize)]
pub(super) struct PartOut {
    name: &'static str,
    points: f64,
    most: f64,
}

impl PartOut {
    pub(super) fn of(part: &Part) -> Self {
        Self { name: part.name, points: hundredths(part.points), most: hundredths(part.most) }
    }
}

/// A part of the priority as the JSON line writes it: two decimals, one more than the sum has, so that the parts add up to it.
///
/// ```
/// assert_eq!(twoears::json::hundredths(3.214), 3.21);
/// ```
pub fn hundredths(points: f32) -> f64 {
    (f64::from(points) * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_have_two_decimals() {
        let part = PartOut::of(&Part { name: "feeling", points: 3.214_87, most: 5.0 });
        assert_eq!((part.points, part.most), (3.21, 5.0));
    }
}
