//! A problem that is nobody's fault here: thanks, where it is, who sees to it.

use super::super::acknowledge::said_or;
use super::super::next::{ask_fact, promise};
use super::Shape;
use crate::phrases::{Kind, Part};

pub(super) const SHAPE: Shape = Shape {
    fits: |scene| scene.kind == Kind::Report,
    first: |scene| said_or(scene, Part::Report, Part::Heard),
    next: |scene, sheet| {
        if !ask_fact(scene, sheet) {
            promise(scene, sheet, Part::TakeOn);
        }
    },
};

#[cfg(test)]
mod tests {
    use super::super::super::testing::draft;

    #[test]
    fn where_it_is_is_asked_unless_it_was_said() {
        let asks = draft("civic.report", "normal neutral", "there is a pothole in the road");
        assert!(asks.text.contains("pothole") && asks.text.contains('?'), "{}", asks.text);
        let told = draft("civic.report", "normal neutral", "there is a pothole on Weir Lane by the chapel");
        assert!(!told.text.contains('?') && told.promise.is_some(), "{}", told.text);
    }
}
