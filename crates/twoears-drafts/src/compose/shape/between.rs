//! A post from one person to another: an offer, and nothing that speaks for them.

use super::super::next::tell;
use super::Shape;
use crate::phrases::Part;

pub(super) const SHAPE: Shape = Shape {
    fits: |scene| scene.is_between_others(),
    first: |scene| scene.say(Part::Heard),
    next: |scene, sheet| tell(scene, sheet, Part::Offer),
};

#[cfg(test)]
mod tests {
    use super::super::super::testing::{draft, draft_of};

    #[test]
    fn friends_among_themselves_get_an_offer_and_no_promise() {
        let text = "@mo_runs their parcels never come, told you so";
        let other = draft_of("order.status", "normal negative", text, &["@larkway"]);
        assert!(other.promise.is_none() && !other.text.contains("sorry"), "{}", other.text);
        let ours = draft_of("order.status", "normal negative", &format!("@Larkway {text}"), &["@larkway"]);
        assert!(ours.text.to_lowercase().contains("sorry"), "{}", ours.text);
        assert!(draft("order.status", "normal negative", text).text.to_lowercase().contains("sorry"));
    }
}
