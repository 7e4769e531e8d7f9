//! Nothing in the message, nor before it, to go by: a question what it is about.

use super::Shape;
use crate::phrases::Part;

pub(super) const SHAPE: Shape =
    Shape { fits: |scene| scene.is_unclear(), first: |scene| scene.say(Part::Unclear), next: |_, _| {} };

#[cfg(test)]
mod tests {
    use super::super::super::testing::draft;

    #[test]
    fn a_link_alone_is_asked_about_and_promised_nothing() {
        let draft = draft("talk.other", "low neutral unsure", "@larkway https://pic.example/a");
        let asked = draft.text.contains('?') || draft.text.contains("help");
        assert!(asked && draft.promise.is_none(), "{}", draft.text);
    }
}
