//! A detail that was asked for, or word that it is on its way: thanks by its kind, and what happens next.

use super::super::acknowledge::said_or;
use super::super::next::promise;
use super::super::scene::Scene;
use super::Shape;
use crate::phrases::{Kind, Part, Slot};

pub(super) const SHAPE: Shape = Shape {
    // A long text of which nobody is sure is more than a detail.
    fits: |scene| {
        scene.awaits_word()
            || scene.answers_us()
            || scene.kind == Kind::Detail && (!scene.unsure || scene.is_short() || scene.is_going_on())
    },
    first,
    next: |scene, sheet| promise(scene, sheet, Part::TakeOn),
};

fn first(scene: &Scene<'_>) -> Vec<String> {
    let own = if scene.unsure || scene.kind != Kind::Detail { Vec::new() } else { scene.own_opening() };
    if !own.is_empty() {
        return own;
    }
    let slots = scene.slots.with(Slot::Given, scene.newly_given().unwrap_or(""));
    let said = scene.say_with(Part::DetailGot, &slots);
    if !said.is_empty() {
        return said;
    }
    let done = scene.says(&["done", "sent", "i did", "dm'd", "dmed", "messaged", "emailed"]);
    said_or(scene, if done { Part::DetailDone } else { Part::Detail }, Part::Detail)
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{draft, draft_after};

    #[test]
    fn what_they_gave_is_named_by_its_kind_and_never_by_its_value() {
        let draft = draft("talk.detail", "normal neutral", "it's 4471-20938");
        assert!(draft.text.contains("the number"), "{}", draft.text);
        assert!(!draft.text.contains("4471") && draft.promise.is_some(), "{}", draft.text);
    }

    #[test]
    fn an_answer_to_our_question_is_taken_for_one() {
        let asked = "Sorry about that! Which town are you in?";
        let draft = draft_after("product.fault", "normal negative", asked, "Penwick, near the bridge");
        let said = draft.text.to_lowercase();
        assert!(!said.contains("sorry") && !said.contains('?') && draft.promise.is_some(), "{}", draft.text);
    }

    #[test]
    fn who_was_told_sorry_is_not_told_again() {
        let ours = "I'm sorry about your parcel. I'll check.";
        let text = "it still hasn't come and the tracking has not moved since the weekend, nothing at all";
        let draft = draft_after("order.status", "normal negative", ours, text);
        assert!(!draft.text.to_lowercase().contains("sorry"), "{}", draft.text);
    }

    #[test]
    fn sent_is_taken_for_sent() {
        let draft = draft("talk.detail", "normal neutral", "Done, sent it");
        assert!(!draft.text.contains('?') && draft.promise.is_some(), "{}", draft.text);
    }
}
