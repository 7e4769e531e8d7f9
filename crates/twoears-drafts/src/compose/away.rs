//! What is said outside the organisation's hours.

use super::scene::Scene;
use crate::phrases::Part;

/// Who takes it up when somebody is back, and by when they write; none while somebody is there, or where the hours are not
/// known.
pub(super) fn away(scene: &Scene<'_>) -> Vec<String> {
    scene.say(Part::Away)
}

#[cfg(test)]
mod tests {
    use super::super::testing::scene;
    use super::*;
    use crate::phrases::Slot;

    #[test]
    fn nothing_is_said_of_hours_that_nobody_knows() {
        scene("my parcel is late", |scene| assert!(away(scene).is_empty()));
    }

    #[test]
    fn who_is_away_says_when_somebody_is_back() {
        scene("my parcel is late", |scene| {
            scene.slots.set(Slot::Back, "at 9 am tomorrow");
            assert!(away(scene)[0].contains("at 9 am tomorrow"));
        });
    }
}
