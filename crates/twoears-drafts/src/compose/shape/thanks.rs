//! The matter is closed: a short word back.

use super::Shape;
use crate::phrases::{Kind, Part};

pub(super) const SHAPE: Shape = Shape {
    fits: |scene| scene.kind == Kind::Thanks,
    first: |scene| scene.say(Part::Thanks),
    next: |_, _| {},
};

#[cfg(test)]
mod tests {
    use super::super::super::testing::draft;

    #[test]
    fn thanks_end_there() {
        let draft = draft("talk.thanks", "low positive", "sorted now, thank you so much");
        assert!(draft.promise.is_none() && draft.text.len() < 120, "{}", draft.text);
    }
}
