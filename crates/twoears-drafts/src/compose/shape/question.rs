//! A question: taken up by its name, then who finds out by when.

use super::super::next::{ask_fact, given_all, promise, second};
use super::Shape;
use crate::phrases::{Kind, Part};

pub(super) const SHAPE: Shape = Shape {
    fits: |scene| matches!(scene.kind, Kind::Ask | Kind::Mixed),
    first: |scene| scene.opening(),
    next: |scene, sheet| {
        if !ask_fact(scene, sheet) {
            given_all(scene, sheet);
            second(scene, sheet);
            promise(scene, sheet, Part::FindOut);
        }
    },
};

#[cfg(test)]
mod tests {
    use super::super::super::testing::draft;

    #[test]
    fn a_question_gets_no_apology() {
        let draft = draft("product.info", "normal neutral", "can I bring a folding bike?");
        assert!(!draft.text.to_lowercase().contains("sorry") && draft.promise.is_some(), "{}", draft.text);
    }

    #[test]
    fn which_place_is_asked_once() {
        let draft = draft("visit.info", "normal neutral", "what time do you open tomorrow?");
        assert!(draft.text.contains("Which") && draft.promise.is_none(), "{}", draft.text);
    }
}
