//! Small talk: human and light; a smile only for what is meant to raise one.

use super::super::next::{promise, tell};
use super::super::scene::Scene;
use super::super::sheet::Sheet;
use super::Shape;
use crate::phrases::{Kind, Part};

pub(super) const SHAPE: Shape = Shape { fits: |scene| scene.kind == Kind::Chat, first, next };

fn first(scene: &Scene<'_>) -> Vec<String> {
    let part = match scene.input.heard.lower() {
        _ if scene.is_unhappy() => Part::ChatSour,
        _ if scene.asks() => Part::OpeningBare,
        lower if lower.contains("good morning") => Part::ChatMorning,
        _ if scene.is_thankful() => Part::Thanks,
        _ if scene.is_light() => Part::Chat,
        _ => Part::Heard,
    };
    scene.say(part)
}

fn next(scene: &Scene<'_>, sheet: &mut Sheet) {
    if scene.asks() {
        promise(scene, sheet, Part::TakeOn);
    } else if !scene.is_unhappy() && !scene.is_light() {
        tell(scene, sheet, Part::Offer);
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::draft;

    #[test]
    fn small_talk_is_promised_nothing() {
        for (labels, text) in [
            ("low positive", "haha the pigeon on platform two has a ticket, I swear"),
            ("low neutral", "we are with them on this one, see our page"),
            ("low negative", "well that was a lovely hour in the rain"),
        ] {
            let draft = draft("talk.chat", labels, text);
            assert!(draft.promise.is_none() && draft.lint.is_empty(), "{:?} {}", draft.lint, draft.text);
        }
    }
}
