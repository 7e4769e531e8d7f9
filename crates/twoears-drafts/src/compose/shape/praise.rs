//! Praise: taken up by what was praised, passed to those who earned it, and no promise but for the other side.

use super::super::next::promise;
use super::super::scene::Scene;
use super::Shape;
use crate::phrases::{Kind, Part};

pub(super) const SHAPE: Shape = Shape {
    fits: |scene| scene.kind == Kind::Praise,
    first,
    next: |scene, sheet| {
        if scene.has_another_side() {
            promise(scene, sheet, Part::Rest);
        }
    },
};

fn first(scene: &Scene<'_>) -> Vec<String> {
    match &scene.thing {
        Some(thing) if thing.person => scene.say(Part::PraiseStaff),
        Some(_) => scene.say(Part::PraiseThing),
        None => scene.say(Part::Praise),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::draft;

    #[test]
    fn what_was_praised_is_named() {
        let staff = draft("feedback.praise", "low very_positive", "your driver was so kind to my gran");
        assert!(staff.text.contains("our driver") && staff.promise.is_none(), "{}", staff.text);
        let own = draft("feedback.praise", "low very_positive", "you rescued my phone, thank you!");
        assert!(!own.text.contains("phone"), "{}", own.text);
    }
}
