//! Something to be done for the writer: that it is done, by whom, by when.

use super::super::next::promise;
use super::Shape;
use crate::phrases::{Kind, Part};

pub(super) const SHAPE: Shape = Shape {
    fits: |scene| scene.kind == Kind::Request,
    first: |scene| scene.opening(),
    next: |scene, sheet| promise(scene, sheet, Part::TakeOn),
};

#[cfg(test)]
mod tests {
    use super::super::super::testing::draft;

    #[test]
    fn a_request_is_taken_on() {
        let draft = draft("order.change", "normal neutral", "please move my delivery to the office");
        assert!(!draft.text.to_lowercase().contains("sorry"), "{}", draft.text);
    }
}
