//! The reading is unsure: words that are true whatever the message is about, and no promise without something to find
//! out.

use twoears_core::Urgency;

use super::super::acknowledge::{back, said_or, shorter_after_first};
use super::super::next::{ask_fact, promise, tell};
use super::super::scene::Scene;
use super::super::sheet::Sheet;
use super::Shape;
use crate::phrases::{Kind, Part, Slot};

pub(super) const SHAPE: Shape = Shape { fits: |scene| scene.unsure, first, next };

fn first(scene: &Scene<'_>) -> Vec<String> {
    if scene.is_unhappy() {
        return sorry(scene);
    }
    let glad = scene.input.reading.sentiment.label.is_positive();
    match scene.kind {
        // Who thanks for a kind word that was none does harm; who thanks for telling does not.
        Kind::Praise => said_or(scene, Part::HeardThing, Part::Heard),
        Kind::Problem | Kind::Mixed | Kind::Ask | Kind::Report | Kind::Request | Kind::Suggestion
            if let Some(clause) = scene.mirror() =>
        {
            scene.say_with(Part::HeardClause, &scene.slots.with(Slot::Clause, clause))
        }
        Kind::Chat if scene.is_thankful() => scene.say(Part::Thanks),
        Kind::Chat if glad && scene.is_light() => scene.say(Part::Chat),
        _ if scene.asks() => hinted(scene, Part::Opening).unwrap_or_else(|| scene.say(Part::OpeningBare)),
        _ => scene.say(Part::Heard),
    }
}

/// Sorry for what they say went wrong, or for trouble with the one thing that it must be about, or for whatever it was.
fn sorry(scene: &Scene<'_>) -> Vec<String> {
    if scene.was_told_sorry() {
        return back(scene);
    }
    let bare = scene.say(Part::HeardSorry);
    if let Some(clause) = scene.mirror() {
        let mut said = scene.say_with(Part::SorryLight, &scene.slots.with(Slot::Clause, clause));
        said.extend(bare);
        return shorter_after_first(said);
    }
    let calm = scene.input.reading.urgency.label == Urgency::Low && !scene.is_angry();
    let said = hinted(scene, Part::SorryThing);
    // Banter and talk between others may have gone wrong for nobody.
    if calm && scene.kind == Kind::Chat { scene.say(Part::Heard) } else { said.unwrap_or(bare) }
}

/// Words that name the one thing that it must be about.
fn hinted(scene: &Scene<'_>, part: Part) -> Option<Vec<String>> {
    let hint = scene.hint.as_ref()?;
    let said = scene.say_with(part, &scene.slots.with(Slot::Thing, hint.text.clone()));
    (!said.is_empty()).then_some(said)
}

fn next(scene: &Scene<'_>, sheet: &mut Sheet) {
    let low = scene.input.reading.urgency.label == Urgency::Low;
    let glad = scene.input.reading.sentiment.label.is_positive();
    let unhappy = scene.is_unhappy();
    let known = scene.mirror().is_some();
    match scene.kind {
        Kind::Praise if scene.has_another_side() && !unhappy => {
            let part = if scene.thing.is_some() { Part::Rest } else { Part::TakeOn };
            promise(scene, sheet, part);
        }
        Kind::Praise if !unhappy && scene.thing.is_some() => {}
        Kind::Suggestion if !scene.asks() => tell(scene, sheet, Part::PassOn),
        _ if unhappy && ask_fact(scene, sheet) => {}
        _ if scene.asks() || scene.is_pressing() || (scene.wants_something() && !glad) => {
            promise(scene, sheet, Part::TakeOn);
        }
        // Banter between others asks nothing of anybody.
        Kind::Chat if unhappy && low => tell(scene, sheet, Part::Offer),
        _ if unhappy && known && !low => promise(scene, sheet, Part::TakeOn),
        _ if unhappy && known => tell(scene, sheet, Part::PassOn),
        // Who told little is asked what happened; who told much, for a little more.
        _ if unhappy && (scene.was_asked() || scene.kind == Kind::Detail) => {
            promise(scene, sheet, Part::TakeOn);
        }
        _ if unhappy && scene.is_short() => tell(scene, sheet, Part::Tell),
        _ if unhappy && low => tell(scene, sheet, Part::PassOn),
        _ if unhappy => tell(scene, sheet, Part::TellMore),
        Kind::Chat if glad => {}
        _ => tell(scene, sheet, Part::Offer),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::draft;

    #[test]
    fn a_post_that_asks_for_nothing_is_promised_nothing() {
        for text in
            ["Our new autumn range is out now, come and see", "my sister loves the window seats on these"]
        {
            let draft = draft("talk.other", "low neutral unsure", text);
            assert!(draft.promise.is_none(), "{}", draft.text);
        }
    }

    #[test]
    fn who_is_pressed_is_not_put_off() {
        for text in ["we leave in ten minutes, what do I do", "sitting here on the plane, nobody says a word"]
        {
            let draft = draft("service.booking", "critical neutral unsure", text);
            assert!(draft.promise.is_none() && draft.text.contains("now"), "{}", draft.text);
            assert!(
                !draft.text.contains("hours") && draft.lint.is_empty(),
                "{:?} {}",
                draft.lint,
                draft.text
            );
        }
    }

    #[test]
    fn irony_gets_no_smile() {
        for text in ["Seven hours late, great start, thanks", "brilliant, the coach never came. Thanks"] {
            for intent in ["feedback.praise", "talk.thanks", "talk.chat"] {
                let draft = draft(intent, "low positive", text);
                let said = draft.text.to_lowercase();
                assert!(said.contains("sorry") && !said.contains("smile"), "{intent} {}", draft.text);
            }
        }
    }

    #[test]
    fn the_thing_is_named_and_nothing_is_said_to_have_happened_to_it() {
        let mut all = String::new();
        for word in ["one", "two", "three"] {
            let text = format!(
                "my parcel, number {word}, such a mess of a company, honestly how hard can this be for you"
            );
            all += &draft("order.status", "normal negative hinted", &text).text;
        }
        assert!(all.contains("trouble with your parcel"), "{all}");
    }

    #[test]
    fn a_question_is_taken_on() {
        let draft =
            draft("product.info", "normal neutral unsure", "do the little ones need a seat of their own?");
        assert!(draft.promise.is_some(), "{}", draft.text);
    }
}
