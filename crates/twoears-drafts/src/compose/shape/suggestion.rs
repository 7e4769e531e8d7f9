//! An idea: thanks, who gets it, and no promise.

use super::Shape;
use crate::phrases::{Kind, Part};

pub(super) const SHAPE: Shape = Shape {
    fits: |scene| scene.kind == Kind::Suggestion,
    first: |scene| scene.say(Part::Suggestion),
    next: |_, _| {},
};

#[cfg(test)]
mod tests {
    use super::super::super::testing::draft;

    #[test]
    fn an_idea_is_passed_on_and_not_promised() {
        let draft = draft("product.request", "low neutral", "a dark mode for the app would be lovely");
        assert!(draft.promise.is_none() && draft.text.contains("promise"), "{}", draft.text);
    }
}
