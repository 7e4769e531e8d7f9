//! Something went wrong: sorry by its name, then the one fact that lets somebody start, or who finds out by when.

use twoears_core::Urgency;

use super::super::acknowledge::sorry;
use super::super::next::{ask_fact, given_all, invite, promise, second, tell};
use super::super::scene::Scene;
use super::super::sheet::Sheet;
use super::Shape;
use crate::phrases::{Kind, Part};

pub(super) const SHAPE: Shape = Shape { fits: |scene| scene.kind == Kind::Problem, first: sorry, next };

fn next(scene: &Scene<'_>, sheet: &mut Sheet) {
    if ask_fact(scene, sheet) {
        return;
    }
    // Nothing to find out for somebody who only wanted to be heard: who hears it is said, and no more.
    if scene.input.reading.urgency.label == Urgency::Low && !scene.asks() {
        return tell(scene, sheet, Part::PassOn);
    }
    given_all(scene, sheet);
    second(scene, sheet);
    promise(scene, sheet, Part::FindOut);
    invite(scene, sheet, Part::InviteLater);
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::draft;

    #[test]
    fn a_fault_is_met_with_the_one_question_that_lets_somebody_start() {
        let draft = draft("product.fault", "normal negative", "the app stopped working after the update");
        assert_eq!(draft.text.matches('?').count(), 1, "{}", draft.text);
        assert!(draft.text.contains("version") && draft.promise.is_none(), "{}", draft.text);
        assert!(draft.lint.is_empty(), "{:?} {}", draft.lint, draft.text);
    }

    #[test]
    fn who_gave_it_gets_a_promise() {
        let draft = draft("product.fault", "normal negative", "the app crashes on my iPhone, iOS 17.2");
        assert!(!draft.text.contains('?') && draft.promise.is_some(), "{}", draft.text);
    }

    #[test]
    fn one_apology_and_no_more() {
        for text in ["waited since Monday, the driver was rude", "third time I ask, my parcel is broken"] {
            let draft = draft("order.problem", "high very_negative", text);
            assert!(draft.text.to_lowercase().matches("sorry").count() <= 1, "{}", draft.text);
        }
    }
}
