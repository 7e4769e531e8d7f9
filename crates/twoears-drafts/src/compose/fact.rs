//! The one harmless fact that lets somebody start at once, asked in the open.

use twoears_core::Label as _;

use super::given;
use super::scene::Scene;
use crate::phrases::Ask;

/// The question; none when the conversation gives the fact, when we asked just now, or when a child writes. An unsure
/// reading asks only what the words of the message call for.
///
/// Of several, one whose words stand in the message goes before one that needs none.
pub(super) fn question(scene: &Scene<'_>) -> Option<String> {
    let knows = !scene.unsure || scene.hint.is_some();
    if !knows || scene.is_child() || scene.was_asked() {
        return None;
    }
    let (lower, intent) = (scene.input.heard.lower(), scene.input.reading.intent.label.name());
    let asks =
        || scene.phrases.asks.values().filter(|ask| ask.public && ask.intents.iter().any(|of| of == intent));
    let fits = |ask: &&Ask| given::says(lower, &ask.words);
    let own = asks().any(|ask| fits(&ask));
    let ask = asks().find(
        |ask| if own { fits(ask) } else { !scene.unsure && ask.words.is_empty() } && !scene.gave(ask),
    )?;
    scene.ask_words(ask)
}

#[cfg(test)]
mod tests {
    use super::super::testing::scene_of;
    use super::*;

    fn asked(intent: &str, text: &str) -> Option<String> {
        let mut found = None;
        scene_of(intent, text, |scene| found = question(scene));
        found
    }

    #[test]
    fn what_lets_somebody_start_is_asked() {
        for (intent, text, want) in [
            ("product.fault", "the app keeps crashing since the update", "version"),
            ("product.fault", "the checkout page will not load", "browser"),
            ("service.outage", "no internet at all tonight", "town"),
            ("service.delay", "our flight is late again", "flight"),
            ("civic.report", "the bins are overflowing again", "Where"),
        ] {
            let found = asked(intent, text).unwrap_or_default();
            assert!(found.contains(want), "{text}: {found}");
        }
    }

    #[test]
    fn what_was_given_is_not_asked() {
        for (intent, text) in [
            ("product.fault", "the app keeps crashing on iOS 17.2, version 9.1"),
            ("service.outage", "no internet at all in Penwick tonight"),
            ("service.delay", "flight LW204 is late again"),
            ("billing.charge", "you charged me twice for the app"),
        ] {
            assert_eq!(asked(intent, text), None, "{text}");
        }
    }
}
